import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentileRank } from "../../src/stats/percentile-rank.ts";

const cells = fc.array(fc.option(fc.integer({ min: -9, max: 9 })));

describe("percentileRank", () => {
  test("lies between strict and weak, from 0 to 100", () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: -10, max: 10 }), (values, score) => {
        const [rank, weak, strict] = (["rank", "weak", "strict"] as const).map(
          (kind) => percentileRank(values, score, kind).value,
        );
        if (rank === null) return;
        expect(strict).toBeGreaterThanOrEqual(0);
        expect(strict).toBeLessThanOrEqual(rank as number);
        expect(rank).toBeLessThanOrEqual(weak as number);
        expect(weak).toBeLessThanOrEqual(100);
      }),
    );
  });
});
