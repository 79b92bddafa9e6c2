import { OBSERVATION_COLUMNS } from "../model/observation.ts";
import { type Column, type ColumnTable, columnBuilder, tableOf } from "../model/table.ts";

/** Observation tables one below the other; a single one is given back as it is. */
export function concatTables(tables: readonly ColumnTable[]): ColumnTable {
  const [only] = tables;
  if (tables.length === 1 && only !== undefined) return only;
  const entries = Object.entries(OBSERVATION_COLUMNS).map(([name, kind]) => {
    const builder = columnBuilder(kind);
    for (const table of tables) for (const cell of table.column(name) as Column) builder.push(cell);
    return [name, builder.finish()] as const;
  });
  return tableOf(Object.fromEntries(entries));
}
