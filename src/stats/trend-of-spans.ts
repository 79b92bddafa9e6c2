import { median } from "d3-array";
import { tieSums } from "./kendall-score.ts";
import { kendallExactP } from "./mann-kendall.ts";
import { normalUpper } from "./special/normal.ts";

/** Where the trend of a series may lie whose figures are spans. */
export interface TrendOfSpans {
  /** Between which slopes the Theil–Sen slope lies; infinite where a span is open. */
  readonly lower: number;
  readonly upper: number;
  /** The direction that every filling of the spans has; `none` where no filling has one, null where they differ. */
  readonly direction: "rising" | "falling" | "none" | null;
}

/**
 * Which trend does a series have, whatever the true values inside their spans are?
 *
 * @remarks
 * Unit: slopes as in `theilSen`, the direction as by `mannKendall` (automatic method) and the sign of the slope. Each pair of
 * years is taken at its own worst and best, so that the limits may be wider than what one filling can reach, never narrower;
 * a direction is named only if it stands with the largest p that ties could give, and `none` only with the smallest.
 *
 * @param years - in order, no NaN
 * @param lower - least possible values, −Infinity where open; equal to `upper` where a value is exact
 * @param upper - largest possible values
 * @param significance - p below which a direction is named
 * @example
 * ```ts @import.meta.vitest
 * const years = [2018, 2019, 2020, 2021, 2022]
 * const [lower, upper] = [[1, 2, 3, 4, 5], [1, 2, 3, 4, Infinity]]
 * expect(trendOfSpans(years, lower, upper, 0.05)).toEqual({ lower: 1, upper: 1, direction: "rising" })
 * ```
 */
export function trendOfSpans(
  years: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  significance: number,
): TrendOfSpans {
  const n = years.length;
  const [least, most]: [number[], number[]] = [[], []];
  let [fewest, largest] = [0, 0];
  for (let i = 1; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const run = (years[i] as number) - (years[j] as number);
      if (run === 0) continue;
      const fall = (lower[i] as number) - (upper[j] as number);
      const rise = (upper[i] as number) - (lower[j] as number);
      fewest += Math.sign(fall);
      largest += Math.sign(rise);
      least.push(fall / run);
      most.push(rise / run);
    }
  }
  const slopes = { lower: median(least) ?? Number.NaN, upper: median(most) ?? Number.NaN };
  const p = pOf(Float64Array.from(years), lower, upper);
  if (fewest > 0 && slopes.lower > 0 && p.largest(fewest) < significance) return { ...slopes, direction: "rising" };
  if (largest < 0 && slopes.upper < 0 && p.largest(largest) < significance) return { ...slopes, direction: "falling" };
  const extreme = Math.max(Math.abs(fewest), Math.abs(largest));
  return { ...slopes, direction: p.smallest(extreme) < significance ? null : "none" };
}

/** The largest and the smallest p that an S may have, whatever the ties among the true values are. */
function pOf(years: Float64Array, lower: ArrayLike<number>, upper: ArrayLike<number>) {
  const n = years.length;
  const runs = tieSums(years).weighted;
  const full = n * (n - 1) * (2 * n + 5);
  const exact = (s: number) => (n <= 10 && runs === 0 ? kendallExactP(s, n, "two-sided") : null);
  const normal = (s: number, variance: number) =>
    s === 0 ? 1 : Math.min(1, 2 * normalUpper((Math.abs(s) - 1) / Math.sqrt(Math.max(0, variance))));
  return {
    largest: (s: number) => Math.max(exact(s) ?? 0, normal(s, full / 18)),
    smallest: (s: number) => Math.min(exact(s) ?? 1, normal(s, (full - runs - mostTied(lower, upper)) / 18)),
  };
}

/** Sum of the terms for ties where all spans fall on the value that most exact figures share: there is no larger one. */
function mostTied(lower: ArrayLike<number>, upper: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  let spans = 0;
  for (let i = 0; i < lower.length; i += 1) {
    const value = lower[i] as number;
    if (value === upper[i]) counts.set(value, (counts.get(value) ?? 0) + 1);
    else spans += 1;
  }
  const [first = 0, ...others] = [...counts.values()].sort((a, b) => b - a);
  return [first + spans, ...others].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
}
