import { CompressionType, setCompressionCodec, type Table, tableFromIPC } from "@uwdata/flechette";
import { inputFromColumns } from "./columnar.ts";
import { shortestFloat32 } from "./shortest-float32.ts";
import type { TableInput } from "./table-input.ts";
import { saying, unreadable } from "./unreadable.ts";

/** Numbers of Arrow's own schema for a type and its precision. */
const FLOAT = 3;
const SINGLE_PRECISION = 1;

/**
 * The table of an Arrow IPC file or stream, Feather files of version 2 included; integers of 64 bits keep every digit.
 *
 * @throws {@link ComparandaError} `file.unreadable`
 */
export async function fromArrow(name: string, bytes: Uint8Array): Promise<TableInput> {
  try {
    const table = await tableOf(bytes);
    const columns = table.names.map((column, at) => {
      const child = table.getChildAt(at);
      const { typeId, precision } = child.type as { typeId: number; precision?: number };
      const single = typeId === FLOAT && precision === SINGLE_PRECISION;
      return {
        name: String(column),
        at: (row: number) => {
          const value = child.at(row) as unknown;
          return single && typeof value === "number" ? shortestFloat32(value) : value;
        },
      };
    });
    return inputFromColumns(null, table.numRows, columns);
  } catch (cause) {
    throw unreadable(name, saying(cause), "an Arrow IPC file, plain or compressed with LZ4 or Zstandard", cause);
  }
}

/** Compressed tables need decoders, which are opened only then. */
async function tableOf(bytes: Uint8Array): Promise<Table> {
  const read = () => tableFromIPC(bytes, { useDate: true, useBigInt: true });
  try {
    return read();
  } catch (cause) {
    if (!/compression codec/i.test(saying(cause))) throw cause;
  }
  const { decompressZstd } = await import("hyparquet-compressors");
  const { lz4Frame } = await import("./lz4-frame.ts");
  const never = () => {
    throw new Error("tables are not compressed here");
  };
  setCompressionCodec(CompressionType.ZSTD, { decode: (packed) => decompressZstd(packed), encode: never });
  setCompressionCodec(CompressionType.LZ4_FRAME, { decode: lz4Frame, encode: never });
  return read();
}
