import { describe, expect, test } from "vitest";
import { layout } from "../../src/charts/layout.ts";
import type { Description } from "../../src/charts/spec.ts";
import { trendLines } from "../../src/charts/trend-lines.ts";
import { lineSegments } from "../../src/render/line-segments.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { marksOf } from "./marks-of.ts";
import { SAMPLES, sampleRow } from "./samples.ts";

const rows = deepFreeze(SAMPLES["trend-lines"]);
const joined = (description: Description) =>
  lineSegments(marksOf(description, "line")).map((segment) => segment.points.map((point) => point.x));

describe("trendLines", () => {
  test("joins no points across a year without a figure", () => {
    expect(joined(trendLines(rows))).toEqual([[2018, 2019, 2020, 2021, 2022], [2018], [2020, 2021, 2022]]);
  });

  test("joins no points across a year that has no row at all", () => {
    const gap = [2018, 2019, 2021].map((year) => sampleRow({ year }));
    expect(joined(trendLines(gap))).toEqual([[2018, 2019], [2021]]);
  });

  test("takes years as numbers, whatever the order of the rows", () => {
    expect(trendLines(rows.toReversed()).panels[0]?.x).toEqual(trendLines(rows).panels[0]?.x);
  });

  test("draws a series break with its reason, and no line across", () => {
    const breaks = [{ year: 2021, reason_zh: "职责集中", reason_en: "centralised" }];
    const description = trendLines(rows, { breaks });
    expect(marksOf(description, "rule")).toMatchObject([{ x: 2020.5, dashed: true }]);
    expect(marksOf(description, "text").map((row) => row.text)).toContain("2021年起口径改变\uff1a职责集中");
    expect(joined(description)).toEqual([[2018, 2019, 2020], [2021, 2022], [2018], [2020], [2021, 2022]]);
    expect(description.takeaway).toBeNull();
  });

  test("ignores breaks of other indicators and outside the years", () => {
    const of = (year: number, indicator: string | null) => ({ year, indicator, reason_zh: "甲", reason_en: "a" });
    expect(marksOf(trendLines(rows, { breaks: [of(2021, "other"), of(2018, null), of(2030, null)] }), "rule")).toEqual(
      [],
    );
  });

  test("names each line at its end with its last value and lists what is missing", () => {
    const description = trendLines(rows);
    const ends = marksOf(description, "text").filter((row) => row.edge === "end" && row.x === null);
    expect(ends.map((row) => row.text)).toEqual(["山东省 6.88%", "合肥市 15.5%"]);
    expect(description.note).toContain("合肥市 2019年（未报告）");
  });

  test("gives each body of a region a line of its own, and says which", () => {
    const two = ["courts", "departments"].flatMap((body) => [2020, 2021].map((year) => sampleRow({ body, year })));
    const ends = marksOf(trendLines(two, { language: "en" }), "text").map((row) => row.text);
    expect(ends).toEqual(["Yanjin County courts 48.74%", "Yanjin County departments 48.74%"]);
  });

  test("draws intervals upright and non-exact values hollow", () => {
    const some = [
      sampleRow({ year: 2020, interval_lower: 40, interval_upper: 55, interval_method: "wilson" }),
      sampleRow({ year: 2021, qualifier: "approx" }),
    ];
    const description = trendLines(some);
    expect(marksOf(description, "whisker")).toMatchObject([
      { x: 2020, y1: 40, y2: 55, openStart: false, openEnd: false },
    ]);
    expect(marksOf(description, "dot").map((row) => row.open)).toEqual([false, true]);
  });

  test("thins the years of long series until their labels stand apart", () => {
    const long = Array.from({ length: 60 }, (_, i) => sampleRow({ year: 1960 + i, value: i }));
    const ticks = layout(trendLines(long, { width: 400 })).panels[0]?.spec.x.ticks ?? [];
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(8);
  });

  test("refuses two figures for one point", () => {
    expect(() => trendLines([sampleRow(), sampleRow()])).toThrowError(
      expect.objectContaining({ code: "argument.invalid" }) as Error,
    );
  });

  test("refuses two units on one axis", () => {
    const mixed = [sampleRow(), sampleRow({ indicator: "cases", unit: "case" })];
    expect(() => trendLines(mixed)).toThrowError(expect.objectContaining({ code: "unit.conflicting" }) as Error);
  });
});
