import { layout } from "../charts/layout.ts";
import type { Description } from "../charts/spec.ts";
import { escapeHtml } from "./escape-html.ts";
import { pageParts } from "./html.node.ts";
import { documentHtml, figureHtml } from "./html.ts";
import { EMBED_STYLE } from "./page-style.ts";

/** A chart for the page of another. */
export interface Embed {
  /** The page of the chart: one file, to be put beside the page that shows it. */
  readonly html: string;
  /** The tag that shows it there. */
  readonly snippet: string;
}

/** How a chart is embedded. */
export interface ToEmbedOptions {
  /** Address of the file in the frame; by default the name of the chart. */
  readonly address?: string;
}

/**
 * A chart as a page of its own and the frame that shows it in another.
 *
 * @remarks
 * The frame keeps the proportions of the picture at any width, and may run the chart's script and save its picture,
 * nothing else.
 *
 * @param description - a chart
 * @param options - `address`
 * @throws {@link ComparandaError} as {@link toHtml}
 */
export async function toEmbed(description: Description, options: ToEmbedOptions = {}): Promise<Embed> {
  const parts = await pageParts("toEmbed", [description], description.title, EMBED_STYLE, true);
  const body = figureHtml(description, description.chart, parts);
  const { width, height } = layout(description);
  const address = options.address ?? `${description.chart}.html`;
  const look = `border:0;width:100%;max-width:${width}px;aspect-ratio:${width}/${height}`;
  return {
    html: documentHtml(description.title, description.language, body, parts),
    snippet: `<iframe src="${escapeHtml(address)}" title="${escapeHtml(description.title)}" style="${look}" loading="lazy" sandbox="allow-scripts allow-downloads"></iframe>`,
  };
}
