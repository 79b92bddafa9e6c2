import { requireConfidence, requireSameLength } from "./require.ts";
import { normalWidth } from "./special/normal-quantile.ts";
import { wilsonLower, wilsonReach, wilsonUpper } from "./wilson-edges.ts";
import type { ConfidenceOptions } from "./wilson-interval.ts";

/** Edges of many intervals at once. */
export interface IntervalColumns {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Wilson intervals of whole columns, at the speed of a bare loop.
 *
 * @remarks
 * Unit: shares. Missing: NaN on either side gives NaN edges, and so does a row that has no interval (population 0,
 * events outside 0 to population); columns carry NaN inside, which becomes null at the table's edge.
 * Source: as `wilsonInterval`.
 *
 * @returns two columns as long as the input; each row equals `wilsonInterval` of that row
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(wilsonIntervals([8, 0], [20, 0]).upper[0]).toBeCloseTo(0.6134, 4)
 * ```
 */
export function wilsonIntervals(
  events: ArrayLike<number>,
  population: ArrayLike<number>,
  { confidence = 0.95 }: ConfidenceOptions = {},
): IntervalColumns {
  requireConfidence("wilsonIntervals", confidence);
  requireSameLength("wilsonIntervals", "events", events.length, "population", population.length);
  const z = normalWidth(confidence);
  const lower = new Float64Array(events.length);
  const upper = new Float64Array(events.length);
  for (let i = 0; i < events.length; i += 1) {
    const x = events[i] as number;
    const n = population[i] as number;
    // NaN for a row without an interval runs through the formulas.
    const rate = n > 0 && x >= 0 && x <= n ? x / n : Number.NaN;
    const reach = wilsonReach(x, rate, z);
    lower[i] = wilsonLower(x, rate, reach);
    upper[i] = wilsonUpper(n, rate, reach, z);
  }
  return { lower, upper };
}
