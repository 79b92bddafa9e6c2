import { type Finding, finding } from "../model/finding.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import {
  asTable,
  type Cell,
  type ColumnKind,
  type ColumnTable,
  fromRows,
  groupRows,
  requireColumns,
  rowsOf,
  settled,
} from "../model/table.ts";
import { findingsOf, withFindings } from "../model/table-findings.ts";
import { mannKendall } from "../stats/mann-kendall.ts";
import { olsTrend } from "../stats/ols-trend.ts";
import { theilSen } from "../stats/theil-sen.ts";
import { breaksOf } from "./breaks-of.ts";
import { LEAST_POINTS } from "./least-points.ts";

export interface TrendOptions {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Years from which figures are counted in another way; those of the panel. */
  readonly breaks?: readonly SeriesBreak[];
  /** Refusals to override, by code: `series.broken`. */
  readonly allow?: readonly string[];
  /** Confidence of slopes, and 1 − the p below which a direction is named; default 0.95. */
  readonly confidence?: number;
}

/** Why a series has no verdict, or which it has. */
export type Verdict = "rising" | "falling" | "no_clear_trend" | "too_few_points" | "series_broken";

/** Columns of a table of trends: one row a series. */
export const TREND_COLUMNS = {
  region: "string",
  name: "string",
  name_en: "string",
  indicator: "string",
  indicator_zh: "string",
  indicator_en: "string",
  body: "string",
  unit: "string",
  unit_zh: "string",
  direction: "string",
  first_year: "integer",
  last_year: "integer",
  first_value: "number",
  last_value: "number",
  change: "number",
  change_percent: "number",
  n_used: "integer",
  n_missing: "integer",
  gaps: "string",
  slope: "number",
  slope_lower: "number",
  slope_upper: "number",
  slope_method: "string",
  p: "number",
  p_method: "string",
  ols_slope: "number",
  ols_lower: "number",
  ols_upper: "number",
  verdict: "string",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

type SeriesRow = Readonly<Record<string, Cell>>;

const SAME = [
  "region",
  "name",
  "name_en",
  "indicator",
  "indicator_zh",
  "indicator_en",
  "body",
  "unit",
  "unit_zh",
  "direction",
];

/** The breaks between the first and the last year of a series. */
function breaksInside(row: SeriesRow, first: number, last: number, breaks: readonly SeriesBreak[]): SeriesBreak[] {
  const concerned = breaksOf(breaks, {
    indicator: (row.indicator ?? null) as string | null,
    family: (row.family ?? null) as string | null,
  });
  return concerned.filter((one) => one.year > first && one.year <= last);
}

function yearsWithout(years: readonly number[]): number[] {
  const present = new Set(years);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !present.has(year));
}

/** Slopes and tests of one series, on calendar years; null where there are too few points for any. */
function estimates(years: readonly number[], values: readonly number[], confidence: number): Record<string, Cell> {
  if (years.length < 3) return {};
  const sen = theilSen(years, values, { confidence });
  const kendall = mannKendall(years, values);
  const ols = olsTrend(years, values, { confidence });
  return {
    slope: sen.slope,
    slope_lower: sen.lower,
    slope_upper: sen.upper,
    slope_method: "theil-sen",
    p: kendall.p,
    p_method: `mann-kendall ${kendall.method}`,
    ols_slope: ols.slope,
    ols_lower: ols.lower,
    ols_upper: ols.upper,
  };
}

function verdictOf(estimate: Record<string, Cell>, points: number, broken: boolean, confidence: number): Verdict {
  if (broken) return "series_broken";
  if (points < LEAST_POINTS) return "too_few_points";
  if (typeof estimate.p !== "number" || estimate.p >= 1 - confidence || estimate.slope === 0) return "no_clear_trend";
  return (estimate.slope as number) > 0 ? "rising" : "falling";
}

function seriesTrend(
  rows: readonly SeriesRow[],
  options: TrendOptions,
): { row: Record<string, Cell>; found: Finding[] } {
  const { by = "value", breaks = [], allow = [], confidence = 0.95 } = options;
  const sorted = [...rows].sort((a, b) => (a.year as number) - (b.year as number));
  const used = sorted.filter((row) => row[by] !== null);
  const years = used.map((row) => row.year as number);
  const values = used.map((row) => row[by] as number);
  const head = sorted[0] as SeriesRow;
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null];
  const place = { region: head.region as string, indicator: head.indicator as string };
  const inside = breaksInside(head, years[0] ?? 0, years.at(-1) ?? 0, breaks);
  const found: Finding[] = inside.map(({ year, reason_zh, reason_en }) =>
    finding("warning", "series.broken", { year, reason_zh, reason_en }, { ...place, year }),
  );
  const broken = inside.length > 0 && !allow.includes("series.broken");
  const estimate = broken ? {} : estimates(years, values, confidence);
  const gaps = yearsWithout(years);
  const flags = new Set(
    sorted.flatMap((row) => String(row.flags ?? "").split(" ")).concat(found.map((one) => one.code)),
  );
  return {
    row: {
      ...Object.fromEntries(SAME.map((name) => [name, head[name] ?? null])),
      first_year: years[0] ?? null,
      last_year: years.at(-1) ?? null,
      first_value: first,
      last_value: last,
      change: first === null || last === null || used.length < 2 ? null : last - first,
      change_percent:
        first === null || last === null || used.length < 2 || first <= 0 ? null : (last / first - 1) * 100,
      n_used: used.length,
      n_missing: gaps.length,
      gaps: gaps.join(" ") || null,
      ...estimate,
      verdict: verdictOf(estimate, used.length, broken, confidence),
      flags: [...flags].filter((flag) => flag !== "").join(" ") || null,
    },
    found,
  };
}

/**
 * Does a figure rise or fall over the years, and is that more than chance?
 *
 * @remarks
 * Unit: slopes are in the unit of the values per calendar year; `change` is last minus first, in the same unit (percentage
 * points for percent). Missing: a year without a value is a gap, counted in `n_missing` and named in `gaps`, never filled.
 * Below five points there is no verdict; a series break between first and last year refuses slopes and verdict
 * (`series_broken`) unless `allow` names `series.broken`. Source: Theil–Sen slope, Mann–Kendall p (exact for up to 10 points
 * without ties), least squares on centred years beside them.
 *
 * @param input - a comparison of several years, or rows with region, year and a number
 * @returns one row per region, indicator and body with the columns of {@link TREND_COLUMNS}, in order of first appearance
 * @throws {@link ComparandaError} `column.missing`
 */
export function trend(input: ColumnTable | Iterable<object>, options: TrendOptions = {}): ColumnTable {
  const given = asTable(input);
  requireColumns(given, "trend", ["region", "year", options.by ?? "value"]);
  const table = settled(given);
  const rows = rowsOf(table);
  const groups = groupRows(
    table,
    ["region", "indicator", "body"].filter((name) => table.columnNames().includes(name)),
  );
  const withFigures = groups.filter((group) => group.some((row) => rows[row]?.[options.by ?? "value"] !== null));
  const results = withFigures.map((group) =>
    seriesTrend(
      group.map((row) => rows[row] as SeriesRow),
      options,
    ),
  );
  const findings = [...findingsOf(given), ...results.flatMap((result) => result.found)];
  return withFindings(
    fromRows(
      results.map((result) => result.row),
      TREND_COLUMNS,
    ),
    findings,
  );
}
