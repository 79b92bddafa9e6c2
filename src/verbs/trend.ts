import type { SeriesBreak } from "../model/series-break.ts";
import {
  asTable,
  type Column,
  type ColumnTable,
  DictionaryBuilder,
  DictionaryColumn,
  requireColumns,
  settled,
  tableOf,
} from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { requireConfidence } from "../stats/require.ts";
import { append } from "../util/append.ts";
import { requireAllowed } from "./allowed.ts";
import { type Better, polarityOf } from "./better.ts";
import { hasColumn, numberColumns, numbersOrNone } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { type EdgedSeries, edgedFindings, edgedSeries } from "./edged-series.ts";
import { estimateColumns, estimateSeries } from "./estimate-series.ts";
import { LEAST_POINTS } from "./least-points.ts";
import { placing } from "./place-of-row.ts";
import { proportionTrends } from "./proportion-trends.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";
import { breakFindings, brokenSeries } from "./series-breaks.ts";
import { seriesChanges } from "./series-changes.ts";
import type { EstimateColumns } from "./series-estimates.ts";
import { seriesFlags } from "./series-flags.ts";
import { labelsOfSeries } from "./series-labels.ts";
import { type SeriesRows, seriesOfRows } from "./series-of-rows.ts";
import { statedSpans } from "./span-columns.ts";
import { TREND_COLUMNS } from "./trend-columns.ts";

export { TREND_COLUMNS } from "./trend-columns.ts";

export interface TrendOptions {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Years from which figures are counted in another way; those of the panel. */
  readonly breaks?: readonly SeriesBreak[];
  /** Which end is good; default from the column `direction`, neutral figures being only higher or lower. */
  readonly better?: Better;
  /** Cases a figure must rest on; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `series.broken`, `cases.few`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
  /** Confidence of slopes, and 1 − the p below which a direction is named; default 0.95. */
  readonly confidence?: number;
}

/** Why a series has no verdict, or which it has; `cannot_tell` where edges leave it open. */
export type Verdict = "rising" | "falling" | "no_clear_trend" | "too_few_points" | "series_broken" | "cannot_tell";

/**
 * Does a figure rise or fall over the years, and is that more than chance?
 *
 * @remarks
 * Unit: slopes are in the unit of the values per calendar year; `change` is last minus first, in the same unit (percentage
 * points for percent); `last_change` is the last year minus the calendar year before it; `index` is the last value where the
 * first is 100. Missing: a year without a value is a gap, counted in `n_missing` and named in `gaps`, never filled.
 * Below five points there is no verdict; a series break between first and last year refuses slopes and verdict
 * (`series_broken`) unless `allow` names `series.broken`; figures of part of a year, of another unit or of fewer cases than
 * `minimumCases` are gaps with a finding. `outcome` says better or worse where the indicator has a direction.
 * Edges: all numbers are those of the figures as stated; `n_edged` of them are not exact (`series.edged` in flags and
 * findings), between `slope_from` and `slope_to` lies the Theil–Sen slope whatever the true values are (null where that is
 * open, and where all are exact), and a verdict is the one that every value within the edges gives, otherwise `cannot_tell`.
 * Where both counts are there, `proportion_p` is the Cochran–Armitage test and `recent` the recent trend of the last five
 * unbroken years. Source: Theil–Sen slope, Mann–Kendall p (exact for up to 10 points without ties), least squares on
 * centred years beside them.
 *
 * @param input - a comparison of several years, or rows with region, year and a number
 * @returns one row per region, indicator and body with the columns of {@link TREND_COLUMNS}, in order of first appearance;
 * series without any figure are left out
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` where `allow` names no refusal
 */
