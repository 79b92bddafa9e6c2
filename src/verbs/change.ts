import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Direction } from "../model/indicator.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import {
  asTable,
  type Cell,
  type ColumnTable,
  fromRows,
  type Row,
  requireColumns,
  rowsOf,
  settled,
} from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { differenceInterval } from "../stats/square-and-add.ts";
import { requireAllowed } from "./allowed.ts";
import { type Better, polarityOf } from "./better.ts";
import { breaksOf } from "./breaks-of.ts";
import { CHANGE_COLUMNS } from "./change-columns.ts";
import { numbersOrNone, orNull, withFlag } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { FOLLOWED_BY } from "./compared-by.ts";
import { decomposeChanges, type YearPair } from "./decompose-changes.ts";
import { rowsOfGroup } from "./groups.ts";
import { type Limits, limitsAt } from "./limits-at.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";
import { statedSpans } from "./span-columns.ts";

export interface ChangeOptions {
  /** The two years; default the first and the last year of the table. */
  readonly from?: number;
  readonly to?: number;
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Which end is good; default from the column `direction`. */
  readonly better?: Better;
  /** Regions taken together in the decomposition; default those of one indicator, level and body. */
  readonly groups?: readonly string[];
  /** Years from which figures are counted in another way; those of the panel. */
  readonly breaks?: readonly SeriesBreak[];
  /** Residents figures per head are stated for; default 100 000. */
  readonly per?: number;
  readonly minimumCases?: number;
  /** Refusals to override, by code: `series.broken`, `period.partial`, `unit.mixed`, `cases.few`. */
  readonly allow?: readonly string[];
}

/**
 * By how much did each region's figure change between two years, and was it volume, mix or rate?
 *
 * @remarks
 * Unit: `change` is in the figures' own unit (percentage points for percent), `annual_percent` is compound growth a year.
 * Where both counts are there in both years: `volume_effect`, `mix_effect` and `rate_effect` are in cases and add up to the
 * change of the numerator; `mix_contribution` and `rate_contribution` are in the figures' unit and add up, over the regions
 * of a group, to the change of their common rate. Edges: `change_lower` and `change_upper`, null where open.
 * Chance: `change_interval_lower` and `change_interval_upper` at 95 % from the counts of both years (Newcombe's for rates).
 * Missing: null with the reason in `missing`; a series break between the years refuses the change (`series.broken`), part of
 * a year beside a whole one too, unless `allow` names it. Regions without counts are left out of the decomposition and
 * counted in `n_missing`.
 * Source: Kitagawa (1955), J. Am. Stat. Assoc. 50:1168–1194; Shapley values of volume × share × rate.
 *
 * @param input - a comparison of several years, or rows with region, year and a number
 * @returns one row per region, indicator and body with the columns of {@link CHANGE_COLUMNS}, in order of first appearance
 * @throws {@link ComparandaError} `column.missing`, `number.invalid` where `to` is not after `from`
 * @example
 * ```ts @import.meta.vitest
 * const rows = [{ region: "a", year: 2020, value: 40 }, { region: "a", year: 2022, value: 50 }]
 * expect(change(rows).array("change")).toEqual([10])
 * ```
 */
export function change(input: ColumnTable | Iterable<object>, options: ChangeOptions = {}): ColumnTable {
  const given = asTable(input);
  const { by = "value", minimumCases, allow = [], breaks = [] } = options;
  requireAllowed("change", allow);
  requireOneOf("change", "better", options.better, ENDS);
  requireColumns(given, "change", ["region", "year", by, ...(options.groups ?? [])]);
  const whole = settled(given);
  const there = (names: readonly string[]) => names.filter((name) => whole.columnNames().includes(name));
  const { table, values, groups, findings } = comparable(whole, {
    verb: "change",
    by,
    groups: there(["region", "indicator", "body"]),
    allow,
    ...(minimumCases !== undefined && { minimumCases }),
  });
  const span = yearsOf(numbersOrNone(table, "year"), options);
  const pairs: Pair[] = [];
  const years = numbersOrNone(table, "year");
  const rows = rowsOf(table);
  const polarity = polarityOf(table, by, options.better);
  const stated = statedSpans(table, values, by);
  const limits = by === "value" ? limitsAt(table, LEVEL, options.per ?? 100_000) : null;
  const found: Finding[] = [];
  for (let group = 0; group < groups.count; group += 1) {
    const own = rowsOfGroup(groups, group);
    const at = (year: number) => own.find((row) => years[row] === year && !Number.isNaN(values[row])) ?? -1;
    const pair = { head: own[0] as number, from: at(span.from), to: at(span.to), rows: own };
    const broken = breaksBetween(rows[pair.head] as Row, breaks, span);
    const refused = broken.length > 0 && pair.from !== -1 && pair.to !== -1;
    if (refused) found.push(...broken.map((one) => brokenFinding(one, rows[pair.head] as Row)));
    pairs.push({ ...pair, broken: refused, refused: refused && !allow.includes("series.broken") });
  }
  if (allow.includes("series.broken") && found.length > 0) {
    found.push(finding("note", "refusal.allowed", { verb: "change", code: "series.broken" }));
  }
  const parts = decomposeChanges(table, pairs, there(options.groups ?? FOLLOWED_BY), options.per ?? 100_000);
  found.push(...parts.findings);
  const changes = pairs.map((pair, i) => ({
    ...(rows[pair.head] as Row),
    ...changeOf(pair, { rows, values, stated, limits, polarity, span }),
    ...parts.rows[i],
  }));
  return withFindings(
    fromRows(changes, CHANGE_COLUMNS),
    allFindings(() => findingsOf(given), findings, found),
  );
}

