import { chineseNumber } from "../util/chinese-number.ts";
import { CUE, type Matcher, type Word } from "./matcher.ts";
import { type Quantity, quantityAt } from "./quantity.ts";
import { againAt, monthsInWordsAt, planAt, type TimeMark, timeAt } from "./time.ts";
import { longestAt } from "./word-index.ts";

export type TokenKind = "word" | "quantity" | "time" | "stop" | "semicolon" | "comma" | "pause" | "open" | "close";

/** What the reader of a sentence sees: words of the lexicon, quantities, times and marks; all else is a gap. */
export interface Token {
  readonly kind: TokenKind;
  /** Its place in the list of tokens. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Letters between the token before and this one that the lexicon does not know. */
  readonly gap: number;
  readonly word: Word | null;
  readonly quantity: Quantity | null;
  readonly time: TimeMark | null;
}

/** Whether this token is a word with this job. */
export const is = (token: Token | undefined, cue: number): boolean => token?.word != null && token.word.cues[cue] === 1;

/** Whether this token is a word with one of these jobs. */
export const isOneOf = (token: Token | undefined, cues: readonly number[]): boolean =>
  cues.some((cue) => is(token, cue));

/** The word of the lexicon this token is, "" for any other. */
export const textOf = (token: Token | undefined): string => token?.word?.text ?? "";

const MARKS: Readonly<Record<string, TokenKind>> = {
  "。": "stop",
  "!": "stop",
  "?": "stop",
  "\n": "stop",
  "|": "stop",
  ";": "semicolon",
  ",": "comma",
  ":": "comma",
  "、": "pause",
  "(": "open",
  "[": "open",
  "【": "open",
  ")": "close",
  "]": "close",
  "】": "close",
};

/** What a UTF-16 unit can begin; a unit without an entry is a letter. */
const DIGIT = 1;
const NUMERAL = 2;
const MARK = 3;
const SILENT = 4;
const TITLE = 5;
const OPENER = 6;
const SORTS = sorts();

function sorts(): Uint8Array {
  const table = new Uint8Array(65536);
  const fill = (chars: string, sort: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = sort;
  };
  fill("0123456789", DIGIT);
  fill("一二两三四五六七八九十百千〇零", NUMERAL);
  fill(Object.keys(MARKS).join(""), MARK);
  // Signs that stand beside numbers without a meaning of their own.
  fill(" \t“”‘’\"'》<>「」*&·…—～~•.-", SILENT);
  fill("《", TITLE);
  fill("按第前上下", OPENER);
  return table;
}

type Push = (kind: TokenKind, start: number, end: number, what?: Partial<Token>) => number;
const NOTHING: Partial<Token> = {};

/**
 * Which tokens stand in this stretch of normalised text?
 *
 * @remarks One pass; titles in 《》 are skipped whole, their words and numbers count nothing.
 *
 * @param text - normalised text
 * @param from - where to begin
 * @param to - where to end
 * @param matcher - words and measure words
 */
export function tokensOf(text: string, from: number, to: number, matcher: Matcher): Token[] {
  const tokens: Token[] = [];
  let gap = 0;
  let opening = true;
  const push: Push = (kind, start, end, what = NOTHING) => {
    const { word = null, quantity = null, time = null } = what;
    tokens.push({ kind, index: tokens.length, start, end, gap, word, quantity, time });
    gap = 0;
    opening =
      kind === "word"
        ? opening && (word as Word).isCue
        : kind !== "quantity" && kind !== "time" && kind !== "pause" && kind !== "close";
    return end;
  };
  let at = from;
  while (at < to) {
    const sort = SORTS[text.charCodeAt(at)] as number;
    if (sort === DIGIT) {
      at = numberToken(text, at, opening, matcher, push);
      continue;
    }
    if (sort === TITLE) {
      at = titleEnd(text, at, to);
      continue;
    }
    const word = wordAt(text, at, matcher);
    let end = 0;
    if (sort === NUMERAL) end = hanToken(text, at, word, matcher, push);
    else if (sort === OPENER) end = openerToken(text, at, matcher, push);
    if (end > 0) at = end;
    else if (word) at = push("word", at, at + word.text.length, { word });
    else if (sort === MARK) at = push(MARKS[text[at] as string] as TokenKind, at, at + 1);
    else {
      if (sort !== SILENT) {
        gap += 1;
        opening = false;
      }
      at += 1;
    }
  }
  return tokens;
}

/** The longest word here, unless cutting it after a filler lets a longer one begin: 共收|到 is 共|收到. */
function wordAt(text: string, at: number, matcher: Matcher): Word | null {
  const word = longestAt(matcher.words, text, at);
  if (word === null) return null;
  for (const head of word.heads) {
    const from = at + head.text.length;
    const other = longestAt(matcher.words, text, from);
    if (other && other.anchors.length > 0 && from + other.text.length > at + word.text.length) return head;
  }
  return word;
}

