import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copeland } from "../../src/stats/copeland.ts";
import { inequality } from "../../src/stats/inequality.ts";
import { kurtosis } from "../../src/stats/kurtosis.ts";
import { type Normalisation, normalise } from "../../src/stats/normalise.ts";
import { skewness } from "../../src/stats/skewness.ts";
import { type Transformation, transform } from "../../src/stats/transform.ts";
import { weightedMean } from "../../src/stats/weighted-mean.ts";
import { winsorise } from "../../src/stats/winsorise.ts";

const cells = fc.array(fc.option(fc.integer({ min: -40, max: 40 })), { maxLength: 12 });
const positive = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
const invalid = expect.objectContaining({ code: "number.invalid" });

describe("normalise", () => {
  const methods: readonly Normalisation[] = [
    { method: "min_max" },
    { method: "z_score" },
    { method: "robust_z" },
    { method: "scaled", lower: -40, upper: 40 },
    { method: "rank" },
    { method: "borda", ties: "average" },
    { method: "percentile_rank" },
    { method: "distance_to_maximum" },
    { method: "distance_to_target", target: 90 },
    { method: "goalposts", lower: -50, upper: 50 },
  ];

  test.each(methods)("by $method keeps the order, and missing values missing", (by) => {
    fc.assert(
      fc.property(cells, (values) => {
        const scores = normalise(Object.freeze(values), by);
        expect(scores.length).toBe(values.length);
        values.forEach((a, i) => {
          if (a === null) expect(scores[i]).toBeNull();
          values.forEach((b, j) => {
            const [own, other] = [scores[i] ?? null, scores[j] ?? null];
            if (a === null || b === null || own === null || other === null) return;
            expect(Math.sign(own - other)).toBe(Math.sign(a - b));
          });
        });
      }),
    );
  });

  test("by min_max spans exactly the range asked for", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2 }), (values) => {
        const scores = normalise(values, { method: "min_max", lower: 1, upper: 10 }) as number[];
        expect([Math.min(...scores), Math.max(...scores)]).toEqual([1, 10]);
      }),
    );
  });

  test("by z_score has mean 0 and standard deviation 1", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2 }), (values) => {
        const scores = normalise(values, { method: "z_score" }) as number[];
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 8);
        expect(scores.reduce((sum, score) => sum + score * score, 0) / (scores.length - 1)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("has no score where all values are equal", () => {
    for (const by of [{ method: "min_max" }, { method: "z_score" }, { method: "robust_z" }] as const) {
      expect(normalise([3, 3, null], by)).toEqual([null, null, null]);
    }
  });

  test("takes impossible options for the caller's mistake", () => {
    expect(() => normalise([1, 2], { method: "z_score", sd: 0 })).toThrow(invalid);
    expect(() => normalise([1, 2], { method: "distance_to_reference", row: 2 })).toThrow(invalid);
    expect(() => normalise([1, 2], { method: "distance_to_target", target: Number.NaN })).toThrow(invalid);
  });

  test("by goalposts can be turned round and left open", () => {
    const by = { method: "goalposts", lower: 0, upper: 10 } as const;
    expect(normalise([-5, 2, 15], by)).toEqual([0, 0.2, 1]);
    expect(normalise([-5, 2, 15], { ...by, direction: -1 })).toEqual([1, 0.8, 0]);
    expect(normalise([-5, 2, 15], { ...by, truncated: false, scale: 10 })).toEqual([-5, 2, 15]);
  });
});

