import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { ComparandaError } from "../model/errors.ts";
import { type ByteSource, bytesSource } from "./byte-source.ts";
import { fromRegions } from "./from-regions.ts";
import { type FromTableOptions, fromTable, type LoadedTable } from "./from-table.ts";
import { fromMapping } from "./mapping.ts";

export interface LoadTableOptions extends FromTableOptions {
  /** Path of a mapping file. */
  readonly mappingFile?: string;
  /** Path of a CSV with regions of your own; see {@link fromRegions}. */
  readonly regionsFile?: string;
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
  if (typeof file !== "string")
    return fromTable(bytesSource(options.name ?? "table", file), await withRegions(options));
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile())
    throw new ComparandaError("file.missing", { verb: "load", path: file, expected: "a file with a table" });
  const mapping = options.mapping ?? (await mappingFor(file, options.mappingFile));
  const settings = await withRegions(mapping === null ? options : { ...options, mapping }, mappingPath(file, options));
  return fromTable(fileSource(file, found.size), settings);
}

/** With the list of regions that the caller or the mapping names. */
async function withRegions(options: LoadTableOptions, mapping = "."): Promise<LoadTableOptions> {
  const { regions } = options.mapping ?? {};
  const named = regions === undefined || regions === "china" || regions === "world" ? null : regions;
  if (options.regions !== undefined) return options;
  const from = options.regionsFile ?? (named === null ? null : path.resolve(path.dirname(mapping), named));
  if (from === null) return options;
  const text = await readFile(from, "utf8").catch(() => null);
  if (text === null)
    throw new ComparandaError("file.missing", { verb: "load", path: from, expected: "a CSV of regions" });
  return { ...options, regions: fromRegions(text, from) };
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

/** The named mapping, or the one beside the table. */
const mappingPath = (file: string, { mappingFile }: LoadTableOptions): string =>
  mappingFile ?? `${file.replace(/(\.gz)?$/, "").replace(/\.[^./\\]+$/, "")}.mapping.json`;

async function mappingFor(file: string, named: string | undefined) {
  const from = mappingPath(file, named === undefined ? {} : { mappingFile: named });
  const text = await readFile(from, "utf8").catch(() => null);
  if (text !== null) return fromMapping(from, text);
  if (named === undefined) return null;
  throw new ComparandaError("file.missing", { verb: "load", path: named, expected: "a mapping file" });
}
