import { describe, expect, test } from "vitest";
import { compoundGrowth } from "../../src/stats/compound-growth.ts";
import { inequality } from "../../src/stats/inequality.ts";
import { kurtosis } from "../../src/stats/kurtosis.ts";
import { mannKendall } from "../../src/stats/mann-kendall.ts";
import { meanInterval } from "../../src/stats/mean-interval.ts";
import { normalise } from "../../src/stats/normalise.ts";
import { olsTrend } from "../../src/stats/ols-trend.ts";
import { percentileRank } from "../../src/stats/percentile-rank.ts";
import { isPresent, presentValues } from "../../src/stats/present.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { skewness } from "../../src/stats/skewness.ts";
import { theilSen } from "../../src/stats/theil-sen.ts";
import { transform } from "../../src/stats/transform.ts";
import { weightedMean } from "../../src/stats/weighted-mean.ts";
import { winsorise } from "../../src/stats/winsorise.ts";

const endless = [1, 2, Number.POSITIVE_INFINITY, 4];
const years = [2001, 2002, 2003, 2004];

const STATISTICS: Readonly<Record<string, () => unknown>> = {
  compoundGrowth: () => compoundGrowth(years, endless),
  inequality: () => inequality(endless),
  kurtosis: () => kurtosis(endless),
  mannKendall: () => mannKendall(years, endless),
  meanInterval: () => meanInterval(endless),
  normalise: () => normalise(endless, { method: "min_max" }),
  olsTrend: () => olsTrend(years, endless),
  percentileRank: () => percentileRank(endless, 2),
  quantile: () => quantile(endless, 0.5),
  skewness: () => skewness(endless),
  theilSen: () => theilSen(years, endless),
  transform: () => transform(endless, { method: "log" }),
  weightedMean: () => weightedMean(endless),
  winsorise: () => winsorise(endless),
};

describe("values", () => {
  test("are present where they are numbers, and missing as null, undefined or NaN", () => {
    expect([0, -1, Number.NaN, null, undefined].map(isPresent)).toEqual([true, true, false, false, false]);
    expect(presentValues("test", Float64Array.of(1, Number.NaN, 3))).toEqual([1, 3]);
  });

  test.each(Object.keys(STATISTICS))("that are infinite are the caller's mistake in %s", (name) => {
    expect(STATISTICS[name]).toThrow(expect.objectContaining({ code: "number.invalid" }));
  });
});
