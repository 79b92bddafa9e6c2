import { describe, expect, test } from "vitest";
import { indirectRatio } from "../../src/stats/indirect-ratio.ts";

describe("indirectRatio", () => {
  test("is 1 for the reference itself", () => {
    const [x, n] = [
      [8, 20, 60],
      [1000, 2000, 5000],
    ];
    const own = indirectRatio(x, n, x, n);
    expect(own.ratio).toBeCloseTo(1, 14);
    expect(own.lower).toBeLessThan(1);
    expect(own.upper).toBeGreaterThan(1);
  });

  test("takes a total where bands are not known", () => {
    const reference = [
      [100, 400],
      [20_000, 15_000],
    ] as const;
    const whole = indirectRatio([14], [900, 700], ...reference);
    expect(whole).toEqual(indirectRatio([5, 9], [900, 700], ...reference));
  });
});
