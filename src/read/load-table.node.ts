import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { ComparandaError } from "../model/errors.ts";
import { type ByteSource, bytesSource } from "./byte-source.ts";
import { type FromTableOptions, fromTable, type LoadedTable } from "./from-table.ts";
import { fromMapping } from "./mapping.ts";

export interface LoadTableOptions extends FromTableOptions {
  /** Path of a mapping file. */
  readonly mappingFile?: string;
  /** Name of the file where bytes are given. Default "table". */
  readonly name?: string;
}

/**
 * Which observations does this file hold, and what became of each row and column of it?
 *
 * @remarks
 * As {@link fromTable}, for a path or bytes. A mapping beside the file, `table.mapping.json` beside `table.csv`, is used
 * where none is named. CSV of any size is streamed.
 *
 * @param file - path of a file, or its bytes
 * @throws {@link ComparandaError} `file.missing`, `file.unreadable`, `mapping.invalid`, `column.missing`
 */
export async function loadTable(file: string | Uint8Array, options: LoadTableOptions = {}): Promise<LoadedTable> {
  if (typeof file !== "string") return fromTable(bytesSource(options.name ?? "table", file), options);
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile())
    throw new ComparandaError("file.missing", { verb: "load", path: file, expected: "a file with a table" });
  const mapping = options.mapping ?? (await mappingFor(file, options.mappingFile));
  return fromTable(fileSource(file, found.size), mapping === null ? options : { ...options, mapping });
}

const CHUNK = 1 << 20;

/** One buffer for all chunks: fresh memory for each would cost more than reading them. */
function fileSource(file: string, size: number): ByteSource {
  return {
    name: path.basename(file),
    size,
    async *open() {
      const handle = await open(file);
      const buffer = new Uint8Array(CHUNK);
      try {
        for (;;) {
          const { bytesRead } = await handle.read(buffer, 0, CHUNK);
          if (bytesRead === 0) return;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await handle.close();
      }
    },
  };
}

async function mappingFor(file: string, named: string | undefined) {
  const beside = `${file.replace(/(\.gz)?$/, "").replace(/\.[^./\\]+$/, "")}.mapping.json`;
  const from = named ?? beside;
  const text = await readFile(from, "utf8").catch(() => null);
  if (text !== null) return fromMapping(from, text);
  if (named === undefined) return null;
  throw new ComparandaError("file.missing", { verb: "load", path: named, expected: "a mapping file" });
}
