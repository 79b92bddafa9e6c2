import { isPresent, type Values } from "./present.ts";
import { requireNumber, requireSameLength } from "./require.ts";

/** Years and values that are both present, in calendar order. */
export interface Series {
  readonly years: Float64Array;
  readonly values: Float64Array;
  readonly missing: number;
}

/** Drops the years without a value and sorts the rest; an infinite number is the caller's mistake. */
export function seriesOf(verb: string, years: Values, values: Values): Series {
  requireSameLength(verb, "years", years.length, "values", values.length);
  const keptYears = new Float64Array(years.length);
  const keptValues = new Float64Array(years.length);
  let n = 0;
  let sorted = true;
  for (let i = 0; i < years.length; i += 1) {
    const year = years[i];
    const value = values[i];
    if (!isPresent(year) || !isPresent(value)) continue;
    requireNumber(verb, "years", year, "finite numbers", true);
    requireNumber(verb, "values", value, "finite numbers", true);
    if (n > 0 && year < (keptYears[n - 1] as number)) sorted = false;
    keptYears[n] = year;
    keptValues[n] = value;
    n += 1;
  }
  const kept = { years: keptYears.subarray(0, n), values: keptValues.subarray(0, n), missing: years.length - n };
  return sorted ? kept : { ...kept, ...inOrder(kept.years, kept.values) };
}

function inOrder(years: Float64Array, values: Float64Array) {
  const rows = Array.from(years, (_, i) => i).sort((i, j) => (years[i] as number) - (years[j] as number) || i - j);
  return {
    years: Float64Array.from(rows, (i) => years[i] as number),
    values: Float64Array.from(rows, (i) => values[i] as number),
  };
}
