import { endsClause } from "./clause.ts";
import { CUE } from "./matcher.ts";
import type { Scene, Span } from "./scene.ts";
import { closesStretch, isStockNow, opensClause, opensStretch } from "./since.ts";
import { is, type Token, textOf } from "./token.ts";

/** A report that comes out from this month on says 目前 of its own year, not of the year before. */
const LATE = 7;
/** 目前 is when the text was published, where that is not just after the year it reports on. */
export function takeNow(token: Token, tokens: readonly Token[], scene: Scene): void {
  if (isStockNow(token, tokens, scene)) scene.span = scene.home;
  const { year, published } = scene.frame;
  if (year === null || published?.month == null || scene.span.named) return;
  if (published.year === year + 1 && published.month >= LATE) scene.span = { ...scene.span, year: published.year };
}

const LONG_AGO = 400;

/**
 * 2022年审结…。今年1-7月: the year of publication, where that is well into the year after and the text has called the year it
 * reports on by its number.
 */
export function yearOfCurrent(token: Token, { frame, text, home }: Scene): number | null {
  const { year, published } = frame;
  if (year === null || published?.month == null || published.year !== year + 1 || published.month < LATE)
    return home.year;
  return text.slice(Math.max(0, token.start - LONG_AGO), token.start).includes(`${year}年`)
    ? published.year
    : home.year;
}

/** 去年, 上年同期: the year before the one spoken of, unless it is only compared with. */
export function takePrior(token: Token, tokens: readonly Token[], scene: Scene): void {
  if (isComparison(token, tokens)) return;
  if (opensClause(token, tokens)) scene.timed = scene.sentence;
  keepSpan(scene);
  const { year, published } = scene.frame;
  // A notice of the next January that opens with 去年 speaks of the year it reports on.
  if (year !== null && published?.year === year + 1 && scene.spanAfter === null && !scene.span.named) return;
  const from = scene.span.named && scene.span.year !== null ? scene.span.year : year;
  scene.span = { ...yearBefore(from), months: null, several: false, named: true };
}

/** The year before this one, which may be unknown. */
export const yearBefore = (year: number | null): Pick<Span, "year" | "prior"> =>
  year === null ? { year, prior: true } : { year: year - 1 };

/** Beside a figure already read, another year holds for its clause only. */
function keepSpan(scene: Scene): void {
  const read = scene.readings.at(-1)?.sentence === scene.sentence;
  if (read && scene.spanAfter === null) scene.spanAfter = scene.span;
}

/** 比2020年172件增加: the year compared with does not become the year spoken of. */
function isComparison(token: Token, tokens: readonly Token[]): boolean {
  const after = tokens[token.index + 1];
  if (token.gap === 0 && is(tokens[token.index - 1], CUE.compare)) return true;
  return after?.gap === 0 && is(after, CUE.compared);
}

/** 自1999年行政复议法颁布至2012年: from one year, whatever happened in it, to another. Both ends of it. */
function runsOn(token: Token, tokens: readonly Token[], scene: Scene): boolean {
  const { time } = token;
  if (!time?.year) return false;
  if (scene.span.several && scene.span.named && scene.span.year !== null && scene.span.year < time.year) {
    return /(?<!截)[至到]$/.test(scene.text.slice(token.start - 2, token.start));
  }
  if (!/[自从]$/.test(scene.text.slice(Math.max(0, token.start - 1), token.start))) return false;
  for (let i = token.index + 1; i < tokens.length; i += 1) {
    const other = tokens[i] as Token;
    // 从2022年的15.2%降至2023年的10.8%: a figure of each year, not of the years between.
    if (endsClause(other) || other.quantity) return false;
    if (other.time?.year)
      return other.time.year > time.year && /[至到]$/.test(scene.text.slice(other.start - 1, other.start));
  }
  return false;
}

const CARRIED = /(?:结转|转结|转入|延续|顺延)[^,。;]{0,2}$/;

/** 结转至2024年1件: what is left for the next year is counted at the end of this one. */
export const isCarriedInto = (token: Token, scene: Scene): boolean =>
  CARRIED.test(scene.text.slice(Math.max(0, token.start - 6), token.start));

/** A stretch from one year to another is written in so many characters. */
const TWO_YEARS = 9;

/** “六五”普法期间: the years of a plan. */
const isPlan = (text: string, { start }: { readonly start: number }): boolean =>
  text[start + 1] === "五" || text[start + 2] === "五";

/** 对2021年至2022年印发的文件: what was made in those years. */
const MADE = /^[^,。;:\d]{0,8}(?:办结|结案|审结|作出|制定|印发|发布|形成|立案|受理|出台|实施|施行)[^,。;:\d]{0,6}的/;
const LONGEST_NOUN = 20;

/** 评查对象为2022年7月1日至2023年6月30日办结的案件: the years in which the objects came about. */
const qualifiesNoun = (token: Token, tokens: readonly Token[], { text }: Scene): boolean =>
  (/(?:对象|范围)(?:为|是|包括|系)$/.test(text.slice(Math.max(0, token.start - 6), token.start)) ||
    (/[对将从]/.test(text[token.start - 1] ?? "") && MADE.test(text.slice(token.end, token.end + LONGEST_NOUN)))) &&
  !opensClause(token, tokens);

/** Takes a time into the scene. */
export function takeTime(token: Token, tokens: readonly Token[], scene: Scene): void {
  const { time } = token;
  if (time?.several && qualifiesNoun(token, tokens, scene)) return;
  if (!time || time.idle || isComparison(token, tokens) || isCarriedInto(token, scene)) return;
  if (runsOn(token, tokens, scene)) {
    scene.span = { year: time.year, months: null, several: true, named: true };
    scene.lasting = true;
    return;
  }
  const opened = opensStretch(token, tokens, scene);
  if (opened || closesStretch(token, tokens, scene)) {
    scene.span = { ...scene.span, months: null, several: true, named: true };
    // 受理36件。自2021年以来累计97件。应诉29件: after figures of its own year a paragraph goes back to that.
    scene.lasting ||=
      opened !== "sentence" && !scene.readings.some(({ span }) => !span.several && span.year === scene.home.year);
    scene.since = scene.sentence;
    return;
  }
  if (time.several && qualifiesNoun(token, tokens, scene)) return;
  if (time.several) {
    scene.span = { ...scene.span, several: true, named: true };
    // 2008年1月至2010年5月: years named by number hold until another time is named.
    scene.lasting ||= time.end - time.start >= TWO_YEARS || isPlan(scene.text, time);
  }
  if (time.year !== null) {
    // 2018年以来的文件 only qualifies a noun.
    const since = tokens[token.index + 1];
    if (textOf(since) === "以来" && since?.gap === 0 && (scene.frame.year === null || time.year < scene.frame.year))
      return;
    // 2023年办理66件,2024年办理151件,其中…: only an earlier year is a passing one.
    if (scene.span.named && scene.span.year !== null && time.year > scene.span.year) scene.spanAfter = null;
    else keepSpan(scene);
    if (opensClause(token, tokens)) scene.timed = scene.sentence;
    scene.span = { year: time.year, months: null, several: false, named: true };
  }
  if (time.months !== null) scene.span = { ...scene.span, months: time.months };
}
