import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import {
  type Column,
  type ColumnBuilder,
  type ColumnKind,
  type ColumnTable,
  columnBuilder,
  tableOf,
} from "../model/table.ts";
import { append } from "../util/append.ts";
import { unescapeText } from "../util/csv-text.ts";
import { nearest } from "../util/nearest.ts";
import { fromCsv } from "./csv.ts";

/** What a resource of a data package must and may have. Columns that are not named here are kept as text. */
export interface ResourceShape {
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  /** Columns whose cells must be one of a closed set; an empty cell is left empty. */
  readonly sets: Readonly<Record<string, readonly string[]>>;
  /** Columns a file cannot do without. */
  readonly required: readonly string[];
}

/** A typed table and what was wrong with its cells; columns `file` and `row` say where each row was read. */
export interface ReadResource {
  readonly table: ColumnTable;
  readonly findings: readonly Finding[];
}

const EXPECTED: Record<ColumnKind, string> = { string: "text", number: "a number", integer: "a whole number" };

function parse(text: string, kind: ColumnKind): string | number | null {
  if (text === "") return null;
  if (kind === "string") return unescapeText(text);
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : Number.NaN;
  return kind === "integer" && !Number.isInteger(value) ? Number.NaN : value;
}

/**
 * Turns CSV files of one shape into one typed table.
 *
 * @remarks
 * Missing: an empty cell is null. A cell that is not of its kind is null as well, with a `cell.invalid` finding.
 *
 * @param files - name and decoded text of each file, read one after the other
 * @param shape - kinds of the known columns; columns absent from a file are null
 * @returns all rows kept, in order, plus `file` and `row` (from 1); findings name both
 * @throws {@link ComparandaError} `column.missing` where a file lacks a column it cannot do without
 */
export function readResource(
  files: readonly { readonly file: string; readonly text: string }[],
  shape: ResourceShape,
): ReadResource {
  const builders = new Map<string, ColumnBuilder>();
  for (const [name, kind] of Object.entries(shape.kinds)) builders.set(name, columnBuilder(kind));
  const origin = { file: columnBuilder("string"), row: columnBuilder("integer") };
  const findings: Finding[] = [];
  let length = 0;
  for (const { file, text } of files) {
    const read = fromCsv(text, { file });
    append(findings, read.findings);
    for (const column of shape.required) {
      if (read.header.includes(column)) continue;
      const suggestion = nearest(column, read.header)[0] ?? null;
      throw new ComparandaError("column.missing", { verb: file, column, available: read.header, suggestion });
    }
    for (const name of read.header) {
      if (builders.has(name)) continue;
      const builder = columnBuilder("string");
      for (let row = 0; row < length; row += 1) builder.push(null);
      builders.set(name, builder);
    }
    for (const [name, builder] of builders) {
      const at = read.header.indexOf(name);
      const kind = shape.kinds[name] ?? "string";
      const set = shape.sets[name];
      read.rows.forEach((cells, index) => {
        const cell = at < 0 ? "" : (cells[at] as string);
        const value = parse(cell, kind);
        const wrong = Number.isNaN(value) || (set !== undefined && value !== null && !set.includes(String(value)));
        if (wrong) findings.push(invalid(file, index + 1, name, cell, set?.join(" | ") ?? EXPECTED[kind]));
        builder.push(wrong ? null : value);
      });
    }
    for (let row = 1; row <= read.rows.length; row += 1) {
      origin.file.push(file);
      origin.row.push(row);
    }
    length += read.rows.length;
  }
  const columns: Record<string, Column> = {};
  for (const [name, builder] of builders) columns[name] = builder.finish();
  columns.file = origin.file.finish();
  columns.row = origin.row.finish();
  return { table: tableOf(columns), findings };
}

function invalid(file: string, row: number, column: string, got: string, expected: string): Finding {
  return finding("error", "cell.invalid", { file, row, column, got, expected }, { file, row, evidence: got });
}
