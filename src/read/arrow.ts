import { tableFromIPC } from "@uwdata/flechette";
import { inputFromColumns } from "./columnar.ts";
import type { TableInput } from "./table-input.ts";
import { saying, unreadable } from "./unreadable.ts";

/**
 * The table of an Arrow IPC file or stream; integers of 64 bits keep every digit.
 *
 * @throws {@link ComparandaError} `file.unreadable`
 */
export function fromArrow(name: string, bytes: Uint8Array): TableInput {
  try {
    const table = tableFromIPC(bytes, { useDate: true, useBigInt: true });
    const columns = table.names.map((column, at) => {
      const child = table.getChildAt(at);
      return { name: String(column), at: (row: number) => child.at(row) as unknown };
    });
    return inputFromColumns(null, table.numRows, columns);
  } catch (cause) {
    throw unreadable(name, saying(cause), "an uncompressed Arrow IPC file", cause);
  }
}
