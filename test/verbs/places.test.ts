import fc from "fast-check";
import { expect, test } from "vitest";
import { rankValues } from "../../src/stats/rank-values.ts";
import { placesOf, ranksOf } from "../../src/verbs/places.ts";

const values = fc.array(fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ noNaN: true }))), {
  maxLength: 50,
});

test.each(["min", "max", "average", "dense", "first"] as const)("%s ranks are those of the statistics", (ties) => {
  fc.assert(
    fc.property(values, fc.constantFrom("higher" as const, "lower" as const), (given, better) => {
      const column = Float64Array.from(given, (value) => value ?? Number.NaN);
      const ranks = ranksOf(placesOf(column, Int32Array.from(given.keys())), better, ties);
      expect(Array.from(ranks, (rank) => (Number.isNaN(rank) ? null : rank))).toEqual(
        rankValues(given, { better, ties }),
      );
    }),
  );
});
