import type { Groups } from "./groups.ts";

/** Series of a table one behind the other: rows with a figure, in the order of their years. */
export interface SeriesRows {
  /** Series that have a figure at all. */
  readonly count: number;
  /** Rows of series `i` with a figure are `rows[starts[i]] … rows[starts[i + 1] − 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  /** Group of each series. */
  readonly group: Int32Array;
  readonly longest: number;
}

/** Puts the rows of each group that have a figure into the order of their years; equal years keep the order of the table. */
export function seriesOfRows(groups: Groups, years: Float64Array, values: Float64Array): SeriesRows {
  const rows = new Int32Array(values.length);
  const starts = new Int32Array(groups.count + 1);
  const group = new Int32Array(groups.count);
  let [count, end, longest] = [0, 0, 0];
  for (let g = 0; g < groups.count; g += 1) {
    const start = end;
    const until = groups.starts[g + 1] as number;
    for (let k = groups.starts[g] as number; k < until; k += 1) {
      const row = groups.rows[k] as number;
      if (Number.isNaN(values[row]) || Number.isNaN(years[row])) continue;
      let at = end;
      // Rows mostly come in the order of years already: insertion moves none of them.
      while (at > start && (years[rows[at - 1] as number] as number) > (years[row] as number)) {
        rows[at] = rows[at - 1] as number;
        at -= 1;
      }
      rows[at] = row;
      end += 1;
    }
    if (end === start) continue;
    group[count] = g;
    count += 1;
    starts[count] = end;
    longest = Math.max(longest, end - start);
  }
  return { count, rows, starts: starts.slice(0, count + 1), group: group.slice(0, count), longest };
}
