import { ComparandaError } from "../model/errors.ts";
import type { ColumnTable } from "../model/table.ts";
import { type Normalisation, normalise as normaliseValues } from "../stats/normalise.ts";
import { nearest } from "../util/nearest.ts";
import type { Better } from "./better.ts";
import { dictionaryOf, orNull } from "./columns.ts";
import { placesOf, ranksOf } from "./places.ts";

type Reference = Extract<Normalisation, { method: "distance_to_reference" }>;
type Directed = Extract<Normalisation, { direction?: 1 | -1 }>;

/** A method of normalisation; the reference is a region, and the direction comes from the indicator. */
export type Scaling =
  | Exclude<Normalisation, Reference | Directed>
  | Omit<Extract<Normalisation, { method: "distance_to_target" }>, "direction">
  | Omit<Extract<Normalisation, { method: "goalposts" }>, "direction">
  | { readonly method: "distance_to_reference"; readonly reference: string; readonly capped?: boolean };

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

/**
 * Scores of the rows of one group, written into `scores`; rows without a value are left as they are.
 *
 * @returns rows with a value, and whether the group has a scale
 */
export function scoreGroup(
  values: Float64Array,
  rows: Int32Array,
  scores: Float64Array,
  scaling: Scaling,
  better: Better,
  isReference: IsReference,
): { used: number; scaled: boolean } {
  switch (scaling.method) {
    case "min_max": {
      const { lower = 0, upper = 100 } = scaling;
      const { used, lowest, highest } = rangeOf(values, rows);
      const span = highest - lowest;
      if (better === "higher") write(values, rows, scores, (x) => ((x - lowest) / span) * (upper - lower) + lower);
      else write(values, rows, scores, (x) => ((highest - x) / span) * (upper - lower) + lower);
      return { used, scaled: span > 0 };
    }
    case "z_score": {
      const { mean = 0, sd = 1 } = scaling;
      const { used, centre, spread } = momentsOf(values, rows);
      const sign = better === "higher" ? 1 : -1;
      write(values, rows, scores, (x) => ((sign * (x - centre)) / spread) * sd + mean);
      return { used, scaled: spread > 0 };
    }
    case "rank":
    case "borda":
    case "percentile_rank":
      return scoreRanks(values, rows, scores, scaling, better);
    default:
      return scoreByStatistics(values, rows, scores, scaling, better, isReference);
  }
}

function write(values: Float64Array, rows: Int32Array, scores: Float64Array, score: (x: number) => number): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const result = score(values[row] as number);
    // A division by a span of 0 gives infinities; no scale is no score.
    scores[row] = result - result === 0 ? result : Number.NaN;
  }
}

function rangeOf(values: Float64Array, rows: Int32Array) {
  let used = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows.length; i += 1) {
    const value = values[rows[i] as number] as number;
    if (Number.isNaN(value)) continue;
    used += 1;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return { used, lowest, highest };
}

/** Mean and standard deviation (n − 1); the mean is taken twice, which leaves no rounding worth naming. */
function momentsOf(values: Float64Array, rows: Int32Array) {
  let used = 0;
  let sum = 0;
  let some = Number.NaN;
  let equal = true;
  for (let i = 0; i < rows.length; i += 1) {
    const value = values[rows[i] as number] as number;
    if (Number.isNaN(value)) continue;
    if (used === 0) some = value;
    else if (value !== some) equal = false;
    used += 1;
    sum += value;
  }
  // Equal values must not differ from their own mean by rounding.
  if (equal) return { used, centre: some, spread: used < 2 ? Number.NaN : 0 };
  const first = sum / used;
  let rest = 0;
  let squares = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const distance = (values[rows[i] as number] as number) - first;
    if (Number.isNaN(distance)) continue;
    rest += distance;
    squares += distance * distance;
  }
  const shift = rest / used;
  const variance = (squares - used * shift * shift) / (used - 1);
  return { used, centre: first + shift, spread: Math.sqrt(Math.max(0, variance)) };
}

type Ranked = Extract<Scaling, { method: "rank" | "borda" | "percentile_rank" }>;

/** The best figure has the highest score: ranks count from the other end. */
function scoreRanks(values: Float64Array, rows: Int32Array, scores: Float64Array, by: Ranked, better: Better) {
  const places = placesOf(values, rows);
  const ranks = ranksOf(places, better === "higher" ? "lower" : "higher", by.ties ?? "min");
  const from = by.method === "rank" ? 0 : 1;
  const span = by.method === "percentile_rank" ? places.n - 1 : 1;
  for (let i = 0; i < rows.length; i += 1) {
    const score = ((ranks[i] as number) - from) / span;
    scores[rows[i] as number] = score - score === 0 ? score : Number.NaN;
  }
  return { used: places.n, scaled: span > 0 };
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
      const { lowest, highest } = rangeOf(own, Int32Array.from(own.keys()));
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
      const { lowest, highest } = rangeOf(own, Int32Array.from(own.keys()));
      // A target that even the worst has passed measures nobody's distance.
      if (lower ? scaling.target >= highest : scaling.target <= lowest) return none();
      return normaliseValues(own, { ...scaling, direction });
    }
    case "goalposts":
      return normaliseValues(own, { ...scaling, direction });
  }
}
