import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { empiricalBayes } from "../../src/stats/empirical-bayes.ts";

const counted = fc.array(
  fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
  { minLength: 1, maxLength: 12 },
);

describe("empiricalBayes", () => {
  test("moves each rate towards the mean, the small ones further", () => {
    fc.assert(
      fc.property(counted, (rows) => {
        const [x, n] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const result = empiricalBayes(x, n);
        if (result.reason !== null) {
          expect(x.every((count) => count === 0)).toBe(true);
          return;
        }
        rows.forEach((_, i) => {
          const [raw, shrunk] = [result.raw[i] as number, result.shrunk[i] as number];
          expect(shrunk).toBeGreaterThanOrEqual(Math.min(raw, result.mean) - 1e-12);
          expect(shrunk).toBeLessThanOrEqual(Math.max(raw, result.mean) + 1e-12);
        });
      }),
    );
  });

  test("leaves a region without people empty, and out of the mean", () => {
    const gaps = empiricalBayes([2, 0, null, 9], [300, 0, 50, 700]);
    expect(gaps).toMatchObject({ n: 2, missing: 2, mean: 11 / 1000 });
    expect(gaps.raw?.[1]).toBeNull();
    expect(gaps.shrunk?.[2]).toBeNull();
    expect(empiricalBayes([0], [0]).reason).toBe("no_population");
  });

  test("tells the raw rates where there is no event to learn from", () => {
    expect(empiricalBayes([0, null, 0], [300, 50, 700])).toEqual({
      raw: [0, null, 0],
      shrunk: null,
      mean: 0,
      variance: 0,
      n: 2,
      missing: 1,
      reason: "few_events",
    });
  });
});
