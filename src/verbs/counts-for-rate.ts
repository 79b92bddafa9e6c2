/** Counts that a printed rate can come from. */
export interface RateCounts {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Which counts fit this printed rate?
 *
 * @remarks
 * Unit: percent; a rate fits where the quotient, rounded to the digits printed, gives it.
 *
 * @param rate - as printed, 0 to 100
 * @param decimals - digits printed after the point
 * @param known - one of the two counts; the other is sought
 * @param limit - at most so many answers, the smallest first
 * @returns pairs of whole numbers; empty where none fits
 * @example
 * ```ts @import.meta.vitest
 * expect(countsForRate(99.3, 1, { numerator: 150 })).toEqual([{ numerator: 150, denominator: 151 }])
 * expect(countsForRate(27.27, 2, { denominator: 11 })).toEqual([{ numerator: 3, denominator: 11 }])
 * expect(countsForRate(50, 0, { numerator: 0 })).toEqual([])
 * ```
 */
export function countsForRate(
  rate: number,
  decimals: number,
  known: { readonly numerator: number } | { readonly denominator: number },
  limit = 5,
): RateCounts[] {
  const half = 10 ** -decimals / 2;
  const low = (rate - half) / 100;
  const high = (rate + half) / 100;
  const fits = (numerator: number, denominator: number): boolean => {
    const share = numerator / denominator;
    return share >= low - EPSILON && share <= high + EPSILON;
  };
  const pairs: RateCounts[] = [];
  if ("denominator" in known) {
    const { denominator } = known;
    if (!(denominator > 0)) return [];
    for (let n = Math.max(0, Math.ceil(low * denominator - 1)); n <= denominator && pairs.length < limit; n += 1) {
      if (n / denominator > high + EPSILON) break;
      if (fits(n, denominator)) pairs.push({ numerator: n, denominator });
    }
    return pairs;
  }
  const { numerator } = known;
  if (numerator === 0 || high <= 0) return [];
  for (let d = Math.max(numerator, Math.floor(numerator / high)); pairs.length < limit; d += 1) {
    if (numerator / d < low - EPSILON) break;
    if (fits(numerator, d)) pairs.push({ numerator, denominator: d });
    if (low <= 0 && pairs.length >= limit) break;
  }
  return pairs;
}

const EPSILON = 1e-12;
