import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Transformation, transform } from "../../src/stats/transform.ts";

const cells = fc.array(fc.option(fc.integer({ min: -40, max: 40 })), { maxLength: 12 });
const invalid = expect.objectContaining({ code: "number.invalid" });

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
