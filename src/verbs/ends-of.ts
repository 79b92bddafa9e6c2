import type { Better } from "./better.ts";

/** The ends of figures that are not exact, in places of a group: which is good, which is bad. */
export interface Ends {
  readonly best: Float64Array;
  readonly worst: Float64Array;
  /** Places whose figure is not exact. */
  readonly edged: readonly number[];
}

/**
 * The good and the bad end of each figure. An end that is open reaches as far as the furthest figure of the group: a scale
 * needs a number, and further away it would only squeeze the others together.
 */
export function endsOf(values: Float64Array, lower: Float64Array, upper: Float64Array, better: Better): Ends {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const edges of [lower, upper, values]) {
    for (const one of edges) {
      if (!Number.isFinite(one)) continue;
      if (one < least) least = one;
      if (one > most) most = one;
    }
  }
  const low = lower.map((one) => (one === Number.NEGATIVE_INFINITY ? least : one));
  const high = upper.map((one) => (one === Number.POSITIVE_INFINITY ? most : one));
  const edged = [...values.keys()].filter((i) => lower[i] !== upper[i] && !Number.isNaN(values[i]));
  return better === "higher" ? { best: high, worst: low, edged } : { best: low, worst: high, edged };
}
