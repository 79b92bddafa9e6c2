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
    `${row.name} ${row.period ?? words.year(row.year)}`,
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
