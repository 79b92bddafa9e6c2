import { mannKendall } from "../src/stats/mann-kendall.ts";
import { normalUpper } from "../src/stats/special/normal.ts";
import { normalWidth } from "../src/stats/special/normal-quantile.ts";
import { studentQuantileUpper } from "../src/stats/special/student.ts";
import type { MadeSeries } from "./made-series.ts";

const Z = normalWidth(0.95);

/**
 * The floor: least squares and Theil–Sen with their limits, Mann–Kendall, last change and index of series that are known to lie one behind the
 * other in the order of their years, on bare typed arrays.
 */
export function trendFloor({ series, years, values }: MadeSeries): Float64Array[] {
  const column = () => new Float64Array(series).fill(Number.NaN);
  const [ols, olsLower, olsUpper, sen, senLower, senUpper] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const [p, last, index] = [column(), column(), column()];
  const students = Array.from({ length: years }, (_, df) => (df < 1 ? 0 : studentQuantileUpper(0.025, df)));
  const x = new Float64Array(years);
  const y = new Float64Array(years);
  const slopes = new Float64Array((years * (years - 1)) / 2);
  const exact = new Map<number, number>();
  for (let s = 0; s < series; s += 1) {
    let n = 0;
    for (let i = 0; i < years; i += 1) {
      const value = values[s * years + i] as number;
      if (Number.isNaN(value)) continue;
      x[n] = 2010 + i;
      y[n] = value;
      n += 1;
    }
    if (n < 3) continue;
    const { slope, error } = lineOf(x, y, n);
    ols[s] = slope;
    olsLower[s] = slope - error * (students[n - 2] as number);
    olsUpper[s] = slope + error * (students[n - 2] as number);
    const { score, tied } = pairsOf(x, y, n, slopes);
    const count = (n * (n - 1)) / 2;
    sen[s] = medianOf(slopes, count);
    const variance = varianceOf(y, n, tied);
    const width = Z * Math.sqrt(variance);
    senLower[s] = placed(slopes, count, (count - width) / 2);
    senUpper[s] = placed(slopes, count, (count + width) / 2 + 1);
    p[s] = probability(x, y, n, score, tied, variance, exact);
    if (x[n - 2] === (x[n - 1] as number) - 1) last[s] = (y[n - 1] as number) - (y[n - 2] as number);
    if ((y[0] as number) > 0) index[s] = ((y[n - 1] as number) / (y[0] as number)) * 100;
  }
  return [ols, olsLower, olsUpper, sen, senLower, senUpper, p, last, index];
}

function lineOf(x: Float64Array, y: Float64Array, n: number) {
  let [meanX, meanY, xx, xy, squares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    meanX += (x[i] as number) / n;
    meanY += (y[i] as number) / n;
  }
  for (let i = 0; i < n; i += 1) {
    xx += ((x[i] as number) - meanX) ** 2;
    xy += ((x[i] as number) - meanX) * ((y[i] as number) - meanY);
  }
  const slope = xy / xx;
  for (let i = 0; i < n; i += 1) squares += ((y[i] as number) - meanY - slope * ((x[i] as number) - meanX)) ** 2;
  return { slope, error: Math.sqrt(squares / (n - 2) / xx) };
}

function placed(sorted: Float64Array, count: number, place: number): number {
  if (place < 1 || place > count) return Number.NaN;
  const below = sorted[Math.floor(place) - 1] as number;
  return below + ((sorted[Math.ceil(place) - 1] as number) - below) * (place - Math.floor(place));
}

function pairsOf(x: Float64Array, y: Float64Array, n: number, slopes: Float64Array) {
  let [score, at, tied] = [0, 0, false];
  for (let i = 1; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const rise = (y[i] as number) - (y[j] as number);
      if (rise > 0) score += 1;
      else if (rise < 0) score -= 1;
      else tied = true;
      slopes[at] = rise / ((x[i] as number) - (x[j] as number));
      at += 1;
    }
  }
  return { score, tied };
}

function medianOf(numbers: Float64Array, count: number): number {
  for (let i = 1; i < count; i += 1) {
    const own = numbers[i] as number;
    let j = i - 1;
    for (; j >= 0 && (numbers[j] as number) > own; j -= 1) numbers[j + 1] = numbers[j] as number;
    numbers[j + 1] = own;
  }
  const middle = count >> 1;
  return count % 2 === 1
    ? (numbers[middle] as number)
    : ((numbers[middle - 1] as number) + (numbers[middle] as number)) / 2;
}

function varianceOf(y: Float64Array, n: number, tied: boolean): number {
  const full = n * (n - 1) * (2 * n + 5);
  if (!tied) return full / 18;
  let ties = 0;
  const sorted = y.slice(0, n).sort();
  for (let i = 0; i < n; ) {
    let end = i + 1;
    while (end < n && sorted[end] === sorted[i]) end += 1;
    ties += (end - i) * (end - i - 1) * (2 * (end - i) + 5);
    i = end;
  }
  return (full - ties) / 18;
}

function probability(
  x: Float64Array,
  y: Float64Array,
  n: number,
  score: number,
  tied: boolean,
  variance: number,
  exact: Map<number, number>,
): number {
  if (!tied && n <= 10) {
    const key = n * 64 + Math.abs(score);
    const known = exact.get(key) ?? (mannKendall(x.slice(0, n), y.slice(0, n)).p as number);
    exact.set(key, known);
    return known;
  }
  const z = variance === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
  return Math.min(1, 2 * normalUpper(Math.abs(z)));
}
