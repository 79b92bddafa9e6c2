import { type Finding, finding } from "../model/finding.ts";
import type { Account } from "./account.ts";
import { type ByteSource, peek, readAll } from "./byte-source.ts";
import { csvInput } from "./csv-input.ts";
import { decode } from "./decode.ts";
import type { Encoding } from "./encoding.ts";
import { fromEurostatTsv } from "./eurostat-tsv.ts";
import type { Grid } from "./grid.ts";
import { gunzip, isGzip } from "./gunzip.ts";
import { type Format, sniffFormat } from "./sniff-format.ts";
import { inputsFromGrid, type TableInput } from "./table-input.ts";
import { saying, unreadable } from "./unreadable.ts";

export interface ReadOptions {
  readonly format?: Format;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly sheet?: string | number;
}

export interface ReadTables {
  readonly inputs: readonly TableInput[];
  readonly findings: readonly Finding[];
  /** What the account says of the file; complete once all bodies are read. */
  account(): Pick<Account, "file" | "format" | "compression" | "encoding" | "delimiter">;
  /** Findings that are known only once all bodies are read. */
  closing(): readonly Finding[];
}

const MB = 1024 * 1024;
/** What is read whole takes several times its size; CSV is streamed and has no such limit. */
const MOST_BYTES: Readonly<Partial<Record<Format, number>>> = { html: 64 * MB, json: 128 * MB, "json-stat": 128 * MB };
const MOST_BINARY = 512 * MB;
const HEAD = 64 * 1024;
/** Below this an encoding is worth a remark. */
const SURE = 0.75;

/** The tables of a file of any format, ready to be judged and read. */
export async function readTables(given: ByteSource, options: ReadOptions): Promise<ReadTables> {
  const { head: packed } = await peek(given, HEAD);
  if (packed.length === 0) throw unreadable(given.name, "an empty file", "a table");
  const zipped = isGzip(packed);
  const source = zipped ? gunzip(given) : given;
  const head = zipped ? await unpackedHead(source) : packed;
  const start = decode(head, options).text;
  const format = options.format ?? sniffFormat(source.name, head, start);
  const file = { file: given.name, format, compression: zipped ? ("gzip" as const) : null };
  if (/csv|tsv|world-bank|ddf/.test(format)) return fromText(source, format, file, head, options);
  const most = MOST_BYTES[format] ?? MOST_BINARY;
  const bytes = await readAll(source, most);
  if (bytes === null)
    throw unreadable(given.name, `more than ${most / MB} MB`, "a smaller file, or CSV, which is streamed");
  const { inputs, findings, encoding, format: found = format } = await fromWhole(source.name, bytes, format, options);
  if (inputs.length === 0)
    throw unreadable(given.name, `${format} without a table`, "at least one table of two rows and two columns");
  return {
    inputs: chosen(given.name, inputs, options.sheet),
    findings,
    account: () => ({ ...file, format: found, encoding, delimiter: null }),
    closing: () => [],
  };
}

async function unpackedHead(source: ByteSource): Promise<Uint8Array> {
  try {
    return (await peek(source, HEAD)).head;
  } catch (cause) {
    throw unreadable(source.name, `broken gzip: ${saying(cause)}`, "a whole gzip file", cause);
  }
}

async function fromText(
  given: ByteSource,
  format: Format,
  file: Pick<Account, "file" | "format" | "compression">,
  head: Uint8Array,
  options: ReadOptions,
): Promise<ReadTables> {
  refuseBinary(given.name, head);
  const source = format === "eurostat-tsv" ? fromEurostatTsv(given) : given;
  const tab = format === "eurostat-tsv" ? { delimiter: "\t" } : {};
  const { inputs, facts } = await csvInput(source, {
    ...tab,
    ...(options.encoding && { encoding: options.encoding }),
    ...(options.delimiter && { delimiter: options.delimiter }),
  });
  if (inputs.length === 0) throw unreadable(given.name, "a file of blank lines", "a table");
  const tells = format === "eurostat-tsv" || format === "sdmx-csv";
  return {
    inputs: tells ? inputs.map((input) => ({ ...input, everyTextTells: true })) : inputs,
    findings: [],
    account: () => ({
      ...file,
      encoding: { name: facts.encoding, certainty: facts.certainty, stated: options.encoding !== undefined },
      delimiter: facts.delimiter,
    }),
    closing: () => {
      const place = { file: given.name };
      const unsure = facts.certainty < SURE && options.encoding === undefined;
      return [
        ...(unsure
          ? [
              finding(
                "note",
                "encoding.unsure",
                { file: given.name, encoding: facts.encoding, certainty: facts.certainty },
                place,
              ),
            ]
          : []),
        ...(facts.malformedQuotes > 0
          ? [finding("warning", "quote.malformed", { file: given.name, count: facts.malformedQuotes }, place)]
          : []),
      ];
    },
  };
}

