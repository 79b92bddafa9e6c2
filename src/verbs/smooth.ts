import { type Finding, finding } from "../model/finding.ts";
import { asTable, type ColumnTable, requireColumns, settled, tableOf } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { empiricalBayes } from "../stats/empirical-bayes.ts";
import { requireAllowed } from "./allowed.ts";
import { columnsOf, dictionaryOf, editedTexts, numberColumns, numbersOrNone, withFlag } from "./columns.ts";
import { comparable, placeOfRow } from "./comparable.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { rowsOfGroup } from "./groups.ts";
import { requireOneOf } from "./require-one-of.ts";

export interface SmoothOptions {
  /** `binomial` for percentages (their default), `poisson` for rare events (the default of all else). */
  readonly family?: "poisson" | "binomial";
  /** Residents figures per head are stated for; default 100 000. */
  readonly per?: number;
  /** Columns that part the groups; default those of indicator, year, level and body that the table has. */
  readonly groups?: readonly string[];
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`, `body.mixed`, `definition.mixed`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
}

/**
 * What remains of each region's rate once small numbers are distrusted?
 *
 * @remarks
 * Unit: `smoothed` and `group_mean` are in the figures' own unit. Rates are moved towards that of all regions of the group
 * together, the more the fewer cases are behind them; `kept` is the share of its distance to the mean a region keeps.
 * Missing: a figure without both counts, or whose counts cannot be (numerator above denominator), is not smoothed, has the
 * flag `counts.missing` and counts in `n_missing`. A group without a case or an event has no smoothed figures (`group.few`).
 * Source: Marshall (1991), J. R. Stat. Soc. C 40:283–294; see `empiricalBayes` of the statistics.
 *
 * @param input - the table of `rate` or `perCapita`, or rows with `value`, `numerator` and `denominator`
 * @returns all rows and columns in their order, plus `smoothed`, `kept`, `group_mean`, `smooth_method`, `n_used` and
 * `n_missing` of the group
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` where `allow` names no refusal
 * @example
 * ```ts @import.meta.vitest
 * const rows = [[2, 300], [9, 700], [0, 60], [30, 5000]].map(([numerator = 0, denominator = 1]) => ({
 *   numerator, denominator, value: numerator / denominator * 100, unit: "percent",
 * }))
 * expect(smooth(rows, { family: "poisson" }).array("smoothed")[1]).toBeCloseTo(0.72085, 5)
 * ```
 */
export function smooth(input: ColumnTable | Iterable<object>, options: SmoothOptions = {}): ColumnTable {
  const given = asTable(input);
  const { minimumCases, allow, per = 100_000 } = options;
  requireAllowed("smooth", options.allow);
  requireOneOf("smooth", "family", options.family, ["poisson", "binomial"]);
  requireColumns(given, "smooth", ["value", "numerator", "denominator", ...(options.groups ?? [])]);
  const all = settled(given);
  const { table, values, groups, findings } = comparable(all, {
    verb: "smooth",
    by: "value",
    groups: options.groups ?? COMPARED_BY.filter((name) => all.columnNames().includes(name)),
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const columns = {
    unit: dictionaryOf(table, "unit"),
    basis: dictionaryOf(table, "basis"),
    flags: dictionaryOf(table, "flags"),
  };
  const counts = { numerator: numbersOrNone(table, "numerator"), denominator: numbersOrNone(table, "denominator") };
  const empty = () => new Float64Array(values.length).fill(Number.NaN);
  const added = { smoothed: empty(), kept: empty(), group_mean: empty(), n_used: empty(), n_missing: empty() };
  const methods = new Map<number, string>();
  const flagged = new Map<number, string | null>();
  const found: Finding[] = [];
  for (let group = 0; group < groups.count; group += 1) {
    const rows = rowsOfGroup(groups, group);
    const whole = [...rows].filter((row) => counted(values, counts, row));
    const head = whole[0] ?? (rows[0] as number);
    const percent = columns.unit.at(head) === "percent" && columns.basis.codes[head] === -1;
    const family = options.family ?? (percent ? "binomial" : "poisson");
    const scale = columns.basis.codes[head] === -1 ? (percent ? 100 : 1) : per;
    const usable = family === "poisson" ? whole : whole.filter((row) => !inverted(counts, row));
    const used = smoothGroup(usable, counts, added, family, scale);
    const smoothed = new Set(usable);
    for (const row of rows) {
      added.n_used[row] = usable.length;
      added.n_missing[row] = rows.length - usable.length;
      methods.set(row, `marshall ${family}`);
      if (!Number.isNaN(values[row]) && !smoothed.has(row))
        flagged.set(row, withFlag(columns.flags.at(row), "counts.missing"));
    }
    const { indicator = null, year = null } = placeOfRow(table, head);
    if (used === 0)
      found.push(finding("warning", "group.few", { verb: "smooth", used, least: 1 }, { indicator, year }));
  }
  const columnsAdded = {
    ...columnsOf(table),
    ...numberColumns(added),
    smooth_method: editedTexts(dictionaryOf(table, "smooth_method"), methods),
    ...(flagged.size > 0 && { flags: editedTexts(columns.flags, flagged) }),
  };
  return withFindings(
    tableOf(columnsAdded),
    allFindings(() => findingsOf(given), findings, found),
  );
}

interface Counts {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

/** Whether a figure has counts behind it. */
function counted(values: Float64Array, { numerator, denominator }: Counts, row: number): boolean {
  return !Number.isNaN(values[row]) && (numerator[row] as number) >= 0 && (denominator[row] as number) > 0;
}

const inverted = ({ numerator, denominator }: Counts, row: number) =>
  (numerator[row] as number) > (denominator[row] as number);

interface Smoothed {
  readonly smoothed: Float64Array;
  readonly kept: Float64Array;
  readonly group_mean: Float64Array;
}

/** Smooths some rows together; returns how many got a figure. */
function smoothGroup(
  rows: readonly number[],
  { numerator, denominator }: Counts,
  to: Smoothed,
  family: "poisson" | "binomial",
  scale: number,
): number {
  const events = rows.map((row) => numerator[row] as number);
  const people = rows.map((row) => denominator[row] as number);
  const result = empiricalBayes(events, people, { family });
  if (result.reason !== null) return 0;
  rows.forEach((row, i) => {
    const [raw, shrunk] = [result.raw[i] as number, result.shrunk[i] as number];
    to.smoothed[row] = shrunk * scale;
    to.group_mean[row] = result.mean * scale;
    to.kept[row] = raw === result.mean ? Number.NaN : (shrunk - result.mean) / (raw - result.mean);
  });
  return rows.length;
}
