import type { Column, ColumnTable } from "../model/table.ts";
import { DictionaryBuilder } from "../model/table.ts";
import { compareBenchmark, type Polarity, type Verdict } from "../stats/compare-benchmark.ts";
import type { Interval } from "../stats/outcome.ts";
import { type Benchmarks, statedSpan } from "./benchmarks.ts";
import { dictionaryOf, numberColumns, numbersOrNone } from "./columns.ts";
import { countColumns, type Groups } from "./groups.ts";
import { limitsAt } from "./limits-at.ts";

export interface Figures {
  readonly table: ColumnTable;
  readonly values: Float64Array;
  /** Rows that are counted together. */
  readonly groups: Groups;
  readonly benchmarks: Benchmarks;
  readonly polarity: (row: number) => Polarity;
}

export interface JudgementOptions {
  readonly levels: readonly [number, number];
  readonly per: number;
  readonly benchmarkInterval: boolean;
}

/** How one figure stands to its benchmark, or why that cannot be said. */
interface Judgement {
  readonly outcome: Verdict | "cannot_tell" | null;
  readonly level: number | null;
  readonly method: string | null;
  readonly reason: string | null;
}

const none = (reason: string | null): Judgement => ({ outcome: null, level: null, method: null, reason });

/** Verdicts that only the wider interval gives. */
const STRONG: readonly string[] = ["best", "worst", "highest", "lowest"];

/** Judges each row of a comparison; `flags` are the codes of rows without a verdict for a reason of the benchmark. */
export function judgements(figures: Figures, options: JudgementOptions) {
  const { table, values, groups, benchmarks } = figures;
  const span = statedSpan(table, values);
  const judge = judging(figures, span, options);
  const text = { outcome: new DictionaryBuilder(), method: new DictionaryBuilder(), reason: new DictionaryBuilder() };
  const names = { region: new DictionaryBuilder(), method: new DictionaryBuilder() };
  const level = new Float64Array(values.length).fill(Number.NaN);
  const flags = new Map<number, string>();
  const regions = dictionaryOf(table, "region");
  for (let row = 0; row < values.length; row += 1) {
    const judged = judge(row);
    text.outcome.push(judged.outcome);
    text.method.push(judged.method);
    text.reason.push(judged.reason);
    level[row] = judged.level ?? Number.NaN;
    if (judged.reason === "benchmark.missing") flags.set(row, judged.reason);
    if (judged.outcome === "cannot_tell") flags.set(row, "benchmark.undecided");
    names.region.push(benchmarks.row[row] === -1 ? null : regions.at(benchmarks.row[row] as number));
    names.method.push(benchmarks.method[row] ?? null);
  }
  const columns: Record<string, Column> = {
    ...numberColumns({
      benchmark: benchmarks.value,
      benchmark_lower: benchmarks.lower,
      benchmark_upper: benchmarks.upper,
    }),
    benchmark_region: names.region.finish(),
    benchmark_method: names.method.finish(),
    ...numberColumns({ benchmark_n: benchmarks.n, ...distances(values, span, benchmarks) }),
    outcome: text.outcome.finish(),
    ...numberColumns({ outcome_level: level }),
    outcome_method: text.method.finish(),
    outcome_reason: text.reason.finish(),
    ...counts(values, groups, benchmarks),
  };
  return { columns, flags };
}

function judging({ table, values, benchmarks, polarity }: Figures, span: Span, options: JudgementOptions) {
  const missing = dictionaryOf(table, "missing");
  const methods = dictionaryOf(table, "interval_method");
  const own = { lower: numbersOrNone(table, "interval_lower"), upper: numbersOrNone(table, "interval_upper") };
  const [inner, outer] = options.levels.map((one) => limitsAt(table, one, options.per)) as [Span, Span];
  const intervalAt = (limits: Span, row: number): Interval | null =>
    Number.isNaN(limits.lower[row]) || Number.isNaN(limits.upper[row])
      ? null
      : { lower: limits.lower[row] as number, upper: limits.upper[row] as number };
  const first = (row: number) => intervalAt(inner, row) ?? intervalAt(own, row);
  return (row: number): Judgement => {
    const [value, benchmark] = [values[row] as number, benchmarks.value[row] as number];
    if (Number.isNaN(value)) return none(missing.at(row) ?? "not_reported");
    if (Number.isNaN(benchmark)) return none("benchmark.missing");
    const target = { lower: benchmarks.lower[row] as number, upper: benchmarks.upper[row] as number };
    const stated = { lower: span.lower[row] as number, upper: span.upper[row] as number };
    const common = { value, benchmark, polarity: polarity(row) };
    if (stated.lower !== stated.upper || target.lower !== target.upper) {
      if (stated.lower <= target.upper && target.lower <= stated.upper) {
        return { outcome: "cannot_tell", level: null, method: "edges", reason: null };
      }
      const { verdict } = compareBenchmark({ ...common, interval95: stated, benchmarkInterval95: target });
      return { outcome: verdict, level: null, method: "edges", reason: null };
    }
    const interval95 = first(row);
    const from = benchmarks.row[row] as number;
    const other = options.benchmarkInterval && from !== -1 ? first(from) : undefined;
    if (interval95 === null || other === null) return none("interval.missing");
    const interval998 = intervalAt(outer, row);
    const { verdict } = compareBenchmark({
      ...common,
      interval95,
      ...(interval998 !== null && { interval998 }),
      ...(other !== undefined && { benchmarkInterval95: other }),
    });
    const level = verdict === "similar" ? null : options.levels[STRONG.includes(verdict ?? "") ? 1 : 0];
    return { outcome: verdict, level, method: methods.at(row) ?? "interval", reason: null };
  };
}

interface Span {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Differences and ratios; the edges of a difference are those of value and benchmark together, null where open. */
function distances(values: Float64Array, span: Span, benchmarks: Benchmarks) {
  const closed = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
  const minus = (a: Float64Array, b: Float64Array) => a.map((value, row) => closed(value - (b[row] as number)));
  return {
    difference: minus(values, benchmarks.value),
    difference_lower: minus(span.lower, benchmarks.upper),
    difference_upper: minus(span.upper, benchmarks.lower),
    ratio: values.map((value, row) => {
      const benchmark = benchmarks.value[row] as number;
      return benchmark > 0 && value >= 0 ? value / benchmark : Number.NaN;
    }),
  };
}

/** Rows of a group that have both a figure and a benchmark, and those that lack one. */
function counts(values: Float64Array, groups: Groups, benchmarks: Benchmarks) {
  const used = new Int32Array(groups.count);
  values.forEach((value, row) => {
    const group = groups.of[row] as number;
    if (!Number.isNaN(value - (benchmarks.value[row] as number))) used[group] = (used[group] as number) + 1;
  });
  const { n_used, n_missing } = countColumns(groups, used);
  return { n_used, n_missing };
}
