import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import { isPresent, presentValues, type Values } from "./present.ts";

/** What counts as "at or below": `weak` values up to the score, `strict` only those below it, `mean` their average. */
export type PercentileKind = "rank" | "weak" | "strict" | "mean";

/**
 * The share of all values, in percent, that a score reaches: how many does it stand above?
 *
 * @remarks
 * Unit: percent, 0 to 100. Missing: dropped from the values; a missing score or no value at all is refused.
 * `rank` (default) averages the places of values equal to the score.
 * Source: the four kinds of scipy's percentileofscore. Oracle: test/oracles/percentile.json.
 *
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(percentileRank([1, 2, 3, 4], 3).value).toBe(75)
 * expect(percentileRank([1, 2, 3, 4], 3, "strict").value).toBe(50)
 * ```
 */
export function percentileRank(values: Values, score: number | null, kind: PercentileKind = "rank"): NumberOutcome {
  const present = presentValues("percentileRank", values);
  if (!isPresent(score)) return noNumber("missing_value");
  if (present.length === 0) return noNumber("few_points");
  let below = 0;
  let upTo = 0;
  for (const value of present) {
    if (value < score) below += 1;
    if (value <= score) upTo += 1;
  }
  const reached: Record<PercentileKind, number> = {
    rank: (below + upTo + (upTo > below ? 1 : 0)) / 2,
    weak: upTo,
    strict: below,
    mean: (below + upTo) / 2,
  };
  return answered({ value: (reached[kind] / present.length) * 100 });
}
