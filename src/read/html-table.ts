import { type Cheerio, type CheerioAPI, load } from "cheerio";
import type { Grid } from "./grid.ts";

const MOST_CELLS = 2_000_000;
const MOST_SPAN = 1000;

/**
 * The tables of a page as grids: spans filled, nested tables apart, headings and captions kept as titles.
 *
 * @remarks Tables of one row or one column are page layout and are left out. A cell covered by a span repeats a label; a
 * spanned figure stands once.
 */
export function fromHtmlTable(text: string): Grid[] {
  const $ = load(text);
  const page = [$("title").first().text(), $("h1").first().text()].map(clean).filter(Boolean);
  const grids: Grid[] = [];
  $("table").each((_, element) => {
    const table = $(element);
    const { rows, merges } = cellsOf($, table);
    const width = Math.max(0, ...rows.map((row) => row.filter((cell) => cell !== "").length));
    if (rows.length < 2 || width < 2) return;
    const caption = clean(table.children("caption").text());
    const before = clean(table.prevAll("h1,h2,h3,h4,h5,h6,p").first().text());
    const near = before.length <= 120 ? before : "";
    grids.push({ name: caption || null, titles: [...page, near, caption].filter(Boolean), rows, merges });
  });
  return grids;
}

type Spans = Pick<Grid, "rows" | "merges">;

function cellsOf($: CheerioAPI, table: Cheerio<never> | ReturnType<CheerioAPI>): Spans {
  const lines = table.find("tr").filter((_, line) =>
    $(line)
      .closest("table")
      .is(table as ReturnType<CheerioAPI>),
  );
  const rows: string[][] = Array.from({ length: lines.length }, () => []);
  const taken: boolean[][] = rows.map(() => []);
  const merges: Grid["merges"][number][] = [];
  let cells = 0;
  lines.each((row, line) => {
    let column = 0;
    $(line)
      .children("td,th")
      .each((_, element) => {
        while (taken[row]?.[column]) column += 1;
        const cell = $(element);
        const width = span(cell.attr("colspan"), MOST_SPAN);
        // A rowspan of 0 goes to the end of the table.
        const height = Math.min(span(cell.attr("rowspan"), MOST_SPAN) || lines.length, lines.length - row);
        cells += width * height;
        if (cells > MOST_CELLS) return;
        for (let r = row; r < row + height; r += 1) for (let c = column; c < column + width; c += 1) mark(taken, r, c);
        (rows[row] as string[])[column] = cellText($, cell);
        if (width > 1 || height > 1)
          merges.push({ startRow: row, startColumn: column, endRow: row + height - 1, endColumn: column + width - 1 });
        column += width;
      });
  });
  return { rows: rows.map((row) => Array.from(row, (cell) => cell ?? "")), merges };
}

function mark(taken: boolean[][], row: number, column: number): void {
  const line = taken[row];
  if (line !== undefined) line[column] = true;
}

function span(text: string | undefined, most: number): number {
  const count = Number.parseInt(text ?? "1", 10);
  return Number.isNaN(count) || count < 0 ? 1 : Math.min(count, most);
}

/** The text of a cell; raised footnote marks stay marks and do not become digits of the number. */
function cellText($: CheerioAPI, cell: ReturnType<CheerioAPI>): string {
  const copy = cell.clone();
  copy.find("table,script,style").remove();
  copy.find("br").replaceWith(" ");
  copy.find("sup").each((_, element) => {
    const mark = clean($(element).text()).replace(/^\[(.*)\]$/, "$1");
    $(element).replaceWith(/^[\p{L}\d]{1,3}$/u.test(mark) ? `[${mark}]` : mark);
  });
  return clean(copy.text());
}

const clean = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, " ").trim();
