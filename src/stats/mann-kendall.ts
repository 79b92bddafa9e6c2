import { kendallScore } from "./kendall-score.ts";
import { answered, type Outcome, refused } from "./outcome.ts";
import type { Values } from "./present.ts";
import { seriesOf } from "./series.ts";
import { normalUpper } from "./special/normal.ts";

export interface MannKendallOptions {
  /** Default `two-sided`. */
  readonly alternative?: "two-sided" | "greater" | "less";
  /** Default `auto`: exact for at most 10 values without ties, normal approximation otherwise. */
  readonly method?: "auto" | "exact" | "normal";
  /** Whether the normal approximation moves S one towards 0; default true. */
  readonly continuity?: boolean;
}

export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  readonly tauA: number;
  /** Null where one of the columns is constant. */
  readonly tauB: number | null;
  readonly method: "exact" | "normal";
  readonly n: number;
  readonly missing: number;
}

const KEYS = ["s", "variance", "z", "p", "tauA", "tauB", "method", "n", "missing"] as const;

/**
 * Mann–Kendall test: does a series rise or fall more steadily than chance would have it?
 *
 * @remarks
 * Unit: none. Missing: years without a value are dropped; fewer than two values are refused with `few_points`.
 * A constant series has S = 0 and p = 1. An exact p is asked for in vain where values are tied: the answer is then
 * the normal approximation, and `method` says so.
 * Source: Mann (1945), Econometrica 13:245–259; Kendall (1970). Oracle: test/oracles/mann_kendall.json.
 *
 * @param years - calendar years, in any order
 * @param values - one per year
 * @throws {@link ComparandaError} `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const { s, p } = mannKendall([2015, 2016, 2017, 2018], [4, 6, 5, 7], { method: "normal" })
 * expect([s, p]).toEqual([4, expect.closeTo(0.3082, 4)])
 * ```
 */
export function mannKendall(years: Values, values: Values, options: MannKendallOptions = {}): Outcome<MannKendall> {
  const { alternative = "two-sided", method = "auto", continuity = true } = options;
  const series = seriesOf("mannKendall", years, values);
  const n = series.years.length;
  if (n < 2) return refused("few_points", KEYS);
  const { s, variance, tiedYears, tiedValues } = kendallScore(series.years, series.values);
  const moved = continuity ? s - Math.sign(s) : s;
  const z = variance === 0 ? 0 : moved / Math.sqrt(variance);
  const tied = tiedYears + tiedValues > 0;
  const exact = !tied && (method === "exact" || (method === "auto" && n <= 10));
  const pairs = (n * (n - 1)) / 2;
  const untied = (pairs - tiedYears) * (pairs - tiedValues);
  return answered<MannKendall>({
    s,
    variance,
    z,
    p: exact ? kendallExactP(s, n, alternative) : normalP(z, alternative),
    tauA: s / pairs,
    tauB: untied === 0 ? null : s / Math.sqrt(untied),
    method: exact ? "exact" : "normal",
    n,
    missing: series.missing,
  });
}

function normalP(z: number, alternative: "two-sided" | "greater" | "less"): number {
  if (alternative === "two-sided") return Math.min(1, 2 * normalUpper(Math.abs(z)));
  return normalUpper(alternative === "greater" ? z : -z);
}

/** P of an S of n values without ties, from all their orders. */
export function kendallExactP(s: number, n: number, alternative: "two-sided" | "greater" | "less"): number {
  const least = alternative === "two-sided" ? Math.abs(s) : alternative === "greater" ? s : -s;
  const shares = inversionShares(n);
  let tail = 0;
  // S = pairs − 2 × inversions, and the distribution is symmetric.
  for (let k = 0; (n * (n - 1)) / 2 - 2 * k >= least && k < shares.length; k += 1) tail += shares[k] as number;
  return Math.min(1, alternative === "two-sided" ? 2 * tail : tail);
}

/** Known distributions by number of values: a panel asks for the same few thousands of times. */
const KNOWN = new Map<number, Float64Array>();
/** From here on a distribution takes more room than its next use would save. */
const LARGE = 200;

/** Share of the permutations of n values with 0, 1, 2, … inversions. */
function inversionShares(n: number): Float64Array {
  const known = KNOWN.get(n);
  if (known !== undefined) return known;
  let shares: Float64Array = Float64Array.of(1);
  for (let size = 2; size <= n; size += 1) shares = oneMore(shares, size);
  if (n < LARGE) KNOWN.set(n, shares);
  return shares;
}

/** The next value adds 0 to size − 1 inversions, each as likely: a moving sum, mirrored at the middle. */
function oneMore(smaller: Float64Array, size: number): Float64Array {
  const shares = new Float64Array(smaller.length + size - 1);
  const last = shares.length - 1;
  let sum = 0;
  for (let k = 0; 2 * k <= last; k += 1) {
    sum += (smaller[k] as number) - (k < size ? 0 : (smaller[k - size] as number));
    shares[k] = sum / size;
    shares[last - k] = sum / size;
  }
  return shares;
}
