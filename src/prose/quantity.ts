import type { Qualifier } from "../model/observation.ts";
import { chineseNumber } from "../util/chinese-number.ts";
import type { Matcher, Measure } from "./matcher.ts";
import { unitsOf } from "./units-of.ts";
import { longestAt } from "./word-index.ts";

/** A number in the text with its measure word and how firmly it is stated. */
export interface Quantity {
  /** From the qualifier before the number to the one after its measure word. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  /** The measure word as written, "" where there is none. */
  readonly measure: string;
  /** What the measure word can count; empty where there is none. */
  readonly units: readonly string[];
  readonly chinese: boolean;
  readonly range: boolean;
}

const PREFIXES: readonly (readonly [string, Qualifier])[] = [
  ["不少于", "at_least"],
  ["不低于", "at_least"],
  ["不超过", "at_most"],
  ["不高于", "at_most"],
  ["不多于", "at_most"],
  ["至少", "at_least"],
  ["不下", "at_least"],
  ["≥", "at_least"],
  ["≤", "at_most"],
  ["不足", "under"],
  ["不到", "under"],
  ["将近", "under"],
  ["接近", "under"],
  ["超过", "over"],
  ["突破", "over"],
  ["大约", "approx"],
  ["约", "approx"],
  ["近", "under"],
  ["超", "over"],
  ["逾", "over"],
  [">", "over"],
  ["<", "under"],
];
const SUFFIXES: readonly (readonly [string, Qualifier])[] = [
  ["以上", "at_least"],
  ["及以上", "at_least"],
  ["以下", "at_most"],
  ["以内", "at_most"],
  ["左右", "approx"],
  ["上下", "approx"],
];
const SUFFIX_STARTS = unitsOf(SUFFIXES.map(([word]) => word[0] as string));
/** 1300余件, 300多件. */
const MORE = unitsOf("余多");
/** No number is written in more Chinese numerals; longer runs are noise and must not cost more than their length. */
const LONGEST_HAN = 20;
/** Chinese numerals of so many characters count, whatever they count. */
const TELLING_LENGTH = 3;
const SCALES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const HAN_DIGITS = unitsOf("零〇○一二两三四五六七八九十百千万亿");
const RANGE = unitsOf("-~—至到");

export const isDigitAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
};

/**
 * Which quantity begins at this place?
 *
 * @remarks
 * Unit: 万 and 亿 are multiplied out by shifting decimal digits, so 13.94亿 is exactly 1394000000; 三成 is 30 percent.
 * Missing: null where no number begins here, or a Chinese one without a measure word.
 *
 * @param text - normalised text
 * @param at - index of the first digit
 * @param matcher - knows the measure words
 * @returns the quantity; its start lies before `at` where a qualifier (约, 近, 逾) precedes
 */
export function quantityAt(text: string, at: number, matcher: Matcher): Quantity | null {
  const number = isDigitAt(text, at) ? arabicAt(text, at) : chineseAt(text, at, matcher);
  if (number === null) return null;
  let { end, value, over } = number;
  let lower: number | null = null;
  const second = number.chinese ? null : rangeEnd(text, end);
  if (second !== null) {
    lower = value;
    value = second.value;
    end = second.end;
  }
  const measure = number.percent ? null : measureAt(text, end, matcher);
  const units = number.percent ? ["percent"] : (measure?.units ?? []);
  if (measure) end += measure.text.length;
  if (measure?.text === "元" && MORE.has(text.charCodeAt(end))) {
    over = true;
    end += 1;
  }
  // 1.3万元至8万元: both ends with their measure word. 由61件至88件 are two figures.
  const other = measure && lower === null && !number.chinese ? rangeEnd(text, end) : null;
  if (
    other !== null &&
    measure &&
    text.startsWith(measure.text, other.end) &&
    !LEAVING.test(text.slice(Math.max(0, at - 7), at))
  ) {
    lower = value;
    value = other.value;
    end = other.end + measure.text.length;
  }
  const before = prefixOf(text, at);
  const after = SUFFIX_STARTS.has(text.charCodeAt(end))
    ? SUFFIXES.find(([word]) => text.startsWith(word, end))
    : undefined;
  if (after) end += after[0].length;
  const qualifier = before?.[1] ?? after?.[1] ?? (over ? "over" : "exact");
  const isRange = lower !== null;
  return {
    start: at - (before?.[0].length ?? 0),
    end,
    value,
    lower: isRange ? lower : lowest(value, qualifier),
    upper: isRange ? value : highest(value, qualifier, units[0] === "percent" ? 100 : null),
    qualifier: isRange ? "approx" : qualifier,
    measure: number.percent ? "%" : (measure?.text ?? ""),
    units,
    chinese: number.chinese,
    range: isRange,
  };
}

