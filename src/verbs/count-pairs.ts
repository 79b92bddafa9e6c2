import { type Edges, edgesOf } from "../model/edges.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Qualifier } from "../model/observation.ts";
import { type ColumnTable, numbersOf, tableOf, takeRows } from "../model/table.ts";
import { boundsOf } from "./bounds-of.ts";
import { dictionaryOf, orNull } from "./columns.ts";
import { groupsOf, rowsOfGroup } from "./groups.ts";
import { rowsOfIndicator } from "./observed.ts";

/** Rows of the observations with the two counts a rate is made of, pair by pair. */
export interface CountPairs {
  readonly numerator: Int32Array;
  readonly denominator: Int32Array;
}

/** What makes two counts a pair: one source for one region, year, body and period. */
export const PAIRED_BY = ["region", "year", "body", "period", "source"] as const;

/**
 * Which rates could be computed: numerator and denominator of an indicator from one source for one region, year, body and
 * period.
 *
 * @param table - observations in typed columns
 * @param inexact - whether counts with edges (`近1600`) count as well; default false
 * @returns one entry per pair, in order of first appearance; of several counts of a kind the last; empty where the indicator
 * names no counts
 */
export function countPairs(table: ColumnTable, indicator: Indicator, inexact = false): CountPairs {
  const none = new Int32Array(0);
  if (indicator.numerator === null || indicator.denominator === null) return { numerator: none, denominator: none };
  const above = rowsOfIndicator(table, indicator.numerator);
  const below = rowsOfIndicator(table, indicator.denominator);
  const kinds = dictionaryOf(table, "kind");
  const qualifiers = dictionaryOf(table, "qualifier");
  const values = numbersOf(table, "value");
  const usable = (row: number) =>
    !Number.isNaN(values[row]) &&
    kinds.at(row) === "observation" &&
    (inexact || (qualifiers.at(row) ?? "exact") === "exact");
  const sides = [above, below].map((rows) => rows.filter(usable)) as [Int32Array, Int32Array];
  const rows = new Int32Array(sides[0].length + sides[1].length);
  rows.set(sides[0]);
  rows.set(sides[1], sides[0].length);
  if (rows.length === 0) return { numerator: rows, denominator: rows };
  const groups = groupsOf(tableOf(takeRows(table, rows)), PAIRED_BY);
  const numerator = new Int32Array(groups.count).fill(-1);
  const denominator = new Int32Array(groups.count).fill(-1);
  for (let group = 0; group < groups.count; group += 1) {
    for (const at of rowsOfGroup(groups, group)) {
      const side = at < sides[0].length ? numerator : denominator;
      side[group] = rows[at] as number;
    }
  }
  const whole = (_: number, pair: number) => numerator[pair] !== -1 && denominator[pair] !== -1;
  return { numerator: numerator.filter(whole), denominator: denominator.filter(whole) };
}

/** Between which bounds both counts of a pair lie; null where both are exact. */
export type PairEdges = { readonly numerator: Edges; readonly denominator: Edges } | null;

/** The edges of pairs of counts. */
export function edgesOfPairs(table: ColumnTable): (numerator: number, denominator: number) => PairEdges {
  const qualifiers = dictionaryOf(table, "qualifier");
  const [value, lower, upper] = [numbersOf(table, "value"), numbersOf(table, "lower"), numbersOf(table, "upper")];
  const qualifierOf = (row: number) => (qualifiers.at(row) ?? "exact") as Qualifier;
  const edges = (row: number) => {
    const given = { lower: orNull(lower[row]), upper: orNull(upper[row]) };
    return edgesOf(value[row] as number, qualifierOf(row), given, boundsOf("case"));
  };
  return (numerator, denominator) => {
    if (qualifierOf(numerator) === "exact" && qualifierOf(denominator) === "exact") return null;
    return { numerator: edges(numerator), denominator: edges(denominator) };
  };
}