function numberToken(text: string, at: number, opening: boolean, matcher: Matcher, push: Push): number {
  const time = timeAt(text, at, opening);
  if (time) return push("time", at, Math.max(time.end, at + 1), { time });
  const quantity = quantityAt(text, at, matcher);
  if (quantity === null) return at + 1;
  const found = (quantity.measure === "" ? ratioAt(text, quantity) : null) ?? quantity;
  return push("quantity", at, found.end, { quantity: found });
}

/** 2.5:1 is a ratio of 2.5. */
function ratioAt(text: string, quantity: Quantity): Quantity | null {
  const rest = /^:(\d+(?:\.\d+)?)/.exec(text.slice(quantity.end, quantity.end + 8));
  if (!rest) return null;
  const value = quantity.value / Number(rest[1]);
  return { ...quantity, value, end: quantity.end + rest[0].length, units: ["ratio"], measure: ":" };
}

const HAN_YEAR = /^[一二][〇○零九八][〇○零一二三四五六七八九]{2}年/;
const HAN_YEARS = /^[二两三四五六七八九十]{1,2}年(?!行动|规划|计划|攻坚|级|期|后|内)(?:以来|来|间|期间)?/;

/** A Chinese numeral is one only where no longer word of the lexicon (一审, 三调对接) begins here. */
function hanToken(text: string, at: number, word: Word | null, matcher: Matcher, push: Push): number {
  const year = HAN_YEAR.exec(text.slice(at, at + 5));
  if (year) {
    const time = {
      start: at,
      end: at + 5,
      year: chineseNumber(year[0].slice(0, 4)),
      months: null,
      several: false,
      idle: false,
    };
    return push("time", at, time.end, { time });
  }
  const years = text[at - 1] === "第" ? null : HAN_YEARS.exec(text.slice(at, at + 6));
  if (years) {
    const claim = text.startsWith("连续", at - 2);
    const time = { start: at, end: at + years[0].length, year: null, months: null, several: !claim, idle: claim };
    return push("time", at, time.end, { time });
  }
  const months = monthsInWordsAt(text, at) ?? planAt(text, at) ?? againAt(text, at);
  if (months) return push("time", at, months.end, { time: months });
  if (word && (word.text.length > 1 || word.cues[CUE.filler] === 0)) return 0;
  if (text[at - 1] === "第") return 0;
  const quantity = quantityAt(text, at, matcher);
  return quantity ? push("quantity", at, quantity.end, { quantity }) : 0;
}

const BREAKDOWN = /^按[^,。;:\d]{2,12}?(?:划分|分类|区分|分|来看|统计)[,:]/;

/** 第二十条, 第711号, 第三季度会议 count nothing. */
const ORDINAL = /^第(?:[一二三四五六七八九十百零]{1,6}|\d{1,5})[届次期批章条款部个年审号轮]/;

/** Tokens that no list of words holds: 按…分, 第一, 前三, 上半年; 0 where none begins here. */
function openerToken(text: string, at: number, matcher: Matcher, push: Push): number {
  const char = text[at];
  if (char === "按") {
    const breakdown = BREAKDOWN.exec(text.slice(at, at + 18));
    // 按结案方式分: these parts are indicators of their own.
    if (!breakdown || /方式|结果/.test(breakdown[0])) return 0;
    return push("word", at, at + breakdown[0].length - 1, { word: matcher.breakdown });
  }
  const ordinal = char === "第" ? ORDINAL.exec(text.slice(at, at + 12)) : null;
  if (ordinal) {
    const time = { start: at, end: at + ordinal[0].length, year: null, months: null, several: false, idle: true };
    return push("time", at, time.end, { time });
  }
  const rank = char === "第" || char === "前" ? rankAt(text, at) : null;
  if (rank) return push("quantity", at, rank.end, { quantity: rank });
  const months = monthsInWordsAt(text, at);
  return months ? push("time", at, months.end, { time: months }) : 0;
}

const RANK = /^[第前]([一二三四五六七八九十]{1,2}|\d{1,2})(?![\d十百千届次期批章条款部个年月季审号轮])[位名]?/;

/** 第一, 第3位, 前三: a place in an order; 前三 is an edge. */
function rankAt(text: string, at: number): Quantity | null {
  const found = RANK.exec(text.slice(at, at + 5));
  if (!found) return null;
  const value = chineseNumber(found[1] as string) ?? Number(found[1]);
  const top = text[at] === "前";
  return {
    start: at,
    end: at + found[0].length,
    value,
    lower: null,
    upper: top ? value : null,
    qualifier: top ? "at_most" : "exact",
    measure: "位",
    units: ["rank"],
    chinese: false,
    range: false,
  };
}

const LONGEST_TITLE = 120;

function titleEnd(text: string, at: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, at + LONGEST_TITLE);
  for (let here = at; here < limit; here += 1) {
    if (text[here] === "《") depth += 1;
    else if (text[here] === "》" && --depth === 0) return here + 1;
  }
  return at + 1;
}
