import { DictionaryBuilder, type DictionaryColumn } from "../model/table.ts";
import type { OddRow, RawColumn, RawTable } from "./raw-table.ts";

export type RawKind = "text" | "numeral";

/**
 * The body of a table of text cells as columns: the same columns `CsvBytes` makes of the bytes of a CSV file.
 *
 * @param rows - rows of the body; a row may be shorter or longer than the table is wide
 * @param records - a row with one text is a record of which little is known, not the title of a section
 */
export function rawFromRows(
  rows: readonly (readonly string[])[],
  kinds: readonly RawKind[],
  records = false,
): RawTable {
  const oddRows: OddRow[] = [];
  rows.forEach((cells, row) => {
    const texts = cells.filter((cell) => cell.trim() !== "");
    const filled = new Set(texts).size;
    const beyond = cells.slice(kinds.length).filter((cell) => cell.trim() !== "").length;
    if (beyond > 0 || (filled <= (records ? 0 : 1) && kinds.length > 1) || cells.length < kinds.length)
      oddRows.push({ row, cells: Math.min(cells.length, kinds.length) + beyond, filled, text: texts[0] ?? "" });
  });
  const columns = kinds.map((kind, at) => rawColumn(rows.length, kind, (row) => rows[row]?.[at] ?? ""));
  return { length: rows.length, columns, oddRows, malformedQuotes: 0 };
}

/** One raw column from a function that gives the text of each row, "" for a blank cell. */
export function rawColumn(length: number, kind: RawKind, cell: (row: number) => string): RawColumn {
  if (kind === "text") {
    const texts = new DictionaryBuilder();
    for (let row = 0; row < length; row += 1) texts.push(cell(row) || null);
    return { kind, texts: texts.finish() };
  }
  const values = new Float64Array(length);
  let odd: DictionaryBuilder | null = null;
  for (let row = 0; row < length; row += 1) {
    const text = cell(row);
    const value = Number(text);
    const plain = text !== "" && String(value) === text && Number.isFinite(value);
    values[row] = plain ? value : Number.NaN;
    if (!plain && text !== "" && odd === null) odd = blanks(row);
    odd?.push(plain || text === "" ? null : text);
  }
  return { kind, values, odd: (odd?.finish() ?? null) as DictionaryColumn | null };
}

function blanks(rows: number): DictionaryBuilder {
  const builder = new DictionaryBuilder();
  for (let row = 0; row < rows; row += 1) builder.push(null);
  return builder;
}
