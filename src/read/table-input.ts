import type { Grid } from "./grid.ts";
import { fillMerges } from "./grid.ts";
import { type RawKind, rawFromRows } from "./raw-from-rows.ts";
import type { RawTable } from "./raw-table.ts";
import { splitGrid } from "./split-grid.ts";

/** One table of a file, whatever its format: its first rows to judge by, and a way to read all of it. */
export interface TableInput {
  readonly name: string | null;
  /** Texts around the table, nearest last. */
  readonly titles: readonly string[];
  /** The first rows, headings included. */
  readonly rows: readonly (readonly string[])[];
  /** The rows after the first `skip`, as columns of these kinds. */
  body(skip: number, kinds: readonly RawKind[]): Promise<RawTable>;
  /** Where a figure of the body stands in the file. */
  locate(row: number, column: number): string;
  /** The format says that every text column tells rows apart. */
  readonly everyTextTells?: boolean;
  /** Semicolons part the cells, as they do where the comma is the decimal mark. */
  readonly semicolons?: boolean;
  /** Records: each stands for itself, and no blank repeats what is above it. */
  readonly records?: boolean;
}

/** The tables of a grid that is in memory. */
export function inputsFromGrid(grid: Grid, locate: (row: number, column: number) => string): TableInput[] {
  return splitGrid(fillMerges(grid)).map(({ grid: part, firstRow }) => {
    let first = firstRow;
    return {
      name: part.name,
      titles: part.titles,
      rows: part.rows.slice(0, SAMPLE_ROWS),
      async body(skip, kinds) {
        first = firstRow + skip;
        return rawFromRows(part.rows.slice(skip), kinds);
      },
      locate: (row, column) => locate(first + row, column),
    };
  });
}

/** A table of records: one heading row, then the rows. */
export function inputFromRecords(
  name: string | null,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): TableInput {
  return {
    name,
    titles,
    rows: rows.slice(0, SAMPLE_ROWS),
    body: async (skip, kinds) => rawFromRows(rows.slice(skip), kinds, true),
    locate: (row) => `record ${row + 1}`,
    records: true,
  };
}

/** Rows that a layout is judged by. */
export const SAMPLE_ROWS = 2000;
