import type { Finding } from "../model/finding.ts";
import { type Cell, type ColumnKind, type ColumnTable, fromRows } from "../model/table.ts";
import { append } from "../util/append.ts";
import { hasColumn, withFlag } from "./columns.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";

/** What a verb says of one group. */
export interface GroupAnswer {
  readonly row: Readonly<Record<string, Cell>>;
  readonly found: readonly Finding[];
}

/**
 * One row per group: the columns that part the groups and those of the verb that stand in the table, as its first row has
 * them, what the verb says of the group, and the codes of its findings as `flags`.
 *
 * @param kinds - the verb's own columns
 * @param answer - of the rows of a group
 */
export function rowPerGroup(
  table: ColumnTable,
  groups: Groups,
  names: readonly string[],
  kinds: Readonly<Record<string, ColumnKind>>,
  answer: (rows: Int32Array) => GroupAnswer,
): { readonly table: ColumnTable; readonly found: readonly Finding[] } {
  const labels = [...names, "indicator_zh", "indicator_en", "unit"].filter((name) => hasColumn(table, name));
  const found: Finding[] = [];
  const rows = Array.from({ length: groups.count }, (_, group) => {
    const own = rowsOfGroup(groups, group);
    const said = answer(own);
    append(found, said.found);
    return {
      ...Object.fromEntries(labels.map((name) => [name, table.get(name, own[0] as number) as Cell])),
      ...said.row,
      flags: withFlag(null, ...said.found.map((one) => one.code)),
    };
  });
  const parting = Object.fromEntries(names.map((name) => [name, name === "year" ? "integer" : "string"] as const));
  return { table: fromRows(rows, { ...parting, ...kinds }), found };
}
