import { type PercentileKind, percentileRank } from "../../src/stats/percentile-rank.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { quantileGroups } from "../../src/stats/quantile-groups.ts";
import { rankIntervals } from "../../src/stats/rank-intervals.ts";
import { rankValues, type Ties } from "../../src/stats/rank-values.ts";
import type { Adapter } from "./case.ts";

const TIES: readonly Ties[] = ["min", "max", "average", "dense", "first"];

const KINDS: readonly PercentileKind[] = ["rank", "weak", "strict", "mean"];

export const rankTies: Adapter = ({ x }, args) => {
  const ties = args.method ?? "min";
  if (!TIES.includes(ties)) return null;
  const better = args.order === "descending" ? "higher" : "lower";
  return { rank: rankValues(x, { better, ties, missing: args.missing ?? "keep" }) };
};

export const rankCi: Adapter = ({ estimate, se }, args) => {
  const { coverage = 0.95, simultaneous = true, stepdown = true, type = "two-sided" } = args;
  const better = args.rank_order === "1 = lowest estimate" ? "lower" : "higher";
  // Few regions leave time for many draws, and so for bounds that depend less on the seed.
  const draws = estimate.length <= 40 ? 200_000 : 20_000;
  const common = { estimate, standardError: se, coverage, simultaneous, stepdown, type, better, draws } as const;
  const { rank, lower, upper } = rankIntervals(common);
  return { rank, lower, upper };
};

export const quantileGroupsOf: Adapter = ({ x }, args) => {
  if (args.method !== undefined && args.method !== "phe") return null;
  // The defaults of the reference package.
  return {
    group: quantileGroups(x, { groups: args.groups ?? 10, first: args.invert === false ? "lowest" : "highest" }),
  };
};

export const percentile: Adapter = (input, args) => {
  const score = input.score ?? args.score;
  if (score !== undefined) {
    const kind = KINDS.find((each) => each === (args.kind ?? args.method));
    const of = (each: number | null) => percentileRank(input.x, each, kind).value;
    const reached = Array.isArray(score) ? score.map(of) : of(score);
    return { q: reached, percentile: reached, percent: reached };
  }
  const of = (p: number | null) => (p === null ? null : quantile(input.x, p, args.type ?? 7).value);
  return { q: Array.isArray(input.p) ? input.p.map(of) : of(input.p) };
};
