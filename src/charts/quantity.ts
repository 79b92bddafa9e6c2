import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import { formatNumber } from "../util/format-number.ts";
import { significantDigits } from "../util/significant-digits.ts";
import type { ChartRow } from "./chart-row.ts";

type UnitOf = Pick<ChartRow, "unit" | "unitZh">;

/** A count by so many residents. */
const PER_RESIDENTS = /^(.+)_per_(\d+)$/;

/** The unit in words; empty where a number is without one. `case_per_100000` is a count by so many residents. */
export function unitWord(row: UnitOf, language: Language): string {
  if (language === "zh-CN" && row.unitZh !== null && row.unit !== "percent") return row.unitZh;
  const words = CHART_WORDS[language];
  const [, counted, residents] = PER_RESIDENTS.exec(row.unit) ?? [];
  const word = (unit: string) => words.unit[unit] ?? unit.replaceAll("_", " ");
  if (counted === undefined || residents === undefined) return word(row.unit);
  const size = Number(residents);
  return words.perResidents(word(counted), formatNumber(size, language, { upTo: size }));
}

/** The name of what a row measures: of the indicator, and by how many residents it is divided. */
export function measureName(row: ChartRow, language: Language): string {
  const residents = PER_RESIDENTS.exec(row.unit)?.[2];
  if (residents === undefined) return row.indicatorName;
  const size = Number(residents);
  return CHART_WORDS[language].measurePer(row.indicatorName, formatNumber(size, language, { upTo: size }));
}

const isShort = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-7;

/** A number with at most two decimals is printed whole, others to three figures. */
function digits(value: number): { digits?: number } {
  return isShort(value) ? { digits: 2 } : {};
}

/** A value as a label prints it: the per cent sign is kept, longer units stand on the axis. */
export function shortQuantity(value: number, row: UnitOf, language: Language): string {
  return formatNumber(value, language, digits(value)) + (row.unit === "percent" ? "%" : "");
}

/** A value as a sentence prints it, with its unit. */
export function quantity(value: number, row: UnitOf, language: Language): string {
  if (row.unit === "percent") return shortQuantity(value, row, language);
  const word = unitWord(row, language);
  const space = word === "" || (language === "zh-CN" && !/^[A-Za-z]/.test(word)) ? "" : " ";
  return shortQuantity(value, row, language) + space + word;
}

/** What a row says, in words: `98%以上`, or the reason why there is no number. */
export function valueInWords(row: ChartRow, language: Language, short = false): string {
  const words = CHART_WORDS[language];
  if (row.value === null) return row.missing === null ? words.noValue : words.missing[row.missing];
  return words.qualifier[row.qualifier]((short ? shortQuantity : quantity)(row.value, row, language));
}

/**
 * Values of a column below each other. Numbers as reported keep their decimals; computed ones have the same number each,
 * as three figures of the smallest need, but at most one more than the largest needs.
 */
export function columnInWords(rows: readonly ChartRow[], language: Language): string[] {
  const values = rows.map((row) => row.value).filter((value) => value !== null);
  if (values.every(isShort)) return rows.map((row) => valueInWords(row, language, true));
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  const shared = Math.min(significantDigits(Math.min(...sizes)), significantDigits(Math.max(...sizes)) + 1);
  const print = (value: number) => formatNumber(value, language, { digits: shared, least: shared });
  return rows.map((row) =>
    row.value === null
      ? valueInWords(row, language)
      : CHART_WORDS[language].qualifier[row.qualifier](print(row.value) + (row.unit === "percent" ? "%" : "")),
  );
}
