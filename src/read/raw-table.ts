import type { DictionaryColumn } from "../model/table.ts";

/**
 * A column of numerals as they stand in the file: plain ones as numbers, everything else as its text.
 *
 * `values[row]` is NaN where the cell is blank or not plain; `odd` holds the text of cells that are not plain.
 */
export interface NumeralColumn {
  readonly kind: "numeral";
  readonly values: Float64Array;
  readonly odd: DictionaryColumn | null;
}

export interface TextColumn {
  readonly kind: "text";
  readonly texts: DictionaryColumn;
}

export type RawColumn = NumeralColumn | TextColumn;

/** What can be said of a row that is not like the others. */
export interface OddRow {
  /** Counts data rows from 0. */
  readonly row: number;
  readonly cells: number;
  readonly filled: number;
  readonly text: string;
}

/** The body of a table as columns, whatever file it came from. */
export interface RawTable {
  readonly length: number;
  readonly columns: readonly RawColumn[];
  /** Rows with too few or too many cells, or with a single filled one. */
  readonly oddRows: readonly OddRow[];
  readonly malformedQuotes: number;
}

/** The text of one cell, "" where it is blank. */
export function cellText(column: RawColumn, row: number): string {
  if (column.kind === "text") return column.texts.at(row) ?? "";
  const value = column.values[row] as number;
  return column.odd?.at(row) ?? (Number.isNaN(value) ? "" : String(value));
}
