import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ComparandaError } from "../../src/model/errors.ts";
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
