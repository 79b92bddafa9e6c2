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
});