export function trend(input: ColumnTable | Iterable<object>, options: TrendOptions = {}): ColumnTable {
  const given = asTable(input);
  const { by = "value", minimumCases, allow = [], confidence = 0.95 } = options;
  requireAllowed("trend", options.allow);
  requireOneOf("trend", "better", options.better, ENDS);
  requireConfidence("trend", confidence);
  requireColumns(given, "trend", ["region", "year", by]);
  const whole = settled(given);
  const { table, values, groups, findings } = comparable(whole, {
    verb: "trend",
    by,
    groups: ["region", "indicator", "body"].filter((name) => hasColumn(whole, name)),
    allow,
    ...(minimumCases !== undefined && { minimumCases }),
  });
  const years = numbersOrNone(table, "year");
  const series = seriesOfRows(groups, years, values);
  const heads = series.group.map((group) => groups.rows[groups.starts[group] as number] as number);
  const yearAt = (at: number) => years[series.rows[at] as number] as number;
  const spanOf = (i: number) => ({
    from: yearAt(series.starts[i] as number),
    to: yearAt((series.starts[i + 1] as number) - 1),
  });
  const broken = brokenSeries(table, heads, spanOf, options.breaks ?? []);
  const refuses = (i: number) => broken.has(i) && !allow.includes("series.broken");
  const estimates = estimateSeries(series, years, values, confidence, refuses);
  const edged = edgedSeries(series, years, statedSpans(table, values, by), 1 - confidence);
  const place = placing(table);
  const found = breakFindings(
    "trend",
    [...broken].map(([i, breaks]) => [place(heads[i] as number), breaks] as const),
    allow,
  );
  append(
    found,
    edgedFindings(edged, (i) => place(heads[i] as number)),
  );
  const codes = new Map([...edged.keys()].map((i) => [i, ["series.edged"]]));
  for (const i of broken.keys()) codes.set(i, ["series.broken", ...(codes.get(i) ?? [])]);
  const columns: Record<string, Column> = {
    ...labelsOfSeries(table, heads),
    ...seriesChanges(series, years, values),
    ...estimateColumns(estimates, series.count, confidence),
    ...proportionTrends(table, series, years, refuses),
    ...edgeColumns(series.count, edged, refuses),
    ...verdictColumns(series, estimates, confidence, refuses, edged, polarityOf(table, by, options.better), heads),
    note: notesOf(series.count, edged, (i) => broken.has(i) && !refuses(i)),
    flags: seriesFlags(table, groups, series.group, codes),
  };
  const ordered = Object.fromEntries(Object.keys(TREND_COLUMNS).map((name) => [name, columns[name] as Column]));
  return withFindings(
    tableOf(ordered),
    allFindings(() => findingsOf(given), findings, found),
  );
}

/** How many figures of each series are not exact, and between which slopes its slope lies. */
function edgeColumns(
  count: number,
  edged: ReadonlyMap<number, EdgedSeries>,
  refuses: (i: number) => boolean,
): Record<string, Column> {
  const empty = () => new Float64Array(count).fill(Number.NaN);
  const to = { n_edged: new Float64Array(count), slope_from: empty(), slope_to: empty() };
  for (const [i, one] of edged) {
    to.n_edged[i] = one.edged;
    if (one.trend === null || refuses(i)) continue;
    if (Number.isFinite(one.trend.lower)) to.slope_from[i] = one.trend.lower;
    if (Number.isFinite(one.trend.upper)) to.slope_to[i] = one.trend.upper;
  }
  return numberColumns(to);
}

/** What was allowed in a series, and how many of its figures are not exact. */
function notesOf(count: number, edged: ReadonlyMap<number, EdgedSeries>, allowed: (i: number) => boolean): Column {
  const notes = new DictionaryBuilder();
  for (let i = 0; i < count; i += 1) {
    const one = edged.get(i);
    const edges = one === undefined ? [] : [`edges: ${one.edged} of ${one.used}`];
    notes.push([...(allowed(i) ? ["allow: series.broken"] : []), ...edges].join("; ") || null);
  }
  return notes.finish();
}

const VERDICTS: readonly Verdict[] = [
  "rising",
  "falling",
  "no_clear_trend",
  "too_few_points",
  "series_broken",
  "cannot_tell",
];
const DIRECTIONS = { rising: "rising", falling: "falling", none: "no_clear_trend" } as const;
const OUTCOMES = ["better", "worse", "higher", "lower"] as const;

function verdictColumns(
  { count, starts }: SeriesRows,
  { p, slope }: EstimateColumns,
  confidence: number,
  refuses: (i: number) => boolean,
  edged: ReadonlyMap<number, EdgedSeries>,
  polarity: ReturnType<typeof polarityOf>,
  heads: Int32Array,
): Record<string, Column> {
  const verdictOf = (i: number): Verdict => {
    if (refuses(i)) return "series_broken";
    if ((starts[i + 1] as number) - (starts[i] as number) < LEAST_POINTS) return "too_few_points";
    const spanned = edged.get(i)?.trend;
    if (spanned != null) return spanned.direction === null ? "cannot_tell" : DIRECTIONS[spanned.direction];
    if (!((p[i] as number) < 1 - confidence) || slope[i] === 0) return "no_clear_trend";
    return (slope[i] as number) > 0 ? "rising" : "falling";
  };
  const verdicts = new Int32Array(count);
  const outcomes = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i += 1) {
    const verdict = verdictOf(i);
    verdicts[i] = VERDICTS.indexOf(verdict);
    if (verdict !== "rising" && verdict !== "falling") continue;
    const side = polarity(heads[i] as number);
    if (side === "neutral") outcomes[i] = verdict === "rising" ? 2 : 3;
    else outcomes[i] = (verdict === "rising") === (side === "higher_better") ? 0 : 1;
  }
  return { verdict: new DictionaryColumn(verdicts, VERDICTS), outcome: new DictionaryColumn(outcomes, OUTCOMES) };
}
