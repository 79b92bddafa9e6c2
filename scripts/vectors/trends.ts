import { cochranArmitage } from "../../src/stats/cochran-armitage.ts";
import { compoundGrowth } from "../../src/stats/compound-growth.ts";
import { indexToBase } from "../../src/stats/index-to-base.ts";
import { mannKendall } from "../../src/stats/mann-kendall.ts";
import { olsTrend } from "../../src/stats/ols-trend.ts";
import { percentChange } from "../../src/stats/percent-change.ts";
import { type RecentTrendInput, recentTrend } from "../../src/stats/recent-trend.ts";
import { theilSen } from "../../src/stats/theil-sen.ts";
import { yearOnYear } from "../../src/stats/year-on-year.ts";
import type { Adapter, Json } from "./case.ts";
import { levels } from "./names.ts";

/** Years of a series; places where a file gives none. */
const yearsOf = (input: Json): number[] =>
  input.year ?? input.x ?? Array.from({ length: (input.y ?? input.value).length }, (_, i) => i + 1);

export const chi2Trend: Adapter = ({ x, n, score }, args) => {
  const test = cochranArmitage(x, n, score);
  const unbiased = args.variance === "N-1";
  return {
    chi2: unbiased ? test.chiSquareUnbiased : test.chiSquare,
    df: 1,
    p: unbiased ? test.pUnbiased : test.p,
    z: test.z,
    chi2_n_minus_1: test.chiSquareUnbiased,
    slope: test.slope,
    reason: test.reason,
  };
};

export const mannKendallOf: Adapter = (input, args) => {
  const alternative = ({ "two.sided": "two-sided" } as Json)[args.alternative] ?? args.alternative ?? "two-sided";
  const { continuity = true } = args;
  const exact = args.exact === true || args.method === "exact";
  const run = (method: "exact" | "normal") => mannKendall(yearsOf(input), input.y, { method, continuity, alternative });
  const test = run(exact ? "exact" : "normal");
  // Beyond this no reference package counts permutations, and counting takes seconds.
  const precise = input.y.length > 100 ? test : run("exact");
  return {
    n: test.n,
    s: test.s,
    var_s: test.variance,
    z: test.z,
    p: test.p,
    p_exact: precise.method === "exact" ? precise.p : null,
    tau_a: test.tauA,
    tau_b: test.tauB,
    reason: test.reason,
  };
};

export const theilSenOf: Adapter = (input, args) => {
  const [confidence = 0.95] = levels(args);
  const intercept = args.intercept === "median(y-slope*year)" || args.intercept === "joint" ? "joint" : "separate";
  const run = (interval: "gilbert" | "rounded") =>
    theilSen(yearsOf(input), input.y, { confidence, interval, intercept });
  const gilbert = run("gilbert");
  const rounded = run("rounded");
  return {
    n: gilbert.n,
    slope: gilbert.slope,
    intercept: gilbert.intercept,
    n_slopes: gilbert.slopes,
    ci_gilbert_lower: gilbert.lower,
    ci_gilbert_upper: gilbert.upper,
    ci_scipy_lower: rounded.lower,
    ci_scipy_upper: rounded.upper,
    reason: gilbert.reason,
  };
};

export const olsTrendOf: Adapter = (input, args) => {
  const [confidence = 0.95] = levels(args);
  const line = olsTrend(yearsOf(input), input.y, { confidence });
  return {
    n: line.n,
    slope: line.slope,
    intercept: line.intercept,
    df: line.df,
    r2: line.rSquared,
    residual_sd: line.residualSd,
    se_slope: line.standardError,
    ci_lower: line.lower,
    ci_upper: line.upper,
    t: line.t,
    p: line.p,
    reason: line.reason,
  };
};

export const recentTrendOf: Adapter = (input, args) => {
  const methods: Readonly<Record<string, RecentTrendInput["method"]>> = {
    "fingertips-weighted-slope": "weighted_slope",
    "fingertips-proportion": "proportion",
  };
  const method = methods[args.method];
  if (method === undefined) return null;
  const result = recentTrend({
    years: input.year,
    events: input.count,
    population: input.denominator,
    values: input.value,
    lower95: input.lower95,
    upper95: input.upper95,
    method,
    points: args.points,
    level: args.level,
    // The reference counts places, not years.
    gaps: "ignore",
  });
  const markers = { increasing: "Increasing", decreasing: "Decreasing", no_change: "NoChange" } as const;
  return {
    marker: result.trend === null ? "CannotBeCalculated" : markers[result.trend],
    // Where it refuses, the reference says 0 and false.
    chi2: result.reason === null ? result.chiSquare : 0,
    significant: result.significant ?? false,
    threshold: result.threshold,
    reason: result.reason,
  };
};

export const yoyCagrIndex: Adapter = ({ year, value }, args) => {
  switch (args.method) {
    case "yoy": {
      const { change, percent } = yearOnYear(year, value);
      return { change, percent };
    }
    case "cagr": {
      const growth = compoundGrowth(year, value);
      return { y: growth.value, reason: growth.reason };
    }
    case "index":
      return { index: indexToBase(year, value, args.base_year) };
    case "prc_change": {
      const change = percentChange(year, value, args.per);
      return { y: change.value, reason: change.reason };
    }
    default:
      return null;
  }
};
