import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as stats from "../../../src/stats.ts";

/** Lower tail, upper tail and the quantiles that undo them, of each distribution, on its middle. */
const DISTRIBUTIONS = {
  normal: [stats.normalLower, stats.normalUpper, stats.normalQuantile, stats.normalQuantileUpper],
  student: [stats.studentLower, stats.studentUpper, stats.studentQuantile, stats.studentQuantileUpper],
  chiSquare: [stats.chiSquareLower, stats.chiSquareUpper, stats.chiSquareQuantile, stats.chiSquareQuantileUpper],
} as const;
const relative = (got: number, wanted: number) => Math.abs(got / wanted - 1);

describe.each(Object.entries(DISTRIBUTIONS))("%s", (_name, [lower, upper, quantile, quantileUpper]) => {
  const share = fc.double({ min: 1e-12, max: 0.5, noNaN: true });
  const df = fc.integer({ min: 1, max: 1000 });

  test("a quantile is where its tail is the share asked for, in both tails", () => {
    fc.assert(
      fc.property(share, df, (p, n) => {
        expect(relative(lower(quantile(p, n), n), p)).toBeLessThan(1e-9);
        expect(relative(upper(quantileUpper(p, n), n), p)).toBeLessThan(1e-9);
      }),
    );
  });

  test("both tails together are all there is", () => {
    fc.assert(
      fc.property(share, df, (p, n) => {
        const x = quantile(p, n);
        expect(lower(x, n) + upper(x, n)).toBeCloseTo(1, 14);
      }),
    );
  });
});

test("beta quantiles of one tail are those of the other, turned round", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 200 }),
      (q, a, b) => {
        expect(relative(stats.betaUpper(a, b, stats.betaQuantileUpper(q, a, b)), q)).toBeLessThan(1e-8);
      },
    ),
  );
});

// R 4.2.2: qchisq(0.95, 1), qchisq(0.01, 30), pchisq(100, 10, lower = FALSE), qt(0.975, 5), pt(-2, 3), and
// qbeta(0.01, 2, 5, lower = FALSE)
test("known values of R", () => {
  expect(stats.chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 12);
  expect(stats.chiSquareQuantile(0.01, 30)).toBeCloseTo(14.953456528455437, 12);
  expect(relative(stats.chiSquareUpper(100, 10), 5.4497019829205302e-17)).toBeLessThan(1e-12);
  expect(stats.studentQuantile(0.975, 5)).toBeCloseTo(2.5705818356363137, 12);
  expect(stats.studentLower(-2, 3)).toBeCloseTo(0.069662984279421566, 13);
  expect(stats.betaQuantileUpper(0.01, 2, 5)).toBeCloseTo(0.70568632831970746, 13);
});
