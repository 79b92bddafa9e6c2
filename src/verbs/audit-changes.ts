import { type Finding, finding } from "../model/finding.ts";
import { agrees } from "../util/agrees.ts";
import type { AuditCell, CellIndex } from "./audit-cell.ts";
import type { AuditCheck } from "./audit-check.ts";
import { type Audited, placeOf } from "./audit-rates.ts";

/**
 * Does each printed change agree with the level of the year and that of the year before?
 *
 * @remarks
 * A change of a rate printed with % can be points or a relative change: 48.74 % "down 31.26 %" is 80.00 % as points, 70.90 %
 * as a relative fall. Where last year's figure is printed it decides; otherwise both readings are kept in a finding.
 */
export function auditChanges(cells: readonly AuditCell[], index: CellIndex): Audited {
  const checks: AuditCheck[] = [];
  const findings: Finding[] = [];
  for (const change of cells) {
    if (change.kind !== "change" || change.qualifier !== "exact" || change.year === null) continue;
    const level = index.beside(change, change.indicator);
    if (level?.qualifier !== "exact") continue;
    const before = index.beside(change, change.indicator, change.year - 1);
    if (level.unit === "percent" && change.unit === "percent") {
      const facts = bothReadings(level, change, before);
      findings.push(finding(facts.fits === "neither" ? "warning" : "note", "change.ambiguous", facts, placeOf(change)));
      if (before) checks.push(checkOf(change, level, before, facts.fits !== "neither"));
    } else if (before && before.qualifier === "exact") {
      const isBorneOut = gives(change, level.value, before.value);
      checks.push(checkOf(change, level, before, isBorneOut));
      const facts = { printed: change.value, unit: change.unit, before: before.value, now: level.value };
      if (!isBorneOut) findings.push(finding("warning", "change.contradicted", facts, placeOf(change)));
    }
  }
  return { checks, findings };
}

function bothReadings(level: AuditCell, change: AuditCell, before: AuditCell | null) {
  const asPoints = level.value - change.value;
  const asRelative = level.value / (1 + change.value / 100);
  const points = before !== null && agrees(change.value, level.value - before.value, change.decimals);
  const relative = before !== null && agrees(change.value, relativeChange(level.value, before.value), change.decimals);
  const fits =
    before === null ? "unknown" : points && relative ? "both" : points ? "points" : relative ? "relative" : "neither";
  return { printed: change.value, asPoints, asRelative, fits } as const;
}

const relativeChange = (now: number, before: number): number => (before === 0 ? Number.NaN : (now / before - 1) * 100);

function gives(change: AuditCell, now: number, before: number): boolean {
  if (change.unit === "percent") return agrees(change.value, relativeChange(now, before), change.decimals);
  return agrees(change.value, now - before, Math.max(change.decimals, 0));
}

function checkOf(change: AuditCell, level: AuditCell, before: AuditCell, fits: boolean): AuditCheck {
  return {
    check: "change",
    verdict: fits ? "proved" : "contradicted",
    rows: [change.row, level.row, before.row],
    reckoning: `${before.value} → ${level.value}: ${change.value} ${change.unit}`,
  };
}
