import Papa from "papaparse";
import { asTable, type Cell, type ColumnTable, rowsOf } from "../model/table.ts";

/** What is said about the rows in the file beside them. */
export interface ToCsvOptions {
  readonly title?: string;
  readonly source?: string;
  readonly note?: string | null;
  /** Units by column, where a column has one of its own. */
  readonly units?: Readonly<Record<string, string>>;
}

/** What the columns of a CSV are. */
export interface CsvMetadata {
  readonly title: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly encoding: "utf-8";
  readonly missing: "";
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: "number" | "string";
    readonly unit: string | null;
  }[];
}

/** A spreadsheet would take such a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const guarded = (cell: Cell): Cell => (typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : cell);

/**
 * Rows as CSV, and what the columns mean as a small JSON beside it.
 *
 * @remarks
 * UTF-8 with a byte order mark, so that spreadsheets read Chinese; a missing cell is empty. Promise: no text can act as a
 * formula, because one that begins like a formula is written with an apostrophe before it; numbers are never touched.
 *
 * @param rows - a table or any iterable of rows
 * @param options - title, source, note, units by column
 * @example
 * ```ts @import.meta.vitest
 * expect(toCsv([{ region: "530623", note: "=1+1", value: -2 }]).csv).toContain("530623,'=1+1,-2")
 * ```
 */
export function toCsv(
  rows: ColumnTable | Iterable<object>,
  options: ToCsvOptions = {},
): { csv: string; metadata: CsvMetadata } {
  const table = asTable(rows);
  const names = table.columnNames();
  const read = rowsOf(table);
  const cells = read.map((row) => names.map((name) => guarded(row[name] ?? null)));
  const columns = names.map((name) => ({
    name,
    type: read.some((row) => typeof row[name] === "number") ? ("number" as const) : ("string" as const),
    unit: options.units?.[name] ?? null,
  }));
  return {
    csv: `\ufeff${Papa.unparse({ fields: names.map((name) => String(guarded(name))), data: cells }, { newline: "\r\n" })}\r\n`,
    metadata: {
      title: options.title ?? null,
      source: options.source ?? null,
      note: options.note ?? null,
      encoding: "utf-8",
      missing: "",
      rows: read.length,
      columns,
    },
  };
}
