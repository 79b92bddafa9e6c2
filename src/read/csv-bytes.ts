import { ByteDictionary } from "./byte-dictionary.ts";
import { ByteNumerals } from "./byte-numerals.ts";
import type { OddRow, RawColumn, RawTable } from "./raw-table.ts";

export interface CsvBytesOptions {
  /** Byte between cells: comma, semicolon, tab. */
  readonly delimiter: number;
  /** Records before the body: preamble and headings. */
  readonly skip: number;
  readonly kinds: readonly ("text" | "numeral")[];
  /** How many rows are likely: room for them is made at once. */
  readonly expectedRows?: number;
  /** Whether a carriage return alone ends a row, as on old Macintoshes. Default false. */
  readonly bareReturn?: boolean;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** A row longer than this is no row: the file has no line ends that are known here. */
const LONGEST_ROW = 32 << 20;
/** Cells are held in typed arrays, four to eight bytes each. */
const MOST_CELLS = 600_000_000;
const MORE = -1;
const LITERAL = -2;
/** A quoted cell longer than this was never closed; its quote is read as an ordinary character. */
const LONGEST = 1 << 20;
/** So many rows with too few or too many cells are no table of these columns. */
const MOST_ODD = 1_000_000;
const MOST_ROOM = 1 << 24;

/** More than can be read: different texts in a column, bytes in a row, cells in the table, rows unlike the others. */
export type CsvExcess = "texts" | "row" | "cells" | "odd";

/**
 * Reads CSV from bytes straight into typed columns: cells are cut on raw bytes and each distinct text is decoded once.
 *
 * @remarks
 * UTF-8, GB18030 and Latin-1 never hold a comma, semicolon, tab, quote or line end inside a character, so bytes may be cut
 * at them. Records are what PapaParse makes of the file, blank lines left out; but a quote that is never closed does not
 * swallow the rest of the file.
 */
export class CsvBytes {
  private readonly builders: readonly (ByteDictionary | ByteNumerals)[];
  /** The same, null where a column holds figures. */
  private readonly dictionaries: readonly (ByteDictionary | null)[];
  private rest: Uint8Array = new Uint8Array(0);
  private buffer = new Uint8Array(0);
  private skipped = 0;
  private length = 0;
  private readonly oddRows: OddRow[] = [];
  private malformedQuotes = 0;
  private scratch = new Uint8Array(256);
  /** Where the last cell stood: in the bytes themselves, or in `scratch` if a doubled quote was undone. */
  private cellBytes: Uint8Array = this.scratch;
  private cellStart = 0;
  private cellEnd = 0;
  private full = false;

  constructor(private readonly options: CsvBytesOptions) {
    const room = Math.max(256, Math.min(options.expectedRows ?? 0, MOST_ROOM));
    this.builders = options.kinds.map((kind) => (kind === "text" ? new ByteDictionary(room) : new ByteNumerals(room)));
    this.dictionaries = this.builders.map((builder) => (builder instanceof ByteDictionary ? builder : null));
  }

  /** Reads the next bytes; tells what there is too much of to go on, or null. */
  push(chunk: Uint8Array): CsvExcess | null {
    const bytes = this.rest.length === 0 ? chunk : this.joined(chunk);
    this.rest = bytes.slice(this.rows(bytes, false));
    if (this.full) return "texts";
    if (this.rest.length > LONGEST_ROW) return "row";
    if (this.oddRows.length >= MOST_ODD) return "odd";
    return this.length * this.builders.length > MOST_CELLS ? "cells" : null;
  }

  /** The unfinished row and the next bytes, in a buffer that is used again: cells are copied out of it at once. */
  private joined(chunk: Uint8Array): Uint8Array {
    const length = this.rest.length + chunk.length;
    if (this.buffer.length < length) this.buffer = new Uint8Array(length + (length >> 2));
    this.buffer.set(this.rest);
    this.buffer.set(chunk, this.rest.length);
    return this.buffer.subarray(0, length);
  }

  /** The whole table. Throws where a text is not valid and the decoder is fatal. */
  finish(decoder: TextDecoder): RawTable {
    if (this.rest.length > 0) this.rows(this.rest, true);
    const columns = this.builders.map(
      (builder): RawColumn =>
        builder instanceof ByteNumerals ? builder.finish(decoder) : { kind: "text", texts: builder.finish(decoder) },
    );
    return { length: this.length, columns, oddRows: this.oddRows, malformedQuotes: this.malformedQuotes };
  }

  /** Reads whole rows; returns where the first unfinished one starts. */
  private rows(bytes: Uint8Array, last: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      if (bytes[at] === LF || bytes[at] === CR) {
        at += 1;
        continue;
      }
      const next = this.row(bytes, at, last);
      if (next === MORE) return at;
      at = next;
    }
    return at;
  }

