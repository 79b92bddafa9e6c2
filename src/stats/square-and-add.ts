import type { Interval } from "./outcome.ts";

/** An estimate with its limits. */
export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * Limits of the difference of two independent estimates, from the limits of each: for proportions with Wilson limits this is
 * Newcombe's method 10.
 *
 * @remarks
 * Unit: that of the estimates. The limits surround the difference, and need not lie evenly about it. Missing: NaN on any side
 * gives NaN limits. Source: Newcombe (1998), Stat. Med. 17:873–890; Zou & Donner (2008), Stat. Med. 27:1693–1702.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { lower, upper } = differenceInterval({ value: 20, lower: 17, upper: 24 }, { value: 10, lower: 7, upper: 13 })
 * expect([lower.toFixed(2), upper.toFixed(2)]).toEqual(["5.76", "15.00"])
 * ```
 */
export function differenceInterval(a: Estimate, b: Estimate): Interval {
  const difference = a.value - b.value;
  return {
    lower: difference - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: difference + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}

/**
 * Limits of the ratio of two independent estimates of at least 0, from the limits of each.
 *
 * @remarks
 * Missing: NaN on any side gives NaN limits. The upper limit is infinite where the lower limit of the divisor is 0.
 * Source: Donner & Zou (2012), Stat. Methods Med. Res. 21:347–359 (the method of variance estimates recovery).
 *
 * @example
 * ```ts @import.meta.vitest
 * const { lower, upper } = ratioInterval({ value: 20, lower: 15, upper: 26 }, { value: 10, lower: 9, upper: 11 })
 * expect(lower).toBeLessThan(2)
 * expect(upper).toBeGreaterThan(2)
 * ```
 */
export function ratioInterval(a: Estimate, b: Estimate): Interval {
  const product = a.value * b.value;
  const own = [a.lower * (2 * a.value - a.lower), a.upper * (2 * a.value - a.upper)] as const;
  const other = [b.lower * (2 * b.value - b.lower), b.upper * (2 * b.value - b.upper)] as const;
  // Rounding must not make a square root of a difference that is 0.
  const root = (square: number) => Math.sqrt(Math.max(0, square));
  const below = product + root(product * product - own[0] * other[1]);
  return {
    lower: a.value === 0 ? 0 * b.value : own[0] / below,
    upper:
      b.lower > 0
        ? (product + root(product * product - own[1] * other[0])) / other[0]
        : b.lower + Number.POSITIVE_INFINITY,
  };
}
