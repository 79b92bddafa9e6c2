import { kendallScore } from "./kendall-score.ts";
import { answered, type Outcome, refused } from "./outcome.ts";
import type { Values } from "./present.ts";
import { requireConfidence } from "./require.ts";
import { seriesOf } from "./series.ts";
import { normalWidth } from "./special/normal-quantile.ts";

export interface TheilSenOptions {
  /** Confidence of the interval of the slope; default 0.95. */
  readonly confidence?: number;
  /** How order statistics become edges: `gilbert` (default) interpolates between them, `rounded` takes whole places. */
  readonly interval?: "gilbert" | "rounded";
  /** `separate` (default): median value − slope × median year; `joint`: median of value − slope × year. */
  readonly intercept?: "separate" | "joint";
}

export interface TheilSen {
  /** Change per year. */
  readonly slope: number;
  /** Value at year 0 of the calendar, far outside the data. */
  readonly intercept: number;
  /** Edges of the slope; null where the series is too short for them. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Pairs of different years behind the median. */
  readonly slopes: number;
  readonly confidence: number;
  readonly method: "gilbert" | "rounded";
  readonly n: number;
  readonly missing: number;
}

const KEYS = ["slope", "intercept", "lower", "upper", "slopes", "confidence", "method", "n", "missing"] as const;

/**
 * Theil–Sen slope: by how much does a series change per year, unmoved by single outlying years?
 *
 * @remarks
 * Unit: the value's unit per year. Missing: years without a value are dropped, and the years keep their distance;
 * fewer than two different years are refused with `few_points`.
 * Source: Sen (1968), J. Am. Stat. Assoc. 63:1379–1389; interval by Gilbert (1987), Statistical Methods for
 * Environmental Pollution Monitoring, § 16.5, or with rounded places and Sen's own variance, as scipy does. Oracle:
 * test/oracles/theil_sen.json.
 *
 * @returns slope with its interval; lower ≤ slope ≤ upper
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(theilSen([2015, 2016, 2017, 2019], [4, 6, 5, 9]).slope).toBe(1.125)
 * ```
 */
export function theilSen(years: Values, values: Values, options: TheilSenOptions = {}): Outcome<TheilSen> {
  const { confidence = 0.95, interval = "gilbert", intercept = "separate" } = options;
  requireConfidence("theilSen", confidence);
  const series = seriesOf("theilSen", years, values);
  const slopes = pairSlopes(series.years, series.values);
  if (slopes.length === 0) return refused("few_points", KEYS);
  const slope = middle(slopes);
  const { variance, senVariance } = kendallScore(series.years, series.values);
  const spread = interval === "gilbert" ? variance : senVariance;
  const width = normalWidth(confidence) * Math.sqrt(Math.max(0, spread));
  const edges = interval === "gilbert" ? interpolated(slopes, width) : rounded(slopes, width);
  return answered<TheilSen>({
    slope,
    intercept: interceptOf(series.years, series.values, slope, intercept),
    ...edges,
    slopes: slopes.length,
    confidence,
    method: interval,
    n: series.years.length,
    missing: series.missing,
  });
}

function pairSlopes(years: Float64Array, values: Float64Array): Float64Array {
  const slopes = new Float64Array((years.length * (years.length - 1)) / 2);
  let count = 0;
  for (let i = 1; i < years.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const run = (years[i] as number) - (years[j] as number);
      if (run === 0) continue;
      slopes[count] = ((values[i] as number) - (values[j] as number)) / run;
      count += 1;
    }
  }
  return slopes.subarray(0, count).sort();
}

function interceptOf(years: Float64Array, values: Float64Array, slope: number, rule: "separate" | "joint"): number {
  if (rule === "separate") return middle(values.slice().sort()) - slope * middle(years);
  return middle(values.map((value, i) => value - slope * (years[i] as number)).sort());
}

/** Median of sorted numbers. */
function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

interface Edges {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Gilbert's places (N − C)/2 and (N + C)/2 + 1, interpolated; null outside the places there are. */
function interpolated(slopes: Float64Array, width: number): Edges {
  const at = (place: number): number | null => {
    if (place < 1 || place > slopes.length) return null;
    const below = slopes[Math.floor(place) - 1] as number;
    const above = slopes[Math.ceil(place) - 1] as number;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { lower: at((slopes.length - width) / 2), upper: at((slopes.length + width) / 2 + 1) };
}

/** scipy's places: halves go to the even side, and places outside stop at the ends. */
function rounded(slopes: Float64Array, width: number): Edges {
  const lower = Math.max(halfToEven((slopes.length - width) / 2) - 1, 0);
  const upper = Math.min(halfToEven((slopes.length + width) / 2), slopes.length - 1);
  return { lower: slopes[lower] as number, upper: slopes[upper] as number };
}

function halfToEven(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value % 1) === 0.5 && whole % 2 !== 0 ? whole - 1 : whole;
}
