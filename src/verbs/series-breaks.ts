import { type Finding, finding, type Place } from "../model/finding.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import type { ColumnTable } from "../model/table.ts";
import { breaksOf } from "./breaks-of.ts";
import { dictionaryOf } from "./columns.ts";

/** A stretch of years: breaks after the first and up to the last of them part it. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

/** The breaks between first and last year of each series that has one and that they concern, by its number. */
export function brokenSeries(
  table: ColumnTable,
  heads: Int32Array,
  spanOf: (i: number) => YearSpan,
  breaks: readonly SeriesBreak[],
  concerns: (i: number) => boolean = () => true,
): Map<number, SeriesBreak[]> {
  const broken = new Map<number, SeriesBreak[]>();
  if (breaks.length === 0) return broken;
  const [indicators, families] = [dictionaryOf(table, "indicator"), dictionaryOf(table, "family")];
  heads.forEach((head, i) => {
    if (!concerns(i)) return;
    const inside = breaksWithin(breaks, { indicator: indicators.at(head), family: families.at(head) }, spanOf(i));
    if (inside.length > 0) broken.set(i, inside);
  });
  return broken;
}

/** The breaks of an indicator inside a stretch of years. */
export function breaksWithin(
  breaks: readonly SeriesBreak[],
  head: { readonly indicator: string | null; readonly family: string | null },
  { from, to }: YearSpan,
): SeriesBreak[] {
  return breaksOf(breaks, head).filter((one) => one.year > from && one.year <= to);
}

/** What is said of a break, and of breaks that were allowed. */
export function breakFindings(
  verb: string,
  broken: Iterable<readonly [place: Partial<Place>, breaks: readonly SeriesBreak[]]>,
  allow: readonly string[],
): Finding[] {
  const found: Finding[] = [...broken].flatMap(([place, breaks]) =>
    breaks.map(({ year, reason_zh, reason_en }) =>
      finding("warning", "series.broken", { year, reason_zh, reason_en }, { ...place, year }),
    ),
  );
  if (found.length > 0 && allow.includes("series.broken")) {
    found.push(finding("note", "refusal.allowed", { verb, code: "series.broken" }));
  }
  return found;
}
