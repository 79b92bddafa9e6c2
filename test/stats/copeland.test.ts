import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copeland } from "../../src/stats/copeland.ts";

describe("copeland", () => {
  test("hands out one win per pair", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((n) =>
          fc.array(fc.array(fc.option(fc.nat({ max: 4 })), { minLength: n, maxLength: n }), {
            minLength: 1,
            maxLength: 4,
          }),
        ),
        (columns) => {
          const scores = copeland(columns);
          const n = scores.length;
          expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo((n * (n - 1)) / 2, 10);
        },
      ),
    );
  });

  test("does not depend on the scale of the weights, and turns round with the scores", () => {
    const column = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(column, column, fc.integer({ min: 1, max: 9 }), (a, b, weight) => {
        const own = copeland([a, b], [1, weight]);
        expect(copeland([a, b], [0.5, weight / 2])).toEqual(own);
        const turned = copeland([a.map((score) => -score), b.map((score) => -score)], [1, weight]);
        for (const [i, score] of turned.entries()) expect(score).toBeCloseTo(4 - (own[i] as number), 12);
      }),
    );
  });
});
