import { type ByteSource, peek } from "./byte-source.ts";
import { CsvBytes } from "./csv-bytes.ts";
import { type CsvDialect, csvDialect, csvRows } from "./csv-dialect.ts";
import { asUtf8, decode } from "./decode.ts";
import { decoderLabel, type Encoding } from "./encoding.ts";
import type { RawKind } from "./raw-from-rows.ts";
import { cellText, type RawTable } from "./raw-table.ts";
import { inputsFromGrid, SAMPLE_ROWS, type TableInput } from "./table-input.ts";
import { unreadable } from "./unreadable.ts";

export interface CsvInputOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** What was found out about a CSV file on the way. */
export interface CsvFacts {
  encoding: Encoding;
  certainty: number;
  delimiter: string;
  malformedQuotes: number;
}

export interface CsvInput {
  readonly inputs: readonly TableInput[];
  /** Complete once the bodies of all inputs are read. */
  readonly facts: CsvFacts;
}

/** Up to here a file is held as a grid, so that tables one below the other are told apart; beyond it streams. */
const GRID_BYTES = 4 << 20;
const SAMPLE_BYTES = 512 << 10;

/** The tables of a CSV file: all of a small one as a grid, a large one streamed into columns when its body is read. */
export async function csvInput(source: ByteSource, options: CsvInputOptions = {}): Promise<CsvInput> {
  const { head, whole } = await peek(source, GRID_BYTES);
  const sample = decode(whole ? head : wholeLines(head.subarray(0, SAMPLE_BYTES)), options);
  const text = sample.text.startsWith("\ufeff") ? sample.text.slice(1) : sample.text;
  const found = csvDialect(text.slice(0, SAMPLE_BYTES));
  const dialect =
    options.delimiter === undefined ? found : { ...found, delimiter: options.delimiter as CsvDialect["delimiter"] };
  const facts: CsvFacts = {
    encoding: sample.encoding,
    certainty: sample.certainty,
    delimiter: dialect.delimiter,
    malformedQuotes: 0,
  };
  const bareReturn = /\r(?!\n)/.test(text);
  const parsed = csvRows(bareReturn ? text.replace(/\r\n?/g, "\n") : text, dialect.delimiter);
  const rows = parsed.open
    ? rowsFromBytes(new TextEncoder().encode(text), parsed.rows, dialect.delimiter)
    : parsed.rows;
  if (whole) {
    facts.malformedQuotes = parsed.malformed;
    const grid = { name: null, titles: [], rows: rows.slice(dialect.skip), merges: [] };
    const inputs = inputsFromGrid(grid, (row) => `record ${row + 1 + dialect.skip}`);
    return { facts, inputs: inputs.map((input) => ({ ...input, semicolons: dialect.delimiter === ";" })) };
  }
  const expectedRows = Math.ceil(((source.size ?? 0) / SAMPLE_BYTES) * rows.length * 1.05);
  return {
    facts,
    inputs: [streamed({ source, dialect, bom: sample.bom, facts, expectedRows, bareReturn }, rows.slice(dialect.skip))],
  };
}

interface Stream {
  readonly source: ByteSource;
  readonly dialect: CsvDialect;
  readonly bom: number;
  readonly facts: CsvFacts;
  readonly expectedRows: number;
  /** A carriage return alone ends a row, as on old Macintoshes, here and there or everywhere. */
  readonly bareReturn: boolean;
}

function streamed(stream: Stream, rows: string[][]): TableInput {
  let skipped = 0;
  return {
    name: null,
    titles: [],
    rows: rows.slice(0, SAMPLE_ROWS),
    semicolons: stream.dialect.delimiter === ";",
    async body(skip, kinds) {
      skipped = skip + stream.dialect.skip;
      const raw = await scan(stream, skipped, kinds);
      stream.facts.malformedQuotes += raw.malformedQuotes;
      return raw;
    },
    locate: (row) => `record ${skipped + row + 1}`,
  };
}

const EXCESS = {
  texts: "a column of more than 8 million different texts",
  row: "a row of more than 32 MB",
  cells: "more than 600 million cells",
  odd: "more than a million rows with too few or too many cells",
};

/** Streams the file into columns; where the head was plain ASCII or UTF-8 and a later text is not, reads it again. */
async function scan(stream: Stream, skip: number, kinds: readonly RawKind[]): Promise<RawTable> {
  const { source, dialect, bom, facts, expectedRows, bareReturn } = stream;
  const later: readonly Encoding[] =
    facts.encoding === "utf-8" && facts.certainty < 1 ? ["utf-8", "gb18030", "latin-1"] : [facts.encoding];
  for (const encoding of later) {
    // Only these are free of ASCII bytes inside a character; | is a second byte of GB18030.
    const direct =
      encoding === "utf-8" || encoding === "latin-1" || (encoding === "gb18030" && dialect.delimiter !== "|");
    const bytes = direct ? source : asUtf8(source, encoding);
    const label = direct ? decoderLabel(encoding) : "utf-8";
    const scanner = new CsvBytes({ delimiter: dialect.delimiter.charCodeAt(0), skip, kinds, expectedRows, bareReturn });
    let first = direct ? bom : 0;
    for await (const chunk of bytes.open()) {
      const excess = scanner.push(chunk.subarray(first));
      if (excess !== null) throw unreadable(source.name, EXCESS[excess], "a smaller table, or one parted into files");
      first = 0;
    }
    const last = encoding === later[later.length - 1];
    try {
      const raw = scanner.finish(new TextDecoder(label, { fatal: !last, ignoreBOM: true }));
      if (encoding !== facts.encoding) Object.assign(facts, { encoding, certainty: 0.8 });
      return raw;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw unreadable(source.name, "text in no encoding known here", "UTF-8, UTF-16, GB18030 or Latin-1");
}

/** Rows of a text in which a quote never closes: the byte reader lets such a quote stand for itself. */
function rowsFromBytes(bytes: Uint8Array, parsed: readonly string[][], delimiter: string): string[][] {
  const width = parsed.reduce((widest, row) => Math.max(widest, row.length), 2);
  const scanner = new CsvBytes({
    delimiter: delimiter.charCodeAt(0),
    skip: 0,
    kinds: Array<RawKind>(width).fill("text"),
  });
  scanner.push(bytes);
  const raw = scanner.finish(new TextDecoder("utf-8"));
  return Array.from({ length: raw.length }, (_, row) => raw.columns.map((column) => cellText(column, row)));
}

/** Up to the last line end, so that no record of the sample is cut; all of it where there is no line end. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = Math.max(bytes.lastIndexOf(10), bytes.includes(10) ? -1 : bytes.lastIndexOf(13));
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}
