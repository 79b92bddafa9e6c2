import { describe, expect, test } from "vitest";
import { sideBySide } from "../../src/charts/side-by-side.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { marksOf } from "./marks-of.ts";
import { SAMPLES, sampleRow } from "./samples.ts";

const rows = deepFreeze(SAMPLES["side-by-side"]);

describe("sideBySide", () => {
  test("gives each indicator a panel of its own, percentages from 0 to 100", () => {
    const { panels } = sideBySide(rows);
    expect(panels.map((panel) => panel.key)).toEqual(["litigation_loss_rate", "attendance", "accepted", "mediation"]);
    expect(panels.map((panel) => panel.x.domain)).toEqual([
      [0, 100],
      [0, 100],
      [0, expect.any(Number)],
      [0, 100],
    ]);
  });

  test("writes region and year once, at the first panel", () => {
    const { panels } = sideBySide(rows, { language: "en" });
    const labels = panels.map((panel) => panel.y.ticks.map((tick) => tick.label));
    expect(labels[0]).toEqual([
      "Yanjin County 2021",
      "Banan District 2023",
      "Banan District 2023",
      "Xilingol League 2022",
    ]);
    expect(labels.slice(1)).toEqual([[], [], []]);
  });

  test("draws 98 per cent and above as a hollow dot at 98 with a span open to 100", () => {
    const description = sideBySide(rows);
    expect(marksOf(description, "dot", "mediation").find((row) => row.open)).toMatchObject({ x: 98, y: "500113 2023" });
    expect(marksOf(description, "interval", "mediation")).toMatchObject([
      { x1: 98, x2: 100, openStart: false, openEnd: true },
    ]);
  });

  test("prints the reason in the cell of a missing value, also where there is no row", () => {
    const words = marksOf(sideBySide(rows), "text", "accepted").filter((row) => row.tone === "missing");
    expect(words.map((row) => [row.y, row.text])).toEqual([
      ["500113 2023", "未报告"],
      ["152500 2022", "已隐去"],
    ]);
  });

  test("writes a body other than the usual one beside its mark, one mark below the other", () => {
    const description = sideBySide(rows);
    const words = marksOf(description, "text", "litigation_loss_rate").filter((row) => row.key.startsWith("500113"));
    expect(words.map((row) => [row.y, row.text])).toEqual([
      ["500113 2023", "0%（政府本级）"],
      ["500113 2023 2", "3%（部门）"],
    ]);
    expect(description.note).toContain("未注明主体的数为全地区");
  });

  test("shows the indicators that are asked for, in that order", () => {
    expect(sideBySide(rows, { indicators: ["mediation", "accepted"] }).panels.map((panel) => panel.key)).toEqual([
      "mediation",
      "accepted",
    ]);
  });

  test("has an alternative text with every figure", () => {
    const { alt } = sideBySide(
      [sampleRow(), sampleRow({ indicator: "other", indicator_en: "Other", value: null, missing: "redacted" })],
      { language: "en" },
    );
    expect(alt).toContain("Yanjin County 2021: Loss rate of the administration 48.74%, Other redacted.");
    expect(alt).toContain("1 figure is missing");
  });
});
