import { ComparandaError } from "../model/errors.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import { asTable, type Column, type ColumnTable, requireColumns, settled, tableOf } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { requireAllowed } from "./allowed.ts";
import { type Better, polarityOf } from "./better.ts";
import { CHANGE_COLUMNS } from "./change-columns.ts";
import { constantNumber, constantText, editedTexts, hasColumn, numbersOrNone } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { FOLLOWED_BY } from "./compared-by.ts";
import { decomposeChanges } from "./decompose-changes.ts";
import { limitsAt } from "./limits-at.ts";
import { CHANGE_LEVEL, missingChanges, pairChanges } from "./pair-changes.ts";
import { placing } from "./place-of-row.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";
import { breakFindings, brokenSeries, type YearSpan } from "./series-breaks.ts";
import { seriesFlags } from "./series-flags.ts";
import { labelsOfSeries } from "./series-labels.ts";
import { statedSpans } from "./span-columns.ts";
import { yearPairs } from "./year-pairs.ts";

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
  const { by = "value", minimumCases, allow = [] } = options;
  requireAllowed("change", allow);
  requireOneOf("change", "better", options.better, ENDS);
  requireColumns(given, "change", ["region", "year", by, ...(options.groups ?? [])]);
  const whole = settled(given);
  const there = (names: readonly string[]) => names.filter((name) => hasColumn(whole, name));
  const { table, values, groups, findings } = comparable(whole, {
    verb: "change",
    by,
    groups: there(["region", "indicator", "body"]),
    allow,
    ...(minimumCases !== undefined && { minimumCases }),
  });
  const years = numbersOrNone(table, "year");
  const span = yearsOf(years, options);
  const pairs = yearPairs(groups, years, values, span);
  const complete = (i: number) => pairs.from[i] !== -1 && pairs.to[i] !== -1;
  const broken = brokenSeries(table, pairs.head, () => span, options.breaks ?? [], complete);
  const refused = (i: number) => broken.has(i) && !allow.includes("series.broken");
  const per = options.per ?? 100_000;
  const parts = decomposeChanges(table, pairs, refused, there(options.groups ?? FOLLOWED_BY), per);
  const figures = {
    values,
    stated: statedSpans(table, values, by),
    limits: by === "value" ? limitsAt(table, CHANGE_LEVEL, per) : null,
    polarity: polarityOf(table, by, options.better),
    years: span.to - span.from,
  };
  const note = new Map([...broken.keys()].map((i) => [i, refused(i) ? null : "allow: series.broken"]));
  const flags = new Map([...broken.keys()].map((i) => [i, ["series.broken"]]));
  const columns: Record<string, Column> = {
    ...labelsOfSeries(table, pairs.head),
    from_year: constantNumber(span.from, pairs.count),
    to_year: constantNumber(span.to, pairs.count),
    ...pairChanges(pairs, figures, refused),
    ...parts.columns,
    missing: missingChanges(table, pairs, values, refused),
    note: editedTexts(constantText(null, pairs.count), note),
    flags: seriesFlags(
      table,
      groups,
      Int32Array.from({ length: pairs.count }, (_, i) => i),
      flags,
    ),
  };
  const place = placing(table);
  const found = breakFindings(
    "change",
    [...broken].map(([i, breaks]) => [place(pairs.head[i] as number), breaks] as const),
    allow,
  );
  return withFindings(
    tableOf(Object.fromEntries(Object.keys(CHANGE_COLUMNS).map((name) => [name, columns[name] as Column]))),
    allFindings(() => findingsOf(given), findings, [...found, ...parts.findings]),
  );
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
