import { type Finding, finding } from "../model/finding.ts";
import {
  asTable,
  type ColumnTable,
  DictionaryColumn,
  NumberColumn,
  requireColumns,
  settled,
  tableOf,
  takeRows,
} from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import type { Ties } from "../stats/rank-values.ts";
import { requireConfidence } from "../stats/require.ts";
import { numbersBy } from "../util/fill.ts";
import { requireAllowed } from "./allowed.ts";
import { type Better, betterOf } from "./better.ts";
import { columnsOf, numberColumns } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { COMPARED_BY } from "./compared-by.ts";
import { countColumns, type Groups, rowsOfGroup } from "./groups.ts";
import { type Places, placesByGroup, ranksOf } from "./places.ts";
import { rankRanges, type Spans, spansOf } from "./rank-ranges.ts";
import { ENDS, requireOneOf } from "./require-one-of.ts";

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
  /** Draws and seed of the bootstrap behind rank ranges; default 20 000 and 1. With 0 draws there are no ranges at all. */
  readonly draws?: number;
  readonly seed?: number;
  /** Whether rows come by rank within their groups, or as in the table; default `rank`. */
  readonly order?: "rank" | "table";
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
 * @returns all rows and columns, plus `rank`, `rank_from`, `rank_to`, how the range came about (`rank_method`: points,
 * edges or confidence set, `rank_level`), `n_reported`, `n_total`, `n_used` and `n_missing` of the group; groups in order, within them by rank, missing last (`order: "table"` leaves all rows where they are)
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` where `allow` names no refusal
 * @example
 * ```ts @import.meta.vitest
 * const ranked = rank([{ region: "a", value: 3 }, { region: "b", value: 9 }, { region: "c", value: null }])
 * expect(ranked.array("rank")).toEqual([1, 2, null])
 * ```
 */
export function rank(input: ColumnTable | Iterable<object>, options: RankOptions = {}): ColumnTable {
  const given = asTable(input);
  const { by = "value", minimumCases, allow, ties = "min", order = "rank" } = options;
  requireAllowed("rank", options.allow);
  requireOneOf("rank", "better", options.better, ENDS);
  requireOneOf("rank", "ties", ties, ["min", "max", "average", "dense", "first"]);
  requireOneOf("rank", "order", order, ["rank", "table"]);
  requireConfidence("rank", options.confidence ?? 0.95);
  requireColumns(given, "rank", [by, ...(options.groups ?? [])]);
  const whole = settled(given);
  const { table, values, groups, findings } = comparable(whole, {
    verb: "rank",
    by,
    groups: options.groups ?? COMPARED_BY.filter((name) => whole.columnNames().includes(name)),
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const better = betterOf(table, by, options.better);
  const ranged = options.draws !== 0;
  const spans = ranged ? spansOf(table, values, by) : null;
  const ranking = emptyRanking(values.length, groups.count);
  const placed = placesByGroup(values, groups);
  const found: Finding[] = [];
  for (let group = 0; group < groups.count; group += 1) {
    const rows = rowsOfGroup(groups, group);
    const side = better(rows[0] as number);
    const places = placed[group] as Places;
    placeRanks(ranking, rows, ranksOf(places, side, ties));
    if (order === "rank") arrange(ranking, groups, group, places, side);
    ranking.used[group] = places.n;
    const unknown = !ranged ? 0 : addRanges(ranking, rows, values, spans, places, { ...options, better: side });
    if (unknown > 0) found.push(finding("note", "interval.missing", { regions: unknown }));
  }
  return withFindings(
    rankedTable(table, groups, ranking, options),
    allFindings(() => findingsOf(given), findings, found),
  );
}

/** What is added to a table, by its rows, and the order its rows come in. */
interface Ranking {
  readonly rank: Float64Array;
  readonly rank_from: Float64Array;
  readonly rank_to: Float64Array;
  readonly used: Int32Array;
  readonly order: Int32Array;
  /** How the range of a row came about: 0 no range, then those of {@link METHODS}. */
  readonly ranged: Uint8Array;
}

/** Ranges by equal figures alone, by edges alone, and by chance (with edges where there are any). */
const METHODS = ["points", "edges", "confidence set"] as const;
const [POINTS, EDGES, CHANCE] = [1, 2, 3];

function emptyRanking(length: number, groups: number): Ranking {
  const empty = () => new Float64Array(length).fill(Number.NaN);
  const order = new Int32Array(length);
  const ranged = new Uint8Array(length);
  return { rank: empty(), rank_from: empty(), rank_to: empty(), used: new Int32Array(groups), order, ranged };
}

function placeRanks(to: Ranking, rows: Int32Array, ranks: Float64Array): void {
  for (let i = 0; i < rows.length; i += 1) to.rank[rows[i] as number] = ranks[i] as number;
}

/** Writes the rows of a group by rank: equals in the order of the table, missing last. */
function arrange(to: Ranking, groups: Groups, group: number, places: Places, better: Better): void {
  const rows = rowsOfGroup(groups, group);
  const start = groups.starts[group] as number;
  const { n, place, below, distinct } = places;
  const next = new Int32Array(distinct);
  for (let d = 0; d < distinct; d += 1) {
    next[d] = start + (better === "lower" ? (below[d] as number) : n - (below[d + 1] as number));
  }
  let last = start + n;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const own = place[i] as number;
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
  if (spans === null || !rows.some((row) => spans.edged[row] === 1 || spans.known[row] === 1)) {
    addPoints(to, rows, places, options.better);
    return 0;
  }
  const reported = [...rows].filter((row) => !Number.isNaN(values[row]));
  const ranges = rankRanges(reported, values, spans, options);
  const chance = reported.some((row) => spans.known[row] === 1 && spans.edged[row] === 0);
  reported.forEach((row, i) => {
    to.rank_from[row] = ranges.from[i] as number;
    to.rank_to[row] = ranges.to[i] as number;
    to.ranged[row] = ranges.unknown > 0 ? 0 : chance ? CHANCE : EDGES;
  });
  return ranges.unknown;
}

/** Figures that are points take the places they share with their equals. */
function addPoints(to: Ranking, rows: Int32Array, { n, place, below }: Places, better: Better): void {
  for (let i = 0; i < rows.length; i += 1) {
    const own = place[i] as number;
    if (own === -1) continue;
    const [under, upTo] = [below[own] as number, below[own + 1] as number];
    const row = rows[i] as number;
    to.rank_from[row] = better === "lower" ? under + 1 : n - upTo + 1;
    to.rank_to[row] = better === "lower" ? upTo : n - under;
    to.ranged[row] = POINTS;
  }
}

function rankedTable(table: ColumnTable, groups: Groups, ranking: Ranking, options: RankOptions): ColumnTable {
  const { rank, rank_from, rank_to, used, ranged } = ranking;
  const { confidence = 0.95, order = "rank" } = options;
  const { n_used, n_missing, n_total } = countColumns(groups, used);
  const level = () => numbersBy(rank.length, (row) => (ranged[row] === CHANCE ? confidence : Number.NaN));
  const methods = () => ({ codes: Int32Array.from(ranged, (code) => code - 1), values: METHODS });
  const added = {
    ...numberColumns({ rank, rank_from, rank_to }),
    rank_method: new DictionaryColumn(rank.length, methods),
    rank_level: new NumberColumn(rank.length, level),
    n_reported: n_used,
    n_total,
    n_used,
    n_missing,
  };
  const complete = tableOf({ ...columnsOf(table), ...added });
  return order === "table" ? complete : tableOf(takeRows(complete, ranking.order));
}
