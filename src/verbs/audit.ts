import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import { asTable, type ColumnTable, fromRows } from "../model/table.ts";
import { type AuditCell, auditCells, CellIndex } from "./audit-cell.ts";
import { auditChanges } from "./audit-changes.ts";
import { type AuditCheck, VERDICTS, type Verdict } from "./audit-check.ts";
import { auditClaims, type ClaimDefinitions } from "./audit-claims.ts";
import { auditRates, type RateDefinition } from "./audit-rates.ts";
import { auditRestated } from "./audit-restated.ts";
import { auditSums, type SumDefinition } from "./audit-sums.ts";

export interface AuditOptions {
  /** Their numerator and denominator are the first definition of each rate. */
  readonly indicators?: Iterable<Pick<Indicator, "id" | "numerator" | "denominator">>;
  /** Other reckonings of rates that are in use, tried where the first does not fit. */
  readonly rates?: readonly RateDefinition[];
  readonly sums?: readonly SumDefinition[];
  /** Whom a claimed place is among; without it claims are left alone. */
  readonly claims?: ClaimDefinitions;
}

export interface Audit {
  /**
   * Columns row, region, year, period, indicator, body, value, verdict, reckoning: one row per figure of the input, with the
   * reckonings that led to its verdict.
   */
  readonly cells: ColumnTable;
  readonly checks: readonly AuditCheck[];
  readonly findings: readonly Finding[];
}

const CELL_COLUMNS = {
  row: "integer",
  region: "string",
  year: "integer",
  period: "string",
  indicator: "string",
  body: "string",
  value: "number",
  verdict: "string",
  reckoning: "string",
} as const;

/**
 * Which of these figures are borne out by others, and which cannot all be true?
 *
 * @remarks
 * Checks printed rates against counts, parts against totals, changes against levels, figures quoted again later, and claims of
 * a place against the figures of the others.
 * Each figure is proved (equal to what exact figures give), consistent (nothing speaks against it), alone (nothing to
 * compare) or contradicted. Printed values are never repaired; other bodies and periods are never mixed in.
 * Missing: a row without a value takes part in nothing and has no row in `cells`.
 *
 * @param input - a table of observations or its rows, as extracted, loaded or typed in
 * @param options - definitions; without them only rates with counts of their own are checked
 * @returns the verdict of each figure in the order of the input, all checks, and what to look at
 * @example
 * ```ts @import.meta.vitest
 * const rows = [
 *   { region: "a", year: 2021, indicator: "lost", value: 58, unit: "case" },
 *   { region: "a", year: 2021, indicator: "concluded", value: 119, unit: "case" },
 *   { region: "a", year: 2021, indicator: "loss_rate", value: 48.74, unit: "percent" },
 * ]
 * const indicators = [{ id: "loss_rate", numerator: "lost", denominator: "concluded" }]
 * const { cells } = audit(rows, { indicators })
 * expect(Array.from(cells.array("verdict"))).toEqual(["proved", "proved", "proved"])
 * ```
 */
export function audit(input: ColumnTable | Iterable<object>, options: AuditOptions = {}): Audit {
  const cells = auditCells(asTable(input));
  const index = new CellIndex(cells);
  const own = [...(options.indicators ?? [])].flatMap(({ id, numerator, denominator }) =>
    numerator && denominator ? [{ rate: id, numerator: [numerator], denominator: [denominator] }] : [],
  );
  const audited = [
    auditRates(cells, index, [...own, ...(options.rates ?? [])]),
    auditSums(cells, index, options.sums ?? []),
    auditChanges(cells, index),
    auditRestated(index),
    ...(options.claims ? [auditClaims(cells, options.claims)] : []),
  ];
  const checks = audited.flatMap((one) => one.checks);
  return {
    cells: fromRows(judged(cells, checks), CELL_COLUMNS),
    checks,
    findings: audited.flatMap((one) => one.findings),
  };
}

/** A figure is as good as its worst check: one contradiction outweighs every proof. */
function judged(cells: readonly AuditCell[], checks: readonly AuditCheck[]): object[] {
  const byRow = new Map<number, AuditCheck[]>();
  for (const check of checks) {
    for (const row of new Set(check.rows)) {
      const known = byRow.get(row);
      if (known) known.push(check);
      else byRow.set(row, [check]);
    }
  }
  return cells.map((cell) => {
    const own = byRow.get(cell.row) ?? [];
    const verdict: Verdict = VERDICTS.find((one) => own.some((check) => check.verdict === one)) ?? "alone";
    const decisive = own.filter((check) => check.verdict === verdict);
    const reckoning = decisive.map((check) => check.reckoning).join("; ") || null;
    return { ...cell, verdict, reckoning };
  });
}
