import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indirectRatio } from "../../src/stats/indirect-ratio.ts";

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

  test("surrounds the ratio, and the rate by as much", () => {
    const band = fc.record({
      x: fc.nat({ max: 60 }),
      n: fc.integer({ min: 1, max: 90_000 }),
      cases: fc.integer({ min: 1, max: 900 }),
      people: fc.integer({ min: 1000, max: 90_000 }),
    });
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 6 }), (bands) => {
        const column = (key: keyof (typeof bands)[number]) => bands.map((each) => each[key]);
        const own = indirectRatio(column("x"), column("n"), column("cases"), column("people"));
        if (own.reason !== null) throw new Error(own.reason);
        expect(own.lower).toBeLessThanOrEqual(own.ratio);
        expect(own.upper).toBeGreaterThan(own.ratio);
        const scale = own.referenceRate as number;
        expect([own.rate, own.rateLower, own.rateUpper]).toEqual(
          [own.ratio, own.lower, own.upper].map((each) => each * scale),
        );
      }),
    );
  });

  test("tells what was counted where nothing is expected", () => {
    const none = indirectRatio([5, null], [90, 80], [0, 0], [900, 800]);
    expect(none).toMatchObject({ observed: 5, expected: 0, referenceRate: 0, ratio: null, reason: "few_events" });
    const empty = indirectRatio([5], [90], [3], [0]);
    expect(empty).toMatchObject({ observed: 5, expected: null, ratio: null, reason: "no_population" });
  });
});
