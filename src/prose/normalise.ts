import { Converter } from "opencc-js/t2cn";

/** Text made uniform for reading, with the way back to the raw text. */
export interface NormalText {
  readonly text: string;
  /** The raw text this was made from. */
  readonly raw: string;
  /** For every character of `text`, where its raw characters begin and end (UTF-16 units). */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const convert = Converter({ from: "t", to: "cn" });
/** Per UTF-16 unit: 0 not seen yet, 1 drop, 2 more than one character, otherwise the unit it becomes. */
const unitTable = new Uint16Array(65536);
const longTable = new Map<number, string>();
const DROP = 1;
const LONG = 2;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad\u0000-\u0008\u000e-\u001f]/;
const PINYIN = /[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňɡ]/;
const LONGEST_PINYIN = 7;

/**
 * What does this text say in one uniform spelling, and where did each character stand?
 *
 * @remarks
 * NFKC (full-width forms, Kangxi radicals), traditional to simplified, blanks beside Chinese characters and inside
 * numerals dropped, commas inside numerals dropped, pinyin glosses in brackets dropped. Line breaks stay.
 * Circled numbers stay as they are: NFKC would glue ①2021年 into 12021年.
 *
 * @param raw - the text as read
 * @returns the text with two offset tables; `raw.slice(starts[i], ends[j - 1])` is what `text.slice(i, j)` was made from
 * @example
 * ```ts @import.meta.vitest
 * const { text, raw, starts, ends } = normalise("审結 ５ ３７ 件");
 * expect(text).toBe("审结5 37件")
 * expect(normalise("受理 1,234 件").text).toBe("受理1234件")
 * expect(normalise("發(fā)布").text).toBe("发布")
 * expect(raw.slice(starts[0], ends[1])).toBe("审結")
 * ```
 */
export function normalise(raw: string): NormalText {
  const units = new Uint16Array(raw.length + 16);
  const out = new Output(units, raw.length + 16);
  for (let at = 0; at < raw.length; at += 1) {
    const unit = raw.charCodeAt(at);
    const entry = unitTable[unit] || tabulate(unit);
    if (entry === DROP) continue;
    if (entry === LONG) {
      for (const char of longTable.get(unit) as string) out.push(char.charCodeAt(0), at, at + 1);
      continue;
    }
    if (entry === 0x20) {
      if (keepBlank(raw, at, out)) out.push(0x20, at, at + 1);
      continue;
    }
    // 99·5 9%: old yearbooks print the point in the middle of the line.
    if (unit === 0xb7 && isDigit(out.last()) && isDigit(raw.charCodeAt(at + 1))) {
      out.push(0x2e, at, at + 1);
      continue;
    }
    if ((entry === 0x28 || entry === 0x3f) && isHan(out.last())) {
      const end = glossEnd(raw, at);
      if (end > 0) {
        at = end - 1;
        continue;
      }
    }
    if ((unit === 0x2c || (unit === 0xff0c && isWideDigit(raw.charCodeAt(at + 1)))) && isThousands(raw, at)) continue;
    out.push(entry, at, at + 1);
  }
  return out.finish(raw);
}

class Output {
  private length = 0;
  private starts: Uint32Array;
  private ends: Uint32Array;
  constructor(
    private units: Uint16Array,
    capacity: number,
  ) {
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }
  push(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }
  last(): number {
    return this.length === 0 ? 0 : (this.units[this.length - 1] as number);
  }
  private grow(): void {
    const size = this.length * 2;
    const units = new Uint16Array(size);
    units.set(this.units);
    this.units = units;
    const starts = new Uint32Array(size);
    starts.set(this.starts);
    this.starts = starts;
    const ends = new Uint32Array(size);
    ends.set(this.ends);
    this.ends = ends;
  }
  finish(raw: string): NormalText {
    return {
      text: decodeUnits(this.units.subarray(0, this.length)),
      raw,
      starts: this.starts.subarray(0, this.length),
      ends: this.ends.subarray(0, this.length),
    };
  }
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });
const decodeUnits = (units: Uint16Array): string => decoder.decode(units);

