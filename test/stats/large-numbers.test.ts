import fc from "fast-check";
import { expect, test } from "vitest";
import { cochranArmitage } from "../../src/stats/cochran-armitage.ts";
import { empiricalBayes } from "../../src/stats/empirical-bayes.ts";
import { inequality } from "../../src/stats/inequality.ts";
import { kurtosis } from "../../src/stats/kurtosis.ts";
import { meanInterval } from "../../src/stats/mean-interval.ts";
import { olsTrend } from "../../src/stats/ols-trend.ts";
import { theilSen } from "../../src/stats/theil-sen.ts";
import { weightedMean } from "../../src/stats/weighted-mean.ts";

const STATISTICS = {
  meanInterval,
  kurtosis,
  inequality: (values: number[]) => inequality(values.map(Math.abs)),
  olsTrend: (values: number[]) => olsTrend([...values.keys()], values),
  theilSen: (values: number[]) => theilSen([...values.keys()], values),
  weightedMean: (values: number[]) => weightedMean(values.map(Math.abs), { weights: values.map(Math.abs) }),
  cochranArmitage: (values: number[]) =>
    cochranArmitage(
      values.map((one) => Math.abs(one) / 3),
      values.map(Math.abs),
      [...values.keys()],
    ),
  empiricalBayes: (values: number[]) =>
    empiricalBayes(
      values.map((one) => Math.abs(one) / 3),
      values.map(Math.abs),
    ),
};

const numbersIn = (one: unknown): number[] =>
  typeof one === "number"
    ? [one]
    : one !== null && typeof one === "object"
      ? Object.values(one).flatMap(numbersIn)
      : [];

test.each(Object.entries(STATISTICS))("%s of numbers of any size is finite or refused, never NaN", (_, statistic) => {
  const sized = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: 0, max: 307 }), fc.boolean());
  const number = sized.map(([digits, power, negative]) => digits * 10 ** power * (negative ? -1 : 1));
  fc.assert(
    fc.property(fc.array(number, { minLength: 3, maxLength: 7 }), (values) => {
      try {
        for (const one of numbersIn(statistic(values))) expect(one).not.toBeNaN();
      } catch (error) {
        if ((error as { code?: string }).code !== "number.invalid") throw error;
        expect(Math.max(...values.map(Math.abs))).toBeGreaterThan(1e75);
      }
    }),
  );
});
