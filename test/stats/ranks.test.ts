import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benchmarkGroup } from "../../src/stats/benchmark-group.ts";
import { percentileRank } from "../../src/stats/percentile-rank.ts";
import { quantile } from "../../src/stats/quantile.ts";
import { quantileGroups } from "../../src/stats/quantile-groups.ts";
import type { QuantileType } from "../../src/stats/quantile-sorted.ts";
import { randomFrom } from "../../src/stats/random.ts";
import { RankBootstrap, upperQuantile } from "../../src/stats/rank-bootstrap.ts";
import { rankIntervals } from "../../src/stats/rank-intervals.ts";
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
        const found = upperQuantile(
          bootstrap.boundsOf(0),
          (draw, least) => bootstrap.largestOf(draw, 0, open, least),
          0.95,
        );
        expect(found).toBeCloseTo(quantile(maxima, 0.95).value as number, 12);
      }),
      { numRuns: 60 },
    );
  });
});

describe("quantile", () => {
  const types = fc.integer({ min: 1, max: 9 }) as fc.Arbitrary<QuantileType>;

  test("lies between the ends and never falls as the share grows", () => {
    fc.assert(
      fc.property(
        cells,
        types,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, type, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const present = values.filter((value) => value !== null);
          const [first, second] = [quantile(values, low, type), quantile(values, high, type)];
          expect(first.reason).toBe(present.length === 0 ? "few_points" : null);
          if (present.length === 0) return;
          expect(first.value).toBeGreaterThanOrEqual(Math.min(...present) - 1e-9);
          expect(second.value).toBeLessThanOrEqual(Math.max(...present) + 1e-9);
          expect(first.value).toBeLessThanOrEqual((second.value as number) + 1e-9);
        },
      ),
    );
  });

  test("refuses a share beyond 1 as the caller's mistake", () => {
    expect(() => quantile([1, 2], 1.01)).toThrow(expect.objectContaining({ code: "number.invalid" }));
  });
});

describe("quantileGroups", () => {
  test("keep equal values together, follow the order and turn round with it", () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 10 }), (values, groups) => {
        const own = quantileGroups(values, { groups });
        values.forEach((a, i) => {
          values.forEach((b, j) => {
            if (a === null || b === null || own[i] === null) return;
            if (a <= b) expect(own[i]).toBeLessThanOrEqual(own[j] as number);
          });
        });
        const negated = values.map((value) => (value === null ? null : -value));
        expect(quantileGroups(negated, { groups, first: "highest" })).toEqual(own);
      }),
    );
  });
});

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

describe("benchmarkGroup", () => {
  test("puts every value of the set into one of the groups, and the ends into the outer ones", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -99, max: 99, noNaN: true }), { minLength: 5 }), (set) => {
        for (const value of set) expect([1, 2, 3, 4, 5]).toContain(benchmarkGroup(value, set).value);
        expect(benchmarkGroup(-100, set).value).toBe(1);
        expect(benchmarkGroup(100, set, { first: "highest" }).value).toBe(1);
      }),
    );
  });

  test("refuses a missing value and a set that is too small", () => {
    expect(benchmarkGroup(null, [1, 2, 3, 4, 5]).reason).toBe("missing_value");
    expect(benchmarkGroup(3, [1, 2, null, 4, 5]).reason).toBe("few_points");
  });
});

describe("randomFrom", () => {
  test("draws uniform and normal numbers with the right moments, the same for the same seed", () => {
    const random = randomFrom(42);
    const draws = Array.from({ length: 50_000 }, () => [random.uniform(), random.normal()] as const);
    const mean = (f: (row: readonly [number, number]) => number) =>
      draws.reduce((sum, row) => sum + f(row), 0) / draws.length;
    expect(mean(([u]) => u)).toBeCloseTo(0.5, 2);
    expect(mean(([u]) => (u - 0.5) ** 2)).toBeCloseTo(1 / 12, 2);
    expect(mean(([, z]) => z)).toBeCloseTo(0, 1);
    expect(mean(([, z]) => z * z)).toBeCloseTo(1, 1);
    expect(mean(([, z]) => z ** 4)).toBeCloseTo(3, 0);
    expect(randomFrom(42).uniform()).toBe(draws[0]?.[0]);
    expect(randomFrom(43).uniform()).not.toBe(draws[0]?.[0]);
  });
});
