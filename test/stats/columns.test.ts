import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benchmarkGroup } from "../../src/stats/benchmark-group.ts";
import { betaConvergence } from "../../src/stats/beta-convergence.ts";
import { cochranArmitage } from "../../src/stats/cochran-armitage.ts";
import { compoundGrowth } from "../../src/stats/compound-growth.ts";
import { copeland } from "../../src/stats/copeland.ts";
import { directRate } from "../../src/stats/direct-rate.ts";
import { empiricalBayes } from "../../src/stats/empirical-bayes.ts";
import { funnelLimits } from "../../src/stats/funnel-limits.ts";
import { funnelPosition } from "../../src/stats/funnel-position.ts";
import { indexToBase } from "../../src/stats/index-to-base.ts";
import { indirectRatio } from "../../src/stats/indirect-ratio.ts";
import { inequality } from "../../src/stats/inequality.ts";
import { kurtosis } from "../../src/stats/kurtosis.ts";
import { mannKendall } from "../../src/stats/mann-kendall.ts";
import { meanInterval } from "../../src/stats/mean-interval.ts";
import { normalise } from "../../src/stats/normalise.ts";
import { olsTrend } from "../../src/stats/ols-trend.ts";
import { overdispersion } from "../../src/stats/overdispersion.ts";
import { percentChange } from "../../src/stats/percent-change.ts";
import { percentileRank } from "../../src/stats/percentile-rank.ts";
import type { Values } from "../../src/stats/present.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { quantileGroups } from "../../src/stats/quantile-groups.ts";
import { rankIntervals } from "../../src/stats/rank-intervals.ts";
import { rankValues } from "../../src/stats/rank-values.ts";
import { recentTrend } from "../../src/stats/recent-trend.ts";
import { sigmaConvergence } from "../../src/stats/sigma-convergence.ts";
import { skewness } from "../../src/stats/skewness.ts";
import { theilSen } from "../../src/stats/theil-sen.ts";
import { transform } from "../../src/stats/transform.ts";
import { weightedMean } from "../../src/stats/weighted-mean.ts";
import { winsorise } from "../../src/stats/winsorise.ts";
import { yearOnYear } from "../../src/stats/year-on-year.ts";

/** Columns as a statistic takes them: counts with some missing, populations that hold them, whole years. */
interface Columns {
  readonly x: Values;
  readonly n: Values;
  readonly years: ArrayLike<number>;
}

const STATISTICS: Readonly<Record<string, (columns: Columns) => unknown>> = {
  benchmarkGroup: ({ x }) => benchmarkGroup(7, x),
  betaConvergence: ({ x, n }) => betaConvergence(x, n, [2000, 2010]),
  cochranArmitage: ({ x, n, years }) => cochranArmitage(x, n, years),
  compoundGrowth: ({ x, years }) => compoundGrowth(years, x),
  copeland: ({ x, n }) => copeland([x, n]),
  directRate: ({ x, n, years }) => directRate(x, n, years),
  empiricalBayes: ({ x, n }) => empiricalBayes(x, n),
  funnelLimits: ({ n }) => funnelLimits(n, { statistic: "proportion", benchmark: 0.1 }),
  funnelPosition: ({ x, n }) => funnelPosition(x, n, { statistic: "proportion" }),
  indexToBase: ({ x, years }) => indexToBase(years, x, 2003),
  indirectRatio: ({ x, n }) => indirectRatio(x, n, n, n),
  inequality: ({ x, n }) => [inequality(x), inequality(x, { weights: n })],
  kurtosis: ({ x }) => kurtosis(x),
  mannKendall: ({ x, years }) => mannKendall(years, x),
  meanInterval: ({ x }) => meanInterval(x),
  normalise: ({ x }) => [
    normalise(x, { method: "z_score" }),
    normalise(x, { method: "distance_to_reference", row: 1 }),
    normalise(x, { method: "percentile_rank" }),
  ],
  olsTrend: ({ x, years }) => olsTrend(years, x),
  overdispersion: ({ x, n }) => overdispersion(x, n, { statistic: "proportion" }),
  percentChange: ({ x, years }) => percentChange(years, x),
  percentileRank: ({ x }) => percentileRank(x, 5),
  quantile: ({ x }) => quantile(x, 0.3),
  quantileGroups: ({ x }) => quantileGroups(x, { groups: 3 }),
  rankIntervals: ({ x, n }) => rankIntervals({ estimate: x, standardError: n, draws: 200 }),
  rankValues: ({ x }) => [rankValues(x, { ties: "average" }), rankValues(x, { missing: "bottom" })],
  recentTrend: ({ x, n, years }) => recentTrend({ years, events: x, population: n, method: "proportion" }),
  sigmaConvergence: ({ x, n }) => sigmaConvergence([2000, 2001], [x, n]),
  skewness: ({ x }) => skewness(x),
  theilSen: ({ x, years }) => theilSen(years, x),
  transform: ({ x }) => transform(x, { method: "log" }),
  weightedMean: ({ x, years }) => weightedMean(x, { weights: years }),
  winsorise: ({ x }) => winsorise(x),
  yearOnYear: ({ x, years }) => yearOnYear(years, x),
};

const missing = (value: number | null) => value ?? Number.NaN;
const rows = fc.array(
  fc.record({
    x: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6 }),
    n: fc.option(fc.integer({ min: 50, max: 5000 }), { freq: 6 }),
  }),
  { minLength: 3, maxLength: 12 },
);

describe("a column", () => {
  test.each(Object.keys(STATISTICS))("gives %s the same as a list with null and as a typed array with NaN", (name) => {
    const statistic = STATISTICS[name] as (columns: Columns) => unknown;
    fc.assert(
      fc.property(rows, (given) => {
        const [x, n] = [Object.freeze(given.map((row) => row.x)), Object.freeze(given.map((row) => row.n))];
        const years = Object.freeze(given.map((_, i) => 2001 + i));
        const typed = {
          x: Float64Array.from(x, missing),
          n: Float64Array.from(n, missing),
          years: Int32Array.from(years),
        };
        const before = [typed.x.slice(), typed.n.slice(), typed.years.slice()];
        expect(statistic(typed)).toEqual(statistic({ x, n, years }));
        expect([typed.x, typed.n, typed.years]).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