  /** Reads one row; returns where the next starts, or MORE where the bytes end inside it. */
  private row(bytes: Uint8Array, from: number, last: boolean): number {
    const { builders } = this;
    const { delimiter } = this.options;
    const kept = this.skipped >= this.options.skip;
    let at = from;
    let cells = 0;
    let filled = 0;
    for (;;) {
      const due = kept && cells < this.dictionaries.length ? this.dictionaries[cells] : null;
      const known = due ? due.addExpected(bytes, at, delimiter) : -1;
      if (known >= 0) {
        filled += 1;
        cells += 1;
        at = known + 1;
        if (bytes[known] !== delimiter) break;
        continue;
      }
      let end = bytes[at] === QUOTE ? this.quoted(bytes, at, last) : LITERAL;
      const bare = end === LITERAL;
      if (bare) {
        end = this.plainEnd(bytes, at, last);
        this.cellBytes = bytes;
        this.cellStart = at;
        this.cellEnd = end;
      }
      if (end === MORE) {
        if (kept) this.rollBack(cells);
        return MORE;
      }
      const blank = this.cellEnd === this.cellStart;
      if (!blank) filled += 1;
      if (kept && cells < builders.length) {
        const builder = builders[cells] as ByteDictionary | ByteNumerals;
        if (!builder.add(this.cellBytes, this.cellStart, this.cellEnd)) this.full = true;
        if (bare && due && bytes[at] !== QUOTE) due.markBare();
      } else if (blank && kept) cells -= 1; // Blank cells beyond the headings say nothing.
      cells += 1;
      at = end + 1;
      if (end >= bytes.length || bytes[end] !== delimiter) break;
    }
    if (kept) this.endRow(bytes, from, at, cells, filled);
    else this.skipped += 1;
    return at;
  }

  private endRow(bytes: Uint8Array, from: number, to: number, cells: number, filled: number): void {
    const { builders } = this;
    for (let i = cells; i < builders.length; i += 1) (builders[i] as ByteDictionary).addMissing();
    const odd = cells !== builders.length || (filled <= 1 && builders.length > 1);
    if (odd) {
      const line = bytes.subarray(from, Math.min(to, from + 200));
      this.oddRows.push({ row: this.length, cells, filled, text: new TextDecoder().decode(line).trim() });
    }
    this.length += 1;
  }

  private rollBack(cells: number): void {
    const count = Math.min(cells, this.builders.length);
    for (let i = 0; i < count; i += 1) (this.builders[i] as ByteDictionary).dropLast(this.length);
  }

  /** Offset of what ends the cell without quotes that starts at `at`, or MORE where the bytes end first. */
  private plainEnd(bytes: Uint8Array, at: number, last: boolean): number {
    const { delimiter, bareReturn = false } = this.options;
    const { length } = bytes;
    // Nearly every byte is above all that can end a cell: one comparison settles it.
    const highest = Math.max(delimiter, CR);
    let end = at;
    for (; end < length; end += 1) {
      const byte = bytes[end] as number;
      if (byte > highest) continue;
      if (byte === delimiter || byte === LF) return end;
      if (byte === CR && (bareReturn || bytes[end + 1] === LF || (end + 1 === length && !last))) return end;
    }
    return last ? end : MORE;
  }

  /** The same for a cell in quotes; LITERAL where its quote is never closed and stands for itself. */
  private quoted(bytes: Uint8Array, at: number, last: boolean): number {
    const { delimiter } = this.options;
    let doubled = false;
    let broken = false;
    for (let i = at + 1; i < bytes.length; i += 1) {
      if (bytes[i] !== QUOTE) continue;
      const after = bytes[i + 1];
      if (after === QUOTE) {
        doubled = true;
        i += 1;
      } else if (after === delimiter || after === LF || after === CR || (after === undefined && last)) {
        if (broken) this.malformedQuotes += 1;
        this.setCell(bytes, at + 1, i, doubled);
        return i + 1;
      } else if (after === undefined) return MORE;
      else broken = true;
      if (i - at > LONGEST) break;
    }
    if (!last && bytes.length - at <= LONGEST) return MORE;
    this.malformedQuotes += 1;
    return LITERAL;
  }

  private setCell(bytes: Uint8Array, start: number, end: number, doubled: boolean): void {
    this.cellBytes = bytes;
    this.cellStart = start;
    this.cellEnd = end;
    if (!doubled) return;
    if (this.scratch.length < end - start) this.scratch = new Uint8Array(2 * (end - start));
    let to = 0;
    for (let i = start; i < end; i += 1) {
      this.scratch[to] = bytes[i] as number;
      to += 1;
      if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i += 1;
    }
    this.cellBytes = this.scratch;
    this.cellStart = 0;
    this.cellEnd = to;
  }
}
