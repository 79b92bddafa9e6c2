import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { winsorise } from "../../src/stats/winsorise.ts";

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
