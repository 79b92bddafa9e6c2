import { type Finding, finding } from "../model/finding.ts";
import { asTable, type ColumnTable, NumberColumn, requireColumns, settled, tableOf, takeRows } from "../model/table.ts";
import { findingsOf, withFindings } from "../model/table-findings.ts";
import type { Ties } from "../stats/rank-values.ts";
import { type Better, betterOf } from "./better.ts";
import { comparable } from "./comparable.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";
import { type Places, placesOf, ranksOf } from "./places.ts";
import { rankRanges, type Spans, spansOf } from "./rank-ranges.ts";

export interface RankOptions {
  /** Column of the numbers; default `value`. */
  readonly by?: string;
  /** Which end is rank 1; default from the column `direction`, and `higher` where that is neutral or absent. */
  readonly better?: Better;
  /** Rank of equals; default `min`. */
  readonly ties?: Ties;
  /** Columns that part the rankings; default those of indicator, year, level and body that the table has. */
  readonly groups?: readonly string[];
  /** Coverage of rank ranges; the table's intervals are read at the same level; default 0.95. */
  readonly confidence?: number;
  /** Draws and seed of the bootstrap behind rank ranges; default 20 000 and 1. */
  readonly draws?: number;
  readonly seed?: number;
  /** Cases a figure must rest on: the denominator of a percentage, the count of a figure per head; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`, `body.mixed`, `definition.mixed`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
}

/**
 * Which place does each region take, and between which places might it lie?
 *
 * @remarks
 * Ranks start at 1 within each group; equals share the lowest number (`ties`); a missing value is never ranked.
 * Figures that may not be compared (part of a year beside whole ones, another body, indicator or unit, fewer than
 * `minimumCases`, a rate of nobody) are refused: null, with the reason in `missing` and the code in `flags`.
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
  const { by = "value", minimumCases, allow, ties = "min" } = options;
  requireColumns(given, "rank", [by, ...(options.groups ?? [])]);
  const whole = settled(given);
  const { table, values, groups, findings } = comparable(whole, {
    verb: "rank",
    by,
    groups: options.groups ?? COMPARED_BY.filter((name) => whole.columnNames().includes(name)),
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const better = betterOf(table, options.better);
  const spans = spansOf(table, values);
  const ranking = emptyRanking(values.length);
  const found: Finding[] = [];
  for (let group = 0; group < groups.count; group += 1) {
    const rows = rowsOfGroup(groups, group);
    const side = better(rows[0] as number);
    const places = placesOf(values, rows);
    arrange(ranking, groups, group, places, side, ranksOf(places, side, ties));
    const unknown = addRanges(ranking, rows, values, spans, places, { ...options, better: side });
    if (unknown > 0) found.push(finding("note", "interval.missing", { regions: unknown }));
  }
  return withFindings(rankedTable(table, ranking), [...findingsOf(given), ...findings, ...found]);
}

/** What is added to a table, by its rows, and the order its rows come in. */
interface Ranking {
  readonly rank: Float64Array;
  readonly rank_from: Float64Array;
  readonly rank_to: Float64Array;
  readonly n_reported: Float64Array;
  readonly n_total: Float64Array;
  readonly order: Int32Array;
}

function emptyRanking(length: number): Ranking {
  const empty = () => new Float64Array(length).fill(Number.NaN);
  const order = new Int32Array(length);
  return { rank: empty(), rank_from: empty(), rank_to: empty(), n_reported: empty(), n_total: empty(), order };
}

/** Writes the ranks of a group, and its rows by rank: equals in the order of the table, missing last. */
function arrange(
  to: Ranking,
  groups: Groups,
  group: number,
  places: Places,
  better: Better,
  ranks: Float64Array,
): void {
  const rows = rowsOfGroup(groups, group);
  const start = groups.starts[group] as number;
  const { n, place, below } = places;
  const next = new Int32Array(places.distinct);
  for (let d = 0; d < next.length; d += 1) {
    next[d] = start + (better === "lower" ? (below[d] as number) : n - (below[d + 1] as number));
  }
  let last = start + n;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const own = place[i] as number;
    to.rank[row] = ranks[i] as number;
    to.n_reported[row] = n;
    to.n_total[row] = rows.length;
    if (own === -1) {
      to.order[last] = row;
      last += 1;
    } else {
      to.order[next[own] as number] = row;
      next[own] = (next[own] as number) + 1;
    }
  }
}

interface RangeOptions extends RankOptions {
  readonly better: Better;
}

/** Writes the range of each row of a group; returns how many figures lack what a range needs. */
function addRanges(
  to: Ranking,
  rows: Int32Array,
  values: Float64Array,
  spans: Spans | null,
  places: Places,
  options: RangeOptions,
): number {
  const points = spans === null || !rows.some((row) => spans.edged[row] === 1 || spans.known[row] === 1);
  if (points) {
    const from = ranksOf(places, options.better, "min");
    const until = ranksOf(places, options.better, "max");
    for (let i = 0; i < rows.length; i += 1) {
      to.rank_from[rows[i] as number] = from[i] as number;
      to.rank_to[rows[i] as number] = until[i] as number;
    }
    return 0;
  }
  const reported = [...rows].filter((row) => !Number.isNaN(values[row]));
  const ranges = rankRanges(reported, values, spans, options);
  reported.forEach((row, i) => {
    to.rank_from[row] = ranges.from[i] as number;
    to.rank_to[row] = ranges.to[i] as number;
  });
  return ranges.unknown;
}

function rankedTable(table: ColumnTable, { order, ...added }: Ranking): ColumnTable {
  const columns = Object.entries(added).map(([name, column]) => {
    const moved = new Float64Array(order.length);
    for (let i = 0; i < order.length; i += 1) moved[i] = column[order[i] as number] as number;
    return [name, new NumberColumn(moved)];
  });
  return tableOf({ ...takeRows(table, order), ...Object.fromEntries(columns) });
}
