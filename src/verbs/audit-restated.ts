import { type Finding, finding } from "../model/finding.ts";
import type { AuditCell, CellIndex } from "./audit-cell.ts";
import type { AuditCheck } from "./audit-check.ts";
import { type Audited, placeOf } from "./audit-rates.ts";

/**
 * Does a later report quote the figure as the first report printed it?
 *
 * @remarks
 * Figures of one place, year, indicator and body from several sources are compared. Equal ones are consistent: one may copy
 * the other. Which of two that differ is right is not decided here.
 */
export function auditRestated(index: CellIndex): Audited {
  const checks: AuditCheck[] = [];
  const findings: Finding[] = [];
  for (const group of index.all()) {
    for (const body of new Set(group.map((cell) => cell.body))) {
      const same = group.filter((cell) => cell.body === body && cell.qualifier === "exact");
      const first = same[0];
      const other = same.find((cell) => cell.source !== first?.source);
      if (!first || !other) continue;
      const differing = same.filter((cell) => cell.value !== first.value);
      const rows = same.map(({ row }) => row);
      const values = valuesOf(same.length <= QUOTED ? same : [first, ...differing, ...same.slice(1)]);
      checks.push({
        check: "restated",
        verdict: differing.length === 0 ? "consistent" : "contradicted",
        rows,
        reckoning: values.join(" | "),
      });
      if (differing.length > 0) findings.push(finding("warning", "figure.restated", { values }, placeOf(first)));
    }
  }
  return { checks, findings };
}

/** So many reports are quoted; of more, those that differ come first. */
const QUOTED = 20;

const valuesOf = (cells: readonly AuditCell[]): string[] => [
  ...cells.slice(0, QUOTED).map(({ value, source }) => `${value} (${source ?? "?"})`),
  ...(cells.length > QUOTED ? ["…"] : []),
];
