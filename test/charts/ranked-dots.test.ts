import { describe, expect, test } from "vitest";
import { rankedDots } from "../../src/charts/ranked-dots.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { marksOf } from "./marks-of.ts";
import { SAMPLES, sampleRow } from "./samples.ts";

const rows = deepFreeze(SAMPLES["ranked-dots"]);

describe("rankedDots", () => {
  test("orders regions by rank and puts those without a value last", () => {
    expect(rankedDots(rows.toReversed()).panels[0]?.y.domain).toEqual(["1", "2", "3", "4"]);
  });

  test("orders by value where there is no rank, the better end first", () => {
    const plain = [3, 1, 2].map((value, i) => sampleRow({ region: String(i), value }));
    expect(rankedDots(plain).panels[0]?.y.domain).toEqual(["1", "2", "0"]);
    const higher = plain.map((row) => ({ ...row, direction: "higher_better" }));
    expect(rankedDots(higher).panels[0]?.y.domain).toEqual(["0", "2", "1"]);
  });

  test("prints value, rank and range of ranks of each region with a value", () => {
    const texts = marksOf(rankedDots(rows), "text").filter((row) => row.key.startsWith("1 "));
    expect(texts.map((row) => row.text)).toEqual(["6.88%", "1", "1–2"]);
  });

  test("leaves out columns that are not wanted", () => {
    const texts = marksOf(rankedDots(rows, { values: false, ranks: false }), "text");
    expect(texts.map((row) => row.text)).toEqual(["只有增减说法"]);
  });

  test("draws 12 and above as a hollow dot with a span that is open upwards", () => {
    const description = rankedDots(rows);
    expect(marksOf(description, "dot").find((row) => row.y === "3")).toMatchObject({ x: 12, open: true });
    expect(marksOf(description, "interval").find((row) => row.y === "3")).toMatchObject({
      x1: 12,
      openStart: false,
      openEnd: true,
    });
  });

  test("brings a region out by weight, size and label alike", () => {
    const description = rankedDots(rows, { highlight: "2" });
    expect(
      marksOf(description, "dot")
        .filter((row) => row.tone === "highlight")
        .map((row) => row.y),
    ).toEqual(["2"]);
    expect(description.panels[0]?.y.ticks.find((tick) => tick.value === "2")?.tone).toBe("highlight");
    expect(description.takeaway).toBe("乙县为 9.72%\uff0c第 2 位\uff0c范围 1–3。");
  });

  test("draws the benchmark within the axis, with its label", () => {
    const description = rankedDots(rows, { benchmark: { value: 200, label: "全国" } });
    expect(marksOf(description, "rule")).toMatchObject([{ x: 200, tone: "benchmark", dashed: true }]);
    expect(description.panels[0]?.x.domain[1]).toBeGreaterThanOrEqual(200);
    expect(marksOf(description, "text").some((row) => row.text === "全国 200%")).toBe(true);
  });

  test("says how many report, from the rank where it knows", () => {
    expect(rankedDots(rows).subtitle).toContain("4 个地区中 3 个有数");
    expect(rankedDots(rows.slice(0, 2)).subtitle).toContain("4 个地区中 3 个有数");
  });

  test("claims no extreme while another value is only an edge", () => {
    const edge = [sampleRow({ region: "1", value: 90, qualifier: "at_least" }), sampleRow({ region: "2", value: 95 })];
    expect(rankedDots(edge).takeaway).toBeNull();
    const sure = [
      sampleRow({ region: "1", name: "甲县", value: 90 }),
      sampleRow({ region: "2", name: "乙县", value: 95, qualifier: "over" }),
    ];
    expect(rankedDots(sure).takeaway).toBe("最高为乙县（超过95%），最低为甲县（90%）。".replaceAll(",", "\uff0c"));
  });

  test("refuses a region with two rows, and says which", () => {
    expect(() => rankedDots([sampleRow(), sampleRow({ year: 2022 })])).toThrowError(/盐津县 \(530623\) twice/);
  });

  test("refuses two units on one axis", () => {
    const mixed = [sampleRow(), sampleRow({ region: "2", unit: "case" })];
    expect(() => rankedDots(mixed)).toThrowError(expect.objectContaining({ code: "unit.conflicting" }) as Error);
  });

  test("carries the evidence of each mark", () => {
    const [dot] = marksOf(
      rankedDots([
        sampleRow({
          as_written: "48.74%",
          numerator: 58,
          denominator: 119,
          interval_lower: 39.9,
          interval_upper: 57.6,
        }),
      ]),
      "dot",
    );
    expect(dot?.evidence?.split(" · ")).toEqual([
      "盐津县 2021年",
      "行政机关败诉率\uff1a48.74%",
      "全地区",
      "原文“48.74%”",
      "区间 39.9% 至 57.6%",
      "58/119",
      "盐津县2021年报告",
      "一",
    ]);
  });

  test("writes year and body after the names where they differ", () => {
    const mixed = [sampleRow({ region: "1" }), sampleRow({ region: "2", year: 2022, body: "courts" })];
    expect(rankedDots(mixed, { language: "en" }).panels[0]?.y.ticks.map((tick) => tick.label)).toEqual(
      ["Yanjin County 2022 (courts)", "Yanjin County 2021 (whole region)"].toReversed(),
    );
  });

  test("names rows that are not of the whole year", () => {
    expect(rankedDots([sampleRow({ period: "2021-01/2021-11" })]).note).toBe(
      "不是整个自然年\uff1a盐津县（2021年1—11月）。",
    );
    const { note } = rankedDots([sampleRow({ period: "2020-08/2021-07" })], { language: "en" });
    expect(note).toBe("Not a whole calendar year: Yanjin County (2020-08 to 2021-07).");
  });

  test("says by how many residents a count is divided", () => {
    const rate = sampleRow({
      unit: "case_per_100000",
      unit_zh: "件/10万人",
      value: 12.345,
      basis: "census",
      basis_year: 2020,
    });
    expect(rankedDots([rate])).toMatchObject({
      title: "2021年各地区行政机关败诉率（每10万人）",
      unit: "件/10万人",
      note: "人口基数\uff1a2020年普查常住人口。",
    });
    expect(rankedDots([rate], { language: "en" }).unit).toBe("cases per 100,000 residents");
  });
});
