import type { DictionaryColumn } from "../model/table.ts";
import { numbersBy } from "../util/fill.ts";

/** Figures of a group by year and region, NaN where there is none. */
export interface RegionYears {
  /** The years that have a figure, in order. */
  readonly years: readonly number[];
  /** A column per year with the regions of the group in order of their first row. */
  readonly columns: readonly Float64Array[];
}

/** The figures of a group in columns; of several figures of a region in one year the last one counts. */
export function regionYears(
  rows: Int32Array,
  { codes }: DictionaryColumn,
  year: Float64Array,
  values: Float64Array,
): RegionYears {
  const known = new Set<number>();
  const places = new Map<number, number>();
  for (const row of rows) {
    if (!Number.isNaN(values[row])) known.add(year[row] as number);
    const code = codes[row] as number;
    if (!places.has(code)) places.set(code, places.size);
  }
  const years = Float64Array.from(known).sort();
  const columns = new Map(Array.from(years, (one) => [one, numbersBy(places.size, () => Number.NaN)]));
  for (const row of rows) {
    const column = columns.get(year[row] as number);
    if (column === undefined || Number.isNaN(values[row])) continue;
    column[places.get(codes[row] as number) as number] = values[row] as number;
  }
  return { years: [...years], columns: [...columns.values()] };
}
