import { isDigitAt } from "./quantity.ts";
import { unitsOf } from "./units-of.ts";

/** A stretch of time named in the text. All parts null: a date or number that counts nothing. */
export interface TimeMark {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  /** Months of a part of the year, `01/06`. */
  readonly months: string | null;
  /** Several years together: no single year. */
  readonly several: boolean;
  /** Not a time at all but a number that counts nothing: a list mark, an ordinal, a document number. */
  readonly idle: boolean;
}

const RANGE = unitsOf("-~—–至到");
const LATIN = unitsOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/");
const FIRST_YEAR = 1978;
const LAST_YEAR = 2049;
const MONTHS_IN_WORDS: readonly (readonly [string, string])[] = [
  ["上半年", "01/06"],
  ["下半年", "07/12"],
  ["前三季度", "01/09"],
  ["第一季度", "01/03"],
  ["一季度", "01/03"],
  ["第二季度", "04/06"],
  ["二季度", "04/06"],
  ["第三季度", "07/09"],
  ["三季度", "07/09"],
  ["四季度", "10/12"],
];
/** The second letter of 上半年 and 一季度; the others have 季 as their third. */
const PART_OF_YEAR = unitsOf("半季");

const valid = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;
const idle = (start: number, end: number): TimeMark => mark(start, end, { idle: true });

function mark(start: number, end: number, parts: Partial<TimeMark>): TimeMark {
  return { year: null, months: null, several: false, idle: false, ...parts, start, end };
}

/**
 * Which time, date or idle number begins with the digit at this place?
 *
 * @remarks
 * Lost characters of scanned and copied reports are expected: 20201月1日, 12014年 after a list number, 2021 without 年.
 *
 * @param text - normalised text
 * @param at - index of the first digit of a run
 * @param opening - whether a line, sentence or clause begins here: only there is a list mark or a year without 年 believed
 * @returns a mark, or null where the digits are an ordinary number
 */
export function timeAt(text: string, at: number, opening: boolean): TimeMark | null {
  let end = at;
  while (isDigitAt(text, end)) end += 1;
  const length = end - at;
  const next = text[end] ?? "\n";
  if (next === "年") return yearMark(text, at, end);
  const isRange = RANGE.has(text.charCodeAt(end));
  if (isRange && length === 4 && valid(Number(text.slice(at, end)))) {
    const span = /^[-~—–至到](\d{4})年?/.exec(text.slice(end, end + 7));
    if (span && valid(Number(span[1]))) return severalYears(text, at, end + span[0].length);
  }
  if (next === "月") return monthMark(text, at, end);
  if (isRange && length <= 2) {
    const months = /^[-~—–至到](\d{1,2})月/.exec(text.slice(end, end + 5));
    if (months) return monthsMark(text, at, Number(text.slice(at, end)), Number(months[1]), end + months[0].length);
  }
  return idleMark(text, at, end, opening);
}

function yearMark(text: string, at: number, end: number): TimeMark | null {
  const digits = text.slice(at, end);
  const after = text.slice(end + 1, end + 12);
  if (digits.length <= 2) {
    const stretch = /^(以?来|间|期间)/.exec(after);
    if (stretch) return mark(at, end + 1 + stretch[0].length, { several: true });
    // 连续5年保持: a claim about other years than the one of the number beside it.
    if (text.startsWith("连续", at - 2)) return idle(at, end + 1);
    if (/[近过去前]/.test(text[at - 1] ?? "\n")) return mark(at, end + 1, { several: true });
    return null;
  }
  const year = Number(digits.slice(-4));
  if (!valid(year)) return null;
  const start = end - 4;
  const to = /^度?[-~—–至到](\d{4})年度?/.exec(after);
  if (to) return severalYears(text, start, end + 1 + to[0].length);
  const span = /^(\d{1,2})月[-~—–至到](\d{4})年(\d{1,2})月/.exec(after);
  if (span) return monthsOver(start, end + 1 + span[0].length, year, span);
  const day = /^(\d{1,2})月(?:\d{1,2}日?)?/.exec(after);
  if (day) {
    if (day[0].endsWith("月") && !isDigitAt(text, end + 1 + day[0].length)) {
      const inner = monthMark(text, end + 1, end + day[0].length);
      return { ...(inner ?? mark(start, end, {})), start, year };
    }
    return dayMark(text, start, end + 1 + day[0].length);
  }
  // 2018年底前的文件: a limit, not the year in which something was counted.
  if (/^(?:底|末)?(?:以前|之前|前)/.test(after)) return mark(start, end + 1, {});
  const first = after.startsWith("度") ? 1 : 0;
  return mark(start, end + 1 + first, { year });
}

/** 2022年1月至2025年6月 runs over several years, 2023年1月至2023年11月 over a part of one. */
function monthsOver(start: number, end: number, year: number, [, from, last, to]: RegExpExecArray): TimeMark {
  if (Number(last) !== year) return mark(start, end, { several: true });
  return mark(start, end, { year, months: monthSpan(Number(from), Number(to)) });
}

/** 2018年7月1日至2019年6月30日 runs over two years; a single day names no year of a count. */
function dayMark(text: string, start: number, end: number): TimeMark {
  const from = /^\d{4}年(\d{1,2})月/.exec(text.slice(start, end));
  const to = /^(?:开始|起)?[-~—–至到](?:(\d{4})年?)?(\d{1,2})月\d{1,2}日?/.exec(text.slice(end, end + 16));
  if (!to) return mark(start, end, {});
  const first = Number(text.slice(start, start + 4));
  const last = to[1] ? Number(to[1]) : first;
  const stop = end + to[0].length;
  if (last !== first) return mark(start, stop, { several: true });
  const months = monthSpan(Number(from?.[1] ?? 1), Number(to[2]));
  return mark(start, stop, { year: first, months });
}

