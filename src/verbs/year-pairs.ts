import type { Groups } from "./groups.ts";

/** Rows of each series in two years, one entry per series; −1 where it has no figure in that year. */
export interface YearPairs {
  readonly count: number;
  /** First row of each series. */
  readonly head: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** First row of the year without a figure, where a pair is not complete; −1 where the year has no row at all. */
  readonly lacking: Int32Array;
}

/** The first figure of each series in each of two years. */
export function yearPairs(
  { count, rows, starts }: Groups,
  years: Float64Array,
  values: Float64Array,
  span: { readonly from: number; readonly to: number },
): YearPairs {
  const none = () => new Int32Array(count).fill(-1);
  const pairs = { count, head: none(), from: none(), to: none(), lacking: none() };
  for (let i = 0; i < count; i += 1) {
    const [start, end] = [starts[i] as number, starts[i + 1] as number];
    pairs.head[i] = rows[start] as number;
    const firstOf = (year: number, figure: boolean) => {
      for (let k = start; k < end; k += 1) {
        const row = rows[k] as number;
        if (years[row] === year && !(figure && Number.isNaN(values[row]))) return row;
      }
      return -1;
    };
    pairs.from[i] = firstOf(span.from, true);
    pairs.to[i] = firstOf(span.to, true);
    if (pairs.from[i] === -1) pairs.lacking[i] = firstOf(span.from, false);
    else if (pairs.to[i] === -1) pairs.lacking[i] = firstOf(span.to, false);
  }
  return pairs;
}
