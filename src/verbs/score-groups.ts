import { ComparandaError } from "../model/errors.ts";
import type { ColumnTable } from "../model/table.ts";
import { type Normalisation, normalise as normaliseValues } from "../stats/normalise.ts";
import { nearest } from "../util/nearest.ts";
import type { Better } from "./better.ts";
import { dictionaryOf, orNull } from "./columns.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";
import { type Places, placesByGroup, ranksOf } from "./places.ts";

type Reference = Extract<Normalisation, { method: "distance_to_reference" }>;
type Directed = Extract<Normalisation, { direction?: 1 | -1 }>;

/** A method of normalisation; the reference is a region, and the direction comes from the indicator. */
export type Scaling =
  | Exclude<Normalisation, Reference | Directed>
  | Omit<Extract<Normalisation, { method: "distance_to_target" }>, "direction">
  | Omit<Extract<Normalisation, { method: "goalposts" }>, "direction">
  | { readonly method: "distance_to_reference"; readonly reference: string; readonly capped?: boolean };

/** Every method, so that a misspelt one is named rather than met. */
const IS_METHOD: Readonly<Record<Scaling["method"], true>> = {
  min_max: true,
  z_score: true,
  robust_z: true,
  scaled: true,
  rank: true,
  borda: true,
  percentile_rank: true,
  distance_to_maximum: true,
  distance_to_target: true,
  distance_to_reference: true,
  fraction_of_maximum: true,
  goalposts: true,
};
export const METHODS: readonly string[] = Object.keys(IS_METHOD);

/** Whether a row is that of the reference region. */
export type IsReference = (row: number) => boolean;

/**
 * Finds the region that others are measured against.
 *
 * @throws {@link ComparandaError} `region.unknown` where the table has no such region
 */
export function referenceRow(table: ColumnTable, scaling: Scaling): IsReference {
  if (scaling.method !== "distance_to_reference") return () => false;
  const regions = dictionaryOf(table, "region");
  const code = regions.values.indexOf(scaling.reference);
  if (code === -1) {
    const suggestions = nearest(scaling.reference, regions.values, 3);
    throw new ComparandaError("region.unknown", { verb: "normalise", got: scaling.reference, suggestions });
  }
  return (row) => regions.codes[row] === code;
}

/** Scores by row, NaN where there is none; figures and whether there is a scale, by group. */
export interface Scores {
  readonly scores: Float64Array;
  readonly used: Int32Array;
  readonly scaled: Uint8Array;
}

/**
 * Scores all figures within their groups.
 *
 * @param better - which end is good, by row; the first row of a group speaks for it
 */
export function scoreGroups(
  values: Float64Array,
  groups: Groups,
  scaling: Scaling,
  better: (row: number) => Better,
  isReference: IsReference,
): Scores {
  const ends = Array.from({ length: groups.count }, (_, group) =>
    better(groups.rows[groups.starts[group] as number] as number),
  );
  if (scaling.method === "min_max") return linearScores(values, groups, rangeLines(values, groups, scaling, ends));
  if (scaling.method === "z_score") return linearScores(values, groups, momentLines(values, groups, scaling, ends));
  const scores = new Float64Array(values.length).fill(Number.NaN);
  const places = isRanked(scaling) ? placesByGroup(values, groups) : [];
  const used = new Int32Array(groups.count);
  const scaled = new Uint8Array(groups.count);
  for (let group = 0; group < groups.count; group += 1) {
    const rows = rowsOfGroup(groups, group);
    const end = ends[group] as Better;
    const result = isRanked(scaling)
      ? scoreRanks(places[group] as Places, rows, scores, scaling, end)
      : scoreByStatistics(values, rows, scores, scaling, end, isReference);
    used[group] = result.used;
    scaled[group] = Number(result.scaled);
  }
  return { scores, used, scaled };
}

const isRanked = (scaling: Scaling): scaling is Ranked =>
  scaling.method === "rank" || scaling.method === "borda" || scaling.method === "percentile_rank";

/** A straight line per group, score = (value − from) × factor + plus; a factor that is not finite is no scale. */
interface Lines {
  readonly from: Float64Array;
  readonly factor: Float64Array;
  readonly divisor: Float64Array;
  readonly plus: number;
  readonly used: Int32Array;
}

/** Rows are walked in their order: groups are few enough to stay near, rows are not. */
function linearScores(values: Float64Array, { of }: Groups, { from, factor, divisor, plus, used }: Lines): Scores {
  const scores = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const group = of[row] as number;
    const score =
      (((values[row] as number) - (from[group] as number)) / (divisor[group] as number)) * (factor[group] as number) +
      plus;
    // A division by a span of 0 gives infinities; no scale is no score.
    scores[row] = score - score === 0 ? score : Number.NaN;
  }
  return { scores, used, scaled: Uint8Array.from(divisor, (one) => Number(one !== 0 && one - one === 0)) };
}

type Ends = readonly Better[];

