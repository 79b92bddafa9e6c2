import { describe, expect, test } from "vitest";
import { layout } from "../../src/charts/layout.ts";
import { type Layout, textBox } from "../../src/charts/placed.ts";
import { CHARTS, type Chart, type ChartName } from "../../src/charts/registry.ts";
import type { Description, MarkKind } from "../../src/charts/spec.ts";
import { toSvg } from "../../src/export/svg.node.ts";
import { svgText } from "../../src/export/svg-text.node.ts";
import { ComparandaError } from "../../src/model/errors.ts";
import { LANGUAGES } from "../../src/model/messages/message.ts";
import { manyRegions, SAMPLES, sampleRow } from "../charts/samples.ts";
import { deepFreeze } from "../deep-freeze.ts";

const NAMES = Object.keys(CHARTS) as ChartName[];
const chartOf = (name: ChartName) => CHARTS[name] as Chart;
const CASES = NAMES.flatMap((name) => LANGUAGES.map((language) => ({ name, language })));

/** Rows of so many regions in the shape each chart takes. */
const MANY: Record<ChartName, (count: number) => Record<string, unknown>[]> = {
  "ranked-dots": manyRegions,
  "trend-lines": (count) => manyRegions(count).flatMap((row) => [{ ...row, year: 2020 }, row]),
  slope: (count) => manyRegions(count).flatMap((row) => [{ ...row, year: 2020 }, row]),
  "side-by-side": (count) =>
    manyRegions(count).flatMap((row) => [row, { ...row, indicator: "other", indicator_zh: "另一指标" }]),
};

const overlaps = (picture: Layout) => {
  const boxes = picture.texts.map((text) => ({ text: text.text, ...textBox(text) }));
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} | ${b.text}`),
  );
};

const outside = (picture: Layout) =>
  picture.texts.filter((text) => {
    const box = textBox(text);
    return box.left < 0 || box.top < 0 || box.right > picture.width || box.bottom > picture.height;
  });

/** Rows of a kind that are drawn as elements with the key of their row. */
const keysOf = (description: Description, kind: MarkKind) =>
  description.panels.flatMap((panel) =>
    panel.marks.flatMap((mark) => (mark.kind === kind ? mark.rows.map((row) => row.key) : [])),
  );

describe.each(CASES)("the chart $name in $language", ({ name, language }) => {
  const rows = deepFreeze(SAMPLES[name]);
  const description = chartOf(name)(rows, { language });

  test("leaves its rows as they were and gives plain JSON", () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  });

  test("has title, source and an alternative text of full sentences", () => {
    expect(description.title).not.toBe("");
    expect(description.source).toContain("盐津县2021年报告");
    expect(description.alt).toMatch(language === "en" ? /^[A-Z].*\.$/ : /。$/);
  });

  test.each(["plot", "vega-lite"] as const)("shows every region, title, note and source by %s", async (renderer) => {
    const svg = await toSvg(description, { renderer });
    const words = svgText(svg).replaceAll(/\s/g, "");
    const names = new Set(rows.map((row) => String(language === "en" ? row.name_en : row.name)));
    for (const text of [...names, description.title, description.source, description.note ?? ""])
      expect(words).toContain(text.replaceAll(/\s/g, ""));
    expect(svg).toContain("<desc>");
    expect(svg).toMatch(/<svg[^>]* role="img"/);
  });

  test("prints a reason for every missing value, and no mark for it", async () => {
    const reasons = {
      not_reported: ["未报告", "not reported"],
      relative_only: ["只有增减说法", "only a change given"],
      redacted: ["已隐去", "redacted"],
    };
    const words = svgText(await toSvg(description)).replaceAll(/\s/g, "");
    const missing = rows.filter((row) => row.missing !== null);
    expect(missing.length).toBeGreaterThan(0);
    for (const row of missing) {
      const word = reasons[row.missing as keyof typeof reasons][language === "en" ? 1 : 0] as string;
      expect(words).toContain(word.replaceAll(" ", ""));
      const key = `${row.region} ${row.year} ${row.indicator} ${row.body}`;
      expect(keysOf(description, "dot")).not.toContain(key);
    }
  });

  test("draws each value once as a dot, hollow where it is not exact", () => {
    const known = rows.filter((row) => row.value !== null);
    const dots = description.panels.flatMap((panel) =>
      panel.marks.flatMap((mark) => (mark.kind === "dot" ? mark.rows : [])),
    );
    // A slope has no line, and so no dots, for a region that lacks a year.
    const drawn = name === "slope" ? known.filter((row) => row.region !== "533300") : known;
    expect(dots.map((dot) => dot.key).sort()).toEqual(
      drawn.map((row) => `${row.region} ${row.year} ${row.indicator} ${row.body}`).sort(),
    );
    expect(dots.filter((dot) => dot.open)).toHaveLength(drawn.filter((row) => row.qualifier !== "exact").length);
  });

  test("says that there is nothing where there are no rows", async () => {
    const empty = chartOf(name)([], { language });
    expect(empty.panels).toEqual([]);
    expect(empty.alt).toContain(language === "en" ? "No figures" : "没有可用数据");
    for (const renderer of ["plot", "vega-lite"] as const)
      expect(svgText(await toSvg(empty, { renderer }))).toContain(empty.title);
  });

  test.each(["region", "year", "indicator", "value"])("refuses rows without the column %s", (column) => {
    const { [column]: _, ...row } = sampleRow();
    expect(() => chartOf(name)([row], { language })).toThrowError(
      expect.objectContaining({
        code: "column.missing",
        facts: expect.objectContaining({ column }),
      }) as ComparandaError,
    );
  });

  test("refuses options it does not know", () => {
    expect(() => chartOf(name)(rows, { colour: "red" } as never)).toThrow(ComparandaError);
    expect(() => chartOf(name)(rows, { width: 3 })).toThrowError(/width/);
  });

  test("takes its texts from the caller where given", () => {
    const own = { title: "T", takeaway: "A", subtitle: null, note: "N", source: "S" };
    expect(chartOf(name)(rows, { language, ...own })).toMatchObject(own);
  });

  test.each([5, 31, 60])("keeps %i regions' texts apart and inside the picture", (count) => {
    for (const width of [640, 760, 1000]) {
      const picture = layout(chartOf(name)(MANY[name](count), { language, width }));
      expect(outside(picture)).toEqual([]);
      expect(overlaps(picture)).toEqual([]);
    }
  });
});
