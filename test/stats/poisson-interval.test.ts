import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonInterval } from "../../src/stats/poisson-interval.ts";
import { poissonIntervals } from "../../src/stats/poisson-intervals.ts";
import { gammaLower, gammaUpper } from "../../src/stats/special/gamma.ts";

const confidence = fc.constantFrom(0.8, 0.9, 0.95, 0.99, 0.998, 0.9999);
const invalid = expect.objectContaining({ code: "number.invalid" });

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
