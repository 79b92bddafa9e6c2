import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { cochranArmitage } from "../../src/stats/cochran-armitage.ts";
import { mannKendall } from "../../src/stats/mann-kendall.ts";
import { olsTrend } from "../../src/stats/ols-trend.ts";
import { theilSen } from "../../src/stats/theil-sen.ts";
import { TREND_COLUMNS, type TrendOptions, trend } from "../../src/verbs/trend.ts";

const rowsOfSeries = (values: readonly (number | null)[], more: object = {}, from = 2010) =>
  values.map((value, i) => ({ region: "a", indicator: "x", year: from + i, value, ...more }));
const one = (rows: Iterable<object>, options: TrendOptions = {}) => rowsOf(trend(rows, options))[0];
const rupture = { indicator: "x", family: null, year: 2012, reason_zh: "新法", reason_en: "new law" };

test("a steady rise is rising, and better or worse as the indicator says", () => {
  const rows = rowsOfSeries([1, 2, 3, 4, 5]);
  expect(trend(rows).columnNames()).toEqual(Object.keys(TREND_COLUMNS));
  expect(one(rows)).toMatchObject({ verdict: "rising", slope: 1, p_method: "mann-kendall exact", outcome: "higher" });
  expect(one(rowsOfSeries([1, 2, 3, 4, 5], { direction: "lower_better" }))?.outcome).toBe("worse");
  expect(one(rowsOfSeries([5, 4, 3, 2, 1], { direction: "lower_better" }))).toMatchObject({
    verdict: "falling",
    outcome: "better",
  });
  expect(one(rowsOfSeries([1, 5, 2, 4, 3]))).toMatchObject({ verdict: "no_clear_trend", outcome: null });
});

test("slopes, intervals and p are those of the statistics, with ties, gaps and in any order", () => {
  const value = fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: -9999, max: 9999 }).map((n) => n / 7),
    ),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.boolean(), (values, reversed) => {
      const present = values.flatMap((one, i) => (one === null ? [] : [[2010 + i, one] as const]));
      fc.pre(present.length >= 3);
      const [years, numbers] = [present.map(([year]) => year), present.map(([, number]) => number)];
      const rows = rowsOfSeries(values);
      const got = one(reversed ? rows.toReversed() : rows);
      const [sen, kendall, ols] = [theilSen(years, numbers), mannKendall(years, numbers), olsTrend(years, numbers)];
      const near = (name: string, expected: number | null) => {
        if (expected === null) expect(got?.[name]).toBeNull();
        else
          expect(Math.abs((got?.[name] as number) - expected)).toBeLessThanOrEqual(
            1e-11 * Math.max(1, Math.abs(expected)),
          );
      };
      near("slope", sen.slope);
      near("slope_lower", sen.lower);
      near("slope_upper", sen.upper);
      near("p", kendall.p);
      near("ols_slope", ols.slope);
      near("ols_lower", ols.lower);
      near("ols_upper", ols.upper);
      expect(got?.p_method).toBe(`mann-kendall ${kendall.method}`);
      expect(got).toMatchObject({ n_used: present.length, first_year: years[0], last_year: years.at(-1) });
    }),
  );
});

test("a year with several figures is taken as the statistics take it", () => {
  const rows = [...rowsOfSeries([1, 2, 4, 4, 9]), ...rowsOfSeries([3], {}, 2012)];
  const years = [2010, 2011, 2012, 2012, 2013, 2014];
  expect(one(rows)?.p).toBe(mannKendall(years, [1, 2, 4, 3, 4, 9]).p);
});

test("years are numbers: gaps are counted and named, and never shorten the distance", () => {
  const got = one(rowsOfSeries([1, null, 3, null, null, 6]));
  expect(got).toMatchObject({ slope: 1, n_used: 3, n_missing: 3, gaps: "2011 2013 2014", verdict: "too_few_points" });
  expect(got).toMatchObject({ change: 5, change_percent: 500, index: 600, last_change: null });
  expect(one(rowsOfSeries([50, 100, 150]))).toMatchObject({ last_change: 50, last_change_percent: 50, index: 300 });
});

test("a break inside a trend is a verdict, a flag and a finding, unless it is allowed", () => {
  const rows = rowsOfSeries([1, 2, 3, 4, 5]);
  const table = trend(rows, { breaks: [rupture] });
  expect(rowsOf(table)).toMatchObject([
    { verdict: "series_broken", slope: null, p: null, change: 4, flags: "series.broken" },
  ]);
  expect(findingsOf(table)).toMatchObject([{ code: "series.broken", region: "a", year: 2012 }]);
  const allowed = trend(rows, { breaks: [rupture], allow: ["series.broken"] });
  expect(rowsOf(allowed)).toMatchObject([{ verdict: "rising", note: "allow: series.broken", flags: "series.broken" }]);
  expect(findingsOf(allowed).map((finding) => finding.code)).toEqual(["series.broken", "refusal.allowed"]);
  expect(
    one(rows, {
      breaks: [
        { ...rupture, year: 2010 },
        { ...rupture, indicator: "y" },
      ],
    })?.verdict,
  ).toBe("rising");
});

test("part of a year beside whole years is a gap with a finding", () => {
  const rows = rowsOfSeries([1, 2, 3, 4, 5, 99]).map((row) => ({
    ...row,
    period: row.value === 99 ? "2015-01/2015-06" : null,
  }));
  const table = trend(rows);
  expect(rowsOf(table)).toMatchObject([{ last_year: 2014, n_used: 5, flags: "period.partial" }]);
  expect(findingsOf(table)).toMatchObject([{ code: "period.partial" }]);
});

test("where counts are there the proportions are tested as well", () => {
  const counts = [300, 340, 395, 430, 480];
  const rows = counts.map((numerator, i) => ({
    region: "a",
    year: 2014 + i,
    value: numerator / 50,
    numerator,
    denominator: 5000,
    unit: "percent",
  }));
  expect(one(rows)).toMatchObject({
    recent: "increasing",
    proportion_p: cochranArmitage(
      counts,
      counts.map(() => 5000),
      [2014, 2015, 2016, 2017, 2018],
    ).p,
  });
  const lacking = rows.map((row, i) => (i === 2 ? { ...row, numerator: null } : row));
  expect(one(lacking)).toMatchObject({ recent: null, proportion_p: null });
});

test("series come in order of first appearance, each body its own; those without a figure are left out", () => {
  const rows = [
    ...rowsOfSeries([1, 2, 3], { body: "courts" }),
    ...rowsOfSeries([3, 2, 1], { body: "bureau" }),
    ...rowsOfSeries([null, null], { body: "courts", region: "b" }),
    ...rowsOfSeries([7], { body: "courts", region: "c" }),
  ];
  const got = rowsOf(trend(rows));
  expect(got.map((row) => [row.region, row.body, row.slope])).toEqual([
    ["a", "courts", 1],
    ["a", "bureau", -1],
    ["c", "courts", null],
  ]);
});
