import { type Finding, finding } from "../model/finding.ts";
import type { AuditCell, CellIndex } from "./audit-cell.ts";
import type { AuditCheck } from "./audit-check.ts";
import { type Audited, placeOf } from "./audit-rates.ts";

/** Counts that add up to others: parts to a total, carried over and received to concluded and pending. */
export interface SumDefinition {
  readonly total: readonly string[];
  readonly parts: readonly string[];
  /** All parts there can be are listed: with all printed the sum must be equal, otherwise it may be smaller. */
  readonly complete: boolean;
}

/**
 * Do the parts give their total?
 *
 * @remarks
 * Equal sums prove every figure in them, also where a part is not printed. A sum above the total contradicts; one below
 * does so only where every part of a complete list is printed. 119 = 23+1+1+55+1+37+1.
 */
export function auditSums(
  cells: readonly AuditCell[],
  index: CellIndex,
  definitions: readonly SumDefinition[],
): Audited {
  const checks: AuditCheck[] = [];
  const findings: Finding[] = [];
  for (const definition of definitions) {
    const lead = definition.total[0];
    for (const cell of cells) {
      if (cell.indicator !== lead || (cell.kind !== "observation" && cell.kind !== "derived")) continue;
      const check = checkSum(cell, definition, index);
      if (!check) continue;
      checks.push(check);
      if (check.verdict !== "contradicted") continue;
      const facts = { reckoning: check.reckoning, total: definition.total, parts: definition.parts };
      findings.push(finding("error", "sum.contradicted", facts, placeOf(cell)));
    }
  }
  return { checks, findings };
}

function checkSum(cell: AuditCell, definition: SumDefinition, index: CellIndex): AuditCheck | null {
  const totals = definition.total.map((id) => (id === cell.indicator ? cell : index.beside(cell, id)));
  const parts = definition.parts.map((id) => index.beside(cell, id));
  const printed = parts.filter((part): part is AuditCell => part !== null);
  if (!totals.every((total) => total !== null) || printed.length === 0) return null;
  const all = [...(totals as AuditCell[]), ...printed];
  if (all.some(({ qualifier }) => qualifier !== "exact")) return null;
  const total = (totals as AuditCell[]).reduce((sum, { value }) => sum + value, 0);
  const sum = printed.reduce((value, part) => value + part.value, 0);
  // One part says something of its total only where it is above it.
  if (printed.length === 1 && sum <= total) return null;
  const isWhole = definition.complete && printed.length === parts.length;
  const isOff = sum > total || (isWhole && sum < total);
  const verdict = sum === total ? "proved" : isOff ? "contradicted" : "consistent";
  const sign = sum === total ? "=" : sum > total ? ">" : "<";
  const reckoning = `${printed.map(({ value }) => value).join(" + ")} ${sign} ${total}`;
  return { check: "sum", verdict, rows: all.map(({ row }) => row), reckoning };
}
