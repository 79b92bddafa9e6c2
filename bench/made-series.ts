import { type ColumnTable, DictionaryColumn, NumberColumn, tableOf } from "../src/model/table.ts";
import { randomFrom } from "../src/stats/random.ts";

export interface MadeSeries {
  readonly table: ColumnTable;
  readonly series: number;
  readonly years: number;
  readonly values: Float64Array;
}

/** Series of twelve years one behind the other, seeded: drifting, some tied, a few without a figure. */
export function madeSeries(series: number, years: number): MadeSeries {
  const random = randomFrom(7);
  const length = series * years;
  const values = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    const drift = ((i % 7) - 3) * 0.2 * (i % years);
    const value = Math.round((50 + drift + 4 * random.normal()) * 2) / 2;
    values[i] = random.uniform() < 0.02 ? Number.NaN : value;
  }
  const regions = 3000;
  const indicators = Math.ceil(series / regions);
  const named = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const seriesOf = (row: number) => Math.floor(row / years);
  const table = tableOf({
    region: new DictionaryColumn(
      Int32Array.from({ length }, (_, i) => seriesOf(i) % regions),
      named("r", regions),
    ),
    indicator: new DictionaryColumn(
      Int32Array.from({ length }, (_, i) => Math.floor(seriesOf(i) / regions)),
      named("i", indicators),
    ),
    year: new NumberColumn(Float64Array.from({ length }, (_, i) => 2010 + (i % years))),
    value: new NumberColumn(values),
  });
  return { table, series, years, values };
}
