import { isPresent, type Values } from "./present.ts";
import { requireSameLength } from "./require.ts";

/** Years and values that are both present, in calendar order. */
export interface Series {
  readonly years: Float64Array;
  readonly values: Float64Array;
  readonly missing: number;
}

/** Drops the years without a value and sorts the rest. */
export function seriesOf(verb: string, years: Values, values: Values): Series {
  requireSameLength(verb, "years", years.length, "values", values.length);
  const rows: number[] = [];
  let sorted = true;
  for (let i = 0; i < years.length; i += 1) {
    if (!isPresent(years[i]) || !isPresent(values[i])) continue;
    const last = rows.at(-1);
    if (last !== undefined && (years[i] as number) < (years[last] as number)) sorted = false;
    rows.push(i);
  }
  if (!sorted) rows.sort((i, j) => (years[i] as number) - (years[j] as number) || i - j);
  return {
    years: Float64Array.from(rows, (i) => years[i] as number),
    values: Float64Array.from(rows, (i) => values[i] as number),
    missing: years.length - rows.length,
  };
}
