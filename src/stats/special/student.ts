import { betaLower } from "./beta.ts";
import { bisected } from "./bisected.ts";
import { isNumber } from "./is-number.ts";
import { logGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * Probability that a Student t value with `df` degrees of freedom lies above t: half a beta tail I(df/2, ½) (DLMF 8.17),
 * 1e-12 relative in the far tail.
 */
export function studentUpper(t: number, df: number): number {
  if (!isNumber(t) || !isNumber(df)) return Number.NaN;
  if (t < 0) return 1 - studentUpper(-t, df);
  const ratio = t / Math.sqrt(df);
  // So far out the tail is a power of t, and t² could overflow.
  if (ratio > FAR) return Math.exp(-df * Math.log(ratio) - Math.log(df) - logBetaHalf(df));
  const square = t * t;
  return betaLower(df / 2, 0.5, df / (df + square), square / (df + square)) / 2;
}

/** The t that a Student t value with `df` degrees of freedom exceeds with probability q. */
export function studentQuantileUpper(q: number, df: number): number {
  if (!isNumber(q) || !isNumber(df)) return Number.NaN;
  if (q === 0.5) return 0;
  if (q > 0.5) return -studentQuantileUpper(1 - q, df);
  if (q <= 0) return Number.POSITIVE_INFINITY;
  const far = Math.exp(-(Math.log(q) + Math.log(df) + logBetaHalf(df)) / df);
  if (far > FAR) return far * Math.sqrt(df);
  const start = Math.max(-normalQuantile(q), 1e-8);
  const slope = (t: number) => -density(t, df);
  return bisected(q, (t) => studentUpper(t, df), slope, { lower: 0, upper: Number.POSITIVE_INFINITY, start });
}

/** Probability that a Student t value with `df` degrees of freedom lies at or below t. */
export function studentLower(t: number, df: number): number {
  return studentUpper(-t, df);
}

/** The t below which a share p of Student t values lies. */
export function studentQuantile(p: number, df: number): number {
  return p < 0.5 ? -studentQuantileUpper(p, df) : studentQuantileUpper(1 - p, df);
}

/** Values of t/√df from which 1 + t²/df is t²/df. */
const FAR = 1e9;

function density(t: number, df: number): number {
  return Math.exp(-logBetaHalf(df) - Math.log(df) / 2 - ((df + 1) / 2) * Math.log1p((t * t) / df));
}

/** ln B(df/2, ½). */
const logBetaHalf = (df: number) => logGamma(df / 2) - logGamma((df + 1) / 2) + Math.log(Math.PI) / 2;

/** Widths by confidence and degrees of freedom: a panel asks for the same few thousands of times. */
const WIDTHS = new Map<number, Map<number, number>>();

/** How many standard errors wide a two-sided t interval of this confidence is. */
export function studentWidth(confidence: number, df: number): number {
  const widths = WIDTHS.get(confidence) ?? new Map<number, number>();
  const known = widths.get(df);
  if (known !== undefined) return known;
  const width = studentQuantileUpper((1 - confidence) / 2, df);
  WIDTHS.set(confidence, widths.set(df, width));
  return width;
}
