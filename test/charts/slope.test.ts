import { describe, expect, test } from "vitest";
import { slope } from "../../src/charts/slope.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { SAMPLES, sampleRow } from "./samples.ts";

const rows = deepFreeze(SAMPLES.slope);
const texts = (rowsOf: readonly Record<string, unknown>[], options = {}) =>
  slope(rowsOf, options).panels[0]?.marks.flatMap((mark) => (mark.kind === "text" ? mark.rows : [])) ?? [];

describe("slope", () => {
  test("names every region with both years at both ends, with its values", () => {
    const words = texts(rows).map((row) => row.text);
    expect(words).toHaveLength(8);
    expect(words).toContain("昆明市 227");
    expect(words).toContain("375 昆明市");
  });

  test("lists a region without one of the years, with year and reason", () => {
    expect(slope(rows).note).toContain("怒江傈僳族自治州（2014年 未报告）");
    const without = rows.filter((row) => !(row.region === "533300" && row.year === 2014));
    expect(slope(without).note).toContain("怒江傈僳族自治州（2014年 未报告）");
  });

  test("counts who rose and who fell", () => {
    expect(slope(rows, { language: "en" }).takeaway).toBe("3 up, 1 down.");
  });

  test("takes first and last year, or the two that are asked for", () => {
    const three = [2012, 2013, 2014].map((year) => sampleRow({ year }));
    expect(slope(three).panels[0]?.x.domain).toEqual([2012, 2014]);
    expect(slope(three, { years: [2012, 2013] }).panels[0]?.x.domain).toEqual([2012, 2013]);
  });

  test("keeps labels of equal values apart, with a leader to each", () => {
    const equal = ["1", "2", "3"].flatMap((region) =>
      [2020, 2021].map((year) => sampleRow({ region, name: `县${region}`, year, value: 5 })),
    );
    const left = texts(equal).filter((row) => row.anchor === "end");
    expect(new Set(left.map((row) => row.dy)).size).toBe(3);
    expect(left.filter((row) => row.leader)).toHaveLength(2);
  });

  test("says where another body was counted in the second year", () => {
    const changed = [sampleRow({ year: 2020, body: "courts" }), sampleRow({ year: 2021, body: "departments" })];
    expect(slope(changed, { language: "en" }).note).toContain("Yanjin County (courts → departments)");
  });

  test("refuses one year, several indicators, and two rows for a point", () => {
    expect(() => slope([sampleRow()])).toThrowError(expect.objectContaining({ code: "argument.missing" }) as Error);
    expect(() => slope([sampleRow(), sampleRow({ indicator: "x", year: 2022 })])).toThrowError(/one indicator/);
    expect(() => slope([sampleRow(), sampleRow(), sampleRow({ year: 2022 })])).toThrowError(/twice/);
  });
});
