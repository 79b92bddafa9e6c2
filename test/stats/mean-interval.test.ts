import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanInterval } from "../../src/stats/mean-interval.ts";

describe("meanInterval", () => {
  test("surrounds the mean and counts what is missing", () => {
    const cell = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell), (values) => {
        const { value, lower, upper, n, missing, reason } = meanInterval(values);
        expect(n + missing).toBe(values.length);
        expect(reason).toBe(n < 2 ? "few_points" : null);
        if (lower === null || upper === null || value === null) return;
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});
