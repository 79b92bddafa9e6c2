import { type Finding, finding } from "../model/finding.ts";
import {
  asTable,
  type ColumnTable,
  groupRows,
  NumberColumn,
  numbersOf,
  requireColumns,
  settled,
  tableOf,
  takeRows,
  textsOf,
} from "../model/table.ts";
import { findingsOf, withFindings } from "../model/table-findings.ts";
import { type RankOptions as RankRule, rankValues } from "../stats/rank-values.ts";
import { rankRanges, spansOf } from "./rank-ranges.ts";

export interface RankOptions {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Which end is rank 1; default from the column `direction`, and `higher` where that is neutral or absent. */
  readonly better?: "higher" | "lower";
  /** Rank of equals; default `min`. */
  readonly ties?: NonNullable<RankRule["ties"]>;
  /** Columns that part the rankings; default those of indicator, year, level and body that the table has. */
  readonly groups?: readonly string[];
  /** Coverage of rank ranges; the table's intervals are read at the same level; default 0.95. */
  readonly confidence?: number;
  /** Draws and seed of the bootstrap behind rank ranges; default 20 000 and 1. */
  readonly draws?: number;
  readonly seed?: number;
}

const GROUPS = ["indicator", "year", "level", "body"];

/**
 * Which place does each region take, and between which places might it lie?
 *
 * @remarks
 * Ranks start at 1 within each group; equals share the lowest number (`ties`); a missing value is never ranked.
 * `rank_from` to `rank_to` is the range: the marginal confidence set for ranks where intervals are there, and what edges
 * (`98%以上`) leave open. Where only some figures of a group have intervals nobody gets a range, and `interval.missing` says so.
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Rev. Econ. Stud. 91:476–518; the standard error is half the interval's
 * width over the normal quantile.
 *
 * @param input - a comparison, or any table or rows with a column of numbers
 * @returns all rows and columns, plus `rank`, `rank_from`, `rank_to`, `n_reported` and `n_total` of the group; groups in
 * order, within them by rank, missing last
 * @throws {@link ComparandaError} `column.missing`
 * @example
 * ```ts @import.meta.vitest
 * const ranked = rank([{ region: "a", value: 3 }, { region: "b", value: 9 }, { region: "c", value: null }])
 * expect(ranked.array("rank")).toEqual([1, 2, null])
 * ```
 */
export function rank(input: ColumnTable | Iterable<object>, options: RankOptions = {}): ColumnTable {
  const given = asTable(input);
  const by = options.by ?? "value";
  requireColumns(given, "rank", [by, ...(options.groups ?? [])]);
  const table = settled(given);
  const groups = groupRows(table, options.groups ?? GROUPS.filter((name) => table.columnNames().includes(name)));
  const values = numbersOf(table, by);
  const spans = spansOf(table, values);
  const added = {
    rank: new Float64Array(values.length).fill(Number.NaN),
    rank_from: new Float64Array(values.length).fill(Number.NaN),
    rank_to: new Float64Array(values.length).fill(Number.NaN),
    n_reported: new Float64Array(values.length),
    n_total: new Float64Array(values.length),
  };
  const directions = table.columnNames().includes("direction") ? textsOf(table, "direction") : [];
  const found: Finding[] = [];
  const order: number[] = [];
  for (const group of groups) {
    const better = options.better ?? (directions[group[0] as number] === "lower_better" ? "lower" : "higher");
    const reported = group.filter((row) => !Number.isNaN(values[row]));
    const ranks = rankValues(
      Float64Array.from(reported, (row) => values[row] as number),
      { better, ties: options.ties ?? "min" },
    );
    const ranges = rankRanges(reported, values, spans, { ...options, better });
    reported.forEach((row, i) => {
      added.rank[row] = ranks[i] ?? Number.NaN;
      added.rank_from[row] = ranges.from[i] as number;
      added.rank_to[row] = ranges.to[i] as number;
    });
    for (const row of group) {
      added.n_reported[row] = reported.length;
      added.n_total[row] = group.length;
    }
    if (ranges.unknown > 0) found.push(finding("note", "interval.missing", { regions: ranges.unknown }));
    order.push(...[...reported].sort((a, b) => (added.rank[a] as number) - (added.rank[b] as number) || a - b));
    order.push(...group.filter((row) => Number.isNaN(values[row])));
  }
  const columns = Object.fromEntries(
    Object.entries(added).map(([name, column]) => [
      name,
      new NumberColumn(Float64Array.from(order, (row) => column[row] as number)),
    ]),
  );
  return withFindings(tableOf({ ...takeRows(table, order), ...columns }), [...findingsOf(given), ...found]);
}
