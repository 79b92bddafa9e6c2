import { type Column, type ColumnTable, DictionaryColumn, NumberColumn } from "../model/table.ts";
import { differenceInterval, type Estimate, ratioInterval } from "../stats/square-and-add.ts";
import { numbersBy } from "../util/fill.ts";
import type { Benchmarks } from "./benchmarks.ts";
import { dictionaryOf } from "./columns.ts";
import type { Limits } from "./limits-at.ts";
import type { StatedSpans } from "./span-columns.ts";

/** How the limits of a difference came about: the benchmark is held fixed, or moves by chance itself. */
const METHODS = ["fixed benchmark", "newcombe", "square-and-add"] as const;

/**
 * Differences and ratios of figures and benchmarks: as stated, with the edges of both together (null where open), and the
 * limits of chance at the first level where both are exact.
 */
export function distances(
  table: ColumnTable,
  values: Float64Array,
  span: StatedSpans,
  benchmarks: Benchmarks,
  limits: Limits,
): Record<string, Column> {
  const { length } = values;
  const closed = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
  const minus = (a: Float64Array, b: Float64Array) =>
    new NumberColumn(length, () => numbersBy(length, (row) => closed((a[row] as number) - (b[row] as number))));
  const ratio = (row: number) => {
    const [value, benchmark] = [values[row] as number, benchmarks.value[row] as number];
    return benchmark > 0 && value >= 0 ? value / benchmark : Number.NaN;
  };
  const methods = methodsOf(table, span, benchmarks, limits);
  const side = (of: (a: Estimate, b: Estimate) => { lower: number; upper: number }, end: "lower" | "upper") =>
    new NumberColumn(length, () =>
      numbersBy(length, (row) => {
        if (methods[row] === -1) return Number.NaN;
        return closed(of(estimate(values[row] as number, limits, row), benchmarkOf(benchmarks, limits, row))[end]);
      }),
    );
  const ofRatio = (a: Estimate, b: Estimate) =>
    a.value >= 0 && b.value > 0 ? ratioInterval(a, b) : { lower: Number.NaN, upper: Number.NaN };
  return {
    difference: minus(values, benchmarks.value),
    difference_lower: minus(span.lower, benchmarks.upper),
    difference_upper: minus(span.upper, benchmarks.lower),
    difference_interval_lower: side(differenceInterval, "lower"),
    difference_interval_upper: side(differenceInterval, "upper"),
    ratio: new NumberColumn(length, () => numbersBy(length, ratio)),
    ratio_interval_lower: side(ofRatio, "lower"),
    ratio_interval_upper: side(ofRatio, "upper"),
    difference_method: new DictionaryColumn(methods, METHODS),
  };
}

function estimate(value: number, { lower, upper }: Limits, row: number): Estimate {
  return { value, lower: lower[row] as number, upper: upper[row] as number };
}

/** A benchmark that is the figure of a region moves by chance as well; one that is stated or pooled from others is held fixed. */
function benchmarkOf(benchmarks: Benchmarks, limits: Limits, row: number): Estimate {
  const from = benchmarks.row[row] as number;
  const value = benchmarks.value[row] as number;
  return from === -1 ? { value, lower: value, upper: value } : estimate(value, limits, from);
}

function methodsOf(table: ColumnTable, span: StatedSpans, benchmarks: Benchmarks, limits: Limits): Int32Array {
  const { codes, values: words } = dictionaryOf(table, "interval_method");
  const wilson = words.indexOf("wilson");
  const known = (row: number) => !Number.isNaN((limits.lower[row] as number) + (limits.upper[row] as number));
  const methods = new Int32Array(span.edged.length).fill(-1);
  for (let row = 0; row < methods.length; row += 1) {
    if (span.edged[row] === 1 || !known(row) || Number.isNaN(benchmarks.value[row])) continue;
    if (benchmarks.lower[row] !== benchmarks.upper[row]) continue;
    const from = benchmarks.row[row] as number;
    if (from === row) continue;
    if (from === -1) methods[row] = 0;
    else if (known(from)) methods[row] = wilson !== -1 && codes[row] === wilson && codes[from] === wilson ? 1 : 2;
  }
  return methods;
}
