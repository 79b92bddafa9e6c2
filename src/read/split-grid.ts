import { cellKind } from "./cell-kind.ts";
import type { Grid } from "./grid.ts";
import { differing, headerRows, sampleRows } from "./header-rows.ts";

/**
 * The tables of a sheet that stand one below the other, each with its own headings and the titles before them.
 *
 * @remarks
 * A new table starts where texts stand in the columns that hold figures above and figures follow again below, or where
 * the headings are printed once more. Titles of the sheet stay with each of its tables; a title between two tables goes
 * to the lower one.
 */
export function splitGrid(grid: Grid): readonly { readonly grid: Grid; readonly firstRow: number }[] {
  const parts: { grid: Grid; firstRow: number }[] = [];
  let from = 0;
  let titles = grid.titles;
  while (from < grid.rows.length) {
    const rows = grid.rows.slice(from);
    const header = headerRows(rows.slice(0, sampleRows(rows)));
    const next = nextHeadings(rows, header.bodyStart, header.headings);
    parts.push({ grid: { ...grid, titles, rows: rows.slice(0, next) }, firstRow: from });
    if (from === 0)
      titles = [...titles, ...header.titles.map((row) => (rows[row] as string[]).find((cell) => cell !== "") ?? "")];
    from += next;
    if (parts.length > 500) break;
  }
  return parts.filter(({ grid: { rows } }) => rows.some((row) => differing(row) > 0));
}

/** Where the next table begins, its titles included; the number of rows where there is none. */
function nextHeadings(rows: Grid["rows"], bodyStart: number, headings: readonly number[]): number {
  const repeated = new Set(headings.map((row) => (rows[row] as readonly string[]).join("\u001f")));
  const figures = figureColumns(rows.slice(bodyStart, bodyStart + 50));
  for (let row = bodyStart + 1; row < rows.length - 1; row += 1) {
    const cells = rows[row] as readonly string[];
    // Figures where figures are due: the common case, told without reading the row.
    if (figures.length > 0 && figures.slice(0, 3).some((at) => /^\s*[-+]?\d/.test(cells[at] ?? ""))) {
      if (!repeated.has(cells.join("\u001f"))) continue;
    } else if (differing(cells) < 2) continue;
    const again = repeated.has(cells.join("\u001f"));
    // One text where one figure is due is a flaw of the row, unless a title stands before it.
    const sure = figures.length > 1 || isTitle(rows[row - 1] as readonly string[]);
    if (!again && !(sure && looksLikeHeadings(cells, figures) && figuresFollow(rows, row))) continue;
    let start = row;
    while (start - 1 > bodyStart && isTitle(rows[start - 1] as readonly string[])) start -= 1;
    return start;
  }
  return rows.length;
}

const isTitle = (cells: readonly string[]) =>
  differing(cells) === 1 && !cells.some((cell) => ["number", "sign"].includes(cellKind(cell)));

function figureColumns(body: Grid["rows"]): number[] {
  const width = Math.max(0, ...body.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const kinds = body.map((row) => cellKind(row[at] ?? ""));
    const figures = kinds.filter((kind) => kind === "number" || kind === "sign").length;
    return figures > 0 && figures >= kinds.filter((kind) => kind === "text" || kind === "year").length;
  });
}

/** Texts in most columns of figures, and a figure in none. */
function looksLikeHeadings(cells: readonly string[], figures: readonly number[]): boolean {
  const kinds = cells.map(cellKind);
  if (kinds.includes("number") || kinds.includes("sign")) return false;
  const over = figures.filter((at) => kinds[at] === "text" || kinds[at] === "year").length;
  return figures.length > 0 && over >= Math.max(1, figures.length * 0.6);
}

function figuresFollow(rows: Grid["rows"], row: number): boolean {
  return rows.slice(row + 1, row + 6).some((cells) => cells.filter((cell) => cellKind(cell) === "number").length >= 1);
}
