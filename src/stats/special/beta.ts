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

/**
 * Continued fraction of I_x(a, b) for x below the mean, by Lentz's method.
 *
 * DiDonato & Morris (1992), ACM Trans. Math. Softw. 18:360–373: in terms of how far x lies below the mean, so that
 * nothing cancels where x is near 1 (150 000 degrees of freedom).
 */
function tailFraction(a: number, b: number, x: number, y: number): number {
  const below = a > b ? (a + b) * y - b : a - (a + b) * x;
  const partial = (n: number) => {
    const bend = n === 0 ? 0 : (n * (b - n) * x) / (a + 2 * n - 1);
    return n + bend + ((a + n) / (a + 2 * n + 1)) * (below + 1 + n * (1 + y));
  };
  let fraction = nonZero(partial(0));
  let c = fraction;
  let d = 0;
  for (let n = 1; ; n += 1) {
    const step = a + 2 * n - 1;
    const numerator = ((a + n - 1) / step) * ((a + b + n - 1) / step) * (n * (b - n) * x * x);
    const denominator = partial(n);
    d = 1 / nonZero(denominator + numerator * d);
    c = nonZero(denominator + numerator / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) <= 2 * Number.EPSILON) return Math.min(1, kernel(a, b, x, y) / fraction);
  }
}

const nonZero = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
