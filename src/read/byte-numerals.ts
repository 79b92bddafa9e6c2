import { ByteDictionary } from "./byte-dictionary.ts";
import type { NumeralColumn } from "./raw-table.ts";

const TEN = Array.from({ length: 16 }, (_, power) => 10 ** power);

/**
 * A numeral column in the making: `123`, `-4.5` become numbers at once, every other text is kept for `quantity`.
 *
 * Only numerals that come out of `String(value)` exactly as they were written are plain: `007`, `12.50` and digits beyond
 * the fifteenth are kept as texts, so nothing that was printed is lost.
 */
export class ByteNumerals {
  values: Float64Array;
  length = 0;
  private odd: ByteDictionary | null = null;

  /** @param room - rows to make room for at once */
  constructor(room = 256) {
    this.values = new Float64Array(room);
  }

  add(bytes: Uint8Array, from: number, to: number): boolean {
    let start = from;
    let end = to;
    // Blanks around a numeral are layout; Eurostat ends each cell with one.
    while (end > start && bytes[end - 1] === 32) end -= 1;
    while (start < end && bytes[start] === 32) start += 1;
    if (this.length === this.values.length) {
      const next = new Float64Array(this.values.length * 2);
      next.set(this.values);
      this.values = next;
    }
    const value = start === end ? Number.NaN : plain(bytes, start, end);
    this.values[this.length] = value;
    this.length += 1;
    const known = !Number.isNaN(value);
    if (known && this.odd === null) return true;
    return this.addOdd(bytes, start, known ? start : end);
  }

  addMissing(): void {
    this.add(NOTHING, 0, 0);
  }

  dropLast(length: number): void {
    this.length = length;
    this.odd?.dropLast(length);
  }

  private addOdd(bytes: Uint8Array, start: number, end: number): boolean {
    if (start === end && this.odd === null) return true;
    if (this.odd === null) this.odd = blanks(this.length - 1, this.values.length);
    return this.odd.add(bytes, start, end);
  }

  finish(decoder: TextDecoder): NumeralColumn {
    return { kind: "numeral", values: this.values.subarray(0, this.length), odd: this.odd?.finish(decoder) ?? null };
  }
}

const NOTHING = new Uint8Array(0);

/** A dictionary in which the rows so far have no text. */
function blanks(rows: number, room: number): ByteDictionary {
  const dictionary = new ByteDictionary(room);
  dictionary.codes.fill(-1, 0, rows);
  dictionary.length = rows;
  return dictionary;
}

/** The number these bytes write in its shortest form, or NaN. */
function plain(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at += 1;
  const first = at;
  let whole = 0;
  let point = -1;
  for (; at < end; at += 1) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
    else if (bytes[at] === 46 && point < 0 && at > first) point = at;
    else return Number.NaN;
  }
  const digits = end - first - (point < 0 ? 0 : 1);
  if (digits < 1 || digits > 15) return Number.NaN;
  if (bytes[first] === 48 && end - first > 1 && point !== first + 1) return Number.NaN;
  if (point >= 0 && (point === end - 1 || bytes[end - 1] === 48)) return Number.NaN;
  // Below 1e-6 the shortest form has an exponent; minus zero prints without its sign.
  if (whole === 0 && (negative || point >= 0)) return Number.NaN;
  const value = point < 0 ? whole : whole / (TEN[end - point - 1] as number);
  if (value < 1e-6 && whole !== 0) return Number.NaN;
  return negative ? -value : value;
}
