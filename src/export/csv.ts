import Papa from "papaparse";
import { asTable, type Cell, type ColumnTable, rowsOf } from "../model/table.ts";

/** A spreadsheet would take such a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const guarded = (cell: Cell): Cell => (typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell);

/**
 * Rows as CSV.
 *
 * @remarks
 * UTF-8 with a byte order mark, so that spreadsheets read Chinese; a missing cell is empty. Promise: no text can act as a
 * formula, because one that begins like a formula is written with an apostrophe before it; numbers are never touched.
 *
 * @param rows - a table or any iterable of rows
 * @example
 * ```ts @import.meta.vitest
 * expect(toCsv([{ region: "530623", note: "=1+1", value: -2 }])).toContain("530623,'=1+1,-2")
 * ```
 */
export function toCsv(rows: ColumnTable | Iterable<object>): string {
  const table = asTable(rows);
  const names = table.columnNames();
  const cells = rowsOf(table).map((row) => names.map((name) => guarded(row[name] ?? null)));
  const fields = names.map((name) => String(guarded(name)));
  return `\ufeff${Papa.unparse({ fields, data: cells }, { newline: "\r\n" })}\r\n`;
}
