import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { fontFiles } from "./font.node.ts";
import { svgText } from "./svg-text.node.ts";

/** An SVG as resvg reads it: with our fonts, no others, and only if they have every character. */
export function resvg(verb: string, svg: string, options: ResvgRenderOptions = {}): Resvg {
  const { regular, bold } = fontFiles(verb, svgText(svg));
  const font = { loadSystemFonts: false, fontFiles: [regular, bold], defaultFontFamily: "Noto Sans SC" };
  return new Resvg(svg, { ...options, font });
}
