import { OBSERVATION_COLUMNS } from "../model/observation.ts";
import type { Panel } from "../model/panel.ts";
import { type Column, type ColumnTable, NumberColumn, settled, tableOf } from "../model/table.ts";
import { constantText, dictionaryOf, hasColumn, numbersOrNone } from "./columns.ts";
import { groupsOf, rowsOfGroup } from "./groups.ts";

const known = new WeakMap<ColumnTable, ColumnTable>();

/**
 * The observations a panel shows in typed columns, made once per table: rows it filters out are not there, columns it does
 * not have are missing throughout, and without a column `kind` all are observations.
 */
export function observedOf({ observations }: Panel): ColumnTable {
  const before = known.get(observations);
  if (before !== undefined) return before;
  const table = settled(observations);
  const typed = Object.entries(OBSERVATION_COLUMNS).map(([name, kind]): [string, Column] => {
    if (kind !== "string") {
      const column = table.column(name);
      return [name, column instanceof NumberColumn ? column : new NumberColumn(numbersOrNone(table, name))];
    }
    if (name === "kind" && !hasColumn(table, name)) return [name, constantText("observation", table.totalRows())];
    return [name, dictionaryOf(table, name)];
  });
  const made = tableOf(Object.fromEntries(typed));
  known.set(observations, made);
  return made;
}

/** Rows of the observations of one indicator, in their order. */
export function rowsOfIndicator(table: ColumnTable, id: string): Int32Array {
  const { codes, values } = dictionaryOf(table, "indicator");
  const code = values.indexOf(id);
  const groups = groupsOf(table, ["indicator"]);
  for (let group = 0; code !== -1 && group < groups.count; group += 1) {
    if (codes[groups.rows[groups.starts[group] as number] as number] === code) return rowsOfGroup(groups, group);
  }
  return new Int32Array(0);
}
