import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { type ChangeOptions, change } from "../../src/verbs/change.ts";
import { CHANGE_COLUMNS } from "../../src/verbs/change-columns.ts";
import { splitChange } from "../../src/verbs/split-change.ts";

const row = (region: string, year: number, value: number | null, more: object = {}) => ({
  region,
  year,
  indicator: "loss_rate",
  value,
  unit: "percent",
  direction: "lower_better",
  missing: value === null ? "not_reported" : null,
  ...more,
});
const counted = (region: string, year: number, numerator: number, denominator: number) =>
  row(region, year, (numerator / denominator) * 100, { numerator, denominator });
const changes = (rows: Iterable<object>, options: ChangeOptions = {}) => rowsOf(change(rows, options));
const rupture = { indicator: "loss_rate", family: null, year: 2021, reason_zh: "新法", reason_en: "new law" };

test("change is last minus first, in points for percent, and better where lower is good", () => {
  const table = change([row("a", 2020, 40), row("a", 2021, 99), row("a", 2022, 10)]);
  expect(table.columnNames()).toEqual(Object.keys(CHANGE_COLUMNS));
  expect(rowsOf(table)).toMatchObject([
    { from_year: 2020, to_year: 2022, change: -30, change_percent: -75, annual_percent: -50, outcome: "better" },
  ]);
  expect(changes([row("a", 2020, 40), row("a", 2022, 50)])[0]?.outcome).toBe("worse");
  expect(changes([row("a", 2020, 40), row("a", 2022, 40)])[0]?.outcome).toBe("same");
  expect(
    changes([row("a", 2020, 40, { direction: "neutral" }), row("a", 2022, 41, { direction: "neutral" })])[0],
  ).toMatchObject({
    outcome: "higher",
  });
});

test("a region without one of the years has no change, and the reason of its empty cell", () => {
  const rows = [
    row("a", 2020, 40),
    row("a", 2022, null, { missing: "redacted" }),
    row("b", 2020, 1),
    row("b", 2022, 2),
  ];
  expect(changes(rows)).toMatchObject([
    { region: "a", change: null, missing: "redacted", from_value: 40, to_value: null },
    { region: "b", change: 1, missing: null },
  ]);
  expect(changes([row("a", 2020, 40), row("b", 2021, 3)])[0]).toMatchObject({ change: null, missing: "not_reported" });
});

test("a series break between the years refuses the change unless it is allowed", () => {
  const rows = [row("a", 2020, 40), row("a", 2022, 30)];
  const table = change(rows, { breaks: [rupture] });
  expect(rowsOf(table)).toMatchObject([
    { change: null, missing: "not_comparable", flags: "series.broken", note: null },
  ]);
  expect(findingsOf(table)).toMatchObject([{ code: "series.broken", region: "a", year: 2021 }]);
  const allowed = change(rows, { breaks: [rupture], allow: ["series.broken"] });
  expect(rowsOf(allowed)).toMatchObject([{ change: -10, flags: "series.broken", note: "allow: series.broken" }]);
  expect(findingsOf(allowed).map((one) => one.code)).toEqual(["series.broken", "refusal.allowed"]);
  expect(changes(rows, { breaks: [{ ...rupture, year: 2020 }] })[0]).toMatchObject({ change: -10, flags: null });
});

test("edges leave the change between bounds, and its direction open where they allow both", () => {
  const vague = { qualifier: "at_least", lower: 35, upper: null };
  expect(changes([row("a", 2020, 40), row("a", 2022, 35, vague)])).toMatchObject([
    { change: -5, change_lower: -5, change_upper: 60, outcome: "cannot_tell" },
  ]);
  expect(changes([row("a", 2020, 30), row("a", 2022, 35, vague)])[0]?.outcome).toBe("worse");
});

test("volume, mix and rate add up to the change of the counts and of the common rate", () => {
  const count = fc.integer({ min: 0, max: 500 });
  const region = fc.record({ x0: count, x1: count, more0: count, more1: count });
  fc.assert(
    fc.property(fc.array(region, { minLength: 1, maxLength: 8 }), (regions) => {
      const rows = regions.flatMap(({ x0, x1, more0, more1 }, i) => [
        counted(`r${i}`, 2020, x0, x0 + more0 + 1),
        counted(`r${i}`, 2022, x1, x1 + more1 + 1),
      ]);
      const result = changes(rows);
      const sum = (name: string) => result.reduce((total, one) => total + (one[name] as number), 0);
      for (const one of result) {
        const parts = (one.volume_effect as number) + (one.mix_effect as number) + (one.rate_effect as number);
        expect(parts).toBeCloseTo((one.to_numerator as number) - (one.from_numerator as number), 8);
      }
      const common = (year: "from" | "to") => (sum(`${year}_numerator`) / sum(`${year}_denominator`)) * 100;
      expect(sum("mix_contribution") + sum("rate_contribution")).toBeCloseTo(common("to") - common("from"), 8);
    }),
  );
});

test("a pure change of volume, of mix or of rate is named as that alone", () => {
  const effects = (from: [number, number][], to: [number, number][]) => {
    const column = (rows: [number, number][], at: 0 | 1) => Float64Array.from(rows, (one) => one[at]);
    const { volume, mix, rate } = splitChange({
      numerator: [column(from, 0), column(to, 0)],
      denominator: [column(from, 1), column(to, 1)],
    });
    return [volume, mix, rate].map((parts) => parts.reduce((total, part) => total + part, 0));
  };
  const close = (expected: number[]) => expected.map((one) => expect.closeTo(one, 9));
  expect(
    effects(
      [
        [10, 100],
        [40, 100],
      ],
      [
        [20, 200],
        [80, 200],
      ],
    ),
  ).toEqual(close([50, 0, 0]));
  expect(
    effects(
      [
        [10, 100],
        [40, 100],
      ],
      [
        [15, 150],
        [20, 50],
      ],
    ),
  ).toEqual(close([0, -15, 0]));
  expect(
    effects(
      [
        [10, 100],
        [40, 100],
      ],
      [
        [20, 100],
        [50, 100],
      ],
    ),
  ).toEqual(close([0, 0, 20]));
});

test("regions without both counts in both years are outside the decomposition and counted", () => {
  const rows = [counted("a", 2020, 10, 100), counted("a", 2022, 20, 100), row("b", 2020, 5), row("b", 2022, 6)];
  const table = change(rows);
  expect(rowsOf(table)).toMatchObject([
    { region: "a", rate_effect: 10, n_used: 1, n_missing: 1 },
    { region: "b", change: 1, rate_effect: null, n_used: 1, n_missing: 1 },
  ]);
  expect(findingsOf(table)).toMatchObject([{ code: "counts.missing", facts: { regions: 1 } }]);
});

test("the order of rows is irrelevant, and years must rise", () => {
  const rows = [
    counted("a", 2020, 10, 100),
    counted("a", 2022, 20, 100),
    counted("b", 2020, 1, 7),
    counted("b", 2022, 3, 9),
  ];
  const byRegion = (list: object[]) => new Map(changes(list).map((one) => [one.region, one.rate_effect]));
  expect(byRegion(rows.toReversed())).toEqual(byRegion(rows));
  expect(() => change(rows, { from: 2022, to: 2020 })).toThrow("expected a year after 2022");
  expect(change([]).totalRows()).toBe(0);
});
