import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theilSen } from "../../src/stats/theil-sen.ts";

const series = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 15 })
  .chain((years) =>
    fc.tuple(
      fc.constant(years),
      fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: years.length, maxLength: years.length }),
    ),
  );
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length;

describe("theilSen", () => {
  test("has edges that surround the slope, in either convention", () => {
    fc.assert(
      fc.property(series, fc.constantFrom("gilbert" as const, "rounded" as const), ([years, values], interval) => {
        const line = theilSen(years, values, { interval });
        expect(line.reason).toBe(known(values) < 2 ? "few_points" : null);
        if (line.reason !== null) return;
        if (line.lower !== null) expect(line.lower).toBeLessThanOrEqual(line.slope);
        if (line.upper !== null) expect(line.upper).toBeGreaterThanOrEqual(line.slope);
        expect(line.n + line.missing).toBe(years.length);
      }),
    );
  });

  test("follows scale and shift of the values, and not the order of rows", () => {
    fc.assert(
      fc.property(series, ([years, values]) => {
        const line = theilSen(years, values);
        if (line.reason !== null) return;
        const scaled = theilSen(
          years,
          values.map((value) => (value === null ? null : 4 * value + 7)),
        );
        expect(scaled.slope).toBeCloseTo(4 * line.slope, 10);
        expect(theilSen([...years].reverse(), [...values].reverse())).toEqual(line);
      }),
    );
  });

  test("is not moved by one outlying year", () => {
    const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016];
    const calm = years.map((year) => 2 * year);
    const wild = calm.map((value, i) => (i === 3 ? 1e9 : value));
    expect(theilSen(years, wild).slope).toBe(2);
  });
});
