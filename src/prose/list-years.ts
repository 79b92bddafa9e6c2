import { chineseNumber } from "../util/chinese-number.ts";
import type { Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import type { Scene } from "./scene.ts";
import { is, type Token, textOf } from "./token.ts";

const WIDEST = 80;
const SPAN = /^(\d{4})年?度?[-~—–至到](\d{4})年?/;
const RECENT = /^近([二两三四五六七八九十]|\d{1,2})年/;

/**
 * With which year does a list of yearly values begin: 2018年以来…分别为, 近三年…分别为?
 *
 * @returns null unless the years named end with the report year or the year before, and are as many as the values
 */
export function firstYear(place: Neighbourhood, count: number, scene: Scene): number | null {
  const { year } = scene.frame;
  if (year === null || !place.before.some((token) => is(token, CUE.respectively))) return null;
  const from = Math.max(0, place.number.index - WIDEST);
  for (let i = place.number.index - 1; i >= from; i -= 1) {
    const token = place.tokens[i] as Token;
    if (token.kind === "stop") return null;
    const span = SPAN.exec(token.time?.several ? scene.text.slice(token.start, token.end) : "");
    if (span) return Number(span[2]) - Number(span[1]) + 1 === count ? Number(span[1]) : null;
    const recent = RECENT.exec(scene.text.slice(token.start, token.end + 2));
    if (recent) {
      const years = chineseNumber(recent[1] as string) ?? Number(recent[1]);
      return years === count ? year - count + 1 : null;
    }
    const since = token.time?.year ?? null;
    if (since !== null && textOf(place.tokens[i + 1]) === "以来") {
      const last = since + count - 1;
      return last === year || last === year - 1 ? since : null;
    }
  }
  return null;
}
