import { endsClause } from "./clause.ts";
import { CUE } from "./matcher.ts";
import type { Reading, Scene } from "./scene.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

const LONGEST_OPENING = 40;
/** 2019年以来首次, 2019年以来的文件: the stretch only qualifies what follows. */
const SINCE = /^(?:以来|至今)(?![的首最新连第])/;
/** 2021年起实施: the year in which a scheme began. */
const SCHEME = /^起,?(?:全面|在|正式|开始|逐步|陆续)?(?:实施|推行|施行|启动|开展|组织|试行|试点|推进|建立|设立)/;
/** 自2022年1月1日起, 自1990年10月1日行政诉讼法实施以来: the stretch is opened by a whole clause. */
const FROM = /^[^,。;:\d]{0,24}?(?:起|以来|至今|开始)(?:,|$)/;

/**
 * Does a stretch of years open at this time: 2019年以来共办理, 自2022年1月1日起?
 *
 * @returns `holds` where it goes on until another time is named, `sentence` where it is said in passing, null where none opens
 */
export function opensStretch(token: Token, tokens: readonly Token[], scene: Scene): "holds" | "sentence" | null {
  const { text, frame } = scene;
  const year = Number(/^\d{4}(?=年)/.exec(text.slice(token.start, token.start + 5))?.[0]);
  if (!year || (frame.year !== null && year >= frame.year)) return null;
  const after = text.slice(token.end, token.end + LONGEST_OPENING);
  if (/[自从]$/.test(text.slice(Math.max(0, token.start - 1), token.start)) && FROM.test(after)) return "holds";
  if (SCHEME.test(after)) return "sentence";
  return SINCE.test(after) && opensClause(token, tokens) ? "sentence" : null;
}

/** 截至目前已增至1348人: what there is, after the year in which a scheme began. */
export function isStockNow(token: Token, tokens: readonly Token[], { since, sentence, span }: Scene): boolean {
  if (since !== sentence || !span.several) return false;
  for (let i = token.index + 1; i < tokens.length; i += 1) {
    const other = tokens[i] as Token;
    if (other.kind === "stop" || other.kind === "semicolon") return false;
    if (other.quantity) return other.quantity.units.includes("organization");
    if (isOneOf(other, [CUE.existing, CUE.to])) return true;
  }
  return false;
}

const WHO = [CUE.whole_region, CUE.government, CUE.departments, CUE.courts];
const isWho = (token: Token): boolean => isOneOf(token, WHO) || /^[我本]./.test(textOf(token));

/** 清理全盟2018年以来的文件: within a clause the stretch belongs to a noun. */
export function opensClause(token: Token, tokens: readonly Token[]): boolean {
  for (let i = token.index; i >= 0; i -= 1) {
    const { gap } = tokens[i] as Token;
    const before = tokens[i - 1];
    if (gap > 1) return false;
    if (before === undefined || endsClause(before)) return true;
    if (!isWho(before)) return false;
  }
  return true;
}

/**
 * Is this time only where an open stretch ends: 自2022年起…。截至2025年7月,共受理…?
 *
 * @remarks What there is at a date (截至2025年底,共有…) is of that date.
 */
export function closesStretch(token: Token, tokens: readonly Token[], scene: Scene): boolean {
  const { text, span, since, sentence } = scene;
  if (since === null || !(span.several || sentence - since <= 1)) return false;
  if (!/(?:截至|截止|截至到|截止到)$/.test(text.slice(Math.max(0, token.start - 3), token.start))) return false;
  for (let i = token.index + 1; i < tokens.length; i += 1) {
    const other = tokens[i] as Token;
    if (other.kind === "stop" || other.kind === "semicolon") return false;
    if (other.quantity) return !other.quantity.units.includes("organization");
    if (!endsClause(other) && is(other, CUE.existing)) return false;
  }
  return false;
}

/** A sentence is looked back over so many letters. */
const FAR = 160;

/** What there is at a time, not what happens in the course of it. */
const STANDING = ["percent", "person", "organization"];

/** 五年来,调解率上升至46.2%, 调解员增至4147名: where a rate or a stock arrived is of the end of a stretch that runs up to the report. */
export const arrivedAt = (read: readonly Reading[], scene: Scene): Reading[] =>
  read.map((one) => ofLastYear(one, scene));

function ofLastYear(one: Reading, { frame, text }: Scene): Reading {
  if (!STANDING.includes(one.unit) || !one.span.several || frame.year === null) return one;
  const sentence = text
    .slice(Math.max(0, one.start - FAR), one.start)
    .split("。")
    .at(-1) as string;
  // 2016—2020年, 上届五年: a stretch with an end of its own.
  if (/\d{4}年?度?[-~—–至到]+\d{4}|[上前]一?届|五”?(?:普法|规划|计划|时期)?期间/.test(sentence)) return one;
  return { ...one, span: { year: frame.year, months: null, several: false, named: true } };
}
