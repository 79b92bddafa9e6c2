import { type Finding, finding } from "../model/finding.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import { asTable, type Cell, type ColumnKind, type ColumnTable, requireColumns, settled } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { betaConvergence } from "../stats/beta-convergence.ts";
import type { OlsTrend } from "../stats/ols-trend.ts";
import type { Outcome } from "../stats/outcome.ts";
import { requireConfidence } from "../stats/require.ts";
import { sigmaConvergence } from "../stats/sigma-convergence.ts";
import { requireAllowed } from "./allowed.ts";
import { dictionaryOf, hasColumn, numbersOrNone } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { FOLLOWED_BY } from "./compared-by.ts";
import { groupsOf } from "./groups.ts";
import { LEAST_POINTS } from "./least-points.ts";
import { type RegionYears, regionYears } from "./region-years.ts";
import { type GroupAnswer, rowPerGroup } from "./row-per-group.ts";
import { breakFindings, breaksWithin } from "./series-breaks.ts";

export interface ConvergeOptions {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Columns that part the groups; default those of indicator, level and body that the table has. */
  readonly groups?: readonly string[];
  /** Years from which figures are counted in another way; those of the panel. */
  readonly breaks?: readonly SeriesBreak[];
  /** 1 − the p below which a direction is named; default 0.95. */
  readonly confidence?: number;
  readonly minimumCases?: number;
  /** Refusals to override, by code: `series.broken`, `cases.few`, `body.mixed`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
}

/** Columns of a table of convergence after those that part the groups: one row a group. */
export const CONVERGENCE_COLUMNS = {
  indicator_zh: "string",
  indicator_en: "string",
  first_year: "integer",
  last_year: "integer",
  n_years: "integer",
  sd_log_first: "number",
  sd_log_last: "number",
  sd_log_slope: "number",
  sd_log_p: "number",
  cv_first: "number",
  cv_last: "number",
  cv_slope: "number",
  cv_p: "number",
  sigma: "string",
  beta: "number",
  beta_error: "number",
  beta_p: "number",
  r_squared: "number",
  speed: "number",
  half_life: "number",
  beta_verdict: "string",
  method: "string",
  verdict_level: "number",
  n_used: "integer",
  n_missing: "integer",
  missing: "string",
  note: "string",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

/**
 * Do regions draw together over the years (sigma), and do those that started low catch up (beta)?
 *
 * @remarks
 * Unit: slopes per calendar year, `speed` a share of the gap per year, `half_life` in years. `sigma` and `beta_verdict` say
 * `converging`, `diverging` or `no_clear_trend` at the confidence asked for; below five years, or three regions,
 * `too_few_points`. Missing: a region that lacks one of the years is left out of sigma, one that lacks the first or last
 * year out of beta; `n_used` are the regions with all years. Figures of 0 or below (`value.unsuitable`), fewer than two
 * years or regions (`group.few`) and a series break between the years (`series.broken`) refuse the group, the last one
 * unless `allow` names it.
 * Source: Barro & Sala-i-Martin (1992), J. Polit. Econ. 100:223–251.
 *
 * @param input - a comparison of several years, or rows with region, year and a number
 * @returns one row per group, in order of first appearance, with the columns that part the groups and those of
 * {@link CONVERGENCE_COLUMNS}
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` where `allow` names no refusal
 * @example
 * ```ts @import.meta.vitest
 * const starts = [20, 35, 50, 80, 120], ends = [40, 50, 62, 90, 125]
 * const rows = starts.flatMap((start, i) => [
 *   { region: `r${i}`, year: 2000, value: start }, { region: `r${i}`, year: 2015, value: ends[i] },
 * ])
 * expect(converge(rows).array("beta")[0]).toBeCloseTo(-0.023617, 6)
 * ```
 */
export function converge(input: ColumnTable | Iterable<object>, options: ConvergeOptions = {}): ColumnTable {
  const given = asTable(input);
  const { by = "value", minimumCases, allow = [] } = options;
  requireAllowed("converge", options.allow);
  requireConfidence("converge", options.confidence ?? 0.95);
  requireColumns(given, "converge", ["region", "year", by, ...(options.groups ?? [])]);
  const whole = settled(given);
  const there = (names: readonly string[]) => names.filter((name) => hasColumn(whole, name));
  const names = options.groups ?? there(FOLLOWED_BY);
  const { table, values, findings } = comparable(whole, {
    verb: "converge",
    by,
    groups: [...names, ...there(["year"])],
    allow,
    ...(minimumCases !== undefined && { minimumCases }),
  });
  const [regions, year] = [dictionaryOf(table, "region"), numbersOrNone(table, "year")];
  const [indicators, families] = [dictionaryOf(table, "indicator"), dictionaryOf(table, "family")];
  const answer = (own: Int32Array) => {
    const first = own[0] as number;
    const head = { indicator: indicators.at(first), family: families.at(first) };
    return convergence(regionYears(own, regions, year, values), head, options);
  };
  const result = rowPerGroup(table, groupsOf(table, names), names, CONVERGENCE_COLUMNS, answer);
  return withFindings(
    result.table,
    allFindings(() => findingsOf(given), findings, result.found),
  );
}

interface Head {
  readonly indicator: string | null;
  readonly family: string | null;
}

function convergence({ years, columns }: RegionYears, head: Head, options: ConvergeOptions): GroupAnswer {
  const { breaks = [], allow = [], confidence = 0.95 } = options;
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const inside = breaksWithin(breaks, head, { from: first, to: last });
  const found = breakFindings("converge", [[{ indicator: head.indicator }, inside]], allow);
  const allowed = inside.length > 0 && allow.includes("series.broken");
  const shared: Record<string, Cell> = {
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    n_years: years.length,
    n_used: 0,
    n_missing: columns[0]?.length ?? 0,
    note: allowed ? "allow: series.broken" : null,
  };
  const refused = (reason: Finding[]) => ({
    row: { ...shared, missing: "not_comparable" },
    found: [...found, ...reason],
  });
  if (inside.length > 0 && !allowed) return refused([]);
  if (years.length < 2) return refused([few(head, years.length)]);
  const sigma = sigmaConvergence(years, columns);
  const beta = betaConvergence(columns[0] as Float64Array, columns.at(-1) as Float64Array, [first, last]);
  if (sigma.reason === "not_positive" || beta.reason === "not_positive") {
    const facts = { verb: "converge", method: "the logarithm", got: "figures of 0 or below" };
    return refused([finding("warning", "value.unsuitable", facts, { indicator: head.indicator })]);
  }
  if (sigma.reason !== null || beta.reason !== null) return refused([few(head, sigma.n ?? 0)]);
  const verdictOf = (change: number, p: number | null, points: number, least: number) => {
    if (points < least) return "too_few_points";
    if (p === null || p >= 1 - confidence) return "no_clear_trend";
    return change < 0 ? "converging" : "diverging";
  };
  const log = line(sigma.trendSdLog);
  const cv = line(sigma.trendCv);
  const row = {
    ...shared,
    sd_log_first: sigma.sdLog[0] ?? null,
    sd_log_last: sigma.sdLog.at(-1) ?? null,
    sd_log_slope: log.slope,
    sd_log_p: log.p,
    cv_first: sigma.cv[0] ?? null,
    cv_last: sigma.cv.at(-1) ?? null,
    cv_slope: cv.slope,
    cv_p: cv.p,
    sigma: verdictOf(log.slope ?? 0, log.p, years.length, LEAST_POINTS),
    beta: beta.beta,
    beta_error: beta.standardError,
    beta_p: beta.p,
    r_squared: beta.rSquared,
    speed: beta.speed,
    half_life: beta.halfLife,
    beta_verdict: verdictOf(beta.beta, beta.p, beta.n, 3),
    method: "sigma and beta, least squares",
    verdict_level: confidence,
    n_used: sigma.n,
    n_missing: sigma.missing,
    missing: null,
  };
  return { row, found };
}

const line = (trend: Outcome<OlsTrend>) => ({ slope: trend.slope, p: trend.p });

const few = ({ indicator }: Head, used: number): Finding =>
  finding("warning", "group.few", { verb: "converge", used, least: 2 }, { indicator });
