import { fsum } from "d3-array";
import type { Refusal } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { quantileSorted } from "./quantile-sorted.ts";
import { requireCount, requireNumber, requireSameLength } from "./require.ts";

export interface InequalityOptions {
  /** Population of each region; given, every person counts alike instead of every region. */
  readonly weights?: Values;
}

/** Each measure is null where it has no answer: see {@link inequality}. */
export interface Inequality {
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  /** 0: all equal; towards 1: one has everything. */
  readonly gini: number | null;
  /** Gini × n/(n − 1), so that one of n owning all gives 1; null where weighted. */
  readonly giniCorrected: number | null;
  /** Theil's T, entropy of shares of the total, and L, mean log deviation. */
  readonly theilT: number | null;
  readonly theilL: number | null;
  /** Share that would have to move for all to be equal. */
  readonly hoover: number | null;
  readonly cvPopulation: number | null;
  readonly cvSample: number | null;
  readonly atkinsonHalf: number | null;
  readonly atkinsonOne: number | null;
  /** Highest over lowest, highest minus lowest, and ratios of quantiles (type 7); null where weighted. */
  readonly rangeRatio: number | null;
  readonly rangeDifference: number | null;
  readonly p90p10: number | null;
  readonly p75p25: number | null;
  /** Why shares have no answer: no value at all, or a negative one or a total of 0; null where they have. */
  readonly reason: Refusal | null;
}

interface Weighted {
  readonly x: number;
  readonly w: number;
}

/**
 * How unequal are regions: Gini, Theil, Hoover, Atkinson, coefficients of variation and ratios.
 *
 * @remarks
 * Unit: shares and ratios; `rangeDifference` in the values' own. Missing: dropped and counted, with its weight.
 * Null: everything but the range without a value; Gini, Hoover, Theil and Atkinson with a negative value or a total
 * of 0; Theil's L with a 0 among the values (it grows without bound); a ratio over 0. A 0 adds nothing to Theil's T.
 * Source: Cowell (2011), Measuring Inequality. Oracle: test/oracles/inequality.json.
 *
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(inequality([2, 4, 6, 8]).gini).toBe(0.25)
 * expect(inequality([5, 9, 14], { weights: [10, 30, 20] }).hoover).toBeCloseTo(0.1333, 4)
 * ```
 */
export function inequality(values: Values, { weights }: InequalityOptions = {}): Inequality {
  const regions = regionsOf(values, weights);
  const n = regions.length;
  const total = fsum(regions.map(({ w }) => w));
  const mean = total === 0 ? null : fsum(regions.map(({ x, w }) => w * x)) / total;
  const lacking = { n, missing: values.length - n, mean };
  const shares =
    mean === null || !(mean > 0) || regions.some(({ x }) => x < 0) ? null : shareMeasures(regions, total, mean);
  const gini = shares?.gini ?? null;
  return {
    ...lacking,
    ...(shares ?? { gini: null, theilT: null, theilL: null, hoover: null, atkinsonHalf: null, atkinsonOne: null }),
    giniCorrected: gini === null || weights !== undefined || n < 2 ? null : (gini * n) / (n - 1),
    ...variation(regions, total, mean, weights !== undefined),
    ...(weights === undefined
      ? ranges(regions)
      : { rangeRatio: null, rangeDifference: null, p90p10: null, p75p25: null }),
    reason: shares !== null ? null : mean === null ? "few_points" : "not_positive",
  };
}

function regionsOf(values: Values, weights: Values | undefined): Weighted[] {
  if (weights !== undefined) {
    requireSameLength("inequality", "values", values.length, "weights", weights.length);
  }
  const regions: Weighted[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i];
    const w = weights === undefined ? 1 : weights[i];
    if (!isPresent(x) || !isPresent(w)) continue;
    requireNumber("inequality", "values", x, "finite numbers", true);
    requireCount("inequality", "weights", w);
    if (w > 0) regions.push({ x, w });
  }
  return regions;
}

/** Measures of shares of the total, for values of at least 0 with a positive mean. */
function shareMeasures(regions: readonly Weighted[], total: number, mean: number) {
  const average = (f: (r: number) => number) => fsum(regions.map(({ x, w }) => w * f(x / mean))) / total;
  const logs = average(Math.log);
  const zero = regions.some(({ x }) => x === 0);
  return {
    gini: giniOf(regions, total, mean),
    theilT: floored(average((r) => (r === 0 ? 0 : r * Math.log(r)))),
    theilL: zero ? null : floored(-logs),
    hoover: average((r) => Math.abs(r - 1)) / 2,
    atkinsonHalf: floored(1 - average(Math.sqrt) ** 2),
    atkinsonOne: zero ? 1 : floored(1 - Math.exp(logs)),
  };
}

/** Equal values must not come out as inequality of −1e−17. */
const floored = (measure: number) => Math.max(0, measure);

/** Half the mean absolute difference over the mean, from the running share of the total. */
function giniOf(regions: readonly Weighted[], total: number, mean: number): number {
  const sorted = [...regions].sort((a, b) => a.x - b.x);
  const terms: number[] = [];
  let before = 0;
  for (const { x, w } of sorted) {
    terms.push(w * (x / mean - 1) * (2 * before + w - total));
    before += w;
  }
  return floored(fsum(terms) / total ** 2);
}

function variation(regions: readonly Weighted[], total: number, mean: number | null, weighted: boolean) {
  if (mean === null || mean === 0) return { cvPopulation: null, cvSample: null };
  const squares = fsum(regions.map(({ x, w }) => w * (x - mean) ** 2));
  const cvPopulation = Math.sqrt(squares / total) / mean;
  const sampled = !weighted && regions.length > 1;
  return { cvPopulation, cvSample: sampled ? Math.sqrt(squares / (total - 1)) / mean : null };
}

function ranges(regions: readonly Weighted[]) {
  const sorted = Float64Array.from(regions, ({ x }) => x).sort();
  if (sorted.length === 0) return { rangeRatio: null, rangeDifference: null, p90p10: null, p75p25: null };
  const at = (p: number) => quantileSorted(sorted, p, 7);
  const ratio = (upper: number, lower: number) => (at(lower) === 0 ? null : at(upper) / at(lower));
  return {
    rangeRatio: ratio(1, 0),
    rangeDifference: at(1) - at(0),
    p90p10: ratio(0.9, 0.1),
    p75p25: ratio(0.75, 0.25),
  };
}
