import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kurtosis } from "../../src/stats/kurtosis.ts";
import { skewness } from "../../src/stats/skewness.ts";

describe("skewness and kurtosis", () => {
  test("turn and keep their sign with the values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4 }), (values) => {
        const turned = values.map((value) => 5 - 2 * value);
        const [skew, kurt] = [skewness(values), kurtosis(values)];
        if (skew.reason !== null) {
          expect(new Set(values).size).toBe(1);
          return;
        }
        expect(skewness(turned).value).toBeCloseTo(-skew.value, 9);
        expect(kurtosis(turned).value).toBeCloseTo(kurt.value as number, 9);
      }),
    );
  });

  test("need three and four values", () => {
    expect([skewness([1, 2]).reason, kurtosis([1, 2, 3]).reason]).toEqual(["few_points", "few_points"]);
  });
});
