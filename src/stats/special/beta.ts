import { bisected } from "./bisected.ts";
import { isNumber } from "./is-number.ts";
import { logGamma, stirlingError } from "./log-gamma.ts";
import { deviance } from "./saddle-point.ts";

const SMALLEST = 1e-300;

/**
 * Lower tail I_x(a, b) of the beta distribution, 1e-12 relative.
 *
 * @param y - 1 − x, given by the caller because x near 1 has no room for it
 */
export function betaLower(a: number, b: number, x: number, y: number = 1 - x): number {
  if (!isNumber(a + b) || !isNumber(x) || !isNumber(y)) return Number.NaN;
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  // All of it lies at one end.
  if (a === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY) return limit(a, b, 0, 1);
  const below = x <= y ? shortfall(a, b, x) : -shortfall(b, a, y);
  if (x < (a + 1) / (a + b + 2)) return tailFraction(a, b, x, y, below);
  const upper = tailFraction(b, a, y, x, -below);
  // With a tiny b nearly all lies above x even here, and 1 − upper would cancel.
  return upper > 0.9 && y > 1e-5 ? tailFraction(a, b, x, y, below) : 1 - upper;
}

/** What an infinite parameter leads to: one thing with a, another with b, nothing with both. */
function limit(a: number, b: number, ofFirst: number, ofSecond: number): number {
  if (a === b) return Number.NaN;
  return a === Number.POSITIVE_INFINITY ? ofFirst : ofSecond;
}

/** Upper tail 1 − I_x(a, b) of the beta distribution, 1e-12 relative. */
export function betaUpper(a: number, b: number, x: number, y: number = 1 - x): number {
  return betaLower(b, a, y, x);
}

/** The x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!isNumber(p) || !isNumber(a + b)) return Number.NaN;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  if (a === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY) return limit(a, b, 1, 0);
  return betaLower(a, b, 0.5) >= p ? smallQuantile(p, a, b) : 1 - smallQuantile(1 - p, b, a, p);
}

/** The x above which a share q of beta values lies; exact for small q, where 1 − q would round away. */
export function betaQuantileUpper(q: number, a: number, b: number): number {
  return q <= 0.5 ? 1 - betaQuantile(q, b, a) : betaQuantile(1 - q, a, b);
}

/** The x up to ½ with I_x(a, b) = p; `rest` is 1 − p, of which the smaller one has the digits. */
function smallQuantile(p: number, a: number, b: number, rest: number = 1 - p): number {
  const power = Math.exp((Math.log(p) + Math.log(a) + logBeta(a, b)) / a);
  if (power === 0) return 0;
  const bracket = { lower: 0, upper: 1, start: Math.min(Math.max(power, Number.MIN_VALUE), a / (a + b), 0.5) };
  const slope = (x: number) => kernel(a, b, x, 1 - x, shortfall(a, b, x)) / (x * (1 - x));
  return p <= 0.5
    ? bisected(p, (x) => betaLower(a, b, x), slope, bracket)
    : bisected(
        rest,
        (x) => betaUpper(a, b, x),
        (x) => -slope(x),
        bracket,
      );
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

/** a − (a + b) x with the roundings of sum and product made good: at a billion events they count. */
function shortfall(a: number, b: number, x: number): number {
  const n = a + b;
  const lost = a > b ? b - (n - a) : a - (n - b);
  const product = n * x;
  const [nHigh, nLow] = halves(n);
  const [xHigh, xLow] = halves(x);
  const rounded = nLow * xLow - (product - nHigh * xHigh - nLow * xHigh - nHigh * xLow);
  return a - product - rounded - lost * x;
}

/** Two numbers of 26 bits with this sum (Veltkamp), whose products are exact. */
function halves(value: number): [number, number] {
  const scaled = 134217729 * value;
  const high = scaled - (scaled - value);
  return [high, value - high];
}

/** x^a y^b / B(a, b), by the saddle point so that large a and b do not cancel. */
function kernel(a: number, b: number, x: number, y: number, below: number): number {
  const n = a + b;
  const far = deviance(a, n * x, below) + deviance(b, n * y, -below);
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - far;
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/**
 * Continued fraction of I_x(a, b) for x below the mean, by Lentz's method.
 *
 * DiDonato & Morris (1992), ACM Trans. Math. Softw. 18:360–373: in terms of how far x lies below the mean, so that
 * nothing cancels where x is near 1 (150 000 degrees of freedom).
 *
 * @param below - a − (a + b) x
 */
function tailFraction(a: number, b: number, x: number, y: number, below: number): number {
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
    if (Math.abs(c * d - 1) <= 2 * Number.EPSILON) return Math.min(1, kernel(a, b, x, y, below) / fraction);
  }
}

const nonZero = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
