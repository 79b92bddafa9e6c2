import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { type FontFiles, fontFiles } from "./font.node.ts";
import { svgText } from "./svg-text.node.ts";

const WEIGHTS: Record<keyof FontFiles, number> = { regular: 400, bold: 700 };

/**
 * CSS that carries the characters of a text in both weights, as woff2 in data addresses.
 *
 * @throws {@link ComparandaError} `glyph.missing` names the characters the font does not have
 */
export async function fontFaces(verb: string, text: string): Promise<string> {
  const files = fontFiles(verb, text);
  const characters = [...new Set(text)].sort().join("");
  const faces = (Object.keys(WEIGHTS) as (keyof FontFiles)[]).map(async (weight) => {
    const subset = await subsetFont(await readFile(files[weight]), characters, { targetFormat: "woff2" });
    const address = `data:font/woff2;base64,${subset.toString("base64")}`;
    return `@font-face{font-family:"Noto Sans SC";font-weight:${WEIGHTS[weight]};src:url(${address}) format("woff2")}`;
  });
  return (await Promise.all(faces)).join("");
}

/** An SVG that carries its own font: text stays text and looks the same in every browser. */
export async function embedFonts(svg: string): Promise<string> {
  const faces = await fontFaces("toSvg", svgText(svg));
  return svg.replace(/<svg[^>]*>/, (tag) => `${tag}<style>${faces}</style>`);
}
