import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightedMean } from "../../src/stats/weighted-mean.ts";

const positive = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
const invalid = expect.objectContaining({ code: "number.invalid" });

describe("weightedMean", () => {
  test("lies between the ends, harmonic below geometric below arithmetic", () => {
    fc.assert(
      fc.property(positive, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (scores, stream) => {
        const weights = scores.map(() => stream.next().value as number);
        const of = (method: "harmonic" | "geometric" | "arithmetic") =>
          weightedMean(scores, { weights, method }).value as number;
        const means = [Math.min(...scores), of("harmonic"), of("geometric"), of("arithmetic"), Math.max(...scores)];
        for (let i = 1; i < means.length; i += 1)
          expect(means[i]).toBeGreaterThanOrEqual((means[i - 1] as number) * (1 - 1e-12));
        const doubled = weightedMean(scores, { weights: weights.map((weight) => 2 * weight), method: "geometric" });
        expect(doubled.value).toBeCloseTo(of("geometric"), 9);
      }),
    );
  });

  test("of powers 1 and −1 are the arithmetic and the harmonic one", () => {
    const scores = [3, 6, 12];
    expect(weightedMean(scores, { method: "power", exponent: 1 })).toEqual(weightedMean(scores));
    expect(weightedMean(scores, { method: "power", exponent: -1 })).toEqual(
      weightedMean(scores, { method: "harmonic" }),
    );
  });

  test("shares the weight of a missing score among the others", () => {
    expect(weightedMean([10, null, 40], { weights: [1, 5, 2] }).value).toBe(30);
    expect(weightedMean([null], {}).reason).toBe("few_points");
    expect(weightedMean([1, 2], { weights: [0, 0] }).reason).toBe("zero_base");
    expect(weightedMean([-2, 2], { method: "harmonic" }).reason).toBe("not_positive");
  });

  test("takes a negative weight and a missing exponent for the caller's mistake", () => {
    expect(() => weightedMean([1, 2], { weights: [1, -1] })).toThrow(invalid);
    expect(() => weightedMean([1, 2], { method: "power", exponent: 0 })).toThrow(invalid);
    expect(() => weightedMean([1, 2], { method: "power" })).toThrow(
      expect.objectContaining({ code: "argument.missing" }),
    );
  });
});
