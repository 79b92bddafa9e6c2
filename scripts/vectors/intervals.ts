import { directRate } from "../../src/stats/direct-rate.ts";
import { indirectRatio } from "../../src/stats/indirect-ratio.ts";
import { meanInterval } from "../../src/stats/mean-interval.ts";
import { byarUpper } from "../../src/stats/poisson-edges.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { requireCount } from "../../src/stats/require.ts";
import { normalWidth } from "../../src/stats/special/normal-quantile.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";
import type { Adapter } from "./case.ts";
import { eachOf, edges, times } from "./names.ts";

const NO_INTERVAL = { lower: null, upper: null } as const;

export const proportionCi: Adapter = ({ x, n }, args) => {
  if (args.method !== undefined && args.method !== "wilson") return null;
  const multiplier = args.multiplier ?? 1;
  const side = (confidence: number, name: "lower" | "upper") =>
    eachOf(x, n, (events, population) => {
      const known = events !== null && population !== null;
      const interval = known ? wilsonInterval(events, population, { confidence }) : NO_INTERVAL;
      return times(interval[name], multiplier);
    });
  const value = eachOf(x, n, (events, population) =>
    events === null || population === null || population === 0 ? null : (events / population) * multiplier,
  );
  return { value, ...edges(args, (level) => ({ lower: side(level, "lower"), upper: side(level, "upper") })) };
};

const POISSON_METHODS: Readonly<Record<string, "auto" | "exact" | "byar">> = {
  phe: "auto",
  exact: "exact",
  garwood: "exact",
  byar: "byar",
};
const METHOD_NAMES = { exact: "Exact", byar: "Byars" } as const;

export const poissonRateCi: Adapter = ({ x, n }, args) => {
  const method = POISSON_METHODS[args.method ?? "phe"];
  if (method === undefined) return null;
  const multiplier = args.multiplier ?? 1;
  const rate = (count: number | null, population: number | null) =>
    count === null || population === null || population === 0 ? null : (count / population) * multiplier;
  const interval = (events: number | null, population: number | null, confidence: number) => {
    if (events === null || population === null) return { ...NO_INTERVAL, method: null };
    requireCount("rate", "population", population);
    const { lower, upper, method: used } = poissonInterval(events, { confidence, method });
    // Byar's upper edge exists even where the lower one does not.
    return { lower, upper: upper ?? byarUpper(events, normalWidth(confidence)), method: used };
  };
  const population = n === undefined ? 1 : n;
  const side = (confidence: number, name: "lower" | "upper") =>
    eachOf(x, population, (events, size) => rate(interval(events, size, confidence)[name], size));
  return {
    value: eachOf(x, population, rate),
    method: eachOf(x, population, (events, size) => {
      const used = interval(events, size, 0.95).method;
      return used === null ? null : METHOD_NAMES[used];
    }),
    ...edges(args, (level) => ({ lower: side(level, "lower"), upper: side(level, "upper") })),
  };
};

export const meanCi: Adapter = ({ x }, args) => {
  const { value, sd, sum, n, reason } = meanInterval(x);
  return { value, sd, sum, count: n, ...edges(args, (confidence) => meanInterval(x, { confidence })), reason };
};

export const dsr: Adapter = ({ x, n, stdpop }, args) => {
  const methods: Readonly<Record<string, "dobson" | "fay_feuer">> = {
    "byar-dobson": "dobson",
    dobson: "dobson",
    "fay-feuer": "fay_feuer",
    gamma: "fay_feuer",
  };
  const method = methods[args.method ?? "byar-dobson"];
  if (method === undefined) return null;
  const multiplier = args.multiplier ?? 100_000;
  // epitools, the source of the gamma intervals, suppresses nothing.
  const minimumEvents = method === "fay_feuer" ? 0 : 10;
  const at = (confidence: number) => {
    const rate = directRate(x, n, stdpop, { confidence, method, minimumEvents });
    return { ...rate, lower: times(rate.lower, multiplier), upper: times(rate.upper, multiplier) };
  };
  const { value, events, population, reason } = at(0.95);
  return { total_count: events, total_pop: population, value: times(value, multiplier), ...edges(args, at), reason };
};

export const isr: Adapter = (input, args) => {
  const multiplier = args.multiplier ?? 100_000;
  const scale = args.refvalue ?? 1;
  const observed = input.observed ?? input.observed_total;
  const x = input.x ?? [observed].flat();
  const at = (confidence: number) => indirectRatio(x, input.n, input.x_ref, input.n_ref, { confidence });
  const first = at(0.95);
  const ratio = edges(args, (level) => ({
    lower: times(at(level).lower, scale),
    upper: times(at(level).upper, scale),
  }));
  const rate = edges(args, (level) => ({
    lower: times(at(level).rateLower, multiplier),
    upper: times(at(level).rateUpper, multiplier),
  }));
  const prefixed = (prefix: string, columns: object) =>
    Object.fromEntries(Object.entries(columns).map(([key, value]) => [`${prefix}_${key}`, value]));
  return {
    observed: first.observed,
    expected: first.expected,
    ratio: times(first.ratio, scale),
    ref_rate: times(first.referenceRate, multiplier),
    rate: times(first.rate, multiplier),
    method: first.method === null ? null : METHOD_NAMES[first.method],
    reason: first.reason,
    ...prefixed("ratio", ratio),
    ...prefixed("rate", rate),
  };
};
