import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ChartRow } from "./chart-row.ts";
import { valueInWords } from "./quantity.ts";

/** As many regions share a sentence. */
const NAMED = 2;

/**
 * One sentence about a ranking: where the regions brought out stand, or who is highest and lowest.
 *
 * @remarks
 * Null where it could not be said for sure: another value is only an edge or an approximation, or too many share a place.
 *
 * @param known - rows with a value
 * @param marked - codes of the regions brought out
 */
export function rankTakeaway(
  known: readonly ChartRow[],
  marked: ReadonlySet<string>,
  language: Language,
): string | null {
  const say = CHART_WORDS[language];
  const shown = known.filter((row) => marked.has(row.region) && row.rank !== null).slice(0, NAMED);
  if (shown.length > 0) {
    const standing = (row: ChartRow) =>
      say.standing(row.name, valueInWords(row, language), say.rankLine(row.rank as number, row.rankFrom, row.rankTo));
    return say.sentence(shown.map(standing).join(say.pause));
  }
  const values = known.map((row) => row.value as number);
  const at = (value: number) => known.filter((row) => row.value === value);
  const [highest, lowest] = [at(Math.max(...values)), at(Math.min(...values))];
  const [high, low] = [highest[0], lowest[0]];
  if (high === undefined || low === undefined || high.value === low.value) return null;
  if (highest.length > NAMED || lowest.length > NAMED) return null;
  const certain = known.every(
    (row) =>
      row.qualifier === "exact" ||
      (row === high && highest.length === 1 && (row.qualifier === "at_least" || row.qualifier === "over")) ||
      (row === low && lowest.length === 1 && (row.qualifier === "at_most" || row.qualifier === "under")),
  );
  if (!certain) return null;
  const names = (rows: readonly ChartRow[]) => say.list(rows.map((row) => row.name));
  return say.sentence(
    say.extremes(names(highest), valueInWords(high, language), names(lowest), valueInWords(low, language)),
  );
}
