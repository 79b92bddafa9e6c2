import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile } from "../../src/stats/quantile.ts";
import type { QuantileType } from "../../src/stats/quantile-sorted.ts";

const cells = fc.array(fc.option(fc.integer({ min: -9, max: 9 })));

describe("quantile", () => {
  const types = fc.integer({ min: 1, max: 9 }) as fc.Arbitrary<QuantileType>;

  test("lies between the ends and never falls as the share grows", () => {
    fc.assert(
      fc.property(
        cells,
        types,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, type, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const present = values.filter((value) => value !== null);
          const [first, second] = [quantile(values, low, type), quantile(values, high, type)];
          expect(first.reason).toBe(present.length === 0 ? "few_points" : null);
          if (present.length === 0) return;
          expect(first.value).toBeGreaterThanOrEqual(Math.min(...present) - 1e-9);
          expect(second.value).toBeLessThanOrEqual(Math.max(...present) + 1e-9);
          expect(first.value).toBeLessThanOrEqual((second.value as number) + 1e-9);
        },
      ),
    );
  });

  test("refuses a share beyond 1 as the caller's mistake", () => {
    expect(() => quantile([1, 2], 1.01)).toThrow(expect.objectContaining({ code: "number.invalid" }));
  });

  test("refuses a type beyond the nine as the caller's mistake", () => {
    const wrong = () => quantile([1, 2, 3], 0.5, 10 as QuantileType);
    expect(wrong).toThrow(expect.objectContaining({ code: "number.invalid" }));
  });
});
