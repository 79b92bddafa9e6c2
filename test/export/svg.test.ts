import { describe, expect, test } from "vitest";
import { layout } from "../../src/charts/layout.ts";
import { rankedDots } from "../../src/charts/ranked-dots.ts";
import { toPng } from "../../src/export/png.node.ts";
import { toSvg } from "../../src/export/svg.node.ts";
import { svgText } from "../../src/export/svg-text.node.ts";
import { SAMPLES, sampleRow } from "../charts/samples.ts";

const description = rankedDots(SAMPLES["ranked-dots"]);
const RENDERERS = ["plot", "vega-lite"] as const;
/** Width and height of a PNG, from its head. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const missing = (characters: string[]) =>
  expect.objectContaining({ code: "glyph.missing", facts: expect.objectContaining({ characters }) }) as Error;

describe.each(RENDERERS)("toSvg by %s", (renderer) => {
  test("keeps text as text and asks for nothing from outside", async () => {
    const svg = await toSvg(description, { renderer });
    expect(svgText(svg)).toContain("甲县");
    expect(svg).not.toMatch(/(href|src)="http|url\(http|@import/);
  });

  test("carries its font where asked, both weights", async () => {
    const svg = await toSvg(description, { renderer, text: "embedded" });
    expect(svg.match(/@font-face\{[^}]*src:url\(data:font\/woff2;base64,[A-Za-z0-9+/=]{200,}\)/g)).toHaveLength(2);
    expect(svg.length).toBeLessThan(250_000);
  });

  test("turns text into shapes where asked, and still says what it shows", async () => {
    const svg = await toSvg(description, { renderer, text: "outlined" });
    expect(svg).not.toContain("<text");
    expect(svg).toContain(`<title>${description.title}</title>`);
    expect(svg).toContain("<desc>");
    expect(svg).toMatch(/<svg[^>]* role="img"/);
  });
});

describe("toPng", () => {
  test("is as large as the picture times the zoom", async () => {
    const svg = await toSvg(description);
    const { width, height } = layout(description);
    expect(sizeOf(toPng(svg))).toEqual([width * 2, height * 2]);
    expect(sizeOf(toPng(svg, { zoom: 1 }))).toEqual([width, height]);
  });

  test("draws the text: the same picture without it is another", async () => {
    const svg = await toSvg(description);
    const bare = svg.replace(/<text.*?<\/text>/gs, "");
    expect(toPng(svg).length).toBeGreaterThan(toPng(bare).length * 2);
  });

  test("refuses characters the font does not have, before a file is written, and names them", async () => {
    const strange = rankedDots([sampleRow({ name: "\u{20bb7}县\u{1f600}" })]);
    const svg = await toSvg(strange);
    expect(() => toPng(svg)).toThrowError(missing(["\u{20bb7}", "\u{1f600}"]));
    await expect(toSvg(strange, { text: "embedded" })).rejects.toThrowError(missing(["\u{20bb7}", "\u{1f600}"]));
  });

  test("is the same for the same picture", async () => {
    const svg = await toSvg(description);
    expect(Buffer.from(toPng(svg)).equals(Buffer.from(toPng(svg)))).toBe(true);
  });
});
