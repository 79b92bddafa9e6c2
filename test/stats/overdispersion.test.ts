import { describe, expect, test } from "vitest";
import { overdispersion } from "../../src/stats/overdispersion.ts";

describe("overdispersion", () => {
  test("finds none where regions scatter as chance has it, and some where they do not", () => {
    const expected = new Array(20).fill(100);
    const calm = expected.map((_, i) => 100 + (i % 2 === 0 ? 6 : -6));
    const wild = expected.map((_, i) => 100 + (i % 2 === 0 ? 60 : -50));
    for (const statistic of ["ratio", "ratio_root"] as const) {
      expect(overdispersion(calm, expected, { statistic }).tauSquared).toBe(0);
      expect(overdispersion(wild, expected, { statistic, outliers: "truncate" }).tauSquared).toBeGreaterThan(0.05);
    }
    const people = new Array(20).fill(400);
    expect(overdispersion(wild, people, { statistic: "proportion" }).phi).toBeGreaterThan(5);
  });

  test("needs three regions", () => {
    expect(overdispersion([1, 2, null], [1, 2, 3], { statistic: "ratio" }).reason).toBe("few_points");
  });

  test("weighs equal regions by the variance over chance", () => {
    // Equal sizes: tau² is (phi × n − (n − 1)) / ((n − 1) × weight).
    const { phi, tauSquared, n } = overdispersion([50, 200, 100, 100], [100, 100, 100, 100], {
      statistic: "ratio",
      share: 0,
    });
    expect(phi).toBeCloseTo((2 * 100 * Math.LN2 ** 2) / 4, 10);
    expect(tauSquared).toBeCloseTo(((phi as number) * 4 - 3) / (3 * 100), 12);
    expect(n).toBe(4);
  });
});
