import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ComparandaError } from "../../src/model/errors.ts";
import { directRate } from "../../src/stats/direct-rate.ts";
import { indirectRatio } from "../../src/stats/indirect-ratio.ts";
import { meanInterval } from "../../src/stats/mean-interval.ts";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { poissonIntervals } from "../../src/stats/poisson-intervals.ts";
import { gammaLower, gammaUpper } from "../../src/stats/special/gamma.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";
import { wilsonIntervals } from "../../src/stats/wilson-intervals.ts";

const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99, 0.998, 0.9999);
const proportion = fc.nat({ max: 10_000_000 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)));
const invalid = expect.objectContaining({ code: "number.invalid" });

describe("wilsonInterval", () => {
  test("stays inside 0 to 1 and surrounds the rate", () => {
    fc.assert(
      fc.property(proportion, confidence, ([x, n], level) => {
        const { lower, upper, reason } = wilsonInterval(x, n, { confidence: level });
        expect(reason).toBe(n === 0 ? "no_population" : null);
        if (n === 0) return;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expect(upper).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
  });

  test("is the mirror image for those without the event", () => {
    fc.assert(
      fc.property(proportion, ([x, n]) => {
        if (n === 0) return;
        const mirrored = wilsonInterval(n - x, n);
        expect(wilsonInterval(x, n).lower).toBeCloseTo(1 - (mirrored.upper as number), 12);
      }),
    );
  });

  test("grows with the confidence", () => {
    const narrow = wilsonInterval(7, 23, { confidence: 0.9 });
    const wide = wilsonInterval(7, 23, { confidence: 0.99 });
    expect(wide.lower).toBeLessThan(narrow.lower as number);
    expect(wide.upper).toBeGreaterThan(narrow.upper as number);
  });

  test("starts at 0 without an event and ends at 1 where all have it", () => {
    expect(wilsonInterval(0, 12).lower).toBe(0);
    expect(wilsonInterval(12, 12).upper).toBe(1);
  });

  test.each([
    [-1, 5, 0.95],
    [6, 5, 0.95],
    [1, -5, 0.95],
    [Number.NaN, 5, 0.95],
    [1, Number.POSITIVE_INFINITY, 0.95],
    [1, 5, 2],
    [1, 5, 0],
  ])("refuses %s of %s at confidence %s as the caller's mistake", (x, n, level) => {
    expect(() => wilsonInterval(x, n, { confidence: level })).toThrow(ComparandaError);
    expect(() => wilsonInterval(x, n, { confidence: level })).toThrow(invalid);
  });

  test("gives the same for columns, with NaN where a row has no interval", () => {
    const events = Object.freeze([0, 5, 9, Number.NaN, 7, -1]);
    const population = Object.freeze([0, 20, 9, 4, 6, 9]);
    const { lower, upper } = wilsonIntervals(events, population, { confidence: 0.99 });
    const one = wilsonInterval(5, 20, { confidence: 0.99 });
    expect([lower[1], upper[1]]).toEqual([one.lower, one.upper]);
    expect([...lower].map(Number.isNaN)).toEqual([true, false, false, true, true, true]);
    expect(() => wilsonIntervals([1], [1, 2])).toThrow(expect.objectContaining({ code: "length.conflicting" }));
  });
});

describe("poissonInterval", () => {
  test("surrounds the count and is never negative", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), confidence, (x, level) => {
        const { lower, upper, method } = poissonInterval(x, { confidence: level });
        expect(method).toBe(x < 10 ? "exact" : "byar");
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(x);
        expect(upper).toBeGreaterThanOrEqual(x);
      }),
    );
  });

  test("exact edges leave half of the rest in each tail", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), confidence, (x, level) => {
        const { lower, upper } = poissonInterval(x, { confidence: level, method: "exact" });
        const tail = (1 - level) / 2;
        expect(gammaLower(x, lower as number) / tail).toBeCloseTo(1, 9);
        expect(gammaUpper(x + 1, upper as number) / tail).toBeCloseTo(1, 9);
      }),
    );
  });

  test("says that Byar's approximation is out of reach for hardly any events", () => {
    expect(poissonInterval(0, { method: "byar" }).reason).toBe("out_of_reach");
    expect(poissonInterval(1, { method: "byar", confidence: 0.998 }).reason).toBe("out_of_reach");
  });

  test("gives the same for columns", () => {
    const events = Object.freeze([0, 3, 3, 9, 10, 150_000, Number.NaN, -2]);
    const { lower, upper } = poissonIntervals(events);
    const rows = events.map((x) => (x >= 0 ? poissonInterval(x) : { lower: Number.NaN, upper: Number.NaN }));
    expect([...lower]).toEqual(rows.map((row) => row.lower));
    expect([...upper]).toEqual(rows.map((row) => row.upper));
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s events as the caller's mistake", (x) => {
    expect(() => poissonInterval(x)).toThrow(invalid);
  });
});

