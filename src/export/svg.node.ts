import { parseHTML } from "linkedom";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Description } from "../charts/spec.ts";
import { toPlot } from "../render/plot.ts";
import { toVegaLite } from "../render/vega-lite.ts";
import { textWidth } from "../util/text-width.ts";
import { embedFonts } from "./embed-fonts.node.ts";
import { outlineText } from "./outline-text.node.ts";
import { withDescription } from "./with-description.ts";

/** How a chart becomes a file. */
export interface ToSvgOptions {
  readonly renderer?: "plot" | "vega-lite";
  /** `live`: needs a font where it is shown; `embedded`: carries one, for browsers; `outlined`: shapes, opens anywhere. */
  readonly text?: "live" | "embedded" | "outlined";
}

/** Vega without a canvas takes every letter for 0.8 em: Chinese is cut, Latin is far too wide. */
function mendTextMetrics(): void {
  const metrics = (
    vega as unknown as {
      textMetrics: { width: (item: object, text: unknown) => number; height: (item: object) => number };
    }
  ).textMetrics;
  metrics.width = (item, text) =>
    textWidth(String(text), metrics.height(item), Number((item as { fontWeight?: unknown }).fontWeight) >= 600);
}

function plotSvg(description: Description): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return toPlot(description, { document: document as unknown as Document }).outerHTML;
}

/** Vega's picture says nothing of itself: role, title and description are added. */
async function vegaSvg(description: Description): Promise<string> {
  mendTextMetrics();
  const { spec } = compile(toVegaLite(description) as unknown as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: "none", logLevel: vega.Warn });
  const svg = await view.toSVG();
  view.finalize();
  return withDescription(svg, description);
}

const RENDERERS = { plot: async (description: Description) => plotSvg(description), "vega-lite": vegaSvg } as const;
const TEXTS = {
  live: async (svg: string, _description: Description) => svg,
  embedded: async (svg: string, _description: Description) => embedFonts(svg),
  outlined: async (svg: string, description: Description) => outlineText(svg, description),
} as const;

/**
 * A chart as an SVG file.
 *
 * @remarks
 * Title, note, source and the description for screen readers are inside. With `outlined`, the texts are shapes and only
 * title and description can be read by machines.
 *
 * @param description - a chart
 * @param options - `renderer`, by default `plot`; `text`, by default `live`
 * @throws {@link ComparandaError} `glyph.missing` where the font lacks a character and is embedded or outlined
 */
export async function toSvg(description: Description, options: ToSvgOptions = {}): Promise<string> {
  const svg = await RENDERERS[options.renderer ?? "plot"](description);
  return TEXTS[options.text ?? "live"](svg, description);
}
