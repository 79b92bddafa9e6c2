import { Resvg } from "@resvg/resvg-js";
import { checkGlyphs } from "./check-glyphs.node.ts";
import { resvgFonts } from "./resvg-fonts.node.ts";
import { svgText } from "./svg-text.node.ts";

/** How an SVG becomes pixels. */
export interface ToPngOptions {
  /** Pixels of the file per pixel of the picture. */
  readonly zoom?: number;
}

/**
 * An SVG as a PNG on white ground.
 *
 * @param svg - with live text, as {@link toSvg} gives it
 * @param options - `zoom`, by default 2
 * @returns bytes of the file
 * @throws {@link ComparandaError} `glyph.missing` names the characters the font does not have
 */
export function toPng(svg: string, options: ToPngOptions = {}): Uint8Array {
  checkGlyphs("toPng", svgText(svg));
  const zoom = options.zoom ?? 2;
  return new Resvg(svg, { font: resvgFonts(), fitTo: { mode: "zoom", value: zoom }, background: "#ffffff" })
    .render()
    .asPng();
}
