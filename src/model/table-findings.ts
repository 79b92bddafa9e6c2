import type { Finding } from "./finding.ts";
import type { ColumnTable } from "./table.ts";

const attached = new WeakMap<ColumnTable, readonly Finding[]>();

/**
 * What a verb found while it made this table: mixed bodies, shifted populations, contradicted rates.
 *
 * @returns the findings, worst first as they came; empty for a table no verb made. Tables derived from it by Arquero's own
 * methods do not carry them on, but each row keeps its codes in the column `flags`.
 */
export function findingsOf(table: ColumnTable): readonly Finding[] {
  return attached.get(table) ?? [];
}

/** Ties findings to a table and gives the table back. */
export function withFindings(table: ColumnTable, findings: readonly Finding[]): ColumnTable {
  attached.set(table, findings);
  return table;
}
