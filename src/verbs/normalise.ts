import { type Finding, finding } from "../model/finding.ts";
import { asTable, type ColumnTable, NumberColumn, requireColumns, settled, tableOf } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { requireAllowed } from "./allowed.ts";
import { type Better, betterOf } from "./better.ts";
import { columnsOf, constantText, dictionaryOf, editedTexts, hasColumn, withFlag } from "./columns.ts";
import { comparable, placeOfRow } from "./comparable.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { countColumns, rowsOfGroup } from "./groups.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";
import { scoreEdges } from "./score-edges.ts";
import { METHODS, referenceRow, type Scaling, scoreGroups } from "./score-groups.ts";
import { statedSpans } from "./span-columns.ts";

export type NormaliseOptions = Scaling & {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Columns that part the groups; default those of indicator, year, level and body that the table has. */
  readonly groups?: readonly string[];
  /** Which end gets the high scores; default from the column `direction`, and `higher` where that is neutral or absent. */
  readonly better?: Better;
  /** Cases a figure must rest on; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`, `body.mixed`, `definition.mixed`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
};

/**
 * Where does each figure stand between the worst and the best of its kind, on a scale that knows no unit?
 *
 * @remarks
 * Unit: none. Methods are those of `stats` with their parameters (`min_max` from 0 to 100, `z_score`, `robust_z`, `scaled`,
 * `rank`, `borda`, `percentile_rank`, distances to target, reference and maximum, `fraction_of_maximum`, `goalposts`),
 * within each group. The better figure always has the higher score: where lower is better the scale is turned round
 * (`fraction_of_maximum` is then lowest ÷ value). Bounds, targets and goalposts are stated in the figures' own unit.
 * Edges: in a group with a figure that is not exact, `score_lower` to `score_upper` hold what edges leave open for each of
 * them; null elsewhere and where open.
 * Missing: null stays null and counts for nothing; figures that may not be compared are refused as in `comparable`. A group
 * without a scale has null scores: `group.flat` where its figures are equal, `value.unsuitable` where the method has no
 * answer (no figure of the reference, a target even the worst has passed, a maximum of 0 or below).
 *
 * @param input - a comparison, or any table or rows with a column of numbers
 * @returns all rows and columns in their order, plus `score` with its edges, `score_method`, `n_used` and `n_missing` of the group
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` where `allow` names no refusal, `region.unknown` for a reference that is no row of the table,
 * `number.invalid` for a bound that is no number
 * @example
 * ```ts @import.meta.vitest
 * const rows = [{ region: "a", value: 8 }, { region: "b", value: 2 }, { region: "c", value: null }, { region: "d", value: 5 }]
 * expect(normalise(rows, { method: "min_max" }).array("score")).toEqual([100, 0, null, 50])
 * expect(normalise(rows, { method: "min_max", better: "lower" }).array("score")).toEqual([0, 100, null, 50])
 * ```
 */
export function normalise(input: ColumnTable | Iterable<object>, options: NormaliseOptions): ColumnTable {
  const given = asTable(input);
  const { by = "value", minimumCases, allow } = options;
  requireAllowed("normalise", options.allow);
  requireOneOf("normalise", "method", options.method ?? "", METHODS);
  requireOneOf("normalise", "better", options.better, ENDS);
  requireColumns(given, "normalise", [by, ...(options.groups ?? [])]);
  const whole = settled(given);
  const names = options.groups ?? COMPARED_BY.filter((name) => whole.columnNames().includes(name));
  const { table, values, groups, findings } = comparable(whole, {
    verb: "normalise",
    by,
    groups: names,
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const length = values.length;
  const better = betterOf(table, by, options.better);
  const isReference = referenceRow(table, options);
  const { scores, used, scaled } = scoreGroups(values, groups, options, better, isReference);
  const spans = statedSpans(table, values, by);
  const found: Finding[] = [];
  const flagged = new Map<number, string | null>();
  const flags = hasColumn(table, "flags") ? dictionaryOf(table, "flags") : null;
  for (let group = 0; group < groups.count; group += 1) {
    if (scaled[group] === 1 || used[group] === 0) continue;
    const rows = rowsOfGroup(groups, group);
    const { indicator = null, year = null } = placeOfRow(table, rows[0] as number);
    const present = rows.filter((row) => !Number.isNaN(values[row]));
    const flat = present.every((row) => values[row] === values[present[0] as number]);
    const unsuitable = { verb: "normalise", method: options.method, got: `${used[group]} figure(s)` };
    const lack = flat
      ? finding("warning", "group.flat", { verb: "normalise", used: used[group] as number }, { indicator, year })
      : finding("warning", "value.unsuitable", unsuitable, { indicator, year });
    found.push(lack);
    for (const row of present) flagged.set(row, withFlag(flags?.at(row) ?? null, lack.code));
  }
  const { n_used, n_missing } = countColumns(groups, used);
  const columns = {
    ...columnsOf(table),
    score: new NumberColumn(scores),
    ...scoreEdges(values, spans, groups, options, better, isReference),
    n_used,
    n_missing,
    score_method: constantText(options.method, length),
    ...(flagged.size > 0 && { flags: editedTexts(dictionaryOf(table, "flags"), flagged) }),
  };
  return withFindings(
    tableOf(columns),
    allFindings(() => findingsOf(given), findings, found),
  );
}
