import { isPresent, type Values } from "./present.ts";

export type Ties = "min" | "max" | "average" | "dense" | "first";

export interface RankOptions {
  /** Which end gets rank 1; default `higher`. */
  readonly better?: "higher" | "lower";
  /** What equal values share; default `min`: 1, 2, 2, 4. `first` numbers them in the order given. */
  readonly ties?: Ties;
  /** Missing values stay without a rank (`keep`, the default) or take the ranks before or behind all others. */
  readonly missing?: "keep" | "top" | "bottom";
}

/**
 * The place of each value among all: rank 1 is the best.
 *
 * @remarks
 * Unit: places. Missing: no rank, and it takes no place from others, unless `missing` says otherwise; then missing
 * values are ties of each other.
 * Source: the five rules of pandas `Series.rank` and R `rank`. Oracle: test/oracles/rank_ties.json.
 *
 * @returns as many ranks as values, in their order; null where a value is missing
 * @example
 * ```ts @import.meta.vitest
 * expect(rankValues([3, 9, 9, null, 4])).toEqual([4, 1, 1, null, 3])
 * expect(rankValues([2, 2, 7], { better: "lower", ties: "average" })).toEqual([1.5, 1.5, 3])
 * ```
 */
export function rankValues(values: Values, options: RankOptions = {}): (number | null)[] {
  const { better = "higher", ties = "min", missing = "keep" } = options;
  const sign = better === "higher" ? -1 : 1;
  const keys = new Float64Array(values.length);
  const present: number[] = [];
  const absent: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (isPresent(value)) {
      keys[i] = sign * value;
      present.push(i);
    } else if (missing !== "keep") absent.push(i);
  }
  present.sort((i, j) => (keys[i] as number) - (keys[j] as number) || i - j);
  const runs = equalRuns(present, keys);
  if (absent.length > 0) runs.splice(missing === "top" ? 0 : runs.length, 0, absent);
  return spread(runs, ties, values.length);
}

function equalRuns(order: readonly number[], keys: Float64Array): number[][] {
  const runs: number[][] = [];
  let last: number | undefined;
  for (const i of order) {
    if (keys[i] === last) runs.at(-1)?.push(i);
    else runs.push([i]);
    last = keys[i];
  }
  return runs;
}

function spread(runs: readonly (readonly number[])[], ties: Ties, length: number): (number | null)[] {
  const ranks: (number | null)[] = new Array(length).fill(null);
  let before = 0;
  runs.forEach((run, position) => {
    const shared: Record<Ties, number> = {
      min: before + 1,
      max: before + run.length,
      average: before + (run.length + 1) / 2,
      dense: position + 1,
      first: before + 1,
    };
    run.forEach((row, place) => {
      ranks[row] = ties === "first" ? before + 1 + place : shared[ties];
    });
    before += run.length;
  });
  return ranks;
}
