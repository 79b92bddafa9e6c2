import { fsum } from "d3-array";
import { answered, type Outcome, refused } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { quantileSorted } from "./quantile-sorted.ts";
import { rankValues } from "./rank-values.ts";
import { requireCount, requireNumber, requireSameLength } from "./require.ts";

export interface OverdispersionOptions {
  /** `ratio`: observed over expected, on the log scale; `ratio_root`: on the root scale; `proportion`: arcsine scale. */
  readonly statistic: "ratio" | "ratio_root" | "proportion";
  /** Extreme z-scores are pulled in (`winsorise`, default) or left out (`truncate`). */
  readonly outliers?: "winsorise" | "truncate";
  /** Share pulled in or left out at each end; default 0.1. */
  readonly share?: number;
}

export interface Overdispersion {
  /** Mean squared z-score: 1 where chance explains the spread. */
  readonly phi: number;
  /** Variance between regions on the transformed scale that the funnel has to be widened by; 0 where none is needed. */
  readonly tauSquared: number;
  readonly n: number;
  readonly missing: number;
}

const KEYS = ["phi", "tauSquared", "n", "missing"] as const;

/**
 * Do regions scatter more than the funnel allows, and by how much must it be widened?
 *
 * @remarks
 * Unit: none; tau² on the transformed scale. Missing: left out, and so are ratios without an event on the log scale.
 * Fewer than three regions are refused with `few_points`.
 * Source: Spiegelhalter (2005), Stat. Med. 24:1185–1202, as in NHS SHMI (log, truncated) and CQC (root) practice.
 * Oracle: test/oracles/funnel_limits.json.
 *
 * @param events - observed events
 * @param sizes - expected events, or populations for a proportion
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const even = overdispersion([10, 11, 9, 10], [10, 10, 10, 10], { statistic: "ratio" })
 * expect(even.tauSquared).toBe(0)
 * ```
 */
export function overdispersion(
  events: Values,
  sizes: Values,
  { statistic, outliers = "winsorise", share = 0.1 }: OverdispersionOptions,
): Outcome<Overdispersion> {
  requireSameLength("overdispersion", "events", events.length, "sizes", sizes.length);
  requireNumber("overdispersion", "share", share, "a share from 0 to below 0.5", share >= 0 && share < 0.5);
  const regions = regionsOf(events, sizes, statistic);
  if (regions.length < 3) return refused("few_points", KEYS);
  const centre = fsum(regions.map(({ x }) => x)) / fsum(regions.map(({ n }) => n));
  const scored = regions.map(({ x, n }) => scoreOf(statistic, x, n, centre));
  const kept = outliers === "winsorise" ? pulledIn(scored, share) : leftIn(scored, share);
  const count = kept.length;
  if (count === 0) return refused("few_points", KEYS);
  const phi = fsum(kept.map(({ z }) => z * z)) / count;
  const weights = kept.map(({ error }) => 1 / error ** 2);
  const total = fsum(weights);
  const surplus = count * phi - (count - 1);
  const tauSquared = surplus < 0 ? 0 : surplus / (total - fsum(weights.map((each) => each * each)) / total);
  return answered<Overdispersion>({ phi, tauSquared, n: count, missing: events.length - regions.length });
}

interface Scored {
  readonly z: number;
  readonly error: number;
}

function regionsOf(events: Values, sizes: Values, statistic: OverdispersionOptions["statistic"]) {
  const regions: { x: number; n: number }[] = [];
  for (let i = 0; i < events.length; i += 1) {
    const x = events[i];
    const n = sizes[i];
    if (!isPresent(x) || !isPresent(n)) continue;
    requireCount("overdispersion", "events", x);
    requireCount("overdispersion", "sizes", n);
    if (statistic === "proportion") {
      requireNumber("overdispersion", "events", x, "a count from 0 to the population", x <= n);
    }
    if (n > 0 && !(statistic === "ratio" && x === 0)) regions.push({ x, n });
  }
  return regions;
}

function scoreOf(statistic: OverdispersionOptions["statistic"], x: number, n: number, centre: number): Scored {
  const root = 1 / (2 * Math.sqrt(n));
  if (statistic === "ratio") return { z: Math.sqrt(n) * Math.log(x / n), error: 1 / Math.sqrt(n) };
  if (statistic === "ratio_root") return { z: (Math.sqrt(x / n) - 1) / root, error: root };
  return { z: (Math.asin(Math.sqrt(x / n)) - Math.asin(Math.sqrt(centre))) / root, error: root };
}

function pulledIn(scored: readonly Scored[], share: number): Scored[] {
  const sorted = Float64Array.from(scored, ({ z }) => z).sort();
  const lowest = quantileSorted(sorted, share, 7);
  const highest = quantileSorted(sorted, 1 - share, 7);
  return scored.map(({ z, error }) => ({ z: Math.min(Math.max(z, lowest), highest), error }));
}

/** Leaves out the first and last of 1/share groups of ranks. */
function leftIn(scored: readonly Scored[], share: number): Scored[] {
  if (share === 0) return [...scored];
  const groups = 1 / share;
  const ranks = rankValues(
    scored.map(({ z }) => z),
    { better: "lower", ties: "average" },
  );
  return scored.filter((_, i) => {
    const group = Math.floor(((ranks[i] as number) * groups) / (scored.length + 1));
    return group > 0 && group < groups - 1;
  });
}
