import type { Description } from "../charts/spec.ts";
import { toVegaLite } from "../render/vega-lite.ts";
import { fontFaces } from "./embed-fonts.node.ts";
import { embedScript } from "./embed-script.node.ts";
import { missingGlyphs } from "./font.node.ts";
import { type PageParts, pageHtml } from "./html.ts";
import type { Page } from "./page.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { toSvg } from "./svg.node.ts";

/** How a page is made. */
export interface ToHtmlOptions {
  /** Charts that answer the pointer; without, the page has no script at all. By default true. */
  readonly live?: boolean;
}

/** Every text that a value holds, keys left out. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object") return Object.values(value).map(textOf).join("");
  return "";
}

const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");

/** Pictures, fonts, style and script of pages with these charts. */
export async function pageParts(
  verb: string,
  charts: readonly Description[],
  words: string,
  style: string,
  live: boolean,
): Promise<PageParts> {
  const pictures = new Map<Description, string>();
  for (const chart of charts) pictures.set(chart, await toSvg(chart));
  const script = live ? await embedScript(verb) : null;
  // Tooltips and menus print letters that stand nowhere in the page.
  const characters = [
    words,
    ...charts.map((chart) => textOf(toVegaLite(chart))),
    LETTERS,
    script === null ? "" : script.words,
  ];
  // A page has its reader's fonts to fall back on: a rare character in a name is no reason to have no page.
  const rare = new Set(missingGlyphs(verb, characters.join("")));
  const faces = await fontFaces(verb, [...new Set(characters.join(""))].filter((one) => !rare.has(one)).join(""));
  return { picture: (chart) => pictures.get(chart) as string, style: faces + style, script };
}

/**
 * A page as one HTML file that works without a net.
 *
 * @remarks
 * Fonts (only the characters of the page; a character they lack is left to the reader's own), pictures and script are
 * inside. Without scripts the pictures are static and
 * their text can be selected; with scripts they answer the pointer with the evidence of each mark. A content policy
 * forbids everything else.
 *
 * @param page - words, charts, tables
 * @param options - `live`
 * @throws {@link ComparandaError} `file.missing` where script or font are not built
 */
export async function toHtml(page: Page, options: ToHtmlOptions = {}): Promise<string> {
  const charts = page.sections.flatMap((section) => section.figures ?? []);
  const { sections, ...head } = page;
  const words = textOf([head, sections.map(({ figures: _, ...rest }) => rest)]);
  return pageHtml(page, await pageParts("toHtml", charts, words, PAGE_STYLE, options.live ?? true));
}
