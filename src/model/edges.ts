import type { Qualifier } from "./observation.ts";

/** The span in which the true value lies; an end that is not known is ±Infinity. */
export interface Edges {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Between which bounds a printed value lies: `98%以上` is 98 to 100, `近1600` is below 1600, an exact value is itself.
 *
 * @param value - the number as printed
 * @param qualifier - how firmly it is stated; `approx` leaves both ends open unless edges are given
 * @param given - edges stated in the data; null is an open end
 * @param bounds - what the unit allows at all: 0 and 100 for percent, 0 and Infinity for counts
 * @example
 * ```ts @import.meta.vitest
 * expect(edgesOf(98, "at_least", { lower: null, upper: null }, { lower: 0, upper: 100 })).toEqual({ lower: 98, upper: 100 })
 * ```
 */
export function edgesOf(
  value: number,
  qualifier: Qualifier,
  given: { readonly lower: number | null; readonly upper: number | null },
  bounds: Edges = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY },
): Edges {
  if (qualifier === "exact") return { lower: value, upper: value };
  const fromBelow = qualifier === "at_least" || qualifier === "over" ? value : bounds.lower;
  const fromAbove = qualifier === "at_most" || qualifier === "under" ? value : bounds.upper;
  return { lower: given.lower ?? fromBelow, upper: given.upper ?? fromAbove };
}
