import { Readability } from "@mozilla/readability";
import { type CheerioAPI, load } from "cheerio";
import { parseHTML } from "linkedom";

/** The article of a page as text, with what its head says of it. */
export interface HtmlText {
  readonly text: string;
  readonly title: string | null;
  /** `meta` elements with a name or property and their content. */
  readonly metadata: Readonly<Record<string, string>>;
}

type Element = ReturnType<CheerioAPI>;
type Node = Element[number];

const BOILERPLATE = "script,style,noscript,template,nav,header,footer,aside,form,iframe,button,select,svg";
const BLOCKS = new Set([
  "address",
  "article",
  "blockquote",
  "br",
  "center",
  "dd",
  "div",
  "dl",
  "dt",
  "figure",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "li",
  "main",
  "ol",
  "p",
  "pre",
  "section",
  "table",
  "tr",
  "ul",
]);
/** An article that keeps less than this share of the page's text has lost something: then the whole page is read. */
const SHARE = 0.5;

/**
 * Which text does this page hold, without menus and other boilerplate?
 *
 * @remarks
 * Rows of tables become lines with ` | ` between cells; a cell that spans several rows or columns is repeated, so that
 * every number keeps its labels. Paragraphs become lines.
 *
 * @param html - a page, or a fragment as made from a Word document
 * @returns the text, the title of the page and its metadata; unknown is null or empty
 * @example
 * ```ts @import.meta.vitest
 * expect(htmlText("<nav>首页</nav><p>受理<b>3</b>件。</p><table><tr><td>维持</td><td>2</td></tr></table>").text)
 *   .toBe("受理3件。\n维持 | 2")
 * ```
 */
export function htmlText(html: string): HtmlText {
  const page = load(html);
  const metadata: Record<string, string> = {};
  for (const meta of page("meta").toArray()) {
    const name = page(meta).attr("name") ?? page(meta).attr("property");
    const content = page(meta).attr("content");
    if (name && content) metadata[name.toLowerCase()] = content;
  }
  const title = page("title").first().text().trim() || null;
  page(BOILERPLATE).remove();
  const whole = textOf(page, page("body").toArray());
  const article = articleOf(page.html());
  const text = article !== null && article.length >= SHARE * whole.length ? article : whole;
  return { text, title, metadata };
}

function articleOf(html: string): string | null {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document, { keepClasses: false }).parse();
  if (!article?.content) return null;
  const page = load(article.content);
  return textOf(page, page("body").toArray());
}

function textOf(page: CheerioAPI, nodes: readonly Node[]): string {
  const lines: string[] = [""];
  const add = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  const walk = (node: Node): void => {
    if (node.type === "text") {
      add(node.data.replace(/\s+/g, " "));
      return;
    }
    if (node.type !== "tag") return;
    if (node.name === "table") {
      lines.push(...tableLines(page, node), "");
      return;
    }
    const isBlock = BLOCKS.has(node.name);
    if (isBlock) lines.push("");
    for (const child of node.children) walk(child);
    if (isBlock) lines.push("");
  };
  for (const node of nodes) walk(node);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Rows of a table; one that only lays out the page is read as running text. */
function tableLines(page: CheerioAPI, table: Node): string[] {
  const rows = page(table).find("tr").toArray();
  if (page(table).find("table").length > 0)
    return rows.flatMap((row) => textOf(page, page(row).find("td,th").toArray()).split("\n"));
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let column = 0;
    for (const cell of page(row).children("td,th").toArray()) {
      while (grid[r]?.[column] !== undefined) column += 1;
      const text = textOf(page, [cell]).replace(/\n/g, "");
      const down = spanOf(page(cell).attr("rowspan"), rows.length - r);
      const right = spanOf(page(cell).attr("colspan"), WIDEST);
      for (let i = 0; i < down; i += 1) for (let j = 0; j < right; j += 1) (grid[r + i] as string[])[column + j] = text;
      column += right;
    }
  });
  return grid.map((cells) =>
    cells.length === 1 ? (cells[0] as string) : Array.from(cells, (cell) => cell ?? "").join(" | "),
  );
}

const WIDEST = 60;
const spanOf = (span: string | undefined, most: number): number => Math.max(1, Math.min(Number(span) || 1, most));
