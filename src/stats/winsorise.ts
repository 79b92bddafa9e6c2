import { kurtosis } from "./kurtosis.ts";
import { isPresent, presentValues, type Values } from "./present.ts";
import { requireNumber } from "./require.ts";
import { skewness } from "./skewness.ts";

export interface WinsoriseOptions {
  /** At most so many values are pulled in; default 5, null for no limit. */
  readonly most?: number | null;
  /** Values pass with a skewness below this, either way; default 2. */
  readonly skewnessBelow?: number;
  /** … or with a kurtosis below this; default 3.5. */
  readonly kurtosisBelow?: number;
  /** Whether values are pulled in up to the limit even if they pass; default false. */
  readonly forced?: boolean;
}

export interface Winsorised {
  readonly values: readonly (number | null)[];
  /** Which values were pulled in, and from which end. */
  readonly treated: readonly ("high" | "low" | null)[];
  readonly count: number;
  /** Whether the values pass now; null where skewness and kurtosis are unknown (too few values, all equal). */
  readonly passes: boolean | null;
}

/**
 * Pulls outliers in to the next value, one after the other, until the distribution passes.
 *
 * @remarks
 * Unit: the values' own. Missing: stays null and counts for nothing. Values pass with |skewness| below 2 or kurtosis
 * below 3.5. The tail is the high one where skewness is not negative.
 * Source: OECD/JRC (2008), as in COINr. Oracle: test/oracles/treat.json.
 *
 * @returns as many values as given; those not treated are unchanged
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(winsorise([3, 4, 5, 4, 3, 60]).values).toEqual([3, 4, 5, 4, 3, 5])
 * ```
 */
export function winsorise(values: Values, options: WinsoriseOptions = {}): Winsorised {
  const { most = 5, skewnessBelow = 2, kurtosisBelow = 3.5, forced = false } = options;
  const limit = most ?? (forced ? values.length : Number.POSITIVE_INFINITY);
  requireNumber("winsorise", "most", most ?? 0, "a number of at least 0", (most ?? 0) >= 0);
  const current = Array.from(values as ArrayLike<number | null>, (value) => (isPresent(value) ? value : null));
  const high: number[] = [];
  const low: number[] = [];
  let passes = passesTest(current, skewnessBelow, kurtosisBelow);
  while ((passes === false || forced) && high.length + low.length < limit) {
    const skew = skewness(current).value;
    if (skew === null) break;
    pullIn(current, skew >= 0 ? high : low, skew >= 0 ? 1 : -1);
    passes = passesTest(current, skewnessBelow, kurtosisBelow);
  }
  const treated = current.map((_, row) => (low.includes(row) ? "low" : high.includes(row) ? "high" : null));
  return { values: current, treated, count: high.length + low.length, passes };
}

const larger = (a: number, b: number): number => Math.max(a, b);

/** Moves all values at the end to the next one; `rows` becomes the list of rows at that end. */
function pullIn(current: (number | null)[], rows: number[], side: 1 | -1): void {
  const sizes = presentValues("winsorise", current).map((value) => side * value);
  const outermost = sizes.reduce(larger, Number.NEGATIVE_INFINITY);
  const next = side * sizes.filter((size) => size < outermost).reduce(larger, Number.NEGATIVE_INFINITY);
  rows.length = 0;
  current.forEach((value, row) => {
    if (value === null || side * value !== outermost) return;
    current[row] = next;
    rows.push(row);
  });
}

/** Whether skewness or kurtosis is small enough; null where neither is known. */
export function passesTest(values: Values, skewnessBelow: number, kurtosisBelow: number): boolean | null {
  const skew = skewness(values).value;
  const kurt = kurtosis(values).value;
  if (skew === null && kurt === null) return null;
  if (skew !== null && Math.abs(skew) < skewnessBelow) return true;
  if (kurt === null) return null;
  return kurt < kurtosisBelow;
}
