import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannKendall } from "../../src/stats/mann-kendall.ts";

const series = fc
  .uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 15 })
  .chain((years) =>
    fc.tuple(
      fc.constant(years),
      fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: years.length, maxLength: years.length }),
    ),
  );
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length;

describe("mannKendall", () => {
  test("turns its sign with the values and keeps its p", () => {
    fc.assert(
      fc.property(series, ([years, values]) => {
        const own = mannKendall(years, values);
        const turned = mannKendall(
          years,
          values.map((value) => (value === null ? null : -value)),
        );
        expect(own.reason).toBe(known(values) < 2 ? "few_points" : null);
        if (own.reason !== null || turned.reason !== null) return;
        expect(turned.s).toBe(0 - own.s);
        expect(turned.p).toBeCloseTo(own.p, 12);
        expect(own.p).toBeGreaterThanOrEqual(0);
        expect(own.p).toBeLessThanOrEqual(1);
        expect(Math.abs(own.tauA)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("one-sided p-values overlap in what they share: exact ones add up to more than 1 by the middle", () => {
    const [years, values] = [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 5, 4],
    ];
    const p = (alternative: "greater" | "less") =>
      mannKendall(years, values, { alternative, method: "exact" }).p as number;
    // P(S = 6) of five values is 9 of 120 permutations.
    expect(p("greater") + p("less")).toBeCloseTo(1 + 9 / 120, 12);
  });

  test("is exact without being asked for up to ten untied values, and says when it is not", () => {
    const steady = Array.from({ length: 11 }, (_, i) => i);
    expect(mannKendall(steady.slice(1), steady.slice(1)).method).toBe("exact");
    expect(mannKendall(steady, steady).method).toBe("normal");
    expect(mannKendall([1, 2, 3], [1, 1, 2], { method: "exact" }).method).toBe("normal");
    expect(mannKendall([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).p).toBeCloseTo(2 / 120, 12);
  });

  test("does not count a year without a value, and finds nothing in a constant series", () => {
    const gaps = mannKendall([2001, 2002, 2003, 2004, 2005], [4, null, 6, 5, 9]);
    expect(gaps).toEqual({ ...mannKendall([2001, 2003, 2004, 2005], [4, 6, 5, 9]), missing: 1 });
    expect(mannKendall([1, 2, 3], [7, 7, 7])).toMatchObject({ s: 0, z: 0, p: 1, tauA: 0, tauB: null });
    expect(mannKendall([1, 2], [null, 4]).reason).toBe("few_points");
  });
});
