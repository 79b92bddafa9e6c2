import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inequality } from "../../src/stats/inequality.ts";

const positive = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });

describe("inequality", () => {
  test("lies between 0 and 1 and does not depend on the unit", () => {
    fc.assert(
      fc.property(positive, (values) => {
        const own = inequality(values);
        const scaled = inequality(values.map((value) => value * 1000));
        for (const key of ["gini", "hoover", "atkinsonHalf", "atkinsonOne"] as const) {
          expect(own[key]).toBeGreaterThanOrEqual(0);
          expect(own[key]).toBeLessThanOrEqual(1);
          expect(scaled[key]).toBeCloseTo(own[key] as number, 10);
        }
        expect(own.theilT).toBeGreaterThanOrEqual(0);
        expect(own.theilL).toBeGreaterThanOrEqual(0);
        expect(scaled.theilL).toBeCloseTo(own.theilL as number, 10);
      }),
    );
  });

  test("counts a weight of k like k regions", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 4 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (rows) => {
          const weighted = inequality(
            rows.map((row) => row[0]),
            { weights: rows.map((row) => row[1]) },
          );
          const repeated = inequality(rows.flatMap(([value, times]) => new Array<number>(times).fill(value)));
          for (const key of ["gini", "theilT", "theilL", "hoover", "cvPopulation", "mean", "atkinsonOne"] as const) {
            expect(weighted[key]).toBeCloseTo(repeated[key] as number, 10);
          }
        },
      ),
    );
  });

  test("is 0 where all have the same", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 9 }), (value, n) => {
        const { gini, theilT, theilL, hoover, cvPopulation } = inequality(new Array(n).fill(value));
        for (const measure of [gini, theilT, theilL, hoover, cvPopulation]) expect(measure).toBeCloseTo(0, 12);
      }),
    );
  });

  test("is unknown with a negative value or a total of 0", () => {
    const negative = { gini: null, theilT: null, hoover: null, rangeDifference: 6, reason: "not_positive" };
    expect(inequality([-1, 2, 5])).toMatchObject(negative);
    expect(inequality([0, 0])).toMatchObject({ gini: null, mean: 0, rangeRatio: null });
    expect(inequality([0, 5])).toMatchObject({ theilL: null, atkinsonOne: 1, gini: 0.5, reason: null });
    expect(inequality([null])).toMatchObject({ n: 0, missing: 1, mean: null, gini: null, reason: "few_points" });
  });
});
