import { type RawKind, rawColumn } from "./raw-from-rows.ts";
import { SAMPLE_ROWS, type TableInput } from "./table-input.ts";

/** A column of a binary format: its name and a way to a cell. */
export interface SourceColumn {
  readonly name: string;
  at(row: number): unknown;
}

/** A table over columns that are in memory: rows as texts are made for the sample only. */
export function inputFromColumns(name: string | null, length: number, columns: readonly SourceColumn[]): TableInput {
  const texts = columns.map((column) => (row: number) => plainText(column.at(row)));
  const sample = Array.from({ length: Math.min(length, SAMPLE_ROWS) }, (_, row) => texts.map((text) => text(row)));
  return {
    name,
    titles: name === null ? [] : [name],
    rows: [columns.map((column) => column.name), ...sample],
    async body(skip, kinds) {
      const from = Math.max(0, skip - 1);
      const cells = kinds.map((kind: RawKind, at) =>
        rawColumn(length - from, kind, (row) => texts[at]?.(from + row) ?? ""),
      );
      return { length: length - from, columns: cells, oddRows: [], malformedQuotes: 0 };
    },
    locate: (row) => `record ${row + 1}`,
    records: true,
  };
}

/** A cell as text: dates in ISO form, whole numbers of any size digit by digit, missing as nothing. */
function plainText(value: unknown): string {
  if (value === null || value === undefined || (typeof value === "number" && Number.isNaN(value))) return "";
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const text = value.toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
  }
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (typeof value === "object")
    return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner));
  return String(value);
}
