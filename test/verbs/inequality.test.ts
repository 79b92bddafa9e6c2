import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { inequality as inequalityOf } from "../../src/stats/inequality.ts";
import { inequality } from "../../src/verbs/inequality.ts";

const rows = (values: readonly (number | null)[], more: object = {}) =>
  values.map((value, i) => ({ region: `r${i}`, value, ...more }));

test("each group has the measures of the statistics, with what was used and what is missing", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 99 })), { minLength: 1, maxLength: 20 }), (values) => {
      fc.pre(values.filter((value) => value !== null).length > 1);
      const expected = inequalityOf(values);
      expect(rowsOf(inequality(rows(values)))).toMatchObject([
        {
          gini: expected.gini,
          theil_l: expected.theilL,
          p90_p10: expected.p90p10,
          range_ratio: expected.rangeRatio,
          n_used: expected.n,
          n_missing: expected.missing,
          method: "unweighted",
        },
      ]);
    }),
  );
});

test("groups come in order of first appearance with the columns that part them", () => {
  const table = inequality([...rows([2, 4, 6, 8], { year: 2021 }), ...rows([3, 3, 3], { year: 2020 })]);
  expect(rowsOf(table)).toMatchObject([
    { year: 2021, gini: 0.25 },
    { year: 2020, gini: 0 },
  ]);
});

test("people count alike where their number is the weight; a region without one is left out", () => {
  const given = [
    { region: "a", value: 5, denominator: 10 },
    { region: "b", value: 9, denominator: 30 },
    { region: "c", value: 14, denominator: 20 },
    { region: "d", value: 99, denominator: null },
  ];
  const [row] = rowsOf(inequality(given, { weights: "denominator" }));
  expect(row).toMatchObject({ n_used: 3, n_missing: 1, method: "weighted by denominator", range_ratio: null });
  expect(row?.gini).toBeCloseTo(1 / 6, 12);
});

test("too few figures and negative ones have no measure, and that is found", () => {
  const few = inequality(rows([4, null]));
  expect(rowsOf(few)).toMatchObject([{ gini: null, n_used: 1, flags: "group.few" }]);
  expect(findingsOf(few)).toMatchObject([{ code: "group.few", facts: { used: 1, least: 2 } }]);
  expect(rowsOf(inequality(rows([4, -2])))).toMatchObject([
    { gini: null, range_difference: 6, flags: "value.unsuitable" },
  ]);
});

test("a weight column that is not there is named", () => {
  expect(() => inequality(rows([1, 2]), { weights: "people" })).toThrow('missing column "people"');
});
