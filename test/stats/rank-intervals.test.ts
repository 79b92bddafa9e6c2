import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile } from "../../src/stats/quantile.ts";
import { randomFrom } from "../../src/stats/random.ts";
import { RankBootstrap } from "../../src/stats/rank-bootstrap.ts";
import { rankIntervals } from "../../src/stats/rank-intervals.ts";

describe("rankIntervals", () => {
  const regions = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 9,
  });
  const options = fc.record({
    simultaneous: fc.boolean(),
    stepdown: fc.boolean(),
    type: fc.constantFrom("two-sided" as const, "lower" as const, "upper" as const),
  });

  test("surround the rank", () => {
    fc.assert(
      fc.property(regions, options, (rows, chosen) => {
        const [estimate, standardError] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const { rank, lower, upper } = rankIntervals({ estimate, standardError, draws: 500, ...chosen });
        rank.forEach((place, i) => {
          expect(lower[i]).toBeLessThanOrEqual(place as number);
          expect(upper[i]).toBeGreaterThanOrEqual(place as number);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("step-down never widens a set, and sets for all at once are never narrower", () => {
    fc.assert(
      fc.property(regions, fc.boolean(), (rows, simultaneous) => {
        const common = {
          estimate: rows.map((row) => row[0]),
          standardError: rows.map((row) => row[1]),
          draws: 500,
          simultaneous,
        };
        const one = rankIntervals({ ...common, stepdown: false });
        const down = rankIntervals({ ...common, stepdown: true });
        const all = rankIntervals({ ...common, stepdown: false, simultaneous: true });
        rows.forEach((_, i) => {
          expect(down.lower[i]).toBeGreaterThanOrEqual(one.lower[i] as number);
          expect(down.upper[i]).toBeLessThanOrEqual(one.upper[i] as number);
          expect(all.lower[i]).toBeLessThanOrEqual(one.lower[i] as number);
          expect(all.upper[i]).toBeGreaterThanOrEqual(one.upper[i] as number);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("are the same for the same seed, and turn round with the direction", () => {
    const input = { estimate: [9, 5, null, 7.5], standardError: [1, 0.5, 1, 2], draws: 2000 };
    expect(rankIntervals({ ...input, seed: 7 })).toEqual(rankIntervals({ ...input, seed: 7 }));
    const turned = rankIntervals({ ...input, estimate: [-9, -5, null, -7.5], better: "lower" });
    expect(turned.rank).toEqual(rankIntervals(input).rank);
    expect([turned.n, turned.missing, turned.lower[2]]).toEqual([3, 1, null]);
  });

  test("take a negative standard error and a coverage of 2 for the caller's mistake", () => {
    const invalid = expect.objectContaining({ code: "number.invalid" });
    expect(() => rankIntervals({ estimate: [1, 2], standardError: [1, -1] })).toThrow(invalid);
    expect(() => rankIntervals({ estimate: [1, 2], standardError: [1, 1], coverage: 2 })).toThrow(invalid);
  });

  test("for all regions at once rest on the critical value of a search of all pairs of all draws", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), fc.constantFrom(0.2, 0.9, 0.99), (seed, p, share) => {
        const draws = 300;
        const errors = Float64Array.from({ length: p }, (_, i) => ((i * 7) % 5) / 2);
        const open = Uint8Array.from({ length: p * p }, (_, k) => (k % (p + 1) === 0 ? 0 : 1 + (k % 3)));
        const random = randomFrom(seed);
        const maxima = Array.from({ length: draws }, () => {
          const own = Array.from({ length: p }, () => random.normal());
          let largest = Number.NEGATIVE_INFINITY;
          for (let i = 0; i < p; i += 1) {
            for (let j = 0; j < p; j += 1) {
              const [a, b] = [errors[i] as number, errors[j] as number];
              const size = a === 0 && b === 0 ? 0 : (a * own[i]! - b * own[j]!) / Math.sqrt(a * a + b * b);
              if (open[i * p + j]! & 1) largest = Math.max(largest, size);
              if (open[i * p + j]! & 2) largest = Math.max(largest, -size);
            }
          }
          return largest;
        });
        const bootstrap = new RankBootstrap(errors, draws, seed);
        const found = bootstrap.quantileOfAll(open, bootstrap.boundsOfAll(), share);
        expect(found).toBeCloseTo(quantile(maxima, share).value as number, 12);
      }),
      { numRuns: 30 },
    );
  });

  test("rest on the same critical value as a search of all pairs of all draws", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), fc.constantFrom(0, 1, 2, 3), (seed, p, only) => {
        const draws = 400;
        const errors = Float64Array.from({ length: p }, (_, i) => ((i * 7) % 5) / 2);
        const open = Uint8Array.from({ length: p * p }, (_, k) =>
          k % (p + 1) === 0 ? 0 : only === 0 ? 1 + (k % 3) : only,
        );
        const random = randomFrom(seed);
        const deviates = Array.from({ length: draws }, () => Array.from({ length: p }, () => random.normal()));
        const maxima = deviates.map((own) => {
          let largest = Number.NEGATIVE_INFINITY;
          for (let j = 1; j < p; j += 1) {
            const [a, b] = [errors[0] as number, errors[j] as number];
            const raw = a * (own[0] as number) - b * (own[j] as number);
            const size = a === 0 && b === 0 ? 0 : raw / Math.sqrt(a * a + b * b);
            if ((open[j] as number) & 1) largest = Math.max(largest, size);
            if ((open[j] as number) & 2) largest = Math.max(largest, -size);
          }
          return largest;
        });
        const bootstrap = new RankBootstrap(errors, draws, seed);
        const found = bootstrap.quantileOf(0, open, bootstrap.boundsOf(0), 0.95);
        expect(found).toBeCloseTo(quantile(maxima, 0.95).value as number, 12);
      }),
      { numRuns: 60 },
    );
  });
});
