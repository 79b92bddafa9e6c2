import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { checkGlyphs } from "./check-glyphs.node.ts";
import { type FontWeight, fontFile } from "./font.node.ts";
import { svgText } from "./svg-text.node.ts";

const WEIGHTS: Record<FontWeight, number> = { regular: 400, bold: 700 };

/** CSS that carries the characters of a text in both weights, as woff2 in data addresses. */
export async function fontFaces(text: string): Promise<string> {
  const characters = [...new Set(text)].sort().join("");
  const faces = await Promise.all(
    (Object.keys(WEIGHTS) as FontWeight[]).map(async (weight) => {
      const subset = await subsetFont(await readFile(fontFile(weight)), characters, { targetFormat: "woff2" });
      const address = `data:font/woff2;base64,${subset.toString("base64")}`;
      return `@font-face{font-family:"Noto Sans SC";font-weight:${WEIGHTS[weight]};src:url(${address}) format("woff2")}`;
    }),
  );
  return faces.join("");
}

/** An SVG that carries its own font: text stays text and is the same in every browser. */
export async function embedFonts(svg: string): Promise<string> {
  const text = svgText(svg);
  checkGlyphs("toSvg", text);
  return svg.replace(/(<svg[^>]*>)/, `$1<style>${await fontFaces(text)}</style>`);
}
