import { describe, expect, test } from "vitest";
import { betaConvergence } from "../../src/stats/beta-convergence.ts";
import { sigmaConvergence } from "../../src/stats/sigma-convergence.ts";

describe("convergence", () => {
  test("has no half-life where regions drift apart", () => {
    const apart = betaConvergence([10, 20, 40], [11, 24, 55], [2010, 2020]);
    expect(apart.beta).toBeGreaterThan(0);
    expect(apart.halfLife).toBeNull();
  });

  test("compares the same regions in every year", () => {
    const gaps = sigmaConvergence(
      [2000, 2001],
      [
        [10, 20, null, 40],
        [11, 21, 31, 41],
      ],
    );
    expect(gaps).toEqual({
      ...sigmaConvergence(
        [2000, 2001],
        [
          [10, 20, 40],
          [11, 21, 41],
        ],
      ),
      missing: 1,
    });
    expect(sigmaConvergence([2000], [[0, 5]]).reason).toBe("not_positive");
    expect(() => sigmaConvergence([], [])).toThrow(expect.objectContaining({ code: "argument.invalid" }));
  });

  test("refuses values that have no logarithm and starts that do not differ", () => {
    expect(betaConvergence([0, 5, 6], [2, 6, 7], [2000, 2010]).reason).toBe("not_positive");
    expect(betaConvergence([5, 5, 5], [2, 6, 7], [2000, 2010]).reason).toBe("few_points");
    expect(betaConvergence([5, 8, null], [6, 9, 4], [2000, 2010])).toMatchObject({ n: 2, missing: 1, p: null });
  });
});
