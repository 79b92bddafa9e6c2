// The statistics by themselves: numbers in, numbers out, for any table.
export { type BenchmarkGroupOptions, benchmarkGroup } from "./stats/benchmark-group.ts";
export { type BetaConvergence, betaConvergence } from "./stats/beta-convergence.ts";
export { type CochranArmitage, cochranArmitage } from "./stats/cochran-armitage.ts";
export { type BenchmarkComparison, compareBenchmark, type Polarity, type Verdict } from "./stats/compare-benchmark.ts";
export { compoundGrowth } from "./stats/compound-growth.ts";
export { copeland } from "./stats/copeland.ts";
export { type DirectRate, type DirectRateOptions, directRate } from "./stats/direct-rate.ts";
export { type EmpiricalBayes, type EmpiricalBayesOptions, empiricalBayes } from "./stats/empirical-bayes.ts";
export { type FunnelLimitOptions, type FunnelLimits, funnelLimits } from "./stats/funnel-limits.ts";
export { type EventFunnel, funnelLimitsByEvents } from "./stats/funnel-limits-by-events.ts";
export {
  type FunnelPosition,
  type FunnelPositionOptions,
  type FunnelPositions,
  funnelPosition,
} from "./stats/funnel-position.ts";
export { indexToBase } from "./stats/index-to-base.ts";
export { type IndirectRatio, indirectRatio } from "./stats/indirect-ratio.ts";
export { type Inequality, type InequalityOptions, inequality } from "./stats/inequality.ts";
export { kurtosis } from "./stats/kurtosis.ts";
export { type MannKendall, type MannKendallOptions, mannKendall } from "./stats/mann-kendall.ts";
export { type MeanInterval, meanInterval } from "./stats/mean-interval.ts";
export { type Normalisation, normalise } from "./stats/normalise.ts";
export { type OlsTrend, olsTrend } from "./stats/ols-trend.ts";
export { type Interval, type NumberOutcome, type Outcome, REFUSALS, type Refusal } from "./stats/outcome.ts";
export { type Overdispersion, type OverdispersionOptions, overdispersion } from "./stats/overdispersion.ts";
export { percentChange } from "./stats/percent-change.ts";
export { type PercentileKind, percentileRank } from "./stats/percentile-rank.ts";
export { type PoissonInterval, type PoissonOptions, poissonInterval } from "./stats/poisson-interval.ts";
export { poissonIntervals } from "./stats/poisson-intervals.ts";
export type { Values } from "./stats/present.ts";
export { quantile } from "./stats/quantile.ts";
export { type QuantileGroupOptions, quantileGroups } from "./stats/quantile-groups.ts";
export type { QuantileType } from "./stats/quantile-sorted.ts";
export { type Random, randomFrom } from "./stats/random.ts";
export { type RankIntervalInput, type RankIntervals, rankIntervals } from "./stats/rank-intervals.ts";
export { type RankOptions, rankValues, type Ties } from "./stats/rank-values.ts";
export { type RecentTrend, type RecentTrendInput, recentTrend } from "./stats/recent-trend.ts";
export { type SigmaConvergence, type SigmaConvergenceOptions, sigmaConvergence } from "./stats/sigma-convergence.ts";
export { skewness } from "./stats/skewness.ts";
export { betaLower, betaQuantile, betaQuantileUpper, betaUpper } from "./stats/special/beta.ts";
export {
  chiSquareLower,
  chiSquareQuantile,
  chiSquareQuantileUpper,
  chiSquareUpper,
} from "./stats/special/chi-square.ts";
export { gammaLower, gammaQuantile, gammaQuantileUpper, gammaUpper } from "./stats/special/gamma.ts";
export { normalLower, normalUpper } from "./stats/special/normal.ts";
export { normalQuantile, normalQuantileUpper } from "./stats/special/normal-quantile.ts";
export { studentLower, studentQuantile, studentQuantileUpper, studentUpper } from "./stats/special/student.ts";
export { type TheilSen, type TheilSenOptions, theilSen } from "./stats/theil-sen.ts";
export { type Transformation, transform } from "./stats/transform.ts";
export { type WeightedMeanOptions, weightedMean } from "./stats/weighted-mean.ts";
export { type ConfidenceOptions, wilsonInterval } from "./stats/wilson-interval.ts";
export { type IntervalColumns, wilsonIntervals } from "./stats/wilson-intervals.ts";
export { type Winsorised, type WinsoriseOptions, winsorise } from "./stats/winsorise.ts";
export { type YearOnYear, yearOnYear } from "./stats/year-on-year.ts";