/** The measure word here, unless a longer word begins with it: 3人 is persons, 3人民调解员 is not. */
function measureAt(text: string, at: number, matcher: Matcher): Measure | null {
  const measure = longestAt(matcher.measures, text, at);
  if (measure === null) return null;
  const word = longestAt(matcher.words, text, at);
  const isLonger = word !== null && word.text.length > measure.text.length;
  return isLonger && (word.scope !== null || word.anchors.length > 0) ? null : measure;
}

interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly over: boolean;
  readonly percent: boolean;
  readonly chinese: boolean;
}

function arabicAt(text: string, at: number): Numeral {
  let end = at;
  while (isDigitAt(text, end)) end += 1;
  if (text[end] === "." && isDigitAt(text, end + 1)) {
    end += 1;
    while (isDigitAt(text, end)) end += 1;
  }
  const digits = text.slice(at, end);
  let power = 0;
  let over = false;
  for (; end < text.length; end += 1) {
    const scale = SCALES[text[end] as string];
    if (scale !== undefined) power += scale;
    else if (MORE.has(text.charCodeAt(end))) over = true;
    else break;
  }
  const value = Number(power === 0 ? digits : `${digits}e${power}`);
  return { end, value, over, percent: false, chinese: false };
}

function chineseAt(text: string, at: number, matcher: Matcher): Numeral | null {
  if (text.startsWith("百分之", at)) {
    const inner = isDigitAt(text, at + 3) ? arabicAt(text, at + 3) : hanRun(text, at + 3);
    return inner === null ? null : { ...inner, percent: true, chinese: true };
  }
  const run = hanRun(text, at);
  if (run === null) return null;
  if (text[run.end] === "成" && run.value <= 10 && !/[为立功员果本]/.test(text[run.end + 1] ?? "")) {
    return { ...run, value: run.value * 10, end: run.end + 1, percent: true };
  }
  if (run.value === 0 && isNone(text, at, run.end)) return run;
  const measure = longestAt(matcher.measures, text, run.end);
  // 一个, 两项 are common words; 五百二十三个 counts.
  return measure !== null && (matcher.chineseMeasures.has(measure.text) || run.end - at >= TELLING_LENGTH) ? run : null;
}

/** 败诉率为零, 均为零: nothing but the zero, whatever its unit. */
const isNone = (text: string, at: number, end: number): boolean =>
  /[为是]/.test(text[at - 1] ?? "\n") && /^(?:[,。;、)\n]|$)/.test(text.slice(end, end + 1));

function hanRun(text: string, at: number): Numeral | null {
  let end = at;
  let over = false;
  const limit = Math.min(text.length, at + LONGEST_HAN + 1);
  while (end < limit && HAN_DIGITS.has(text.charCodeAt(end))) end += 1;
  if (end - at > LONGEST_HAN) return null;
  const value = chineseNumber(text.slice(at, end));
  if (value === null) return null;
  if (MORE.has(text.charCodeAt(end))) {
    over = true;
    end += 1;
  }
  if (over && (text[end] === "万" || text[end] === "亿")) {
    return { end: end + 1, value: value * (text[end] === "万" ? 1e4 : 1e8), over, percent: false, chinese: true };
  }
  return { end, value, over, percent: false, chinese: true };
}

/** 60-70件, 3至5件: where the second number ends. */
function rangeEnd(text: string, at: number): { end: number; value: number } | null {
  if (!isDigitAt(text, at + 1) || !RANGE.has(text.charCodeAt(at))) return null;
  const { end, value } = arabicAt(text, at + 1);
  return { end, value };
}

const LEAVING = /[由从].{0,6}$/;
const PREFIX_ENDS = unitsOf(PREFIXES.map(([word]) => word.at(-1) as string));

function prefixOf(text: string, at: number): readonly [string, Qualifier] | undefined {
  if (!PREFIX_ENDS.has(text.charCodeAt(at - 1))) return undefined;
  return PREFIXES.find(([word]) => text.endsWith(word, at) && text.startsWith(word, at - word.length));
}

const lowest = (value: number, qualifier: Qualifier): number | null =>
  qualifier === "at_least" || qualifier === "over" ? value : null;

/** 98%以上 is [98, 100]: a percentage has a ceiling, and no count here is below 0. */
function highest(value: number, qualifier: Qualifier, most: number | null): number | null {
  if (qualifier === "at_least" || qualifier === "over") return most;
  return qualifier === "at_most" || qualifier === "under" ? value : null;
}