function severalYears(_text: string, start: number, end: number): TimeMark {
  return mark(start, end, { several: true });
}

const two = (month: number): string => String(month).padStart(2, "0");
const monthSpan = (from: number, to: number): string | null =>
  from === 1 && to === 12 ? null : `${two(from)}/${two(to)}`;

function monthMark(text: string, at: number, end: number): TimeMark {
  const digits = text.slice(at, end);
  if (digits.length > 2) {
    // The character 年 is lost: 20201月1日至202012月31日.
    const year = Number(digits.slice(0, 4));
    const to = /^月\d{1,2}日[-~—–至到](\d{4})年?(\d{1,2})月\d{1,2}日/.exec(text.slice(end, end + 20));
    if (valid(year) && to)
      return Number(to[1]) === year
        ? mark(at, end + to[0].length, { year })
        : mark(at, end + to[0].length, { several: true });
    return valid(year)
      ? mark(at, end + 1, { year: /截至/.test(text.slice(Math.max(0, at - 2), at)) ? year : null })
      : idle(at, end + 1);
  }
  const day = /^月\d{1,2}(?:日|[-~—–至到])?/.exec(text.slice(end, end + 5));
  if (day) return mark(at, end + day[0].length, {});
  const month = Number(digits);
  // 1月至7月
  const range = /^月[-~—–至到](\d{1,2})月(?!\d)/.exec(text.slice(end, end + 6));
  if (range) return mark(at, end + range[0].length, { months: monthSpan(month, Number(range[1])) });
  const until = /(截至|截止|截止到|截至到)(\d{4}年)?$/.test(text.slice(Math.max(0, at - 9), at));
  if (until || text[at - 1] === "前") return mark(at, end + 1, { months: month === 12 ? null : monthSpan(1, month) });
  const bottom = text[end + 1] === "底" || text[end + 1] === "末";
  return mark(at, end + 1, { months: bottom ? null : monthSpan(month, month) });
}

function monthsMark(_text: string, at: number, from: number, to: number, end: number): TimeMark {
  return mark(at, end, { months: monthSpan(from, to) });
}

function idleMark(text: string, at: number, end: number, opening: boolean): TimeMark | null {
  const next = text[end] ?? "\n";
  const before = text[at - 1] ?? "\n";
  const length = end - at;
  if (before === "第" || before === "〔" || before === "[" || LATIN.has(text.charCodeAt(at - 1)))
    return idle(at, ordinalEnd(text, end));
  if (next === "号" || next === "〕" || LATIN.has(text.charCodeAt(end))) return idle(at, end + 1);
  if (opening && length <= 2 && /[.、．)）]/.test(next) && !isDigitAt(text, end + 1)) return idle(at, end + 1);
  if (next === ":" && length <= 2 && /^:\d{2}(?!\d)/.test(text.slice(end, end + 4))) return idle(at, end + 3);
  if (next === "日" || next === "时" || next === "点") return idle(at, end + 1);
  const date = next === "-" ? /^-\d{1,2}[-/]\d{1,2}/.exec(text.slice(end, end + 6)) : null;
  if (date) return idle(at, end + date[0].length);
  if (next === "-" && /^-\s?\d{1,2}-\s?\d{1,2}/.test(text.slice(end, end + 8))) return idle(at, end + 1);
  const bareYear = length === 4 && opening && /[,\u4e00-\u9fff]/.test(next) && valid(Number(text.slice(at, end)));
  if (bareYear && !/[件起宗人名份个家次条项万亿余多卷场元%]/.test(next))
    return mark(at, end, { year: Number(text.slice(at, end)) });
  return null;
}

function ordinalEnd(text: string, end: number): number {
  return /[次届期批个条款位名号章]/.test(text[end] ?? "\n") ? end + 1 : end;
}

const PLAN =
  /^十?[一二三四五六七八九]五[”"]?(?:普法|规划|计划|时期|法治宣传教育|依法治理)*(?:工作)?(?:启动|实施|开展)?(?:期间|以来|时期)/;

/** “十三五”期间, “八五”普法规划实施以来: the years of a plan, which begin at its number. */
export function planAt(text: string, at: number): TimeMark | null {
  if (text[at + 1] !== "五" && text[at + 2] !== "五") return null;
  const found = PLAN.exec(text.slice(at, at + 24));
  return found && mark(at, at + found[0].length, { several: true });
}

/** 一场又一场, 一件件: so many that nobody counted them; 一审审结 is an instance. */
export function againAt(text: string, at: number): TimeMark | null {
  const rest = text.slice(at + 1, at + 6);
  if (text[at] !== "一" || !rest.includes(rest.charAt(0), 1)) return null;
  const found = /^(?!审审)([\u4e00-\u9fff])(?:(?:又|接|连|接着|挨着)?一)?\1/.exec(rest);
  return found && idle(at, at + 1 + found[0].length);
}

/** A part of a year named in words at this place: 上半年, 前三季度. */
export function monthsInWordsAt(text: string, at: number): TimeMark | null {
  if (!PART_OF_YEAR.has(text.charCodeAt(at + 1)) && text[at + 2] !== "季") return null;
  for (const [word, months] of MONTHS_IN_WORDS) {
    if (text.startsWith(word, at)) return mark(at, at + word.length, { months });
  }
  return null;
}
