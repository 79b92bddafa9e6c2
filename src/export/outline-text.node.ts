import { Resvg } from "@resvg/resvg-js";
import type { Description } from "../charts/spec.ts";
import { checkGlyphs } from "./check-glyphs.node.ts";
import { escapeHtml } from "./escape-html.ts";
import { resvgFonts } from "./resvg-fonts.node.ts";
import { svgText } from "./svg-text.node.ts";

/** An SVG whose texts are shapes: opens everywhere without a font. Role, title and description are put back. */
export function outlineText(svg: string, description: Description): string {
  checkGlyphs("toSvg", svgText(svg));
  const outlined = new Resvg(svg, { font: resvgFonts() }).toString();
  const head = `<title>${escapeHtml(description.title)}</title><desc>${escapeHtml(description.alt)}</desc>`;
  return outlined.replace(/<svg([^>]*)>/, `<svg$1 role="img" lang="${description.language}">${head}`);
}
