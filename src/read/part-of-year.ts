import { type Period, period } from "./period.ts";

const WHOLE = /^(?:全年|年度|合计|total|annual|year)$/iu;

/**
 * Which part of a year does a cell of a month or quarter column name, or a heading such as 3月?
 *
 * @param quarter - bare numbers count quarters, not months
 * @returns null where the text is no part of a year
 * @example
 * ```ts @import.meta.vitest
 * expect(partOfYear(2023, "3", false)).toEqual({ year: 2023, period: "2023-03/2023-03" });
 * expect(partOfYear(2023, "1-6月", false)).toEqual({ year: 2023, period: "2023-01/2023-06" });
 * expect(partOfYear(2023, "13", false)).toBe(null);
 * ```
 */
export function partOfYear(year: number, text: string, quarter: boolean): Period | null {
  const written = text.normalize("NFKC").trim();
  if (WHOLE.test(written)) return { year, period: null };
  if (/^M?\d{1,2}$/i.test(written)) {
    const number = written.replace(/^M/i, "");
    return period(`${year}${quarter ? `-Q${Number(number)}` : `-${number.padStart(2, "0")}`}`);
  }
  return period(`${year}年${written}`) ?? period(`${year}-${written}`);
}

/** Whether a heading names a month, several or a quarter of a year that is named elsewhere. */
export const isPartHeading = (text: string): boolean =>
  /^(?:1?\d(?:\s?[-–—~\uff5e至]\s?1?\d)?月份?|第?[一二三四]季度|第[1-4]季度|前[二三]季度|[上下]半年|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?)$/iu.test(
    text.trim(),
  ) && partOfYear(2000, text, false) !== null;

/** Whether the heading of a column says that its numbers count quarters. */
export const isQuarter = (heading: string): boolean => /^q|季|trim/iu.test(heading.trim());
