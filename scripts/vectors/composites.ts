import { fsum } from "d3-array";
import { copeland } from "../../src/stats/copeland.ts";
import { kurtosis } from "../../src/stats/kurtosis.ts";
import { type Normalisation, normalise } from "../../src/stats/normalise.ts";
import type { NumberOutcome } from "../../src/stats/outcome.ts";
import { rankValues } from "../../src/stats/rank-values.ts";
import { skewness } from "../../src/stats/skewness.ts";
import { type Transformation, transform } from "../../src/stats/transform.ts";
import { type WeightedMeanOptions, weightedMean } from "../../src/stats/weighted-mean.ts";
import { winsorise } from "../../src/stats/winsorise.ts";
import type { Adapter, Json } from "./case.ts";

type Column = (number | null)[];

export const normalised: Adapter = ({ x }, args) => {
  const by = normalisation(args);
  if (by === null) return null;
  // COINr turns the sign of indicators of direction −1 before it scores them, and lets goalposts know.
  const turned = args.direction === -1 && by.method !== "distance_to_target";
  return { y: normalise(turned ? x.map((value: number | null) => (value === null ? null : -value)) : x, by) };
};

/** Our name and options for a method of the files; null where there is none. */
function normalisation(args: Json): Normalisation | null {
  const capped = args.cap_max ?? false;
  switch (args.method) {
    case "n_minmax":
      return { method: "min_max", lower: args.l_u?.[0] ?? 0, upper: args.l_u?.[1] ?? 100 };
    case "n_zscore":
      return { method: "z_score", mean: args.m_sd?.[0] ?? 0, sd: args.m_sd?.[1] ?? 1 };
    case "n_scaled":
      return { method: "scaled", lower: args.npara?.[0] ?? 0, upper: args.npara?.[1] ?? 100 };
    case "n_rank":
      return { method: "rank", ties: args.ties ?? "min" };
    case "n_borda":
      return { method: "borda", ties: args.ties ?? "min" };
    case "n_prank":
      return { method: "percentile_rank", ties: args.ties ?? "min" };
    case "n_dist2max":
      return { method: "distance_to_maximum" };
    case "n_fracmax":
      return { method: "fraction_of_maximum" };
    case "n_dist2ref":
      return { method: "distance_to_reference", row: args.iref - 1, capped };
    case "n_dist2targ":
      return { method: "distance_to_target", target: args.targ, capped, direction: args.direction ?? 1 };
    case "n_goalposts": {
      const [lower, upper, scale = 1] = args.gposts;
      const truncated = args.trunc ?? args.trunc2posts ?? true;
      return { method: "goalposts", lower, upper, scale, direction: args.direction ?? 1, truncated };
    }
    default:
      return null;
  }
}

/** Our name and options for an aggregation of the files; null where there is none. */
function averaging(name: string, p: number | undefined): WeightedMeanOptions | null {
  const methods: Readonly<Record<string, WeightedMeanOptions>> = {
    a_amean: { method: "arithmetic" },
    a_gmean: { method: "geometric" },
    a_hmean: { method: "harmonic" },
    a_genmean: { method: "power", ...(p === undefined ? {} : { exponent: p }) },
  };
  return methods[name] ?? null;
}

export const aggregation: Adapter = (input, args) => {
  const weights = input.w === undefined || input.w === null ? {} : { weights: input.w };
  if (args.method === "a_copeland") {
    const columns = Object.values(input.columns ?? input.x) as Column[];
    return { y: copeland(columns, input.w ?? undefined) };
  }
  const by = averaging(args.method, args.p);
  if (by === null) return null;
  const mean = (scores: Column) => weightedMean(scores, { ...weights, ...by });
  const means: NumberOutcome[] = Array.isArray(input.x[0]) ? input.x.map(mean) : [mean(input.x)];
  const y = means.map(({ value }) => value);
  return { y: Array.isArray(input.x[0]) ? y : y[0], reason: reasonOf(means) };
};

export const composite: Adapter = (input, args) => {
  const by = normalisation({ ...args, method: args.normalise, l_u: args.range ?? undefined });
  const mean = averaging(args.aggregate, args.p);
  const voted = args.aggregate === "a_copeland";
  if (by === null || (mean === null && !voted)) return null;
  const directed = input.indicator.map((name: string, k: number) =>
    input.columns[name].map((value: number | null) => (value === null ? null : value * (input.direction[k] as number))),
  );
  const scores: Column[] = directed.map((column: Column) => normalise(column, by));
  const weights = weightsOf(args.weights, input) ?? weightsOf(input.weights, input);
  if (voted) {
    const index = copeland(scores, weights ?? undefined);
    return { index, rank: rankValues(index) };
  }
  const means: NumberOutcome[] = input.unit.map((_: string, row: number) => {
    const own = scores.map((column) => column[row] as number | null);
    const given = weights ?? own.map(() => 1);
    return weightedMean(own, { ...mean, weights: mean?.method === "arithmetic" ? sharesOf(given, own) : given });
  });
  const index = means.map(({ value }) => value);
  return { index, rank: rankValues(index), reason: reasonOf(means) };
};

/** One weight an indicator, from a list or by name; null where a file says "equal" or nothing. */
function weightsOf(given: unknown, input: Json): number[] | null {
  if (Array.isArray(given)) return given;
  if (typeof given !== "object" || given === null) return null;
  return input.indicator.map((name: string) => (given as Json)[name]);
}

/**
 * Weights that add up to 1 over the scores there are. COINr's arithmetic mean divides first, and by that rounding alone
 * ranks units whose indices are equal; its ranks are only met the same way.
 */
function sharesOf(weights: readonly number[], scores: Column): number[] {
  const total = fsum(weights.filter((_, k) => scores[k] !== null));
  return total === 0 ? [...weights] : weights.map((weight) => weight / total);
}

/** Why the first of them has no answer. */
const reasonOf = (outcomes: readonly NumberOutcome[]) => outcomes.find(({ reason }) => reason !== null)?.reason ?? null;

const TRANSFORMATIONS: Readonly<Record<string, "log" | "log_either_side" | "log_plus_one" | "log_scaled">> = {
  log_CT: "log",
  log_CT_plus: "log_either_side",
  log_CT_orig: "log_plus_one",
  log_GII: "log_scaled",
};

export const treat: Adapter = ({ x }, args) => {
  const moments = (values: Column) => {
    const [skew, kurt] = [skewness(values), kurtosis(values)];
    return { skew: skew.value, kurt: kurt.value, reason: reasonOf([skew, kurt]) };
  };
  if (args.method === "winsorise") {
    const names = { high: "winhi", low: "winlo" } as const;
    const result = winsorise(x, {
      most: args.winmax === undefined ? 5 : args.winmax,
      skewnessBelow: args.skew_thresh ?? 2,
      kurtosisBelow: args.kurt_thresh ?? 3.5,
      forced: args.force_win ?? false,
    });
    const treated = result.treated.map((end) => (end === null ? "" : names[end]));
    return { x: result.values, nwin: result.count, treated, ...moments([...result.values]) };
  }
  if (args.method === "skew_kurt" || args.method === "skew" || args.method === "kurt") return moments(x);
  const by: Transformation | null =
    args.method === "boxcox"
      ? { method: "box_cox", lambda: args.lambda, shifted: args.makepos ?? true }
      : TRANSFORMATIONS[args.method] === undefined
        ? null
        : { method: TRANSFORMATIONS[args.method] as "log" };
  if (by === null) return null;
  const values = transform(x, by);
  return { x: values, ...moments(values) };
};
