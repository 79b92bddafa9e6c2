import type { ColumnTable, DictionaryColumn } from "../model/table.ts";
import { constantText, dictionaryOf, editedTexts, hasColumn, withFlag } from "./columns.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";

/** All flags of the rows of each series, each once, and those of its own. */
export function seriesFlags(
  table: ColumnTable,
  groups: Groups,
  group: Int32Array,
  own: ReadonlyMap<number, readonly string[]>,
): DictionaryColumn {
  const joined = new Map<number, string | null>();
  if (hasColumn(table, "flags")) {
    const flags = dictionaryOf(table, "flags");
    for (let i = 0; i < group.length; i += 1) {
      let all: string | null = null;
      for (const row of rowsOfGroup(groups, group[i] as number)) {
        if (flags.codes[row] !== -1) all = withFlag(all, ...(flags.at(row) as string).split(" "));
      }
      if (all !== null) joined.set(i, all);
    }
  }
  for (const [i, codes] of own) joined.set(i, withFlag(joined.get(i) ?? null, ...codes));
  return editedTexts(constantText(null, group.length), joined);
}