/** Text holds a control byte by accident at most; UTF-16 was told by its marks or its pattern before. */
function refuseBinary(name: string, head: Uint8Array): void {
  const controls = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0);
  const { encoding } = decode(head.subarray(0, 4096));
  if (!encoding.startsWith("utf-16") && controls > 8 && controls > head.length / 50)
    throw unreadable(name, "bytes that are no text", "a table in one of the formats read here");
}

interface Whole {
  readonly inputs: readonly TableInput[];
  readonly findings: readonly Finding[];
  readonly encoding: Account["encoding"];
  /** What the file turned out to be, where the first bytes could not tell. */
  readonly format?: Format;
}

async function fromWhole(name: string, bytes: Uint8Array, format: Format, options: ReadOptions): Promise<Whole> {
  const none = { findings: [], encoding: null };
  if (format === "xlsx" || format === "xls" || format === "ods") {
    const { fromXlsx, letters } = await import("./xlsx.ts");
    const { grids, findings } = await fromXlsx(name, bytes, format);
    return {
      inputs: fromGrids(grids, (grid) => (row, column) => `${grid.name}!${letters(column)}${row + 1}`),
      findings,
      encoding: null,
    };
  }
  if (format === "parquet") return { ...none, inputs: [await (await import("./parquet.ts")).fromParquet(name, bytes)] };
  if (format === "arrow") return { ...none, inputs: [await (await import("./arrow.ts")).fromArrow(name, bytes)] };
  const decoded = decode(bytes, options);
  const encoding = { name: decoded.encoding, certainty: decoded.certainty, stated: options.encoding !== undefined };
  if (format === "html") {
    const { fromHtmlTable } = await import("./html-table.ts");
    const grids = fromHtmlTable(decoded.text);
    return {
      inputs: fromGrids(
        grids,
        (grid) => (row, column) => `${grid.name ?? "table"}, row ${row + 1}, column ${column + 1}`,
      ),
      findings: [],
      encoding,
    };
  }
  return { ...(await fromJson(name, decoded.text)), findings: [], encoding };
}

const fromGrids = (grids: readonly Grid[], locate: (grid: Grid) => (row: number, column: number) => string) =>
  grids.flatMap((grid) => inputsFromGrid(grid, locate(grid)));

async function fromJson(name: string, text: string): Promise<Pick<Whole, "inputs" | "format">> {
  const { jsonDocument } = await import("./json-document.ts");
  const document = jsonDocument(name, text.replace(/^\ufeff/, ""));
  const { fromJsonStat, isJsonStat } = await import("./json-stat.ts");
  if (isJsonStat(document)) return { format: "json-stat", inputs: fromJsonStat(name, document) };
  return { format: "json", inputs: (await import("./json-rows.ts")).fromJsonRows(name, document) };
}

function chosen(
  file: string,
  inputs: readonly TableInput[],
  sheet: string | number | undefined,
): readonly TableInput[] {
  if (sheet === undefined) return inputs;
  const names = [...new Set(inputs.map(({ name }) => name))];
  const wanted = typeof sheet === "number" ? names[sheet - 1] : sheet;
  const found = inputs.filter(({ name }) => name === wanted && name !== undefined);
  if (found.length === 0) throw unreadable(file, `no sheet "${sheet}"`, `one of ${names.join(", ")}`);
  return found;
}
