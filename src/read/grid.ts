import { cellKind } from "./cell-kind.ts";

/** A merged area; rows and columns count from 0, both ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** A table as printed: every cell is text, "" where it is blank. */
export interface Grid {
  /** Sheet name or caption. */
  readonly name: string | null;
  /** Texts that stand around the table: document title, caption, headings before it. */
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
}

/**
 * The grid with the text of each merged area in every cell it covers.
 *
 * @remarks
 * A merged label (region, year, heading) holds for all its cells. A merged figure was printed once and stays in its first
 * cell, for repeating it would count it twice.
 */
export function fillMerges(grid: Grid): Grid {
  if (grid.merges.length === 0) return grid;
  const rows = grid.rows.map((row) => [...row]);
  for (const { startRow, startColumn, endRow, endColumn } of grid.merges) {
    const text = rows[startRow]?.[startColumn] ?? "";
    if (text === "" || !isLabel(text)) continue;
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const cells = rows[row] as string[];
      for (let column = startColumn; column <= endColumn; column += 1) {
        while (cells.length <= column) cells.push("");
        if (cells[column] === "") cells[column] = text;
      }
    }
  }
  return { ...grid, rows, merges: [] };
}

/** Years and codes of 6, 9 or 12 digits are labels too. */
const isLabel = (text: string) => cellKind(text) !== "number" || /^(\d{6}|\d{9}|\d{12})$/.test(text.trim());