describe("meanInterval", () => {
  test("surrounds the mean and counts what is missing", () => {
    const cell = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell), (values) => {
        const { value, lower, upper, n, missing, reason } = meanInterval(values);
        expect(n + missing).toBe(values.length);
        expect(reason).toBe(n < 2 ? "few_points" : null);
        if (lower === null || upper === null || value === null) return;
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});

describe("directRate", () => {
  const bands = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.integer({ min: 500, max: 90_000 }), fc.nat({ max: 90 })), {
    minLength: 1,
    maxLength: 19,
  });

  test("surrounds the rate with either method, and suppresses few events", () => {
    fc.assert(
      fc.property(bands, fc.constantFrom("dobson" as const, "fay_feuer" as const), (rows, method) => {
        const [x, n, standard] = [0, 1, 2].map((k) => rows.map((row) => row[k] as number)) as [
          number[],
          number[],
          number[],
        ];
        if (standard.every((weight) => weight === 0)) return;
        const rate = directRate(x, n, standard, { method });
        expect(rate.reason).toBe(rate.events < 10 ? "few_events" : null);
        if (rate.value === null) return;
        expect(rate.lower).toBeLessThanOrEqual(rate.value);
        expect(rate.upper).toBeGreaterThanOrEqual(rate.value);
      }),
    );
  });

  test("is the crude rate where the standard is the population itself", () => {
    const [x, n] = [
      [8, 20, 60],
      [1000, 2000, 5000],
    ];
    expect(directRate(x, n, n).value).toBeCloseTo(88 / 8000, 14);
  });

  test("does not depend on the scale of the standard", () => {
    const [x, n] = [
      [8, 20, 60],
      [1000, 2000, 5000],
    ];
    const rate = directRate(x, n, [1, 2, 3]);
    expect(directRate(x, n, [10, 20, 30]).upper).toBeCloseTo(rate.upper as number, 14);
  });

  test("refuses a band without people", () => {
    expect(directRate([9, 9], [100, 0], [1, 1]).reason).toBe("no_population");
    expect(directRate([9, 9], [100, null], [1, 1]).reason).toBe("no_population");
    expect(directRate([], [], []).reason).toBe("no_population");
  });
});

describe("indirectRatio", () => {
  test("is 1 for the reference itself", () => {
    const [x, n] = [
      [8, 20, 60],
      [1000, 2000, 5000],
    ];
    const own = indirectRatio(x, n, x, n);
    expect(own.ratio).toBeCloseTo(1, 14);
    expect(own.lower).toBeLessThan(1);
    expect(own.upper).toBeGreaterThan(1);
  });

  test("takes a total where bands are not known", () => {
    const reference = [
      [100, 400],
      [20_000, 15_000],
    ] as const;
    const whole = indirectRatio([14], [900, 700], ...reference);
    expect(whole).toEqual(indirectRatio([5, 9], [900, 700], ...reference));
  });
});