interface Pair extends YearPair {
  readonly rows: Int32Array;
  readonly broken: boolean;
}

interface YearSpan {
  readonly from: number;
  readonly to: number;
}

function yearsOf(years: Float64Array, { from, to }: ChangeOptions): YearSpan {
  const known = years.filter((year) => !Number.isNaN(year)).sort();
  const span = { from: from ?? known[0] ?? Number.NaN, to: to ?? known.at(-1) ?? Number.NaN };
  if (years.length > 0 && !(span.to > span.from)) {
    const facts = { verb: "change", argument: "to", got: String(span.to), expected: `a year after ${span.from}` };
    throw new ComparandaError("number.invalid", facts);
  }
  return span;
}

function breaksBetween(head: Row, breaks: readonly SeriesBreak[], { from, to }: YearSpan): SeriesBreak[] {
  const concerned = breaksOf(breaks, {
    indicator: (head.indicator ?? null) as string | null,
    family: (head.family ?? null) as string | null,
  });
  return concerned.filter((one) => one.year > from && one.year <= to);
}

function brokenFinding({ year, reason_zh, reason_en }: SeriesBreak, head: Row): Finding {
  const place = { region: head.region as string, indicator: (head.indicator ?? null) as string | null, year };
  return finding("warning", "series.broken", { year, reason_zh, reason_en }, place);
}

interface Context {
  readonly rows: readonly Row[];
  readonly values: Float64Array;
  readonly stated: { readonly lower: Float64Array; readonly upper: Float64Array };
  readonly limits: Limits | null;
  readonly polarity: (row: number) => Direction;
  readonly span: YearSpan;
}

function changeOf(pair: Pair, { rows, values, stated, limits, polarity, span }: Context): Record<string, Cell> {
  const [first, last] = [orNull(values[pair.from]), orNull(values[pair.to])];
  const own = [...pair.rows].map((row) => rows[row] as Row);
  const flags = own.map((row) => row.flags as string | null | undefined).filter((one) => one != null);
  const shared = {
    from_year: span.from,
    to_year: span.to,
    from_value: first,
    to_value: last,
    flags: withFlag(flags.join(" "), ...(pair.broken ? ["series.broken"] : [])),
    note: pair.broken && !pair.refused ? "allow: series.broken" : null,
  };
  if (pair.refused) return { ...shared, missing: "not_comparable" };
  if (first === null || last === null) {
    const lacking = own.find((row) => row.year === (first === null ? span.from : span.to));
    return { ...shared, missing: (lacking?.missing as string | null | undefined) ?? "not_reported" };
  }
  const edge = (to: Float64Array, from: Float64Array) => {
    const difference = (to[pair.to] as number) - (from[pair.from] as number);
    return Number.isFinite(difference) ? difference : null;
  };
  const [lower, upper] = [edge(stated.lower, stated.upper), edge(stated.upper, stated.lower)];
  return {
    ...shared,
    change: last - first,
    change_lower: lower,
    change_upper: upper,
    ...(lower === upper && limits !== null && chanceOf(pair, values, limits)),
    change_percent: first > 0 ? (last / first - 1) * 100 : null,
    annual_percent: first > 0 && last > 0 ? ((last / first) ** (1 / (span.to - span.from)) - 1) * 100 : null,
    outcome: outcomeOf(lower, upper, polarity(pair.head)),
    missing: null,
  };
}

/** Level of the limits of chance of a change. */
const LEVEL = 0.95;

/** How far the change could move by chance alone, where both years have their counts. */
function chanceOf(pair: Pair, values: Float64Array, limits: Limits): Record<string, Cell> {
  const at = (row: number) => ({
    value: values[row] as number,
    lower: limits.lower[row] as number,
    upper: limits.upper[row] as number,
  });
  const { lower, upper } = differenceInterval(at(pair.to), at(pair.from));
  if (Number.isNaN(lower) || Number.isNaN(upper)) return {};
  return { change_interval_lower: lower, change_interval_upper: upper, change_interval_level: LEVEL };
}

/** Better or worse, higher or lower for neutral figures; `cannot_tell` where edges leave both open. */
function outcomeOf(lower: number | null, upper: number | null, polarity: Direction): string {
  if (lower === 0 && upper === 0) return "same";
  const up = lower !== null && lower > 0;
  if (!up && !(upper !== null && upper < 0)) return "cannot_tell";
  if (polarity === "neutral") return up ? "higher" : "lower";
  return up === (polarity === "higher_better") ? "better" : "worse";
}
