import type { Finding } from "./finding.ts";
import type { ColumnTable } from "./table.ts";

/** Findings, or how to make them: those of a million rows are only made when somebody asks. */
export type Findings = readonly Finding[] | (() => readonly Finding[]);

const attached = new WeakMap<ColumnTable, Findings>();

/**
 * What a verb found while it made this table: mixed bodies, shifted populations, contradicted rates.
 *
 * @returns the findings, worst first as they came; empty for a table no verb made. Tables derived from it by Arquero's own
 * methods do not carry them on, but each row keeps its codes in the column `flags`.
 */
export function findingsOf(table: ColumnTable): readonly Finding[] {
  const findings = attached.get(table) ?? [];
  if (typeof findings !== "function") return findings;
  const made = findings();
  attached.set(table, made);
  return made;
}

/** Ties findings to a table and gives the table back. */
export function withFindings(table: ColumnTable, findings: Findings): ColumnTable {
  attached.set(table, findings);
  return table;
}

/** Several lists of findings as one, made when it is asked for. */
export function allFindings(...lists: readonly Findings[]): Findings {
  return () => lists.flatMap((list) => (typeof list === "function" ? list() : list));
}

/** Ties more findings to a table, behind those it has. */
export function addFindings(table: ColumnTable, more: Findings): ColumnTable {
  return withFindings(table, allFindings(attached.get(table) ?? [], more));
}