function rangeLines(
  values: Float64Array,
  { of, count }: Groups,
  { lower = 0, upper = 100 }: Extract<Scaling, { method: "min_max" }>,
  ends: Ends,
): Lines {
  const used = new Int32Array(count);
  const lowest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    const group = of[row] as number;
    if (Number.isNaN(value)) continue;
    used[group] = (used[group] as number) + 1;
    if (value < (lowest[group] as number)) lowest[group] = value;
    if (value > (highest[group] as number)) highest[group] = value;
  }
  const isHigher = (group: number) => ends[group] === "higher";
  const from = lowest.map((low, group) => (isHigher(group) ? low : (highest[group] as number)));
  const divisor = lowest.map((low, group) => ((highest[group] as number) - low) * (isHigher(group) ? 1 : -1));
  return { from, divisor, factor: new Float64Array(count).fill(upper - lower), plus: lower, used };
}

/** Mean and standard deviation (n − 1); the mean is taken twice, which leaves no rounding worth naming. */
function momentLines(
  values: Float64Array,
  { of, count }: Groups,
  { mean = 0, sd = 1 }: Extract<Scaling, { method: "z_score" }>,
  ends: Ends,
): Lines {
  const used = new Int32Array(count);
  const some = new Float64Array(count);
  const equal = new Uint8Array(count).fill(1);
  const centre = new Float64Array(count);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    const group = of[row] as number;
    if (Number.isNaN(value)) continue;
    if (used[group] === 0) some[group] = value;
    else if (value !== some[group]) equal[group] = 0;
    used[group] = (used[group] as number) + 1;
    centre[group] = (centre[group] as number) + value;
  }
  const rest = new Float64Array(count);
  const squares = new Float64Array(count);
  for (let group = 0; group < count; group += 1) centre[group] = (centre[group] as number) / (used[group] as number);
  for (let row = 0; row < values.length; row += 1) {
    const group = of[row] as number;
    const distance = (values[row] as number) - (centre[group] as number);
    if (Number.isNaN(distance)) continue;
    rest[group] = (rest[group] as number) + distance;
    squares[group] = (squares[group] as number) + distance * distance;
  }
  const divisor = new Float64Array(count);
  for (let group = 0; group < count; group += 1) {
    const n = used[group] as number;
    const shift = (rest[group] as number) / n;
    centre[group] = (centre[group] as number) + shift;
    // Equal values must not differ from their own mean by rounding.
    const variance = equal[group] === 1 ? 0 : ((squares[group] as number) - n * shift * shift) / (n - 1);
    divisor[group] = Math.sqrt(Math.max(0, variance)) * (ends[group] === "higher" ? 1 : -1);
  }
  return { from: centre, divisor, factor: new Float64Array(count).fill(sd), plus: mean, used };
}

function rangeOf(values: Float64Array) {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { lowest, highest };
}

type Ranked = Extract<Scaling, { method: "rank" | "borda" | "percentile_rank" }>;

/** The best figure has the highest score: ranks count from the other end. */
function scoreRanks(places: Places, rows: Int32Array, scores: Float64Array, by: Ranked, better: Better) {
  const ranks = ranksOf(places, better === "higher" ? "lower" : "higher", by.ties ?? "min");
  const from = by.method === "rank" ? 0 : 1;
  const span = by.method === "percentile_rank" ? places.n - 1 : 1;
  const scaled = span > 0;
  for (let i = 0; i < rows.length; i += 1) {
    if (scaled) scores[rows[i] as number] = ((ranks[i] as number) - from) / span;
  }
  return { used: places.n, scaled };
}

type Plain = Exclude<Scaling, Ranked | { method: "min_max" | "z_score" }>;

function scoreByStatistics(
  values: Float64Array,
  rows: Int32Array,
  scores: Float64Array,
  scaling: Plain,
  better: Better,
  isReference: IsReference,
): { used: number; scaled: boolean } {
  const own = Float64Array.from(rows, (row) => values[row] as number);
  const used = own.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  if (used === 0) return { used, scaled: false };
  const results = scaledBy(own, rows, scaling, better, isReference);
  let scaled = false;
  results.forEach((score, i) => {
    if (score !== null) scaled = true;
    scores[rows[i] as number] = score ?? Number.NaN;
  });
  return { used, scaled };
}

function scaledBy(own: Float64Array, rows: Int32Array, scaling: Plain, better: Better, isReference: IsReference) {
  const lower = better === "lower";
  const turned = () => (lower ? own.map((value) => -value) : own);
  const direction = lower ? -1 : 1;
  const none = () => new Array<number | null>(own.length).fill(null);
  switch (scaling.method) {
    case "robust_z":
    case "distance_to_maximum":
      return normaliseValues(turned(), scaling);
    case "scaled":
      return normaliseValues(own, lower ? { ...scaling, lower: scaling.upper, upper: scaling.lower } : scaling);
    case "fraction_of_maximum": {
      const { lowest, highest } = rangeOf(own);
      // A share of a maximum of 0 or below would put the worst first.
      if (!((lower ? lowest : highest) > 0)) return none();
      return Array.from(own, (value) => orNull(lower ? lowest / value : value / highest));
    }
    case "distance_to_reference": {
      const row = rows.findIndex(isReference);
      const { method, capped = false } = scaling;
      return row === -1 ? none() : normaliseValues(turned(), { method, row, capped });
    }
    case "distance_to_target": {
      const { lowest, highest } = rangeOf(own);
      // A target that even the worst has passed measures nobody's distance.
      if (lower ? scaling.target >= highest : scaling.target <= lowest) return none();
      return normaliseValues(own, { ...scaling, direction });
    }
    case "goalposts":
      return normaliseValues(own, { ...scaling, direction });
  }
}
