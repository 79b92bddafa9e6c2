import { chineseNumber } from "../util/chinese-number.ts";
import { CUE, type Matcher, type Word } from "./matcher.ts";
import { type Quantity, quantityAt } from "./quantity.ts";
import { againAt, monthsInWordsAt, planAt, type TimeMark, timeAt } from "./time.ts";

/** What begins at a place besides the words of the lexicon and marks, and where it ends. */
export interface Found {
  readonly kind: "word" | "quantity" | "time";
  readonly end: number;
  readonly word: Word | null;
  readonly quantity: Quantity | null;
  readonly time: TimeMark | null;
}

const ofTime = (time: TimeMark): Found => ({ kind: "time", end: time.end, word: null, quantity: null, time });
const ofQuantity = (quantity: Quantity): Found => ({
  kind: "quantity",
  end: quantity.end,
  word: null,
  quantity,
  time: null,
});

/** A date, a number that counts nothing, or a quantity, at a digit. */
export function numberToken(text: string, at: number, opening: boolean, matcher: Matcher): Found | null {
  const time = timeAt(text, at, opening);
  if (time) return ofTime(time);
  const quantity = quantityAt(text, at, matcher);
  return quantity && ofQuantity((quantity.measure === "" ? ratioAt(text, quantity) : null) ?? quantity);
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
export function hanToken(text: string, at: number, word: Word | null, matcher: Matcher): Found | null {
  const isTimed = text[at + 1] === "年" || text[at + 2] === "年" || text[at + 4] === "年";
  const year = isTimed ? HAN_YEAR.exec(text.slice(at, at + 5)) : null;
  if (year) {
    const time = {
      start: at,
      end: at + 5,
      year: chineseNumber(year[0].slice(0, 4)),
      months: null,
      several: false,
      idle: false,
    };
    return ofTime(time);
  }
  const years = !isTimed || text[at - 1] === "第" ? null : HAN_YEARS.exec(text.slice(at, at + 6));
  if (years) {
    const claim = text.startsWith("连续", at - 2);
    const time = { start: at, end: at + years[0].length, year: null, months: null, several: !claim, idle: claim };
    return ofTime(time);
  }
  const months = monthsInWordsAt(text, at) ?? planAt(text, at) ?? againAt(text, at);
  if (months) return ofTime(months);
  if (word && (word.text.length > 1 || word.cues[CUE.filler] === 0)) return null;
  if (text[at - 1] === "第") return null;
  const quantity = quantityAt(text, at, matcher);
  return quantity && ofQuantity(quantity);
}

const BREAKDOWN = /^按[^,。;:\d]{2,12}?(?:划分|分类|区分|分|来看|统计)[,:]/;

/** 第二十条, 第711号, 第三季度会议 count nothing. */
const ORDINAL = /^第(?:[一二三四五六七八九十百零]{1,6}|\d{1,5})[届次期批章条款部个年审号轮]/;

/** Tokens that no list of words holds: 按…分, 第一, 前三, 上半年. */
export function openerToken(text: string, at: number, matcher: Matcher): Found | null {
  const char = text[at];
  if (char === "按") {
    const breakdown = BREAKDOWN.exec(text.slice(at, at + 18));
    // 按结案方式分: these parts are indicators of their own.
    if (!breakdown || /方式|结果/.test(breakdown[0])) return null;
    const end = at + breakdown[0].length - 1;
    return { kind: "word", end, word: matcher.breakdown, quantity: null, time: null };
  }
  const ordinal = char === "第" ? ORDINAL.exec(text.slice(at, at + 12)) : null;
  if (ordinal) {
    return ofTime({ start: at, end: at + ordinal[0].length, year: null, months: null, several: false, idle: true });
  }
  const rank = char === "第" || char === "前" ? rankAt(text, at) : null;
  if (rank) return ofQuantity(rank);
  const months = monthsInWordsAt(text, at);
  return months && ofTime(months);
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
