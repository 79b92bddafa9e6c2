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
 * const a = { value: 56 / 70, ...wilsonInterval(56, 70) }, b = { value: 48 / 80, ...wilsonInterval(48, 80) }
 * const { lower, upper } = differenceInterval(a as Estimate, b as Estimate)
 * expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(["0.0524", "0.3339"])
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
  const low = product - root(product * product - a.lower * b.upper * (2 * a.value - a.lower) * (2 * b.value - b.upper));
  const high = product + root(product * product - a.upper * b.lower * (2 * a.value - a.upper) * (2 * b.value - b.lower));
  const lower = low / (b.upper * (2 * b.value - b.upper));
  const upper = b.lower <= 0 ? Number.POSITIVE_INFINITY : high / (b.lower * (2 * b.value - b.lower));
  return { lower, upper };
}

/** Rounding must not make a square root of a difference that is 0. */
const root = (square: number) => Math.sqrt(Math.max(0, square));
