import { isPresent, type Values } from "./present.ts";
import { ABOVE, BELOW, RankBootstrap } from "./rank-bootstrap.ts";
import { rankValues } from "./rank-values.ts";
import { requireConfidence, requireNumber, requireSameLength } from "./require.ts";

export interface RankIntervalInput {
  readonly estimate: Values;
  /** Standard error of each estimate, independent of each other. */
  readonly standardError: Values;
  /** Probability that the sets hold the true ranks; default 0.95. */
  readonly coverage?: number;
  /** Whether that probability is for all regions at once; default false: for each region by itself. */
  readonly simultaneous?: boolean;
  /** `lower` bounds only the best possible rank, `upper` only the worst; default both. */
  readonly type?: "two-sided" | "lower" | "upper";
  /** Whether decided pairs free power for the others; default true. */
  readonly stepdown?: boolean;
  /** Seed of the simulation; default 1. */
  readonly seed?: number;
  /** Simulated data sets; default 20 000. */
  readonly draws?: number;
  /** Which end is rank 1; default `higher`. */
  readonly better?: "higher" | "lower";
}

export interface RankIntervals {
  readonly rank: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly n: number;
  readonly missing: number;
}

/**
 * Which ranks of each region the data cannot rule out: confidence sets for ranks.
 *
 * @remarks
 * Unit: places, 1 is the best. Missing: a region without an estimate or without a standard error gets no rank and
 * takes none from others.
 * Source: Mogstad, Romano, Shaikh & Wilhelm (2024), Rev. Econ. Stud. 91:476–518: pairwise differences, critical value
 * by a parametric bootstrap, step-down. Oracle: test/oracles/rank_ci.json.
 *
 * @returns rank, lowest and highest possible rank per region, in the order given; lower ≤ rank ≤ upper
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const { lower, upper } = rankIntervals({ estimate: [20, 18, 17, 12, 5], standardError: [1, 1, 3, 1, 1] })
 * expect(lower).toEqual([1, 1, 1, 3, 5])
 * expect(upper).toEqual([3, 3, 4, 4, 5])
 * ```
 */
export function rankIntervals(input: RankIntervalInput): RankIntervals {
  const { estimate, standardError, coverage = 0.95, better = "higher", draws = 20_000, seed = 1 } = input;
  requireSameLength("rankIntervals", "estimate", estimate.length, "standardError", standardError.length);
  requireConfidence("rankIntervals", coverage, "coverage");
  requireNumber("rankIntervals", "draws", draws, "a whole number of at least 100", draws >= 100 && draws % 1 === 0);
  const rows: number[] = [];
  for (let i = 0; i < estimate.length; i += 1) {
    const error = standardError[i];
    if (!isPresent(estimate[i]) || !isPresent(error)) continue;
    requireNumber("rankIntervals", "standardError", error, "a finite number of at least 0", error >= 0);
    rows.push(i);
  }
  const sign = better === "higher" ? 1 : -1;
  const estimates = Float64Array.from(rows, (i) => sign * (estimate[i] as number));
  const errors = Float64Array.from(rows, (i) => standardError[i] as number);
  const sets = rows.length < 2 ? trivial(rows.length) : sequences(estimates, errors, draws, seed, coverage, input);
  const placed = (places: ArrayLike<number>) => {
    const column: (number | null)[] = new Array(estimate.length).fill(null);
    rows.forEach((row, k) => {
      column[row] = places[k] as number;
    });
    return column;
  };
  return {
    rank: placed(rankValues(estimates) as number[]),
    lower: placed(sets.lower),
    upper: placed(sets.upper),
    n: rows.length,
    missing: estimate.length - rows.length,
  };
}

interface Sets {
  readonly lower: Int32Array;
  readonly upper: Int32Array;
}

const trivial = (length: number): Sets => ({
  lower: new Int32Array(length).fill(1),
  upper: new Int32Array(length).fill(1),
});

/** Decides pairs until a step decides no more, for all regions at once or for each by itself. */
function sequences(
  estimates: Float64Array,
  errors: Float64Array,
  draws: number,
  seed: number,
  coverage: number,
  { simultaneous = false, type = "two-sided", stepdown = true }: RankIntervalInput,
): Sets {
  const p = estimates.length;
  const bootstrap = new RankBootstrap(errors, draws, seed);
  const open = new Uint8Array(p * p).fill(type === "two-sided" || simultaneous ? ABOVE | BELOW : 0);
  if (type !== "two-sided" && !simultaneous) open.fill(type === "lower" ? BELOW : ABOVE);
  for (let i = 0; i < p; i += 1) open[i * p + i] = 0;
  const decide = (regions: readonly number[], critical: () => number) => {
    for (let decided = -1; decided !== 0; ) {
      const value = critical();
      decided = 0;
      for (const i of regions) decided += close(i, value, estimates, errors, open);
      if (!stepdown) return;
    }
  };
  const all = Array.from(estimates, (_, i) => i);
  if (simultaneous) {
    const bounds = bootstrap.boundsOfAll();
    decide(all, () => bootstrap.quantileOfAll(open, bounds, coverage));
  } else {
    for (const i of all) {
      const bounds = bootstrap.boundsOf(i);
      decide([i], () => bootstrap.quantileOf(i, open, bounds, coverage));
    }
  }
  return counted(p, open, type);
}

/** Closes the pairs of one region that a critical value decides; returns how many. */
function close(i: number, critical: number, estimates: Float64Array, errors: Float64Array, open: Uint8Array): number {
  const p = estimates.length;
  let decided = 0;
  for (let j = 0; j < p; j += 1) {
    const code = open[i * p + j] as number;
    const difference = (estimates[i] as number) - (estimates[j] as number);
    const width = critical * Math.hypot(errors[i] as number, errors[j] as number);
    const won = (code & ABOVE) !== 0 && difference > width;
    const lost = (code & BELOW) !== 0 && -difference > width;
    if (!won && !lost) continue;
    open[i * p + j] = code & ~(won ? ABOVE : BELOW);
    decided += 1;
  }
  return decided;
}

function counted(p: number, open: Uint8Array, type: "two-sided" | "lower" | "upper"): Sets {
  const sets = { lower: new Int32Array(p).fill(1), upper: new Int32Array(p).fill(p) };
  for (let i = 0; i < p; i += 1) {
    for (let j = 0; j < p; j += 1) {
      if (i === j) continue;
      const code = open[i * p + j] as number;
      if (type !== "upper" && (code & BELOW) === 0) sets.lower[i] = (sets.lower[i] as number) + 1;
      if (type !== "lower" && (code & ABOVE) === 0) sets.upper[i] = (sets.upper[i] as number) - 1;
    }
  }
  return sets;
}
