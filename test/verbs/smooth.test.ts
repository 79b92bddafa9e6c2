import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { smooth } from "../../src/verbs/smooth.ts";

const row = (region: string, numerator: number | null, denominator: number | null, more: object = {}) => ({
  region,
  value: numerator === null || denominator === null || denominator === 0 ? 12 : (numerator / denominator) * 100,
  numerator,
  denominator,
  unit: "percent",
  ...more,
});

test("smoothed rates lie between the raw rate and that of all, and small regions move most", () => {
  const count = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 15 }), (pairs) => {
      const rows = rowsOf(
        smooth(
          pairs.map(([x, n], i) => row(`r${i}`, Math.min(x, n), n)),
          { family: "poisson" },
        ),
      );
      const slack = 1e-9;
      for (const { smoothed, value, group_mean } of rows as never as Record<string, number>[]) {
        expect(smoothed).toBeGreaterThanOrEqual(Math.min(value as number, group_mean as number) - slack);
        expect(smoothed).toBeLessThanOrEqual(Math.max(value as number, group_mean as number) + slack);
      }
      const kept = rows
        .filter((one) => one.kept !== null)
        .sort((a, b) => (a.denominator as number) - (b.denominator as number));
      kept.forEach((one, i) => {
        if (i > 0) expect(one.kept as number).toBeGreaterThanOrEqual((kept[i - 1]?.kept as number) - 1e-6);
      });
    }),
  );
});

test("percentages are binomial unless told otherwise, and figures per head are smoothed on their own scale", () => {
  expect(rowsOf(smooth([row("a", 2, 30), row("b", 9, 20)]))).toMatchObject([
    { smooth_method: "marshall binomial" },
    {},
  ]);
  const perHead = { unit: "case_per_10000", basis: "census" };
  const [first] = rowsOf(
    smooth([row("a", 2, 300, { ...perHead, value: 66.7 }), row("b", 9, 700, { ...perHead, value: 128.6 })], {
      per: 10_000,
    }),
  );
  expect(first?.smooth_method).toBe("marshall poisson");
  expect(first?.group_mean).toBeCloseTo((11 / 1000) * 10_000, 9);
});

test("figures without counts, or with counts that cannot be, are not smoothed, and say so", () => {
  const table = smooth([row("a", 2, 30), row("b", 9, 20), row("c", null, null), row("d", 7, 5, { value: 50 })]);
  expect(rowsOf(table)).toMatchObject([
    { region: "a", n_used: 2, n_missing: 2, flags: null },
    { region: "b" },
    { region: "c", smoothed: null, flags: "counts.missing" },
    { region: "d", smoothed: null, flags: "counts.missing" },
  ]);
});

test("a group without an event has no smoothed figures, and that is found", () => {
  const table = smooth([row("a", 0, 30), row("b", 0, 20)]);
  expect(rowsOf(table)).toMatchObject([{ smoothed: null }, { smoothed: null }]);
  expect(findingsOf(table)).toMatchObject([{ code: "group.few", facts: { verb: "smooth" } }]);
});
