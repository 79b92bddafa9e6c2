import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantileGroups } from "../../src/stats/quantile-groups.ts";

const cells = fc.array(fc.option(fc.integer({ min: -9, max: 9 })));

describe("quantileGroups", () => {
  test("keep equal values together, follow the order and turn round with it", () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 10 }), (values, groups) => {
        const own = quantileGroups(values, { groups });
        values.forEach((a, i) => {
          values.forEach((b, j) => {
            if (a === null || b === null || own[i] === null) return;
            if (a <= b) expect(own[i]).toBeLessThanOrEqual(own[j] as number);
          });
        });
        const negated = values.map((value) => (value === null ? null : -value));
        expect(quantileGroups(negated, { groups, first: "highest" })).toEqual(own);
      }),
    );
  });

  test("are none where there are fewer values than groups", () => {
    expect(quantileGroups([3, null, 1], { groups: 3 })).toEqual([null, null, null]);
    expect(quantileGroups([3, 2, 1], { groups: 3 })).toEqual([3, 2, 1]);
  });
});
