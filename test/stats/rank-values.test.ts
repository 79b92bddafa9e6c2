import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankValues } from "../../src/stats/rank-values.ts";

const cells = fc.array(fc.option(fc.integer({ min: -9, max: 9 })));
const TIES = ["min", "max", "average", "dense", "first"] as const;

describe("rankValues", () => {
  test("never ranks a missing value, and takes no place for it", () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...TIES), (values, ties) => {
        const ranks = rankValues(values, { ties });
        const present = values.filter((value) => value !== null);
        expect(ranks.filter((rank) => rank !== null)).toEqual(rankValues(present, { ties }));
        values.forEach((value, i) => {
          expect(ranks[i] === null).toBe(value === null);
        });
      }),
    );
  });

  test("gives equal values the same rank, whatever the order of rows, and better values a smaller one", () => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom("min" as const, "max" as const, "average" as const, "dense" as const),
        (values, ties) => {
          const ranks = rankValues(values, { ties });
          expect(rankValues([...values].reverse(), { ties })).toEqual([...ranks].reverse());
          values.forEach((a, i) => {
            values.forEach((b, j) => {
              if (a === null || b === null) return;
              expect(Math.sign((ranks[i] as number) - (ranks[j] as number))).toBe(Math.sign(b - a) + 0);
            });
          });
        },
      ),
    );
  });

  test("average and first ranks add up to n(n + 1)/2", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 })),
        fc.constantFrom("average" as const, "first" as const),
        (values, ties) => {
          const sum = rankValues(values, { ties }).reduce<number>((total, rank) => total + (rank as number), 0);
          expect(sum).toBe((values.length * (values.length + 1)) / 2);
        },
      ),
    );
  });

  test("reads NaN of typed arrays as missing and leaves the input alone", () => {
    const column = Float64Array.of(3, Number.NaN, 1);
    expect(rankValues(column)).toEqual([1, null, 2]);
    expect([...column]).toEqual([3, Number.NaN, 1]);
  });
});
