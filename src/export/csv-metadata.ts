import { asTable, type ColumnTable, rowsOf } from "../model/table.ts";

/** What is said about the rows in the file beside them. */
export interface CsvMetadataOptions {
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

/**
 * What do the columns of a CSV mean? For the JSON file beside it.
 *
 * @param rows - the rows of the CSV
 * @param options - title, source, note, units by column
 * @example
 * ```ts @import.meta.vitest
 * expect(csvMetadata([{ value: 48.74 }], { units: { value: "percent" } }).columns).toEqual([
 *   { name: "value", type: "number", unit: "percent" },
 * ])
 * ```
 */
export function csvMetadata(rows: ColumnTable | Iterable<object>, options: CsvMetadataOptions = {}): CsvMetadata {
  const table = asTable(rows);
  const read = rowsOf(table);
  const columns = table.columnNames().map((name) => ({
    name,
    type: read.some((row) => typeof row[name] === "number") ? ("number" as const) : ("string" as const),
    unit: options.units?.[name] ?? null,
  }));
  const { title = null, source = null, note = null } = options;
  return { title, source, note, encoding: "utf-8", missing: "", rows: read.length, columns };
}
