import { answered, type Outcome, refused } from "./outcome.ts";
import type { Values } from "./present.ts";
import { requireConfidence } from "./require.ts";
import { seriesOf } from "./series.ts";
import { studentUpper, studentWidth } from "./special/student.ts";
import type { ConfidenceOptions } from "./wilson-interval.ts";

export interface OlsTrend {
  /** Change per year. */
  readonly slope: number;
  /** Value at year 0 of the calendar, far outside the data. */
  readonly intercept: number;
  /** The next seven are null where two points leave nothing to judge by, or where a series does not vary. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly rSquared: number | null;
  readonly residualSd: number | null;
  readonly df: number;
  readonly confidence: number;
  readonly method: "least_squares";
  readonly n: number;
  readonly missing: number;
}

const KEYS = [
  "slope",
  "intercept",
  "standardError",
  "lower",
  "upper",
  "t",
  "p",
  "rSquared",
  "residualSd",
  "df",
  "confidence",
  "method",
  "n",
  "missing",
] as const;

/**
 * Least-squares line: by how much does a series change per year on average, and how sure is that?
 *
 * @remarks
 * Unit: the value's unit per year. Missing: years without a value are dropped, and the years keep their distance;
 * fewer than two different years are refused with `few_points`.
 * Years are centred first, so that four-digit years cost no digits. Points on one line up to rounding have a residual
 * of 0: p is 0 and t is Infinity.
 * Source: any textbook; Student (1908). Oracle: test/oracles/ols_trend.json.
 *
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(olsTrend([2016, 2017, 2018, 2019, 2020], [3.1, 3.4, 3.3, 3.9, 4.2]).slope).toBeCloseTo(0.27, 12)
 * ```
 */
export function olsTrend(
  years: Values,
  values: Values,
  { confidence = 0.95 }: ConfidenceOptions = {},
): Outcome<OlsTrend> {
  requireConfidence("olsTrend", confidence);
  const series = seriesOf("olsTrend", years, values);
  const n = series.years.length;
  const sums = centredSums(series.years, series.values);
  if (n < 2 || sums.xx === 0) return refused("few_points", KEYS);
  const slope = sums.xy / sums.xx;
  const df = n - 2;
  return answered<OlsTrend>({
    slope,
    intercept: sums.meanY - slope * sums.meanX,
    rSquared: sums.yy === 0 ? null : 1 - residualSquares(series.years, series.values, sums, slope) / sums.yy,
    ...uncertainty(series.years, series.values, sums, slope, confidence),
    df,
    confidence,
    method: "least_squares",
    n,
    missing: series.missing,
  });
}

interface Sums {
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Sums of squares and products around the means; the means are taken twice, which leaves no rounding worth naming. */
function centredSums(x: Float64Array, y: Float64Array): Sums {
  const meanX = meanOf(x);
  const meanY = meanOf(y);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i += 1) {
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  return { meanX, meanY, xx, xy, yy };
}

function meanOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  const first = sum / numbers.length;
  let rest = 0;
  for (const number of numbers) rest += number - first;
  return first + rest / numbers.length;
}

/** Sum of squared residuals, 0 where it is no more than the rounding of the values themselves. */
function residualSquares(x: Float64Array, y: Float64Array, { meanX, meanY }: Sums, slope: number): number {
  let squares = 0;
  let rounding = 0;
  for (let i = 0; i < x.length; i += 1) {
    const residual = (y[i] as number) - meanY - slope * ((x[i] as number) - meanX);
    squares += residual * residual;
    rounding += (4 * Number.EPSILON * Math.max(Math.abs(y[i] as number), Math.abs(meanY))) ** 2;
  }
  return squares <= rounding ? 0 : squares;
}

function uncertainty(x: Float64Array, y: Float64Array, sums: Sums, slope: number, confidence: number) {
  const df = x.length - 2;
  if (df === 0) return { standardError: null, residualSd: null, lower: null, upper: null, t: null, p: null };
  const residualSd = Math.sqrt(residualSquares(x, y, sums, slope) / df);
  const standardError = residualSd / Math.sqrt(sums.xx);
  const width = standardError * studentWidth(confidence, df);
  const flat = standardError === 0 && slope === 0;
  const t = flat ? null : slope / standardError;
  const p = t === null ? null : 2 * studentUpper(Math.abs(t), df);
  return { standardError, residualSd, lower: slope - width, upper: slope + width, t, p };
}
