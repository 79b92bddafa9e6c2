import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cochranArmitage } from "../../src/stats/cochran-armitage.ts";

describe("cochranArmitage", () => {
  const groups = fc.array(
    fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n))),
    { minLength: 2, maxLength: 8 },
  );

  test("is z squared, and does not depend on the scale of the scores", () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const [x, n] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const own = cochranArmitage(x, n);
        if (own.reason !== null) {
          expect(own.reason).toBe("no_variation");
          return;
        }
        const scaled = cochranArmitage(
          x,
          n,
          rows.map((_, i) => 2000 + 3 * i),
        );
        expect(own.z ** 2).toBeCloseTo(own.chiSquare, 10);
        expect(scaled.z).toBeCloseTo(own.z, 8);
        expect(scaled.slope).toBeCloseTo(own.slope / 3, 10);
      }),
    );
  });

  test("passes over groups without a count, people or score, and refuses what has no trend", () => {
    const whole = cochranArmitage([5, 9, 20], [60, 62, 64], [1, 2, 4]);
    const gaps = cochranArmitage([5, 9, null, 0, 20, 3], [60, 62, 59, 0, 64, 40], [1, 2, 3, 3, 4, Number.NaN]);
    expect(gaps).toEqual({ ...whole, missing: 3 });
    expect(cochranArmitage([1, 2], [5, 6], [3, 3]).reason).toBe("few_points");
    expect(cochranArmitage([0, 0], [5, 6]).reason).toBe("no_variation");
    expect(cochranArmitage([5, 6], [5, 6]).reason).toBe("no_variation");
  });
});
