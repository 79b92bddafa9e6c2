import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { normalise as normaliseValues } from "../../src/stats/normalise.ts";
import { type NormaliseOptions, normalise } from "../../src/verbs/normalise.ts";

const scores = (rows: Iterable<object>, options: NormaliseOptions) =>
  rowsOf(normalise(rows, options)).map((row) => row.score as number | null);
const rowsOfValues = (values: readonly (number | null)[], more: object = {}) =>
  values.map((value, i) => ({ region: `r${i}`, value, ...more }));
const figures = fc.array(fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000)), { maxLength: 40 });

const METHODS: readonly NormaliseOptions[] = [
  { method: "min_max" },
  { method: "min_max", lower: 1, upper: 10 },
  { method: "z_score" },
  { method: "z_score", mean: 50, sd: 10 },
  { method: "robust_z" },
  { method: "scaled", lower: -3, upper: 9 },
  { method: "rank", ties: "average" },
  { method: "borda" },
  { method: "percentile_rank" },
  { method: "distance_to_maximum" },
  { method: "fraction_of_maximum" },
  { method: "distance_to_target", target: 12, capped: true },
  { method: "goalposts", lower: 0, upper: 10 },
];

test.each(METHODS)("$method scores are those of the statistics where higher is better", (options) => {
  fc.assert(
    fc.property(figures, (given) => {
      // What only the statistics answer: a target all have passed, shares of a negative maximum.
      const values = "target" in options || options.method === "fraction_of_maximum" ? [-5, 10, ...given] : given;
      const expected = normaliseValues(values, options as never);
      const got = scores(rowsOfValues(values), options);
      expect(got).toHaveLength(values.length);
      expected.forEach((score, i) => {
        if (score === null) expect(got[i]).toBeNull();
        else expect(Math.abs((got[i] as number) - score)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(score)));
      });
    }),
  );
});

test.each(METHODS)("$method gives the better figure the higher score whichever end is good", (options) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 20 }), (values) => {
      for (const better of ["higher", "lower"] as const) {
        const got = scores(rowsOfValues(values), { ...options, better });
        const order = [...values.keys()]
          .filter((i) => got[i] !== null)
          .sort((i, j) => (values[j] as number) - (values[i] as number));
        const sorted = (better === "higher" ? order : order.reverse()).map((i) => got[i] as number);
        expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
      }
    }),
  );
});

test("the direction of the indicator turns the scale round; neutral counts as higher", () => {
  const values = [1, 2, 5];
  expect(scores(rowsOfValues(values, { direction: "lower_better" }), { method: "min_max" })).toEqual([100, 75, 0]);
  expect(scores(rowsOfValues(values, { direction: "neutral" }), { method: "min_max" })).toEqual([0, 25, 100]);
});

test("the reference region is the measure of the others in each group", () => {
  const rows = [
    { region: "a", year: 2020, value: 10 },
    { region: "b", year: 2020, value: 30 },
    { region: "c", year: 2020, value: 20 },
    { region: "a", year: 2021, value: 4 },
    { region: "b", year: 2021, value: 8 },
  ];
  expect(scores(rows, { method: "distance_to_reference", reference: "b" })).toEqual([0, 1, 0.5, 0, 1]);
  expect(() => normalise(rows, { method: "distance_to_reference", reference: "z" })).toThrow('unknown region "z"');
});

test("figures of each indicator, year, level and body have a scale of their own", () => {
  const rows = [1, 3].flatMap((value) => [
    { region: `r${value}`, value, year: 2020, indicator: "x", level: "county" },
    { region: `r${value}`, value: value * 7, year: 2021, indicator: "x", level: "county" },
    { region: `r${value}`, value: value * 9, year: 2020, indicator: "y", level: "county" },
    { region: `r${value}`, value: value * 11, year: 2020, indicator: "x", level: "province" },
  ]);
  expect(scores(rows, { method: "min_max" })).toEqual([0, 0, 0, 0, 100, 100, 100, 100]);
});

test("a group without a scale has no scores, and that is found", () => {
  const table = normalise(rowsOfValues([4, 4, null]), { method: "z_score" });
  expect(rowsOf(table)).toMatchObject([
    { score: null, flags: "group.flat", n_used: 2, n_missing: 1 },
    { score: null, flags: "group.flat" },
    { score: null, flags: null },
  ]);
  expect(findingsOf(table)).toMatchObject([{ code: "group.flat", facts: { used: 2 } }]);
});

test("a method without an answer leaves the group without scores, and that is found", () => {
  const passed = normalise(rowsOfValues([13, 14]), { method: "distance_to_target", target: 12 });
  expect(rowsOf(passed)).toMatchObject([{ score: null, flags: "value.unsuitable" }, { score: null }]);
  expect(findingsOf(passed)).toMatchObject([{ code: "value.unsuitable", facts: { method: "distance_to_target" } }]);
  expect(scores(rowsOfValues([-3, -1]), { method: "fraction_of_maximum" })).toEqual([null, null]);
});

test("equal figures whose mean is not exactly them are still equal", () => {
  expect(scores(rowsOfValues([0.1, 0.1, 0.1]), { method: "z_score" })).toEqual([null, null, null]);
});

test("all rows and columns are kept in their order, and the input is not changed", () => {
  const rows = Object.freeze(rowsOfValues([3, 1, 2]).map((row) => Object.freeze(row)));
  const table = normalise(rows, { method: "rank" });
  expect(table.array("region")).toEqual(["r0", "r1", "r2"]);
  expect(table.columnNames()).toEqual([
    "region",
    "value",
    "score",
    "score_lower",
    "score_upper",
    "n_used",
    "n_missing",
    "score_method",
  ]);
});
