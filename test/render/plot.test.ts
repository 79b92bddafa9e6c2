import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/charts/layout.ts";
import { CHARTS, type Chart, type ChartName } from "../../src/charts/registry.ts";
import { toPlot } from "../../src/render/plot.ts";
import { marksOf } from "../charts/marks-of.ts";
import { SAMPLES } from "../charts/samples.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const draw = (name: ChartName) => {
  const description = (CHARTS[name] as Chart)(SAMPLES[name]);
  return { description, svg: toPlot(description, { document: document as unknown as Document }) };
};

describe.each(Object.keys(CHARTS) as ChartName[])("toPlot of %s", (name) => {
  test.each(["dot", "interval", "whisker", "rule"] as const)("draws every %s with the key of its row", (kind) => {
    const { description, svg } = draw(name);
    const keys = [...svg.querySelectorAll(`.${kind} [data-key]`)].map((element) => element.getAttribute("data-key"));
    expect(keys.sort()).toEqual(
      marksOf(description, kind)
        .map((row) => row.key)
        .sort(),
    );
  });

  test("is exactly as large as the layout says", () => {
    const { description, svg } = draw(name);
    const { width, height } = layout(description);
    expect([svg.getAttribute("width"), svg.getAttribute("height")]).toEqual([String(width), String(height)]);
    expect(svg.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
  });

  test("keeps all its marks inside the picture", () => {
    const { svg } = draw(name);
    const numbers = [...svg.querySelectorAll("line")].flatMap((line) =>
      ["x1", "x2"].map((end) => Number(line.getAttribute(end) ?? 0)),
    );
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(Number(svg.getAttribute("width")));
  });

  test("has no coordinate that is no number", () => {
    expect(draw(name).svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test("escapes what data brings into the picture", () => {
  const [row] = SAMPLES["ranked-dots"];
  const description = CHARTS["ranked-dots"]([{ ...row, name: '<img src=x onerror="1">' }]);
  const { outerHTML } = toPlot(description, { document: document as unknown as Document });
  expect(outerHTML).not.toContain("<img");
  expect(outerHTML).toContain("&lt;img");
});
