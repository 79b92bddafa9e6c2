import { mannKendall } from "../stats/mann-kendall.ts";
import { normalUpper } from "../stats/special/normal.ts";
import { normalWidth } from "../stats/special/normal-quantile.ts";
import { studentQuantileUpper } from "../stats/special/student.ts";

/** Estimates of many series, one entry each; NaN where there is none. */
export interface EstimateColumns {
  readonly slope: Float64Array;
  readonly slope_lower: Float64Array;
  readonly slope_upper: Float64Array;
  readonly p: Float64Array;
  readonly ols_slope: Float64Array;
  readonly ols_lower: Float64Array;
  readonly ols_upper: Float64Array;
  /** 1 where p is exact, 0 where it is the normal approximation. */
  readonly exact: Uint8Array;
}

/** Empty estimates for so many series. */
export function emptyEstimates(length: number): EstimateColumns {
  const empty = () => new Float64Array(length).fill(Number.NaN);
  return {
    slope: empty(),
    slope_lower: empty(),
    slope_upper: empty(),
    p: empty(),
    ols_slope: empty(),
    ols_lower: empty(),
    ols_upper: empty(),
    exact: new Uint8Array(length),
  };
}

/**
 * Theil–Sen, Mann–Kendall and least squares of many short series, as `theilSen`, `mannKendall` and `olsTrend` give them.
 *
 * One walk over the pairs of a series serves slopes and S; quantiles and exact probabilities, which depend on the length of
 * a series and on S alone, are looked up once. Years must rise strictly and be complete.
 */
export class SeriesEstimates {
  private slopes = new Float64Array(64);
  private sorted = new Float64Array(32);
  private readonly z: number;
  private readonly students = new Map<number, number>();
  private readonly exactP = new Map<number, number>();

  constructor(
    private readonly confidence: number,
    private readonly to: EstimateColumns,
  ) {
    this.z = normalWidth(confidence);
  }

  /** Estimates one series of at least three years and writes them to entry `at`. */
  add(at: number, years: Float64Array, values: Float64Array, n: number): void {
    const { s, tied } = this.pairs(years, values, n);
    const count = (n * (n - 1)) / 2;
    const full = n * (n - 1) * (2 * n + 5);
    const variance = (full - (tied ? this.tieWeight(values, n) : 0)) / 18;
    this.order(at, count, this.z * Math.sqrt(Math.max(0, variance)));
    const exact = !tied && n <= 10;
    this.to.exact[at] = Number(exact);
    this.to.p[at] = exact ? this.exact(years, values, n, s) : normalP(s, variance);
    this.leastSquares(at, years, values, n);
  }

  /** Fills the slopes of all pairs; gives rising minus falling pairs, and whether values are tied. */
  private pairs(years: Float64Array, values: Float64Array, n: number): { s: number; tied: boolean } {
    const count = (n * (n - 1)) / 2;
    if (this.slopes.length < count) this.slopes = new Float64Array(2 * count);
    const { slopes } = this;
    let [s, at, tied] = [0, 0, false];
    for (let i = 1; i < n; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const rise = (values[i] as number) - (values[j] as number);
        if (rise > 0) s += 1;
        else if (rise < 0) s -= 1;
        else tied = true;
        slopes[at] = rise / ((years[i] as number) - (years[j] as number));
        at += 1;
      }
    }
    return { s, tied };
  }

  /** Median of the slopes and Gilbert's edges around it. */
  private order(at: number, count: number, width: number): void {
    const { slopes, to } = this;
    sortStart(slopes, count);
    const middle = count >> 1;
    const upper = slopes[middle] as number;
    to.slope[at] = count % 2 === 1 ? upper : ((slopes[middle - 1] as number) + upper) / 2;
    to.slope_lower[at] = placed(slopes, count, (count - width) / 2);
    to.slope_upper[at] = placed(slopes, count, (count + width) / 2 + 1);
  }

  /** Sum of t(t−1)(2t+5) over groups of t equal values. */
  private tieWeight(values: Float64Array, n: number): number {
    if (this.sorted.length < n) this.sorted = new Float64Array(2 * n);
    const { sorted } = this;
    for (let i = 0; i < n; i += 1) sorted[i] = values[i] as number;
    sortStart(sorted, n);
    let weight = 0;
    for (let i = 0; i < n; ) {
      let end = i + 1;
      while (end < n && sorted[end] === sorted[i]) end += 1;
      const t = end - i;
      weight += t * (t - 1) * (2 * t + 5);
      i = end;
    }
    return weight;
  }

  private exact(years: Float64Array, values: Float64Array, n: number, s: number): number {
    const key = n * 64 + Math.abs(s);
    let p = this.exactP.get(key);
    if (p === undefined) {
      p = mannKendall(years.slice(0, n), values.slice(0, n)).p as number;
      this.exactP.set(key, p);
    }
    return p;
  }

  private leastSquares(at: number, years: Float64Array, values: Float64Array, n: number): void {
    const meanX = meanOf(years, n);
    const meanY = meanOf(values, n);
    let [xx, xy] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      const dx = (years[i] as number) - meanX;
      xx += dx * dx;
      xy += dx * ((values[i] as number) - meanY);
    }
    const slope = xy / xx;
    let [squares, rounding] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      const residual = (values[i] as number) - meanY - slope * ((years[i] as number) - meanX);
      squares += residual * residual;
      const digit = 4 * Number.EPSILON * Math.max(Math.abs(values[i] as number), Math.abs(meanY));
      rounding += digit * digit;
    }
    const df = n - 2;
    // Points on one line up to the rounding of the values themselves leave no residual.
    const error = squares <= rounding ? 0 : Math.sqrt(squares / df / xx);
    const width = error * this.student(df);
    this.to.ols_slope[at] = slope;
    this.to.ols_lower[at] = slope - width;
    this.to.ols_upper[at] = slope + width;
  }

  private student(df: number): number {
    let quantile = this.students.get(df);
    if (quantile === undefined) {
      quantile = studentQuantileUpper((1 - this.confidence) / 2, df);
      this.students.set(df, quantile);
    }
    return quantile;
  }
}

/** Ascending order of the first entries; below a hundred or so, insertion beats the call of the built-in sort. */
function sortStart(numbers: Float64Array, count: number): void {
  if (count > 100) {
    numbers.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i += 1) {
    const own = numbers[i] as number;
    let j = i - 1;
    for (; j >= 0 && (numbers[j] as number) > own; j -= 1) numbers[j + 1] = numbers[j] as number;
    numbers[j + 1] = own;
  }
}

/** The order statistic at a place between 1 and `count`, interpolated; NaN outside. */
function placed(sorted: Float64Array, count: number, place: number): number {
  if (place < 1 || place > count) return Number.NaN;
  const below = sorted[Math.floor(place) - 1] as number;
  const above = sorted[Math.ceil(place) - 1] as number;
  return below + (above - below) * (place - Math.floor(place));
}

/** Mean, taken twice against rounding. */
function meanOf(numbers: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += numbers[i] as number;
  const first = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i += 1) rest += (numbers[i] as number) - first;
  return first + rest / n;
}

function normalP(s: number, variance: number): number {
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return Math.min(1, 2 * normalUpper(Math.abs(z)));
}
