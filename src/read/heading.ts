import { isUnit, unitOf } from "../registry/unit.ts";
import { isPartHeading } from "./part-of-year.ts";
import { type Period, period } from "./period.ts";

/** What a heading says beside the name of what is counted. */
export interface Heading {
  readonly name: string;
  readonly when: Period | null;
  /** Month or quarter of a year that is named elsewhere: 3月. */
  readonly part: string | null;
  /** Unit as written: 万元, %, per 1,000 people. */
  readonly unit: string | null;
}

const BRACKETED = /[(\uff08[【]([^()\uff08\uff09[\]【】]{1,60})[)\uff09\]】]/gu;
const UNIT_OF =
  /(?<!\p{Script=Han})(?:计量|金额|数量)?单位\s*[:\uff1a]\s*([^\s,\uff0c;\uff1b。)\uff09]+)|\bunits?\s*[:\uff1a]\s*([^;)]+)/iu;
const WORDED =
  /^(?:%.*|‰|[$€£¥]|(?:in |per |thousands?|millions?|billions?|number of|current|constant|us\$|usd|eur|kg|km|tonnes?|tons?|ha|hectares?|years?|days?|hours?|persons?|people|index)\b.*|.*(?: of gdp| of total| per .+|%))$/iu;
const HAN_UNIT = /^[万亿千百]?[\p{Script=Han}/²³·]{1,8}$/u;
/** Measure words that also end other words, so that they count alone or after 万 only: 对, 万册. */
const COUNTED = /^[万亿千百]?[对起宗座家项株辆艘架套篇部册种例床班处条批桶]$/u;
/** A part of a year inside a longer heading: 2023年前三季度增速, GDP 2023Q1. */
const PART_INSIDE =
  /(?<!\d)(?:19|20)\d{2}\s?(?:年\s?(?:前[二三四2-4]个?季度|第?[一二三四1-4](?:[-–—~至][一二三四1-4])?季度?|[上下]半年|1?\d月?\s?[-–—~\uff5e至到]\s?1?\d月份?|1?\d月(?:份|末|底)?)|[-\s]?[QH][1-4](?!\d))/giu;
const YEAR_INSIDE = /(?<!\d|\d\s?[-–—~至])(?:19|20)\d{2}\s?(?:年度?(?:末|底)?)?(?!\d|[-/.]\d)/gu;

/**
 * What does this heading name, for which year and in which unit?
 *
 * @remarks The words of year and unit are taken out of the name; a bracket that holds neither stays in it.
 *
 * @param path - the texts of the heading from top to bottom, merged cells filled
 * @example
 * ```ts @import.meta.vitest
 * expect(heading(["2022年", "地区生产总值(亿元)"])).toEqual({ name: "地区生产总值", when: { year: 2022, period: null }, part: null, unit: "亿元" });
 * expect(heading(["Life expectancy (male)"]).name).toBe("Life expectancy (male)");
 * ```
 */
export function heading(path: readonly string[]): Heading {
  let when: Period | null = null;
  let part: string | null = null;
  let unit: string | null = null;
  const names: string[] = [];
  for (const text of path) {
    let rest = plainText(text);
    const whole = period(rest);
    if (whole !== null && when === null) {
      when = whole;
      continue;
    }
    if (part === null && isPartHeading(rest)) {
      part = rest;
      continue;
    }
    ({ rest, unit } = takeUnit(rest, unit));
    if (when === null) ({ rest, when } = takeYear(rest));
    if (rest !== "" && rest !== names[names.length - 1]) names.push(rest);
  }
  // A heading that is nothing but a word for a unit is the name as well: cases.
  if (names.length === 0 && when === null && unit !== null && path.length === 1)
    names.push(plainText(path[0] as string));
  return { name: names.join(" / "), when, part, unit };
}

/** 单位：万元, standing alone: it holds for the table, not for the column it is printed over. */
export const isUnitLine = (text: string): boolean =>
  /^[(\uff08[]?\s*(?:(?:计量|金额|数量)?单位|units?)\s*[:\uff1a]/iu.test(text.trim());

/** A heading without tags, entities and line breaks. */
export const plainText = (text: string): string =>
  text
    .replace(/<[^<>]{1,200}>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replace(/\s+/g, " ")
    .trim();

function takeUnit(text: string, before: string | null): { rest: string; unit: string | null } {
  const stated = text.match(UNIT_OF);
  if (stated !== null) {
    const words = (stated[1] ?? stated[2] ?? "").trim();
    return { rest: tidy(text.replace(stated[0], "")), unit: words };
  }
  let unit = before;
  let rest = text;
  for (const found of text.matchAll(BRACKETED)) {
    const words = (found[1] as string).trim();
    if (unit !== before || !looksLikeUnit(words)) continue;
    unit = words;
    rest = rest.replace(found[0], " ");
  }
  if (unit === before && isUnit(rest) && rest !== "次") return { rest: "", unit: rest };
  return { rest: tidy(rest), unit };
}

function looksLikeUnit(words: string): boolean {
  if (isUnit(words) || WORDED.test(words) || COUNTED.test(words) || unitOf(words).exponent > 0) return true;
  return (
    HAN_UNIT.test(words) &&
    /[元人件吨里顷亩户个所份次率%台张只头时米克升度天年岁倍]$/u.test(words) &&
    period(words) === null
  );
}

function takeYear(text: string): { rest: string; when: Period | null } {
  const parts = [...text.matchAll(PART_INSIDE)];
  if (parts.length > 1) return { rest: text, when: null };
  const part = parts[0]?.[0];
  if (part !== undefined && period(part) !== null) return { rest: tidy(text.replace(part, " ")), when: period(part) };
  const found = [...text.matchAll(YEAR_INSIDE)];
  // Two years in one heading are a span or a comparison, not the year of the figure.
  if (found.length !== 1) return { rest: text, when: null };
  const words = (found[0] as RegExpMatchArray)[0];
  return { rest: tidy(text.replace(words, " ")), when: period(words.trim()) };
}

const tidy = (text: string) =>
  text
    .replace(/[(\uff08[]\s*[)\uff09\]]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,\uff0c、:\uff1a;_\-–—]+|[\s,\uff0c、:\uff1a;_\-–—]+$/gu, "")
    .trim();
