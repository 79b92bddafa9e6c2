import type { ColumnTable, DictionaryColumn } from "../model/table.ts";
import { dictionaryOf, numbersOrNone } from "./columns.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";
import type { StatedSpans } from "./span-columns.ts";

/** What each row is held against, by row: NaN and null where there is nothing. */
export interface Benchmarks {
  readonly value: Float64Array;
  /** Edges of the benchmark; equal to the value where it is exact. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Row the benchmark stands in; −1 where it is none of the table. */
  readonly row: Int32Array;
  /** Regions behind it. */
  readonly n: Float64Array;
  /** Number among `methods`: `stated`, `own` (the figure of a region), `pooled` (from the counts of peers) or `mean` (of their figures). */
  readonly method: Int32Array;
  readonly methods: readonly string[];
}

const METHODS = ["stated", "own", "pooled", "mean"] as const;
type Method = (typeof METHODS)[number];

export type BenchmarkSource =
  | { readonly value: number }
  | { readonly region: string }
  | { readonly parents: true }
  /** Codes of the peers of a region. */
  | { readonly peersOf: (region: string) => readonly string[] };

/**
 * What each row of a table is held against.
 *
 * @param groups - figures of one indicator, year and body; a benchmark never comes from another group
 * @param per - residents figures per head are stated for
 * @param span - where each figure lies as stated
 */
export function benchmarksOf(
  table: ColumnTable,
  values: Float64Array,
  groups: Groups,
  source: BenchmarkSource,
  per: number,
  span: StatedSpans,
): Benchmarks {
  const length = values.length;
  const empty = () => new Float64Array(length).fill(Number.NaN);
  const row = new Int32Array(length).fill(-1);
  const method = new Int32Array(length).fill(-1);
  const benchmarks = {
    value: empty(),
    lower: empty(),
    upper: empty(),
    row,
    n: new Float64Array(length),
    method,
    methods: METHODS,
  };
  const set = (row: number, method: Method, n: number, value: number, lower = value, upper = value) => {
    benchmarks.value[row] = value;
    benchmarks.lower[row] = lower;
    benchmarks.upper[row] = upper;
    benchmarks.n[row] = n;
    benchmarks.method[row] = METHODS.indexOf(method);
  };
  if ("value" in source) {
    for (let row = 0; row < length; row += 1) set(row, "stated", 0, source.value);
    return benchmarks;
  }
  const regions = dictionaryOf(table, "region");
  const parents = dictionaryOf(table, "parent");
  const pool = pooling(table, values, per);
  for (let group = 0; group < groups.count; group += 1) {
    const rows = rowsOfGroup(groups, group);
    const rowIn = rowsByRegion(regions, values, rows);
    for (const row of rows) {
      if ("peersOf" in source) {
        const reporting = source.peersOf(regions.at(row) ?? "").flatMap((code) => rowIn.get(code) ?? []);
        if (reporting.length > 0) {
          const { method, value } = pool(reporting);
          set(row, method, reporting.length, value);
        }
        continue;
      }
      const from = rowIn.get(("region" in source ? source.region : parents.at(row)) ?? "");
      if (from === undefined) continue;
      set(row, "own", 1, values[from] as number, span.lower[from], span.upper[from]);
      benchmarks.row[row] = from;
    }
  }
  return benchmarks;
}

/** The row of each region of a group that has a figure; of several the first. */
function rowsByRegion(regions: DictionaryColumn, values: Float64Array, rows: Int32Array): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    const code = regions.at(row) ?? "";
    if (!Number.isNaN(values[row]) && !found.has(code)) found.set(code, row);
  }
  return found;
}

/** Peers taken together: their counts where all of them have counts, otherwise the mean of their figures. */
function pooling(table: ColumnTable, values: Float64Array, per: number) {
  const numerators = numbersOrNone(table, "numerator");
  const denominators = numbersOrNone(table, "denominator");
  const percent = dictionaryOf(table, "unit");
  const perHead = dictionaryOf(table, "basis");
  const scaleOf = (row: number) => (perHead.codes[row] !== -1 ? per : percent.at(row) === "percent" ? 100 : Number.NaN);
  return (rows: readonly number[]) => {
    const sum = (column: Float64Array) => rows.reduce((total, row) => total + (column[row] as number), 0);
    const pooled = (sum(numerators) / sum(denominators)) * scaleOf(rows[0] as number);
    if (Number.isFinite(pooled)) return { value: pooled, method: "pooled" as const };
    return { value: sum(values) / rows.length, method: "mean" as const };
  };
}
