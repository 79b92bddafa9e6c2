import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import { formatNumber } from "../util/format-number.ts";
import { type ChartRow, knownBody } from "./chart-row.ts";
import { quantity, valueInWords } from "./quantity.ts";

/** The body in words; one the model does not know is printed as it is. */
export function bodyWord(body: string | null, language: Language): string | null {
  const known = knownBody(body);
  return known === null ? body : CHART_WORDS[language].body[known];
}

const MONTHS = /^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/;

/** The span of a row in words: its year, or the months where it is not the whole year. */
export function periodInWords({ year, period }: ChartRow, language: Language): string {
  const words = CHART_WORDS[language];
  if (period === null) return words.year(year);
  const [from, fromMonth, to, toMonth] = (MONTHS.exec(period) ?? []).slice(1).map(Number);
  if (from === undefined || fromMonth === undefined || to === undefined || toMonth === undefined) return period;
  return words.months([from, fromMonth], [to, toMonth]);
}

/**
 * What a tooltip says of a row: region and year, indicator and body, value, numeral as written, interval, counts, rank,
 * source and place in it. What the row does not know is left out.
 */
export function evidence(row: ChartRow, language: Language): string {
  const words = CHART_WORDS[language];
  const count = (value: number) => formatNumber(value, language, { digits: 0 });
  const interval = row.intervalLower !== null && row.intervalUpper !== null;
  const counts = row.numerator !== null && row.denominator !== null;
  const parts = [
    `${row.name} ${periodInWords(row, language)}`,
    words.labelled(row.indicatorName, valueInWords(row, language)),
    bodyWord(row.body, language),
    row.asWritten === null ? null : words.written(row.asWritten),
    interval
      ? words.intervalText(
          quantity(row.intervalLower as number, row, language),
          quantity(row.intervalUpper as number, row, language),
        )
      : null,
    counts ? words.counts(count(row.numerator as number), count(row.denominator as number)) : null,
    row.rank === null ? null : words.rankLine(row.rank, row.rankFrom, row.rankTo),
    row.source,
    row.locator,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
