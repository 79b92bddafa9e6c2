import { chineseNumber } from "../util/chinese-number.ts";
import { cueBit, longestAt, type Matcher, type Word } from "./matcher.ts";
import { isDigitAt, type Quantity, quantityAt } from "./quantity.ts";
import { monthsInWordsAt, type TimeMark, timeAt } from "./time.ts";

/** What the reader of a sentence sees: words of the lexicon, quantities, times and marks; all else is a gap. */
export interface Token {
  readonly kind: "word" | "quantity" | "time" | "stop" | "semicolon" | "comma" | "pause" | "open" | "close";
  readonly start: number;
  readonly end: number;
  /** Letters between the token before and this one that the lexicon does not know. */
  readonly gap: number;
  readonly word: Word | null;
  readonly quantity: Quantity | null;
  readonly time: TimeMark | null;
}

const MARKS: Readonly<Record<string, Token["kind"]>> = {
  "。": "stop", "!": "stop", "?": "stop", "\n": "stop", "|": "stop", ";": "semicolon", ",": "comma", ":": "comma",
  "、": "pause", "(": "open", "[": "open", "【": "open", ")": "close", "]": "close", "】": "close",
};
const HAN_NUMERALS = /[一二两三四五六七八九十百千二〇零]/;
/** Letters that stand beside numbers without a meaning of their own. */
const SILENT = /[\s“”‘’"'《》<>「」*&·…—～~•.-]/;
const filler = cueBit("filler");

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
  const push = (kind: Token["kind"], start: number, end: number, what: Partial<Token> = {}): number => {
    tokens.push({ word: null, quantity: null, time: null, ...what, kind, start, end, gap });
    gap = 0;
    opening = kind === "stop" || kind === "comma" || kind === "semicolon" || kind === "open" || (kind === "word" && opening && (what.word?.cues ?? 0) !== 0);
    return end;
  };
  let at = from;
  while (at < to) {
    const char = text[at] as string;
    if (char === "《") {
      at = titleEnd(text, at, to);
      continue;
    }
    if (isDigitAt(text, at)) {
      at = numberToken(text, at, opening, matcher, push);
      continue;
    }
    const word = longestAt(matcher.words, text, at);
    const han = HAN_NUMERALS.test(char) ? hanToken(text, at, word, matcher, push) : 0;
    if (han > 0) {
      at = han;
      continue;
    }
    const breakdown = char === "按" ? /^按[^,。;:\d]{2,12}?(?:划分|分类|区分|分|来看|统计)[,:]/.exec(text.slice(at, at + 18)) : null;
    if (breakdown && !/方式|结果/.test(breakdown[0])) {
      at = push("word", at, at + breakdown[0].length - 1, { word: matcher.breakdown });
      continue;
    }
    const rank = char === "第" || char === "前" ? rankAt(text, at) : null;
    if (rank) {
      at = push("quantity", at, rank.end, { quantity: rank });
      continue;
    }
    const months = char === "上" || char === "下" || char === "前" || char === "第" ? monthsInWordsAt(text, at) : null;
    if (months) {
      at = push("time", at, months.end, { time: months });
      continue;
    }
    if (word) {
      at = push("word", at, at + word.text.length, { word });
      continue;
    }
    const kind = MARKS[char];
    if (kind) at = push(kind, at, at + 1);
    else {
      if (!SILENT.test(char)) {
        gap += 1;
        opening = false;
      }
      at += 1;
    }
  }
  return tokens;
}

type Push = (kind: Token["kind"], start: number, end: number, what?: Partial<Token>) => number;

function numberToken(text: string, at: number, opening: boolean, matcher: Matcher, push: Push): number {
  const time = timeAt(text, at, opening);
  if (time) return push("time", at, Math.max(time.end, at + 1), { time });
  const quantity = quantityAt(text, at, matcher);
  if (quantity === null) return at + 1;
  const ratio = quantity.measure === "" ? ratioAt(text, quantity) : null;
  const found = ratio ?? quantity;
  return push("quantity", at, found.end, { quantity: found });
}

/** 2.5:1 is a ratio of 2.5. */
function ratioAt(text: string, quantity: Quantity): Quantity | null {
  const rest = /^:(\d+(?:\.\d+)?)/.exec(text.slice(quantity.end, quantity.end + 8));
  if (!rest) return null;
  return { ...quantity, value: quantity.value / Number(rest[1]), end: quantity.end + rest[0].length, units: ["ratio"], measure: ":" };
}

/** A Chinese numeral is one only where no longer word of the lexicon (一审, 三调对接) begins here. */
function hanToken(text: string, at: number, word: Word | null, matcher: Matcher, push: Push): number {
  const year = /^[一二][〇○零九八][〇○零一二三四五六七八九]{2}年/.exec(text.slice(at, at + 5));
  if (year) {
    const digits = [...year[0].slice(0, 4)].map((char) => "零一二三四五六七八九".indexOf(char === "〇" || char === "○" ? "零" : char));
    const time = { start: at, end: at + 5, year: Number(digits.join("")), months: null, several: false, idle: false };
    return push("time", at, at + 5, { time });
  }
  const years = /^[二两三四五六七八九十]{1,2}年(?!行动|规划|计划|攻坚|级|期|后|内)(?:以来|来|间|期间)?/.exec(text.slice(at, at + 6));
  if (years && text[at - 1] !== "第") {
    const time = { start: at, end: at + years[0].length, year: null, months: null, several: true, idle: false };
    return push("time", at, time.end, { time });
  }
  const months = monthsInWordsAt(text, at);
  if (months) return push("time", at, months.end, { time: months });
  if (word && (word.text.length > 1 || (word.cues & filler) === 0)) return 0;
  if (text[at - 1] === "第") return 0;
  const quantity = quantityAt(text, at, matcher);
  return quantity ? push("quantity", at, quantity.end, { quantity }) : 0;
}

/** 第一, 第3位, 前三: a place in an order; 前三 is an edge. */
function rankAt(text: string, at: number): Quantity | null {
  const found = /^[第前]([一二三四五六七八九十]{1,2}|\d{1,2})(?![\d届次期批章条款部个年月季审号轮])[位名]?/.exec(text.slice(at, at + 5));
  if (!found) return null;
  const value = chineseNumber(found[1] as string) ?? Number(found[1]);
  const top = text[at] === "前";
  return {
    start: at, end: at + found[0].length, value, lower: null, upper: top ? value : null,
    qualifier: top ? "at_most" : "exact", measure: "位", units: ["rank"], chinese: false, range: false,
  };
}

function titleEnd(text: string, at: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, at + 120);
  for (let here = at; here < limit; here += 1) {
    if (text[here] === "《") depth += 1;
    else if (text[here] === "》" && --depth === 0) return here + 1;
  }
  return at + 1;
}
