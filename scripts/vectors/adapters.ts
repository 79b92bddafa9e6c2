import type { Adapter } from "./case.ts";
import { aggregation, composite, normalised, treat } from "./composites.ts";
import { convergence, inequalityOf } from "./inequalities.ts";
import { dsr, isr, meanCi, poissonRateCi, proportionCi } from "./intervals.ts";
import { percentile, quantileGroupsOf, rankCi, rankTies } from "./ranks.ts";
import { benchmarkCompare, ebShrinkage, funnelLimitsOf } from "./regions.ts";
import { chi2Trend, mannKendallOf, olsTrendOf, recentTrendOf, theilSenOf, yoyCagrIndex } from "./trends.ts";

/** The function that answers a family, by the family's name in the files. */
export const adapters: Readonly<Record<string, Adapter>> = {
  aggregation,
  benchmark_compare: benchmarkCompare,
  chi2_trend: chi2Trend,
  composite_pipeline: composite,
  convergence,
  dsr,
  eb_shrinkage: ebShrinkage,
  funnel_limits: funnelLimitsOf,
  inequality: inequalityOf,
  isr,
  mann_kendall: mannKendallOf,
  mean_ci: meanCi,
  normalise: normalised,
  ols_trend: olsTrendOf,
  percentile,
  poisson_rate_ci: poissonRateCi,
  proportion_ci: proportionCi,
  quantile_groups: quantileGroupsOf,
  rank_ci: rankCi,
  rank_ties: rankTies,
  recent_trend: recentTrendOf,
  theil_sen: theilSenOf,
  treat,
  yoy_cagr_index: yoyCagrIndex,
};
