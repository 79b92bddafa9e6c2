import type { ColumnTable } from "../model/table.ts";
import { poissonIntervals } from "../stats/poisson-intervals.ts";
import { wilsonIntervals } from "../stats/wilson-intervals.ts";
import { dictionaryOf, numbersOrNone } from "./columns.ts";

/** Chance limits of each figure at one level; NaN where none are known. */
export interface Limits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Limits of the figures of a comparison at a level its own intervals need not have: from the counts behind them, by the
 * method the table names in `interval_method`.
 *
 * @param per - residents figures per head are stated for
 * @returns limits where both counts and a method are there; NaN in all other rows
 */
export function limitsAt(table: ColumnTable, confidence: number, per: number): Limits {
  const methods = dictionaryOf(table, "interval_method");
  const events = numbersOrNone(table, "numerator");
  const population = numbersOrNone(table, "denominator");
  const shares = wilsonIntervals(events, population, { confidence });
  const counts = poissonIntervals(events, { confidence });
  const lower = new Float64Array(events.length).fill(Number.NaN);
  const upper = new Float64Array(events.length).fill(Number.NaN);
  const wilson = methods.values.indexOf("wilson");
  const poisson = ["exact", "byar"].map((name) => methods.values.indexOf(name));
  for (let row = 0; row < events.length; row += 1) {
    const method = methods.codes[row] as number;
    if (method === -1) continue;
    if (method === wilson) {
      lower[row] = (shares.lower[row] as number) * 100;
      upper[row] = (shares.upper[row] as number) * 100;
    } else if (poisson.includes(method)) {
      const scale = per / (population[row] as number);
      lower[row] = (counts.lower[row] as number) * scale;
      upper[row] = (counts.upper[row] as number) * scale;
    }
  }
  return { lower, upper };
}