function tabulate(unit: number): number {
  const char = String.fromCharCode(unit);
  let form = char;
  if (unit > 0x7f && !(unit >= 0x2460 && unit <= 0x24ff) && !(unit >= 0xd800 && unit <= 0xdfff)) {
    form = convert(char.normalize("NFKC"));
  }
  if (INVISIBLE.test(char) || form === "") form = "";
  if (form === "\r" || form === "\u2028" || form === "\u2029") form = "\n";
  if (/^[^\S\n\t]$/u.test(form)) form = " ";
  const entry = form === "" ? DROP : form.length > 1 ? LONG : form.charCodeAt(0);
  if (entry === LONG) longTable.set(unit, form);
  unitTable[unit] = entry;
  return entry;
}

const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
const isWideDigit = (unit: number): boolean => unit >= 0xff10 && unit <= 0xff19;
const isLatin = (unit: number): boolean => (unit | 32) >= 0x61 && (unit | 32) <= 0x7a;
const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/** A blank stays between two Latin words and between two numbers, unless it groups thousands (12 345). */
function keepBlank(raw: string, at: number, out: Output): boolean {
  let next = at + 1;
  while (next < raw.length && (unitTable[raw.charCodeAt(next)] || tabulate(raw.charCodeAt(next))) === 0x20) next += 1;
  const before = out.last();
  const after = raw.charCodeAt(next);
  if (isDigit(before) && isDigit(after))
    return !(next === at + 1 && (groupsThousands(raw, at) || isSpaced(raw, at) || splitsDecimals(raw, at)));
  return (isLatin(before) || isDigit(before)) && (isLatin(after) || isDigit(after));
}

function groupsThousands(raw: string, at: number): boolean {
  if (!threeDigits(raw, at + 1)) return false;
  let from = at;
  while (from > 0 && isDigit(raw.charCodeAt(from - 1))) from -= 1;
  const group = at - from;
  return (group <= 2 || (group === 3 && raw[from - 1] === raw[at])) && isGroupEnd(raw, at + 4);
}

/** 12 345件, 6 541.2万元: a measure word or decimals follow. */
function isGroupEnd(raw: string, at: number): boolean {
  return isHan(raw.charCodeAt(at)) || (raw[at] === "." && isDigit(raw.charCodeAt(at + 1)));
}

/** 99.5 9%: a blank among the decimals of a percentage. */
function splitsDecimals(raw: string, at: number): boolean {
  let to = at + 1;
  while (isDigit(raw.charCodeAt(to))) to += 1;
  let from = at;
  while (from > 0 && isDigit(raw.charCodeAt(from - 1))) from -= 1;
  return to - from <= 5 && (raw[to] === "%" || raw[to] === "％") && /[.．·]/.test(raw[from - 1] ?? "");
}

/** 1 2 0 6 件: every digit stands alone. */
function isSpaced(raw: string, at: number): boolean {
  return !isDigit(raw.charCodeAt(at - 2)) && !isDigit(raw.charCodeAt(at + 2));
}

function isThousands(raw: string, at: number): boolean {
  if (!threeDigits(raw, at + 1)) return false;
  let from = at;
  while (from > 0 && isDigit(raw.charCodeAt(from - 1))) from -= 1;
  return at - from >= 1 && at - from <= 3;
}

function threeDigits(raw: string, from: number): boolean {
  for (let at = from; at < from + 3; at += 1) if (!isDigit(raw.charCodeAt(at))) return false;
  return !isDigit(raw.charCodeAt(from + 3));
}

/** End of a pinyin gloss that opens at `at`, or 0. */
function glossEnd(raw: string, at: number): number {
  let to = at + 1;
  while (to < raw.length && to - at <= LONGEST_PINYIN && PINYIN.test(raw[to] as string)) to += 1;
  return to > at + 1 && (raw[to] === ")" || raw[to] === "）") ? to + 1 : 0;
}
