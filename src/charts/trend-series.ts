import type { Language } from "../model/messages/message.ts";
import { type ChartSettings, highlighted } from "./chart-options.ts";
import type { ChartRow } from "./chart-row.ts";
import { bodyWord } from "./evidence.ts";
import { carried } from "./row-marks.ts";
import type { LineRow, Tone } from "./spec.ts";

/** Lines that are told apart by shape and shade; more than these are told apart by their names alone. */
const APART: readonly Tone[] = ["plain", "second", "third", "fourth"];

/** One line: figures of one region, indicator and body, by year. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ChartRow[];
  readonly tone: Tone;
}

/** Lines with the words that tell them apart: the region, and indicator and body where these differ. */
export function seriesOf(rows: readonly ChartRow[], settings: ChartSettings): Series[] {
  const groups = grouped(rows);
  const marked = highlighted(settings);
  const indicators = new Set(rows.map((row) => row.indicator)).size > 1;
  const bodies = new Set(rows.map((row) => row.body)).size > 1;
  return [...groups].map(([id, members], i) => {
    const [first] = members as [ChartRow];
    const parts = [
      first.name,
      indicators ? first.indicatorName : null,
      bodies ? bodyWord(first.body, settings.language) : null,
    ];
    const tone = marked.has(first.region) ? "highlight" : marked.size > 0 ? "muted" : (APART[i] ?? "muted");
    return {
      id,
      label: parts.filter((part) => part !== null).join(" "),
      rows: members.toSorted((a, b) => a.year - b.year),
      tone,
    };
  });
}

/** Rows of one line together; a region has a line for each indicator and body. */
function grouped(rows: readonly ChartRow[]): Map<string, ChartRow[]> {
  const groups = new Map<string, ChartRow[]>();
  for (const row of rows) {
    const id = [row.region, row.indicator, row.body ?? ""].join("|");
    const members = groups.get(id);
    if (members === undefined) groups.set(id, [row]);
    else members.push(row);
  }
  return groups;
}

/** Points of a line for every year it spans: a year without a figure and a break leave a gap. */
export function lineRows(series: Series, breaks: readonly number[], language: Language): LineRow[] {
  const known = series.rows.filter((row) => row.value !== null);
  const byYear = new Map(known.map((row) => [row.year, row]));
  const [first, last] = [known[0]?.year ?? 0, known.at(-1)?.year ?? -1];
  const rows: LineRow[] = [];
  for (let year = first; year <= last; year += 1) {
    const row = byYear.get(year);
    const gap = {
      key: series.id,
      tone: series.tone,
      evidence: null,
      series: series.id,
      x: year,
      y: null,
      dashed: false,
    };
    if (breaks.includes(year)) rows.push(gap);
    rows.push(row === undefined ? gap : { ...gap, ...carried(row, series.tone, language), y: row.value });
  }
  return rows;
}
