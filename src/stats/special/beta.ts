import { bisected } from "./bisected.ts";
import { stirlingError } from "./log-gamma.ts";
import { deviance } from "./saddle-point.ts";

const SMALLEST = 1e-300;

/**
 * Lower tail I_x(a, b) of the beta distribution, 1e-12 relative.
 *
 * @param y - 1 − x, given by the caller because x near 1 has no room for it
 */
export function betaLower(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x < (a + 1) / (a + b + 2) ? tailFraction(a, b, x, y) : 1 - tailFraction(b, a, y, x);
}

/** The x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  if (p > 0.5) return 1 - betaQuantile(1 - p, b, a);
  const slope = (x: number) => kernel(a, b, x, 1 - x) / (x * (1 - x));
  return bisected(p, (x) => betaLower(a, b, x), slope, { lower: 0, upper: 1, start: a / (a + b) });
}

/** x^a y^b / B(a, b), by the saddle point so that large a and b do not cancel. */
function kernel(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** Continued fraction of I_x(a, b) by Lentz's method, for x below the mean. */
function tailFraction(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; ; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) return Math.min(1, (kernel(a, b, x, y) * fraction) / a);
  }
}

const nonZero = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
