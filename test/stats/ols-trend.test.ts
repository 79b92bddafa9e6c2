import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { olsTrend } from "../../src/stats/ols-trend.ts";

const series = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 15 })
  .chain((years) =>
    fc.tuple(
      fc.constant(years),
      fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: years.length, maxLength: years.length }),
    ),
  );

describe("olsTrend", () => {
  test("surrounds the slope, and gives the same for years counted from elsewhere", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -5000, max: 5000 }), ([years, values], shift) => {
        const line = olsTrend(years, values);
        if (line.reason !== null) return;
        const moved = olsTrend(
          years.map((year) => year + shift),
          values,
        );
        expect(moved.slope).toBeCloseTo(line.slope, 9);
        if (line.lower === null || line.upper === null) return;
        expect(line.lower).toBeLessThanOrEqual(line.slope);
        expect(line.upper).toBeGreaterThanOrEqual(line.slope);
        expect(line.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("takes points on one line up to rounding for a line", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }), (start, step) => {
        const years = [2001, 2002, 2003, 2005, 2009];
        const line = olsTrend(
          years,
          years.map((year) => start / 10 + ((year - 2001) * step) / 10),
        );
        expect([line.standardError, line.p, line.rSquared]).toEqual([0, 0, 1]);
      }),
    );
  });

  test("does not call two points certain", () => {
    expect(olsTrend([2001, 2002], [1, 2])).toMatchObject({
      slope: 1,
      df: 0,
      standardError: null,
      p: null,
      lower: null,
    });
  });

  test("refuses a confidence of 95 as the caller's mistake", () => {
    expect(() => olsTrend([1, 2, 3], [1, 2, 3], { confidence: 95 })).toThrow(
      expect.objectContaining({ code: "number.invalid" }),
    );
    expect(() => olsTrend([1, 2], [1])).toThrow(expect.objectContaining({ code: "length.conflicting" }));
  });
});
