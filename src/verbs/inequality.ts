import { type Finding, finding } from "../model/finding.ts";
import { asTable, type ColumnKind, type ColumnTable, requireColumns, settled } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { inequality as inequalityOf } from "../stats/inequality.ts";
import { requireAllowed } from "./allowed.ts";
import { numbersOrNone } from "./columns.ts";
import { comparable, placeOfRow } from "./comparable.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { type GroupAnswer, rowPerGroup } from "./row-per-group.ts";

export interface InequalityOptions {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Column of the weights, such as `denominator` for people; default none: every region counts alike. */
  readonly weights?: string;
  /** Columns that part the groups; default those of indicator, year, level and body that the table has. */
  readonly groups?: readonly string[];
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`, `body.mixed`, `definition.mixed`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
}

/** Columns of a table of inequality after those that part the groups: one row a group. */
export const INEQUALITY_COLUMNS = {
  indicator_zh: "string",
  indicator_en: "string",
  unit: "string",
  mean: "number",
  gini: "number",
  gini_corrected: "number",
  theil_t: "number",
  theil_l: "number",
  hoover: "number",
  cv_population: "number",
  cv_sample: "number",
  atkinson_half: "number",
  atkinson_one: "number",
  range_ratio: "number",
  range_difference: "number",
  p90_p10: "number",
  p75_p25: "number",
  method: "string",
  n_used: "integer",
  n_missing: "integer",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

/**
 * How far apart are the regions, taken together in one number?
 *
 * @remarks
 * Unit: `mean` and `range_difference` in the figures' own, all others are shares or ratios. Missing: regions without a figure
 * (or, weighted, without a weight) are left out and counted in `n_missing`. Fewer than two figures give no measure
 * (`group.few`); measures that have no answer (a negative figure, a 0 in Theil's L, a ratio over 0) are null, and
 * `value.unsuitable` is found where shares of a total make no sense. Weighted, the sample and range measures are null.
 * Source: see `inequality` of the statistics.
 *
 * @param input - a comparison, or any table or rows with a column of numbers
 * @returns one row per group, in order of first appearance, with the columns that part the groups and those of
 * {@link INEQUALITY_COLUMNS}
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` where `allow` names no refusal, `number.invalid` for a negative weight
 * @example
 * ```ts @import.meta.vitest
 * const rows = [2, 4, 6, 8].map((value) => ({ region: `r${value}`, value }))
 * expect(inequality(rows).array("gini")).toEqual([0.25])
 * ```
 */
export function inequality(input: ColumnTable | Iterable<object>, options: InequalityOptions = {}): ColumnTable {
  const given = asTable(input);
  const { by = "value", weights, minimumCases, allow } = options;
  const asked = options.groups ?? [];
  requireAllowed("inequality", options.allow);
  requireColumns(given, "inequality", [by, ...asked, ...(weights === undefined ? [] : [weights])]);
  const whole = settled(given);
  const names = options.groups ?? COMPARED_BY.filter((name) => whole.columnNames().includes(name));
  const { table, values, groups, findings } = comparable(whole, {
    verb: "inequality",
    by,
    groups: names,
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const weight = weights === undefined ? null : numbersOrNone(table, weights);
  const method = weights === undefined ? "unweighted" : `weighted by ${weights}`;
  const answer = (own: Int32Array) => measure(values, weight, own, method, placeOfRow(table, own[0] as number));
  const result = rowPerGroup(table, groups, names, INEQUALITY_COLUMNS, answer);
  return withFindings(
    result.table,
    allFindings(() => findingsOf(given), findings, result.found),
  );
}

function measure(
  values: Float64Array,
  weight: Float64Array | null,
  own: Int32Array,
  method: string,
  head: { indicator?: string | null; year?: number | null },
): GroupAnswer {
  const figures = Float64Array.from(own, (row) => values[row] as number);
  const weights = weight === null ? undefined : Float64Array.from(own, (row) => weight[row] as number);
  const result = inequalityOf(figures, weights === undefined ? {} : { weights });
  const place = { indicator: head.indicator ?? null, year: head.year ?? null };
  const counts = { method, n_used: result.n, n_missing: result.missing, mean: result.mean };
  if (result.n < 2) {
    const found: Finding[] = [finding("warning", "group.few", { verb: "inequality", used: result.n, least: 2 }, place)];
    return { row: counts, found };
  }
  const found: Finding[] = [];
  if (result.gini === null) {
    const got = figures.some((value) => value < 0) ? "negative figures" : "a total of 0";
    found.push(finding("warning", "value.unsuitable", { verb: "inequality", method: "gini", got }, place));
  }
  const row = {
    ...counts,
    gini: result.gini,
    gini_corrected: result.giniCorrected,
    theil_t: result.theilT,
    theil_l: result.theilL,
    hoover: result.hoover,
    cv_population: result.cvPopulation,
    cv_sample: result.cvSample,
    atkinson_half: result.atkinsonHalf,
    atkinson_one: result.atkinsonOne,
    range_ratio: result.rangeRatio,
    range_difference: result.rangeDifference,
    p90_p10: result.p90p10,
    p75_p25: result.p75p25,
  };
  return { row, found };
}
