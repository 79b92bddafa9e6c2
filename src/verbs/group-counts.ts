import { type Column, NumberColumn, tableOf } from "../model/table.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { type Groups, groupsOf } from "./groups.ts";

/** How many rows of each group have a figure, and how many have none, as columns of the rows; counted when first read. */
export function groupCounts(columns: Readonly<Record<string, Column>>, values: NumberColumn): Record<string, Column> {
  let counted: { readonly groups: Groups; readonly used: Int32Array } | null = null;
  const count = () => {
    if (counted !== null) return counted;
    const names = COMPARED_BY.filter((name) => name in columns);
    const groups = groupsOf(tableOf({ ...columns, value: values }), names);
    const used = new Int32Array(groups.count);
    const figures = values.values;
    for (let row = 0; row < figures.length; row += 1) {
      const group = groups.of[row] as number;
      if (!Number.isNaN(figures[row])) used[group] = (used[group] as number) + 1;
    }
    counted = { groups, used };
    return counted;
  };
  const column = (of: (used: number, all: number) => number) =>
    new NumberColumn(values.length, () => {
      const { groups, used } = count();
      const numbers = new Float64Array(values.length);
      for (let row = 0; row < numbers.length; row += 1) {
        const group = groups.of[row] as number;
        const all = (groups.starts[group + 1] as number) - (groups.starts[group] as number);
        numbers[row] = of(used[group] as number, all);
      }
      return numbers;
    });
  return { n_used: column((used) => used), n_missing: column((used, all) => all - used) };
}