describe("weightedMean", () => {
  test("lies between the ends, harmonic below geometric below arithmetic", () => {
    fc.assert(
      fc.property(positive, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (scores, stream) => {
        const weights = scores.map(() => stream.next().value as number);
        const of = (method: "harmonic" | "geometric" | "arithmetic") =>
          weightedMean(scores, { weights, method }).value as number;
        const means = [Math.min(...scores), of("harmonic"), of("geometric"), of("arithmetic"), Math.max(...scores)];
        for (let i = 1; i < means.length; i += 1)
          expect(means[i]).toBeGreaterThanOrEqual((means[i - 1] as number) * (1 - 1e-12));
        const doubled = weightedMean(scores, { weights: weights.map((weight) => 2 * weight), method: "geometric" });
        expect(doubled.value).toBeCloseTo(of("geometric"), 9);
      }),
    );
  });

  test("of powers 1 and −1 are the arithmetic and the harmonic one", () => {
    const scores = [3, 6, 12];
    expect(weightedMean(scores, { method: "power", exponent: 1 })).toEqual(weightedMean(scores));
    expect(weightedMean(scores, { method: "power", exponent: -1 })).toEqual(
      weightedMean(scores, { method: "harmonic" }),
    );
  });

  test("shares the weight of a missing score among the others", () => {
    expect(weightedMean([10, null, 40], { weights: [1, 5, 2] }).value).toBe(30);
    expect(weightedMean([null], {}).reason).toBe("few_points");
    expect(weightedMean([1, 2], { weights: [0, 0] }).reason).toBe("zero_base");
    expect(weightedMean([-2, 2], { method: "harmonic" }).reason).toBe("not_positive");
  });

  test("takes a negative weight and a missing exponent for the caller's mistake", () => {
    expect(() => weightedMean([1, 2], { weights: [1, -1] })).toThrow(invalid);
    expect(() => weightedMean([1, 2], { method: "power", exponent: 0 })).toThrow(invalid);
    expect(() => weightedMean([1, 2], { method: "power" })).toThrow(
      expect.objectContaining({ code: "argument.missing" }),
    );
  });
});

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
    expect(inequality([-1, 2, 5])).toMatchObject({ gini: null, theilT: null, hoover: null, rangeDifference: 6 });
    expect(inequality([0, 0])).toMatchObject({ gini: null, mean: 0, rangeRatio: null });
    expect(inequality([0, 5])).toMatchObject({ theilL: null, atkinsonOne: 1, gini: 0.5 });
    expect(inequality([null])).toMatchObject({ n: 0, missing: 1, mean: null, gini: null });
  });
});

describe("skewness and kurtosis", () => {
  test("turn and keep their sign with the values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4 }), (values) => {
        const turned = values.map((value) => 5 - 2 * value);
        const [skew, kurt] = [skewness(values), kurtosis(values)];
        if (skew.reason !== null) {
          expect(new Set(values).size).toBe(1);
          return;
        }
        expect(skewness(turned).value).toBeCloseTo(-skew.value, 9);
        expect(kurtosis(turned).value).toBeCloseTo(kurt.value as number, 9);
      }),
    );
  });

  test("need three and four values", () => {
    expect([skewness([1, 2]).reason, kurtosis([1, 2, 3]).reason]).toEqual(["few_points", "few_points"]);
  });
});

describe("winsorise", () => {
  test("changes nothing but what it reports, and at most so much", () => {
    const outlying = fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
        { weight: 1, arbitrary: fc.integer({ min: -5000, max: 5000 }) },
      ),
      { minLength: 4, maxLength: 20 },
    );
    fc.assert(
      fc.property(outlying, (values) => {
        const { values: treated, treated: marks, count, passes } = winsorise(Object.freeze(values));
        expect(marks.filter((mark) => mark !== null).length).toBeLessThanOrEqual(count);
        values.forEach((value, i) => {
          if (marks[i] === null) expect(treated[i]).toBe(value);
          if (marks[i] === "high") expect(treated[i]).toBeLessThan(value);
          if (marks[i] === "low") expect(treated[i]).toBeGreaterThan(value);
        });
        if (passes === false) expect(count).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  test("leaves values alone that it cannot judge", () => {
    expect(winsorise([1, 900])).toMatchObject({ values: [1, 900], count: 0, passes: null });
    expect(winsorise([5, 5, 5, 5], { forced: true, most: null })).toMatchObject({ values: [5, 5, 5, 5], count: 0 });
  });
});

describe("transform", () => {
  const methods: readonly Transformation[] = [
    { method: "log" },
    { method: "log_either_side" },
    { method: "log_plus_one" },
    { method: "box_cox", lambda: 0.5 },
    { method: "box_cox", lambda: -1 },
  ];

  test.each(methods)("by $method keeps the order, and missing values missing", (by) => {
    fc.assert(
      fc.property(cells, (values) => {
        const drawn = transform(values, by);
        values.forEach((a, i) => {
          values.forEach((b, j) => {
            const [own, other] = [drawn[i] ?? null, drawn[j] ?? null];
            if (a === null) expect(own).toBeNull();
            if (a === null || b === null || own === null || other === null) return;
            expect(Math.sign(own - other)).toBe(Math.sign(a - b));
          });
        });
      }),
    );
  });

  test("by log_scaled ends at the logarithm of the maximum", () => {
    expect(transform([2, 5, 11], { method: "log_scaled" })).toEqual([
      0,
      expect.closeTo(Math.log(1 + 30 / 9), 12),
      Math.log(11),
    ]);
    expect(() => transform([1, 2], { method: "box_cox", lambda: Number.NaN })).toThrow(invalid);
  });
});
