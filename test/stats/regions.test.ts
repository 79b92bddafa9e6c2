import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareBenchmark } from "../../src/stats/compare-benchmark.ts";
import { empiricalBayes } from "../../src/stats/empirical-bayes.ts";
import { funnelLimits } from "../../src/stats/funnel-limits.ts";
import { funnelLimitsByEvents } from "../../src/stats/funnel-limits-by-events.ts";
import { funnelPosition } from "../../src/stats/funnel-position.ts";
import { overdispersion } from "../../src/stats/overdispersion.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const counted = fc.array(
  fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
  { minLength: 1, maxLength: 12 },
);

describe("funnelLimits", () => {
  test("surround the benchmark, the wide ones around the narrow ones", () => {
    fc.assert(
      fc.property(
        share,
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom("proportion" as const, "rate" as const),
        (benchmark, n, statistic) => {
          const { lower95, upper95, lower998, upper998 } = funnelLimits([n], { statistic, benchmark });
          const edges = [0, lower998[0], lower95[0], benchmark, upper95[0], upper998[0]] as number[];
          for (let i = 1; i < edges.length; i += 1)
            expect(edges[i]).toBeGreaterThanOrEqual((edges[i - 1] as number) - 1e-12);
          if (statistic === "proportion") expect(upper998[0]).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("a rate is a ratio of its expected events", () => {
    const rate = funnelLimits([4000], { statistic: "rate", benchmark: 0.01 });
    const ratio = funnelLimits([40], { statistic: "ratio" });
    expect(rate.upper95[0]).toBeCloseTo((ratio.upper95[0] as number) * 0.01, 14);
  });

  test("leave a missing or empty size without limits", () => {
    expect(funnelLimits([null, 0], { statistic: "ratio" }).lower95).toEqual([null, null]);
    const invalid = expect.objectContaining({ code: "number.invalid" });
    expect(() => funnelLimits([-1], { statistic: "ratio" })).toThrow(invalid);
    expect(() => funnelLimits([5], { statistic: "proportion", benchmark: 1.2 })).toThrow(invalid);
  });

  test("over observed events lie around 1 and close in with more events", () => {
    const [few, many] = [funnelLimitsByEvents(5), funnelLimitsByEvents(500)];
    expect(few.lower998).toBeLessThan(few.lower95);
    expect(few.lower95).toBeLessThan(many.lower95);
    expect(many.lower95).toBeLessThan(1);
    expect(many.upper95).toBeGreaterThan(1);
    expect(many.upper95).toBeLessThan(few.upper95);
    expect(funnelLimitsByEvents(0)).toEqual({ lower95: 0, upper95: 0, lower998: 0, upper998: 0 });
  });
});

describe("funnelPosition", () => {
  test("agrees with the limits drawn for a proportion", () => {
    fc.assert(
      fc.property(counted, (rows) => {
        const [x, n] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const { benchmark, position } = funnelPosition(x, n, { statistic: "proportion" });
        const { lower95, upper95 } = funnelLimits(n, { statistic: "proportion", benchmark: benchmark as number });
        rows.forEach(([events, people], i) => {
          const rate = events / people;
          const [low, high] = [lower95[i] as number, upper95[i] as number];
          if (Math.min(Math.abs(rate - low), Math.abs(rate - high)) < 1e-9) return;
          expect(position[i] === "within").toBe(rate > low && rate < high);
        });
      }),
    );
  });

  test("judges neither missing regions nor those with too few events", () => {
    const options = { statistic: "rate" as const, minimumEvents: 10 };
    expect(funnelPosition([9, null, 12], [100, 100, 100], options).position).toEqual([null, null, "within"]);
    expect(funnelPosition([], [], { statistic: "rate" })).toEqual({ benchmark: null, position: [] });
  });
});

describe("overdispersion", () => {
  test("finds none where regions scatter as chance has it, and some where they do not", () => {
    const expected = new Array(20).fill(100);
    const calm = expected.map((_, i) => 100 + (i % 2 === 0 ? 6 : -6));
    const wild = expected.map((_, i) => 100 + (i % 2 === 0 ? 60 : -50));
    for (const statistic of ["ratio", "ratio_root"] as const) {
      expect(overdispersion(calm, expected, { statistic }).tauSquared).toBe(0);
      expect(overdispersion(wild, expected, { statistic, outliers: "truncate" }).tauSquared).toBeGreaterThan(0.05);
    }
    const people = new Array(20).fill(400);
    expect(overdispersion(wild, people, { statistic: "proportion" }).phi).toBeGreaterThan(5);
  });

  test("needs three regions", () => {
    expect(overdispersion([1, 2, null], [1, 2, 3], { statistic: "ratio" }).reason).toBe("few_points");
  });

  test("weighs equal regions by the variance over chance", () => {
    // Equal sizes: tau² is (phi × n − (n − 1)) / ((n − 1) × weight).
    const { phi, tauSquared, n } = overdispersion([50, 200, 100, 100], [100, 100, 100, 100], {
      statistic: "ratio",
      share: 0,
    });
    expect(phi).toBeCloseTo((2 * 100 * Math.LN2 ** 2) / 4, 10);
    expect(tauSquared).toBeCloseTo(((phi as number) * 4 - 3) / (3 * 100), 12);
    expect(n).toBe(4);
  });
});

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
});

describe("compareBenchmark", () => {
  const interval = { lower: 17, upper: 23 };
  const wide = { lower: 15, upper: 26 };
  const county = { value: 20, interval95: interval, interval998: wide };

  test("turns round with the polarity and speaks of height where there is none", () => {
    const verdicts = (benchmark: number) =>
      (["higher_better", "lower_better", "neutral"] as const).map(
        (polarity) => compareBenchmark({ ...county, benchmark, polarity }).verdict,
      );
    expect(verdicts(14)).toEqual(["best", "worst", "highest"]);
    expect(verdicts(16)).toEqual(["better", "worse", "higher"]);
    expect(verdicts(20)).toEqual(["similar", "similar", "similar"]);
    expect(verdicts(25)).toEqual(["worse", "better", "lower"]);
    expect(verdicts(30)).toEqual(["worst", "best", "lowest"]);
  });

  test("gives no verdict where something is missing", () => {
    const polarity = "neutral" as const;
    expect(compareBenchmark({ ...county, benchmark: null, polarity }).reason).toBe("missing_value");
    expect(compareBenchmark({ ...county, value: null, benchmark: 3, polarity }).reason).toBe("missing_value");
    expect(compareBenchmark({ ...county, interval998: null, benchmark: 3, polarity }).reason).toBe("missing_value");
    expect(compareBenchmark({ value: 1, interval95: null, benchmark: 3, polarity }).reason).toBe("missing_value");
  });

  test("refuses an interval that is upside down", () => {
    const upside = { value: 20, interval95: { lower: 23, upper: 17 }, benchmark: 3, polarity: "neutral" as const };
    expect(() => compareBenchmark(upside)).toThrow(expect.objectContaining({ code: "number.invalid" }));
  });
});
