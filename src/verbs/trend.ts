import { type Finding, finding } from "../model/finding.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import {
  asTable,
  type Column,
  type ColumnTable,
  DictionaryColumn,
  requireColumns,
  settled,
  tableOf,
} from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { requireConfidence } from "../stats/require.ts";
import { requireAllowed } from "./allowed.ts";
import { type Better, polarityOf } from "./better.ts";
import { breaksOf } from "./breaks-of.ts";
import { constantText, dictionaryOf, editedTexts, hasColumn, numbersOrNone, takenTexts, withFlag } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { estimateColumns, estimateSeries } from "./estimate-series.ts";
import { rowsOfGroup } from "./groups.ts";
import { LEAST_POINTS } from "./least-points.ts";
import { proportionTrends } from "./proportion-trends.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";
import { seriesChanges } from "./series-changes.ts";
import type { EstimateColumns } from "./series-estimates.ts";
import { type SeriesRows, seriesOfRows } from "./series-of-rows.ts";
import { SAME_IN_SERIES, TREND_COLUMNS } from "./trend-columns.ts";

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

/** Why a series has no verdict, or which it has. */
export type Verdict = "rising" | "falling" | "no_clear_trend" | "too_few_points" | "series_broken";

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
  const broken = brokenSeries(table, heads, series, years, options.breaks ?? []);
  const refuses = (i: number) => broken.has(i) && !allow.includes("series.broken");
  const estimates = estimateSeries(series, years, values, confidence, refuses);
  const found = [...broken].flatMap(([i, breaks]) =>
    breaks.map((one) => brokenFinding(table, heads[i] as number, one)),
  );
  if (broken.size > 0 && allow.includes("series.broken")) {
    found.push(finding("note", "refusal.allowed", { verb: "trend", code: "series.broken" }));
  }
  const note = new Map([...broken.keys()].map((i) => [i, refuses(i) ? null : "allow: series.broken"]));
  const columns: Record<string, Column> = {
    ...labelsOf(table, heads),
    ...seriesChanges(series, years, values),
    ...estimateColumns(estimates, series.count, confidence),
    ...proportionTrends(table, series, years, refuses),
    ...verdictColumns(series, estimates, confidence, refuses, polarityOf(table, by, options.better), heads),
    note: editedTexts(constantText(null, series.count), note),
    flags: flagsOf(table, series, groups, broken),
  };
  const ordered = Object.fromEntries(Object.keys(TREND_COLUMNS).map((name) => [name, columns[name] as Column]));
  return withFindings(
    tableOf(ordered),
    allFindings(() => findingsOf(given), findings, found),
  );
}

function labelsOf(table: ColumnTable, heads: Int32Array): Record<string, Column> {
  return Object.fromEntries(SAME_IN_SERIES.map((name) => [name, takenTexts(table, name, heads)]));
}

/** The breaks between first and last year of each series that has one. */
function brokenSeries(
  table: ColumnTable,
  heads: Int32Array,
  { rows, starts }: SeriesRows,
  years: Float64Array,
  breaks: readonly SeriesBreak[],
): Map<number, SeriesBreak[]> {
  const broken = new Map<number, SeriesBreak[]>();
  if (breaks.length === 0) return broken;
  const [indicators, families] = [dictionaryOf(table, "indicator"), dictionaryOf(table, "family")];
  heads.forEach((head, i) => {
    const [first, last] = [rows[starts[i] as number], rows[(starts[i + 1] as number) - 1]].map(
      (row) => years[row as number],
    );
    const concerned = breaksOf(breaks, { indicator: indicators.at(head), family: families.at(head) });
    const inside = concerned.filter((one) => one.year > (first as number) && one.year <= (last as number));
    if (inside.length > 0) broken.set(i, inside);
  });
  return broken;
}

function brokenFinding(table: ColumnTable, head: number, { year, reason_zh, reason_en }: SeriesBreak): Finding {
  const [region, indicator] = ["region", "indicator"].map((name) => dictionaryOf(table, name).at(head));
  const place = { region: region ?? null, indicator: indicator ?? null, year };
  return finding("warning", "series.broken", { year, reason_zh, reason_en }, place);
}

const VERDICTS: readonly Verdict[] = ["rising", "falling", "no_clear_trend", "too_few_points", "series_broken"];
const OUTCOMES = ["better", "worse", "higher", "lower"] as const;

function verdictColumns(
  { count, starts }: SeriesRows,
  { p, slope }: EstimateColumns,
  confidence: number,
  refuses: (i: number) => boolean,
  polarity: ReturnType<typeof polarityOf>,
  heads: Int32Array,
): Record<string, Column> {
  const verdictOf = (i: number): Verdict => {
    if (refuses(i)) return "series_broken";
    if ((starts[i + 1] as number) - (starts[i] as number) < LEAST_POINTS) return "too_few_points";
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

/** All flags of the rows of each series, and that of a break. */
function flagsOf(
  table: ColumnTable,
  series: SeriesRows,
  groups: Parameters<typeof rowsOfGroup>[0],
  broken: ReadonlyMap<number, unknown>,
): DictionaryColumn {
  const joined = new Map<number, string | null>();
  if (hasColumn(table, "flags")) {
    const flags = dictionaryOf(table, "flags");
    for (let i = 0; i < series.count; i += 1) {
      let all: string | null = null;
      for (const row of rowsOfGroup(groups, series.group[i] as number)) {
        if (flags.codes[row] !== -1) all = withFlag(all, ...(flags.at(row) as string).split(" "));
      }
      if (all !== null) joined.set(i, all);
    }
  }
  for (const i of broken.keys()) joined.set(i, withFlag(joined.get(i) ?? null, "series.broken"));
  return editedTexts(constantText(null, series.count), joined);
}
