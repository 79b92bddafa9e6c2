import { type Finding, finding } from "../model/finding.ts";
import { agrees } from "../util/agrees.ts";
import type { AuditCell, CellIndex } from "./audit-cell.ts";
import type { AuditCheck } from "./audit-check.ts";
import { countsForRate } from "./counts-for-rate.ts";

/** A way to reckon a rate: the sum of some counts over the sum of others. */
export interface RateDefinition {
  readonly rate: string;
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** Counts of the numerator that are not printed are none, as long as one is: outcomes that did not happen. */
  readonly partial?: boolean;
}

export interface Audited {
  readonly checks: readonly AuditCheck[];
  readonly findings: readonly Finding[];
}

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  readonly rows: readonly number[];
  /** Ids of the counts; empty where the row itself carries them. */
  readonly definition: RateDefinition | null;
}

/**
 * Does each printed rate agree with the counts beside it, and if not, which other reckoning gives it?
 *
 * @remarks
 * The first definition of a rate is its own; the others are tried where it does not fit. Where only one count is printed,
 * the counts that would fit are named. Printed values are never repaired.
 */
export function auditRates(
  cells: readonly AuditCell[],
  index: CellIndex,
  definitions: readonly RateDefinition[],
): Audited {
  const checks: AuditCheck[] = [];
  const findings: Finding[] = [];
  for (const cell of cells) {
    if (cell.unit !== "percent" || cell.qualifier !== "exact" || cell.kind !== "observation") continue;
    const own = definitions.filter(({ rate }) => rate === cell.indicator);
    const complete = [...carried(cell), ...own.flatMap((definition) => counted(cell, definition, index))];
    const fitting = complete.find(({ numerator, denominator }) => fits(cell, numerator, denominator));
    const first = complete[0];
    if (fitting) {
      const isOwn = fitting === first;
      checks.push(checkOf(cell, fitting, isOwn ? "proved" : "consistent"));
      if (!isOwn && first) findings.push(otherDefinition(cell, first, fitting));
    } else if (first) {
      checks.push(checkOf(cell, first, "contradicted"));
      const computed = percent(first.numerator, first.denominator);
      const { numerator, denominator } = first;
      // Counts printed elsewhere may be those of another reckoning.
      const severity = first.definition === null ? "error" : "warning";
      const facts = { printed: cell.value, computed, numerator, denominator };
      findings.push(finding(severity, "rate.contradicted", facts, placeOf(cell)));
    } else {
      const partial = halfKnown(cell, own, index);
      if (partial) checks.push(partial);
    }
  }
  return { checks, findings };
}

const percent = (numerator: number, denominator: number): number =>
  numerator === 0 ? 0 : (numerator / denominator) * 100;

function fits(cell: AuditCell, numerator: number, denominator: number): boolean {
  // None of none is no rate, but 零败诉 beside a rate of 0 agrees whatever the number of suits.
  if (denominator <= 0) return numerator === 0 && cell.value === 0;
  return agrees(cell.value, percent(numerator, denominator), cell.decimals);
}

function carried({ numerator, denominator, row }: AuditCell): Counts[] {
  return numerator === null || denominator === null ? [] : [{ numerator, denominator, rows: [row], definition: null }];
}

function counted(cell: AuditCell, definition: RateDefinition, index: CellIndex): Counts[] {
  const numerator = totalOf(cell, definition.numerator, index, definition.partial);
  const denominator = totalOf(cell, definition.denominator, index);
  if (!numerator || !denominator) return [];
  const rows = [cell.row, ...numerator.rows, ...denominator.rows];
  return [{ numerator: numerator.value, denominator: denominator.value, rows, definition }];
}

function totalOf(
  cell: AuditCell,
  indicators: readonly string[],
  index: CellIndex,
  partial = false,
): { readonly value: number; readonly rows: readonly number[] } | null {
  const known = indicators.flatMap((id) => index.beside(cell, id) ?? []);
  if (known.length === 0 || (!partial && known.length < indicators.length)) return null;
  if (known.some(({ qualifier }) => qualifier !== "exact")) return null;
  return { value: known.reduce((sum, part) => sum + part.value, 0), rows: known.map(({ row }) => row) };
}

/** One of the two counts is printed: the rate is consistent where a whole number fits as the other. */
function halfKnown(cell: AuditCell, definitions: readonly RateDefinition[], index: CellIndex): AuditCheck | null {
  for (const definition of definitions) {
    const numerator = totalOf(cell, definition.numerator, index, definition.partial);
    const denominator = totalOf(cell, definition.denominator, index);
    const known = numerator ?? denominator;
    if (!known) continue;
    if (numerator && numerator.value === 0) {
      const verdict = cell.value === 0 ? "consistent" : "contradicted";
      return { check: "rate", verdict, rows: [cell.row, ...numerator.rows], reckoning: `0 / ? = ${cell.value}` };
    }
    const pairs = numerator
      ? countsForRate(cell.value, cell.decimals, { numerator: numerator.value })
      : countsForRate(cell.value, cell.decimals, { denominator: known.value });
    const reckoning =
      pairs.map((pair) => `${pair.numerator} / ${pair.denominator}`).join(" | ") || `none gives ${cell.value}`;
    const verdict = pairs.length > 0 ? "consistent" : "contradicted";
    return { check: "rate", verdict, rows: [cell.row, ...known.rows], reckoning };
  }
  return null;
}

function checkOf(cell: AuditCell, counts: Counts, verdict: AuditCheck["verdict"]): AuditCheck {
  const computed = percent(counts.numerator, counts.denominator).toFixed(Math.max(2, cell.decimals));
  return {
    check: "rate",
    verdict,
    rows: counts.rows,
    reckoning: `${counts.numerator} / ${counts.denominator} = ${computed}${verdict === "contradicted" ? ` ≠ ${cell.value}` : ""}`,
  };
}

function otherDefinition(cell: AuditCell, first: Counts, fitting: Counts): Finding {
  const { definition, numerator, denominator } = fitting;
  const facts = {
    printed: cell.value,
    expected: percent(first.numerator, first.denominator),
    numerators: definition?.numerator ?? [],
    denominators: definition?.denominator ?? [],
    numerator,
    denominator,
  };
  return finding("warning", "rate.redefined", facts, placeOf(cell));
}

export const placeOf = ({ region, indicator, year, file, line, as_written }: AuditCell) => ({
  region,
  indicator,
  year,
  file,
  row: line,
  evidence: as_written,
});
