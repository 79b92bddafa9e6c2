import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benchmarkGroup } from "../../src/stats/benchmark-group.ts";

describe("benchmarkGroup", () => {
  test("puts every value of the set into one of the groups, and the ends into the outer ones", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -99, max: 99, noNaN: true }), { minLength: 5 }), (set) => {
        for (const value of set) expect([1, 2, 3, 4, 5]).toContain(benchmarkGroup(value, set).value);
        expect(benchmarkGroup(-100, set).value).toBe(1);
        expect(benchmarkGroup(100, set, { first: "highest" }).value).toBe(1);
      }),
    );
  });

  test("refuses a missing value and a set that is too small", () => {
    expect(benchmarkGroup(null, [1, 2, 3, 4, 5]).reason).toBe("missing_value");
    expect(benchmarkGroup(3, [1, 2, null, 4, 5]).reason).toBe("few_points");
  });
});
