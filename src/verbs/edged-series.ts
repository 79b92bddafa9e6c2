import { type Finding, finding, type Place } from "../model/finding.ts";
import { type TrendOfSpans, trendOfSpans } from "../stats/trend-of-spans.ts";
import type { SeriesRows } from "./series-of-rows.ts";
import type { StatedSpans } from "./span-columns.ts";

/** What the edges of its figures leave open in a series. */
export interface EdgedSeries {
  /** How many of its figures are not exact. */
  readonly edged: number;
  readonly used: number;
  /** Null for a series too short for a slope. */
  readonly trend: TrendOfSpans | null;
}

/** The series that have figures with edges, by number. */
export function edgedSeries(
  { count, rows, starts }: SeriesRows,
  years: Float64Array,
  spans: StatedSpans,
  significance: number,
): Map<number, EdgedSeries> {
  const series = new Map<number, EdgedSeries>();
  if (!spans.any) return series;
  for (let i = 0; i < count; i += 1) {
    const own = rows.subarray(starts[i], starts[i + 1]);
    const edged = own.filter((row) => spans.edged[row] === 1).length;
    if (edged === 0) continue;
    const [at, lower, upper] = [years, spans.lower, spans.upper].map((column) =>
      Float64Array.from(own, (row) => column[row] as number),
    ) as [Float64Array, Float64Array, Float64Array];
    const trend = own.length < 3 ? null : trendOfSpans(at, lower, upper, significance);
    series.set(i, { edged, used: own.length, trend });
  }
  return series;
}

/** What is said of series whose figures are not all exact. */
export function edgedFindings(
  series: ReadonlyMap<number, EdgedSeries>,
  place: (i: number) => Partial<Place>,
): Finding[] {
  return [...series].map(([i, { edged, used }]) => {
    const { region = null, indicator = null } = place(i);
    return finding("note", "series.edged", { edged, used }, { region, indicator });
  });
}
