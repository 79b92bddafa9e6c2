import { gammaLower, gammaQuantile, gammaQuantileUpper, gammaUpper } from "./gamma.ts";

// A chi-square value with `df` degrees of freedom is twice a gamma value of shape df / 2 (Johnson, Kotz & Balakrishnan
// 1994, Continuous Univariate Distributions 1, ch. 18).

/**
 * Probability that a chi-square value lies at or below x; 1e-12 relative, also far out.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(chiSquareLower(18.307038053275146, 10)).toBeCloseTo(0.95, 14)
 * ```
 */
export function chiSquareLower(x: number, df: number): number {
  return gammaLower(df / 2, x / 2);
}

/** Probability that a chi-square value lies above x, without the subtraction from 1 that would cancel. */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2);
}

/**
 * The x below which a share p of chi-square values lies.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 12)
 * ```
 */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** The x above which a share q of chi-square values lies; exact for small q, where 1 − q would round away. */
export function chiSquareQuantileUpper(q: number, df: number): number {
  return 2 * gammaQuantileUpper(q, df / 2);
}
