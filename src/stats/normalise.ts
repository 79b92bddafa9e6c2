import { deviation, fsum, max, median, min } from "d3-array";
import { isPresent, presentValues, type Values } from "./present.ts";
import { rankValues, type Ties } from "./rank-values.ts";
import { requireNumber } from "./require.ts";

/** How values become scores. Rows are counted from 0. */
export type Normalisation =
  | { readonly method: "min_max"; readonly lower?: number; readonly upper?: number }
  | { readonly method: "z_score"; readonly mean?: number; readonly sd?: number }
  | { readonly method: "robust_z" }
  | { readonly method: "scaled"; readonly lower: number; readonly upper: number }
  | { readonly method: "rank" | "borda" | "percentile_rank"; readonly ties?: Ties }
  | { readonly method: "distance_to_maximum" | "fraction_of_maximum" }
  | { readonly method: "distance_to_reference"; readonly row: number; readonly capped?: boolean }
  | {
      readonly method: "distance_to_target";
      readonly target: number;
      readonly capped?: boolean;
      readonly direction?: 1 | -1;
    }
  | {
      readonly method: "goalposts";
      readonly lower: number;
      readonly upper: number;
      readonly scale?: number;
      readonly direction?: 1 | -1;
      readonly truncated?: boolean;
    };

/**
 * Brings values of any unit onto a common scale, so that indicators can be averaged.
 *
 * @remarks
 * Unit: none afterwards. Missing: stays null and counts for nothing. Where a method has no answer (all values equal,
 * one value only, equal goalposts, a target at the far end) every score is null.
 * `min_max` spans 0 to 100 unless told otherwise; `z_score` uses n − 1; `rank` and `borda` give the highest value the
 * highest score; `percentile_rank` and the distances span 0 to 1.
 * Source: the methods of OECD/JRC (2008), Handbook on Constructing Composite Indicators, as in COINr.
 * Oracle: test/oracles/normalise.json.
 *
 * @returns as many scores as values, in their order
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(normalise([8, 2, null, 5], { method: "min_max" })).toEqual([100, 0, null, 50])
 * ```
 */
export function normalise(values: Values, by: Normalisation): (number | null)[] {
  const present = presentValues("normalise", values);
  if (present.length === 0) return new Array(values.length).fill(null);
  const score = scorer(values, present, by);
  return Array.from(values as ArrayLike<number | null>, (value, row) => {
    if (!isPresent(value)) return null;
    const result = score(value, row);
    return Number.isFinite(result) ? result : null;
  });
}

type Score = (value: number, row: number) => number;

function scorer(values: Values, present: readonly number[], by: Normalisation): Score {
  const lowest = min(present) as number;
  const highest = max(present) as number;
  switch (by.method) {
    case "min_max": {
      const { lower = 0, upper = 100 } = by;
      return (value) => ((value - lowest) / (highest - lowest)) * (upper - lower) + lower;
    }
    case "z_score": {
      const { mean = 0, sd = 1 } = by;
      requireNumber("normalise", "sd", sd, "a number above 0", sd > 0);
      const centre = fsum(present) / present.length;
      const spread = deviation(present) ?? Number.NaN;
      return (value) => ((value - centre) / spread) * sd + mean;
    }
    case "robust_z":
      return robust(present);
    case "scaled":
      return (value) => ((value - by.lower) / (by.upper - by.lower)) * 100;
    case "rank":
    case "borda":
    case "percentile_rank":
      return ranked(values, present.length, by.method, by.ties);
    case "distance_to_maximum":
      return (value) => (value - lowest) / (highest - lowest);
    case "fraction_of_maximum":
      return (value) => value / highest;
    case "distance_to_reference":
      return toReference(values, lowest, by);
    case "distance_to_target":
      return toTarget(lowest, highest, by);
    case "goalposts":
      return betweenGoalposts(by);
  }
}

/** The median absolute deviation times 1.4826 equals the standard deviation of normal values. */
function robust(present: readonly number[]): Score {
  const centre = median(present) as number;
  const spread = 1.4826 * (median(present, (value) => Math.abs(value - centre)) as number);
  return (value) => (value - centre) / spread;
}

function ranked(
  values: Values,
  n: number,
  method: "rank" | "borda" | "percentile_rank",
  ties: Ties | undefined = "min",
): Score {
  const ranks = rankValues(values, { better: "lower", ties });
  const from = method === "rank" ? 0 : 1;
  const span = method === "percentile_rank" ? n - 1 : 1;
  return (_, row) => ((ranks[row] as number) - from) / span;
}

function toReference(
  values: Values,
  lowest: number,
  { row, capped = false }: Extract<Normalisation, { method: "distance_to_reference" }>,
): Score {
  const inside = row >= 0 && row < values.length && row % 1 === 0;
  requireNumber("normalise", "row", row, `a row from 0 to ${values.length - 1}`, inside);
  const reference = values[row];
  if (!isPresent(reference)) return () => Number.NaN;
  return (value) => cap((value - lowest) / (reference - lowest), capped);
}

function toTarget(
  lowest: number,
  highest: number,
  { target, capped = false, direction = 1 }: Extract<Normalisation, { method: "distance_to_target" }>,
): Score {
  requireNumber("normalise", "target", target, "a finite number", true);
  if (direction === 1) return (value) => cap((value - lowest) / (target - lowest), capped);
  return (value) => cap((highest - value) / (highest - target), capped);
}

/** What is infinitely far is no distance, and must not look like the end of the way. */
const cap = (score: number, capped: boolean) => (capped && Number.isFinite(score) ? Math.min(1, score) : score);

function betweenGoalposts(by: Extract<Normalisation, { method: "goalposts" }>): Score {
  const { lower, upper, scale = 1, direction = 1, truncated = true } = by;
  // Nothing lies between equal posts; cut to the scale, infinite distances would look like scores.
  if (lower === upper) return () => Number.NaN;
  return (value) => {
    const share = direction === 1 ? (value - lower) / (upper - lower) : (upper - value) / (upper - lower);
    return (truncated ? Math.min(1, Math.max(0, share)) : share) * scale;
  };
}
