import type { ColumnTable } from "../model/table.ts";
import { withFindings } from "../model/table-findings.ts";
import { type CompositeLog, compositeTable } from "./compose.ts";

/**
 * Makes a composite index again from its log, without the panel: does the published index follow from what it says it used?
 *
 * @param log - of {@link compose}; also after a way through JSON
 * @returns the table of the composition the log belongs to; its own recorded steps are not read
 */
export function replay(log: CompositeLog): ColumnTable {
  const { table, found } = compositeTable(log);
  return withFindings(table, found);
}
