import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Normalisation, normalise } from "../../src/stats/normalise.ts";

const cells = fc.array(fc.option(fc.integer({ min: -40, max: 40 })), { maxLength: 12 });
const invalid = expect.objectContaining({ code: "number.invalid" });

describe("normalise", () => {
  const methods: readonly Normalisation[] = [
    { method: "min_max" },
    { method: "z_score" },
    { method: "robust_z" },
    { method: "scaled", lower: -40, upper: 40 },
    { method: "rank" },
    { method: "borda", ties: "average" },
    { method: "percentile_rank" },
    { method: "distance_to_maximum" },
    { method: "distance_to_target", target: 90 },
    { method: "goalposts", lower: -50, upper: 50 },
  ];

  test.each(methods)("by $method keeps the order, and missing values missing", (by) => {
    fc.assert(
      fc.property(cells, (values) => {
        const scores = normalise(Object.freeze(values), by);
        expect(scores.length).toBe(values.length);
        values.forEach((a, i) => {
          if (a === null) expect(scores[i]).toBeNull();
          values.forEach((b, j) => {
            const [own, other] = [scores[i] ?? null, scores[j] ?? null];
            if (a === null || b === null || own === null || other === null) return;
            expect(Math.sign(own - other)).toBe(Math.sign(a - b));
          });
        });
      }),
    );
  });

  test("by min_max spans exactly the range asked for", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2 }), (values) => {
        const scores = normalise(values, { method: "min_max", lower: 1, upper: 10 }) as number[];
        expect([Math.min(...scores), Math.max(...scores)]).toEqual([1, 10]);
      }),
    );
  });

  test("by z_score has mean 0 and standard deviation 1", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2 }), (values) => {
        const scores = normalise(values, { method: "z_score" }) as number[];
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 8);
        expect(scores.reduce((sum, score) => sum + score * score, 0) / (scores.length - 1)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("has no score where all values are equal", () => {
    for (const by of [{ method: "min_max" }, { method: "z_score" }, { method: "robust_z" }] as const) {
      expect(normalise([3, 3, null], by)).toEqual([null, null, null]);
    }
  });

  test("takes impossible options for the caller's mistake", () => {
    expect(() => normalise([1, 2], { method: "z_score", sd: 0 })).toThrow(invalid);
    expect(() => normalise([1, 2], { method: "distance_to_reference", row: 2 })).toThrow(invalid);
    expect(() => normalise([1, 2], { method: "distance_to_target", target: Number.NaN })).toThrow(invalid);
  });

  test("by goalposts can be turned round and left open", () => {
    const by = { method: "goalposts", lower: 0, upper: 10 } as const;
    expect(normalise([-5, 2, 15], by)).toEqual([0, 0.2, 1]);
    expect(normalise([-5, 2, 15], { ...by, direction: -1 })).toEqual([1, 0.8, 0]);
    expect(normalise([-5, 2, 15], { ...by, truncated: false, scale: 10 })).toEqual([-5, 2, 15]);
    expect(normalise([-5, 2, 15], { ...by, upper: 0 })).toEqual([null, null, null]);
  });

  test("by place or distance spans 0 to 1, and gives the highest value the highest score", () => {
    const values = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, (own) => {
        const top = own.indexOf(Math.max(...own));
        for (const method of ["percentile_rank", "distance_to_maximum"] as const) {
          const scores = normalise(own, { method }) as number[];
          expect([Math.min(...scores), Math.max(...scores), scores[top]]).toEqual([0, 1, 1]);
        }
        expect(normalise(own, { method: "rank" })[top]).toBe(own.length);
        expect(normalise(own, { method: "borda" })[top]).toBe(own.length - 1);
      }),
    );
  });
});
