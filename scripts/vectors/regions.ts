import { benchmarkGroup } from "../../src/stats/benchmark-group.ts";
import { compareBenchmark, type Polarity, type Verdict } from "../../src/stats/compare-benchmark.ts";
import { empiricalBayes } from "../../src/stats/empirical-bayes.ts";
import { funnelLimits } from "../../src/stats/funnel-limits.ts";
import { funnelLimitsByEvents } from "../../src/stats/funnel-limits-by-events.ts";
import { type FunnelPosition, funnelPosition } from "../../src/stats/funnel-position.ts";
import { overdispersion } from "../../src/stats/overdispersion.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";
import type { Adapter, Json } from "./case.ts";
import { levels, times } from "./names.ts";

const POLARITIES: Readonly<Record<string, Polarity>> = {
  "low-is-good": "lower_better",
  "high-is-good": "higher_better",
  "rag-low-is-good": "lower_better",
  "rag-high-is-good": "higher_better",
  "lower-is-better": "lower_better",
  "higher-is-better": "higher_better",
  "use-blues": "neutral",
  blues: "neutral",
  blue: "neutral",
  bob: "neutral",
  neutral: "neutral",
};

/** The reference has no words of its own for neutral indicators: higher is its Better. */
const OUTCOMES: Readonly<Record<Verdict, string>> = {
  best: "Best",
  highest: "Best",
  better: "Better",
  higher: "Better",
  similar: "Same",
  worse: "Worse",
  lower: "Worse",
  worst: "Worst",
  lowest: "Worst",
};

export const benchmarkCompare: Adapter = (input, args) => {
  const polarity = POLARITIES[args.polarity ?? "neutral"];
  const groups = ({ quintiles: 5, quartiles: 4 } as const)[args.method as "quintiles" | "quartiles"];
  if (groups !== undefined) {
    const value = input.value ?? input.area?.value ?? null;
    const first = polarity === "higher_better" ? "highest" : "lowest";
    // Category 0 is the reference's "cannot be said".
    return { outcome: benchmarkGroup(value, input.values ?? input.x ?? [], { groups, first }).value ?? 0 };
  }
  if (polarity === undefined) return { outcome: "None" };
  const { area, benchmark } = input;
  const interval = (of: Json | undefined, name: string) => {
    const [lower, upper] = [of?.[`lower${name}`], of?.[`upper${name}`]];
    return typeof lower === "number" && typeof upper === "number" ? { lower, upper } : null;
  };
  const common = {
    value: area?.value ?? null,
    benchmark: benchmark?.value ?? null,
    interval95: interval(area, "95"),
    polarity,
  };
  const methods: Readonly<Record<string, object>> = {
    single95: {},
    single95_998: { interval998: interval(area, "99_8") },
    double95: { benchmarkInterval95: interval(benchmark, "95") },
    double: { benchmarkInterval95: interval(benchmark, "95") },
    spc: controlled(area, benchmark, args),
  };
  const family = String(args.method).split(/[-_]/)[0] as string;
  const method = methods[args.method] ?? methods[family.toLowerCase()];
  if (method === undefined) return null;
  const { verdict } = compareBenchmark({ ...common, ...method });
  return { outcome: verdict === null ? "None" : OUTCOMES[verdict] };
};

/** Control limits around the benchmark for a proportion: the value itself has no interval then. */
function controlled(area: Json | undefined, benchmark: Json | undefined, args: Json): object {
  const unit = args.unit ?? 1;
  const [value, centre, population] = [area?.value, benchmark?.value, area?.denominator];
  if (![value, centre, population].every((each) => typeof each === "number")) return { interval95: null };
  const [confidence = 0.95] = levels(args);
  const { lower, upper } = wilsonInterval((centre / unit) * population, population, { confidence });
  return {
    interval95: { lower: value, upper: value },
    benchmarkInterval95: { lower: times(lower, unit), upper: times(upper, unit) },
  };
}

export const ebShrinkage: Adapter = ({ count, population }, args) => {
  const { raw, shrunk, mean, variance, missing, reason } = empiricalBayes(count, population, { family: args.family });
  const warning = missing !== null && missing > 0 ? `${missing} without a rate` : null;
  return { raw, eb: shrunk ?? count.map(() => null), mean, variance, reason: reason ?? warning };
};

const POSITIONS: Readonly<Record<FunnelPosition, string>> = {
  low_998: "Low (0.001)",
  low_95: "Low (0.025)",
  within: "Not significant",
  high_95: "High (0.025)",
  high_998: "High (0.001)",
};

export const funnelLimitsOf: Adapter = (input, args) => {
  const { statistic } = args;
  if (args.method === "overdispersion" || input.observed_for_overdispersion !== undefined) return spread(input, args);
  const sizes = input.n ?? input.expected_events ?? input.expected ?? input.denominator;
  const events = input.x ?? input.observed ?? input.numerator;
  const multiplier = args.multiplier ?? 1;
  if (events !== undefined && sizes !== undefined) {
    const minimumEvents = args.rate_type === "dsr" ? 10 : 0;
    const given = typeof args.benchmark === "number" ? { benchmark: args.benchmark } : {};
    const { benchmark, position } = funnelPosition(events, sizes, { statistic, minimumEvents, ...given });
    const significance = position.map((each, i) => {
      if (each !== null) return POSITIONS[each];
      return events[i] < minimumEvents ? "Not applicable for events less than 10 for dsrs" : null;
    });
    return { benchmark, significance };
  }
  const benchmark = input.benchmark ?? input.target ?? 1;
  const observed = input.observed_events ?? input.events ?? events;
  if (observed !== undefined) return byEvents(observed, benchmark, args);
  if (sizes === undefined) return null;
  const limits = funnelLimits(sizes, { statistic, benchmark });
  const scaled = (column: readonly (number | null)[]) => column.map((each) => times(each, multiplier));
  return {
    lower95: scaled(limits.lower95),
    upper95: scaled(limits.upper95),
    lower99_8: scaled(limits.lower998),
    upper99_8: scaled(limits.upper998),
  };
};

function byEvents(observed: readonly number[], benchmark: number, args: Json): Json {
  const limits = observed.map(funnelLimitsByEvents);
  const shift = args.ratio_type === "count" ? 1 : 0;
  const multiplier = (args.multiplier ?? (args.ratio_type === "isr" ? 100 : 1)) * benchmark;
  const column = (name: keyof (typeof limits)[number]) => limits.map((each) => (each[name] - shift) * multiplier);
  return {
    lower95: column("lower95"),
    upper95: column("upper95"),
    lower99_8: column("lower998"),
    upper99_8: column("upper998"),
  };
}

function spread(input: Json, args: Json): Json | null {
  const statistics = { SR: args.sr_method === "CQC" ? "ratio_root" : "ratio", PR: "proportion" } as const;
  const statistic = statistics[(args.data_type ?? "SR") as "SR" | "PR"];
  if (statistic === undefined) return null;
  const { phi, tauSquared, reason } = overdispersion(input.x ?? input.observed, input.n ?? input.expected, {
    statistic,
    outliers: args.outliers ?? "winsorise",
    share: args.trim_by ?? 0.1,
  });
  return { phi, tau2: tauSquared, reason };
}
