/** Kendall's S of a series, its variance under no trend (with ties in either column), and the number of tied pairs. */
export interface KendallScore {
  readonly s: number;
  readonly variance: number;
  /** Sen's variance: the same without the terms for ties in both columns at once (years that are listed twice). */
  readonly senVariance: number;
  readonly tiedYears: number;
  readonly tiedValues: number;
}

/**
 * S = pairs that rise minus pairs that fall. The variance is Kendall's (1970) with both tie corrections.
 *
 * @param years - in any order, no NaN
 * @param values - as many, no NaN
 */
export function kendallScore(years: Float64Array, values: Float64Array): KendallScore {
  const n = years.length;
  let s = 0;
  for (let i = 1; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const run = (years[i] as number) - (years[j] as number);
      const rise = (values[i] as number) - (values[j] as number);
      s += Math.sign(run) * Math.sign(rise);
    }
  }
  const year = tieSums(years);
  const value = tieSums(values);
  const full = n * (n - 1) * (2 * n + 5);
  const senVariance = (full - year.weighted - value.weighted) / 18;
  let variance = senVariance;
  if (n > 2) variance += (year.triples * value.triples) / (9 * n * (n - 1) * (n - 2));
  if (n > 1) variance += (year.pairs * value.pairs) / (2 * n * (n - 1));
  return { s, variance, senVariance, tiedYears: year.pairs / 2, tiedValues: value.pairs / 2 };
}

/** Sums of t(t−1), t(t−1)(t−2) and t(t−1)(2t+5) over groups of t equal numbers. */
export function tieSums(numbers: Float64Array): { pairs: number; triples: number; weighted: number } {
  const sorted = numbers.slice().sort();
  const sums = { pairs: 0, triples: 0, weighted: 0 };
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[i]) end += 1;
    const t = end - i;
    sums.pairs += t * (t - 1);
    sums.triples += t * (t - 1) * (t - 2);
    sums.weighted += t * (t - 1) * (2 * t + 5);
    i = end;
  }
  return sums;
}
