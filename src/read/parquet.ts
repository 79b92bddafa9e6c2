import { parquetMetadata, parquetRead, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { inputFromColumns } from "./columnar.ts";
import { shortestFloat32 } from "./shortest-float32.ts";
import type { TableInput } from "./table-input.ts";
import { saying, unreadable } from "./unreadable.ts";

const MOST_CELLS = 60_000_000;

/**
 * The table of a Parquet file, read column by column.
 *
 * @throws {@link ComparandaError} `file.unreadable`
 */
export async function fromParquet(name: string, bytes: Uint8Array): Promise<TableInput> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  try {
    const metadata = parquetMetadata(file);
    const fields = parquetSchema(metadata).children.map(({ element }) => element);
    const names = fields.map((field) => field.name);
    const length = Number(metadata.num_rows);
    if (length * names.length > MOST_CELLS) throw new Error(`${length} rows of ${names.length} columns are too many`);
    const pieces = new Map<string, { from: number; values: ArrayLike<unknown> }[]>();
    await parquetRead({
      file: { byteLength: file.byteLength, slice: (start, end) => file.slice(start, end) },
      metadata,
      compressors,
      onChunk: ({ columnName, columnData, rowStart }) => {
        pieces.set(columnName, [...(pieces.get(columnName) ?? []), { from: rowStart, values: columnData }]);
      },
    });
    return inputFromColumns(
      null,
      length,
      fields.map(({ name: column, type }) => {
        const at = reader(pieces.get(column) ?? []);
        if (type !== "FLOAT") return { name: column, at };
        return { name: column, at: (row: number) => single(at(row)) };
      }),
    );
  } catch (cause) {
    throw unreadable(name, saying(cause), "a Parquet file", cause);
  }
}

const single = (value: unknown) => (typeof value === "number" ? shortestFloat32(value) : value);

/** A cell of a column that came in pieces; pieces are asked for in order. */
function reader(pieces: readonly { from: number; values: ArrayLike<unknown> }[]): (row: number) => unknown {
  let current = 0;
  return (row) => {
    if (row < (pieces[current]?.from ?? 0)) current = 0;
    while (current + 1 < pieces.length && (pieces[current + 1] as { from: number }).from <= row) current += 1;
    const piece = pieces[current];
    return piece?.values[row - piece.from];
  };
}
