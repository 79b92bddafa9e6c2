import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directRate } from "../../src/stats/direct-rate.ts";

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
