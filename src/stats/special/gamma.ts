import { bisected } from "./bisected.ts";
import { isNumber } from "./is-number.ts";
import { logGamma, logGammaNextToOne } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { deviance, poissonMass } from "./saddle-point.ts";

const SMALLEST = 1e-300;
const PRECISION = 1e-17;
/** Shapes from which series and fraction take too many steps, and two terms of Temme's expansion are exact. */
const HUGE = 1e10;

/** Lower tail P(a, x) of the gamma distribution with shape `a` and scale 1; 1e-12 relative, also far out. */
export function gammaLower(a: number, x: number): number {
  if (!isNumber(a) || !isNumber(x)) return Number.NaN;
  if (x <= 0 || a === Number.POSITIVE_INFINITY) return 0;
  if (a <= 0 || x === Number.POSITIVE_INFINITY) return 1;
  if (a > HUGE) return normalTail(a, x, -1);
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Upper tail Q(a, x) = 1 − P(a, x), computed without that subtraction where it would cancel. */
export function gammaUpper(a: number, x: number): number {
  if (!isNumber(a) || !isNumber(x)) return Number.NaN;
  if (x <= 0 || a === Number.POSITIVE_INFINITY) return 1;
  if (a <= 0 || x === Number.POSITIVE_INFINITY) return 0;
  if (a > HUGE) return normalTail(a, x, 1);
  if (x >= a + 1) return upperFraction(a, x);
  return a < 0.5 ? upperSeries(a, x) : 1 - lowerSeries(a, x);
}

/** The x with P(a, x) = p. */
export function gammaQuantile(p: number, a: number): number {
  if (!isNumber(a) || !isNumber(p)) return Number.NaN;
  if (p <= 0 || a <= 0) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  return p <= 0.5 ? quantileOf(p, a, gammaLower, -1) : quantileOf(1 - p, a, gammaUpper, 1);
}

/** The x with Q(a, x) = q; exact for small q, where 1 − q would round away. */
export function gammaQuantileUpper(q: number, a: number): number {
  if (!isNumber(a) || !isNumber(q)) return Number.NaN;
  if (q >= 1 || a <= 0) return 0;
  if (q <= 0) return Number.POSITIVE_INFINITY;
  return q <= 0.5 ? quantileOf(q, a, gammaUpper, 1) : quantileOf(1 - q, a, gammaLower, -1);
}

/** x^a e^−x / Γ(a+1) × Σ x^n / ((a+1) … (a+n)): DLMF 8.7.1. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * PRECISION; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return Math.min(1, poissonMass(a, x) * sum);
}

/**
 * Tail of a huge shape, upper for `side` +1, by Temme (1979), SIAM J. Math. Anal. 10:757–766 (DLMF 8.12): a normal tail
 * whose exponent is the deviance, and its first correction.
 */
function normalTail(a: number, x: number, side: 1 | -1): number {
  const half = deviance(a, x);
  const outer = gammaUpper(0.5, half) / 2;
  const eta = Math.sign(x - a) * Math.sqrt((2 * half) / a);
  const correction = (Math.exp(-half) / Math.sqrt(2 * Math.PI * a)) * (-1 / 3 + eta / 12 - (2 * eta * eta) / 135);
  return (side * (x - a) > 0 ? outer : 1 - outer) + side * correction;
}

/**
 * Upper tail of a small shape: 1 − x^a / Γ(a+1) × (1 + a Σ (−x)^n / (n! (a+n))), with the 1 taken off by `expm1`, for
 * the tail itself is as small as the shape.
 */
function upperSeries(a: number, x: number): number {
  let power = 1;
  let sum = 0;
  for (let n = 1; ; n += 1) {
    power *= -x / n;
    const next = sum + power / (a + n);
    if (next === sum) break;
    sum = next;
  }
  const exponent = a * Math.log(x) - logGammaNextToOne(a);
  return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
}

/** Lentz's evaluation of the continued fraction (DLMF 8.9.2); the leading factor is x^a e^−x / Γ(a). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < SMALLEST) d = SMALLEST;
    c = b + an / c;
    if (Math.abs(c) < SMALLEST) c = SMALLEST;
    d = 1 / d;
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) <= 2 * Number.EPSILON) break;
  }
  return Math.min(1, poissonMass(a, x) * a * fraction);
}

/** `side` +1: the tail falls with x; −1: it rises. */
function quantileOf(tail: number, a: number, tailAt: (a: number, x: number) => number, side: 1 | -1): number {
  const slope = (x: number) => (side * -poissonMass(a, x) * a) / x;
  const start = startOf(tail, a, side);
  if (start === 0) return 0;
  return bisected(tail, (x) => tailAt(a, x), slope, { lower: 0, upper: Number.POSITIVE_INFINITY, start });
}

/** Near the quantile: Wilson & Hilferty's cube, or for small shapes and far lower tails the edge that the tail has. */
function startOf(tail: number, a: number, side: 1 | -1): number {
  const root = 1 - 1 / (9 * a) - (side * normalQuantile(tail)) / (3 * Math.sqrt(a));
  const cube = root > 0 ? a * root ** 3 : 0;
  if (side === 1) return a < 1 ? Math.max(cube, -Math.log(tail)) : cube;
  const power = Math.exp((Math.log(tail) + logGamma(a + 1)) / a);
  return Math.max(power, cube);
}
