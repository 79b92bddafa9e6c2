import type { Ties } from "../stats/rank-values.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";

/** The distinct values of a group in ascending order, and which of them each row has. */
export interface Places {
  /** Rows with a value. */
  readonly n: number;
  readonly distinct: number;
  /** Per row of the group: number of its distinct value, ascending from 0; −1 without a value. */
  readonly place: Int32Array;
  /** Values below distinct value i; `below[distinct]` is n. */
  readonly below: Int32Array;
}

/**
 * Sorts the values of one group once, for every kind of rank.
 *
 * Sorting bare numbers and finding each value again is several times faster than sorting row numbers by a comparator.
 */
export function placesOf(values: Float64Array, rows: Int32Array): Places {
  const own = new Float64Array(rows.length);
  const sorted = new Float64Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const value = values[rows[i] as number] as number;
    own[i] = value;
    if (Number.isNaN(value)) continue;
    sorted[n] = value;
    n += 1;
  }
  sorted.subarray(0, n).sort();
  const below = new Int32Array(n + 1);
  let distinct = 0;
  for (let i = 0; i < n; i += 1) {
    if (i > 0 && sorted[i] === sorted[distinct - 1]) continue;
    sorted[distinct] = sorted[i] as number;
    below[distinct] = i;
    distinct += 1;
  }
  below[distinct] = n;
  const place = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const value = own[i] as number;
    place[i] = Number.isNaN(value) ? -1 : find(sorted, distinct, value);
  }
  return { n, distinct, place, below };
}

function find(sorted: Float64Array, length: number, value: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const known = new WeakMap<Float64Array, WeakMap<Groups, readonly Places[]>>();

/** The places of all groups, sorted once for all verbs that rank the same column in the same groups. */
export function placesByGroup(values: Float64Array, groups: Groups): readonly Places[] {
  const byGroups = known.get(values) ?? new WeakMap<Groups, readonly Places[]>();
  known.set(values, byGroups);
  const before = byGroups.get(groups);
  if (before !== undefined) return before;
  const places = Array.from({ length: groups.count }, (_, group) => placesOf(values, rowsOfGroup(groups, group)));
  byGroups.set(groups, places);
  return places;
}

/** The rank of each distinct value; with `first`, that of the first row that has it. */
export function ranksOfPlaces({ n, distinct, below }: Places, better: "higher" | "lower", ties: Ties): Float64Array {
  const ranks = new Float64Array(distinct);
  for (let d = 0; d < distinct; d += 1) {
    const [from, to] = [below[d] as number, below[d + 1] as number];
    const least = better === "lower" ? from + 1 : n - to + 1;
    if (ties === "dense") ranks[d] = better === "lower" ? d + 1 : distinct - d;
    else if (ties === "max") ranks[d] = least + to - from - 1;
    else if (ties === "average") ranks[d] = least + (to - from - 1) / 2;
    else ranks[d] = least;
  }
  return ranks;
}

/** Ranks of one group from its places, NaN without a value; as `rankValues` gives them. */
export function ranksOf(places: Places, better: "higher" | "lower", ties: Ties): Float64Array {
  const ofPlace = ranksOfPlaces(places, better, ties);
  const ranks = new Float64Array(places.place.length);
  for (let i = 0; i < ranks.length; i += 1) {
    const own = places.place[i] as number;
    ranks[i] = own === -1 ? Number.NaN : (ofPlace[own] as number);
    if (ties === "first" && own !== -1) ofPlace[own] = (ofPlace[own] as number) + 1;
  }
  return ranks;
}
