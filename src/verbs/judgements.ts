import { type Column, type ColumnTable, DictionaryColumn } from "../model/table.ts";
import { type Polarity, standing, type Verdict, verdictOf } from "../stats/compare-benchmark.ts";
import type { Benchmarks } from "./benchmarks.ts";
import { dictionaryOf, mappedTexts, numberColumns, numbersOrNone } from "./columns.ts";
import { distances } from "./distances.ts";
import { countColumns, type Groups } from "./groups.ts";
import { type Limits, limitsAt } from "./limits-at.ts";
import type { StatedSpans } from "./span-columns.ts";

export interface Figures {
  readonly table: ColumnTable;
  readonly values: Float64Array;
  readonly span: StatedSpans;
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

/** Codes of rows without a verdict for a reason of the benchmark, by their mark from 1. */
export const FLAGS = ["benchmark.missing", "benchmark.undecided"] as const;

const OUTCOMES: readonly (Verdict | "cannot_tell")[] = [
  "best",
  "better",
  "similar",
  "worse",
  "worst",
  "highest",
  "higher",
  "lower",
  "lowest",
  "cannot_tell",
];

/** Columns of verdicts as they are filled, by row; −1 where there is nothing to say. */
interface Verdicts {
  readonly outcome: Int32Array;
  readonly level: Float64Array;
  /** 0 by edges, 1 by intervals. */
  readonly method: Int32Array;
  /** 0 for the reason of the figure, then those of {@link REASONS}. */
  readonly reason: Int32Array;
  readonly marks: Uint16Array;
}

const REASONS = ["benchmark.missing", "interval.missing"] as const;

/** Judges each row of a comparison; `marks` say which of {@link FLAGS} a row has. */
export function judgements(figures: Figures, options: JudgementOptions) {
  const { table, values, span, groups, benchmarks } = figures;
  const { length } = values;
  const own = { lower: numbersOrNone(table, "interval_lower"), upper: numbersOrNone(table, "interval_upper") };
  const inner = withOwn(limitsAt(table, options.levels[0], options.per), own);
  const outer = limitsAt(table, options.levels[1], options.per);
  const verdicts = judged(figures, inner, outer, options);
  const regions = dictionaryOf(table, "region");
  const benchmarkRegion = () => {
    const { codes, values: names } = regions;
    return { codes: benchmarks.row.map((row) => (row === -1 ? -1 : (codes[row] as number))), values: names };
  };
  const columns: Record<string, Column> = {
    ...numberColumns({
      benchmark: benchmarks.value,
      benchmark_lower: benchmarks.lower,
      benchmark_upper: benchmarks.upper,
    }),
    benchmark_region: new DictionaryColumn(length, benchmarkRegion),
    benchmark_method: new DictionaryColumn(benchmarks.method, benchmarks.methods),
    ...numberColumns({ benchmark_n: benchmarks.n }),
    ...distances(table, values, span, benchmarks, inner),
    outcome: new DictionaryColumn(verdicts.outcome, OUTCOMES),
    ...numberColumns({ outcome_level: verdicts.level }),
    ...wordsOf(table, verdicts),
    ...counts(values, groups, benchmarks),
  };
  return { columns, marks: verdicts.marks };
}

/** The limits of the first level; where the counts are not there, the table's own. */
function withOwn(limits: Limits, own: Limits): Limits {
  const filled = (side: Float64Array, given: Float64Array) => {
    const result = side.slice();
    for (let row = 0; row < result.length; row += 1) {
      if (Number.isNaN(limits.lower[row]) || Number.isNaN(limits.upper[row])) result[row] = given[row] as number;
    }
    return result;
  };
  return { lower: filled(limits.lower, own.lower), upper: filled(limits.upper, own.upper) };
}

function judged(
  { values, span, benchmarks, polarity }: Figures,
  inner: Limits,
  outer: Limits,
  { levels, benchmarkInterval }: JudgementOptions,
): Verdicts {
  const { length } = values;
  const none = () => new Int32Array(length).fill(-1);
  const level = new Float64Array(length).fill(Number.NaN);
  const verdicts = { outcome: none(), level, method: none(), reason: none(), marks: new Uint16Array(length) };
  const put = (row: number, place: number, method: number) => {
    verdicts.outcome[row] = OUTCOMES.indexOf(verdictOf(place, polarity(row)));
    verdicts.method[row] = method;
  };
  for (let row = 0; row < length; row += 1) {
    const benchmark = benchmarks.value[row] as number;
    if (Number.isNaN(values[row])) {
      verdicts.reason[row] = 0;
      continue;
    }
    if (Number.isNaN(benchmark)) {
      verdicts.reason[row] = 1;
      verdicts.marks[row] = 1;
      continue;
    }
    const [below, above] = [benchmarks.lower[row] as number, benchmarks.upper[row] as number];
    if (span.edged[row] === 1 || below !== above) {
      const place = standing(
        span.lower[row] as number,
        span.upper[row] as number,
        Number.NaN,
        Number.NaN,
        below,
        above,
      );
      put(row, place, 0);
      if (place !== 0) continue;
      verdicts.outcome[row] = OUTCOMES.indexOf("cannot_tell");
      verdicts.marks[row] = 2;
      continue;
    }
    const from = benchmarkInterval ? (benchmarks.row[row] as number) : -1;
    const target = from === -1 ? benchmark : (inner.lower[from] as number);
    const upTo = from === -1 ? benchmark : (inner.upper[from] as number);
    const [lower, upper] = [inner.lower[row] as number, inner.upper[row] as number];
    if (Number.isNaN(lower + upper + target + upTo)) {
      verdicts.reason[row] = 2;
      continue;
    }
    const place = standing(lower, upper, outer.lower[row] as number, outer.upper[row] as number, target, upTo);
    put(row, place, 1);
    if (place !== 0) verdicts.level[row] = levels[Math.abs(place) === 2 ? 1 : 0];
  }
  return verdicts;
}

/** By what a verdict was reached, and why there is none. */
function wordsOf(table: ColumnTable, { method, reason }: Verdicts): Record<string, Column> {
  const methods = mappedTexts(dictionaryOf(table, "interval_method"), (word) => word);
  const missing = dictionaryOf(table, "missing");
  const texts = (length: number, of: (row: number) => string | null) =>
    new DictionaryColumn(length, () => {
      const known = new Map<string, number>();
      const codes = new Int32Array(length).fill(-1);
      for (let row = 0; row < length; row += 1) {
        const text = of(row);
        if (text === null) continue;
        if (!known.has(text)) known.set(text, known.size);
        codes[row] = known.get(text) as number;
      }
      return { codes, values: [...known.keys()] };
    });
  return {
    outcome_method: texts(method.length, (row) =>
      method[row] === -1 ? null : method[row] === 0 ? "edges" : (methods.at(row) ?? "interval"),
    ),
    outcome_reason: texts(reason.length, (row) => {
      const code = reason[row] as number;
      if (code === -1) return null;
      return code === 0 ? (missing.at(row) ?? "not_reported") : (REASONS[code - 1] as string);
    }),
  };
}

/** Rows of a group that have both a figure and a benchmark, and those that lack one. */
function counts(values: Float64Array, groups: Groups, benchmarks: Benchmarks) {
  const used = new Int32Array(groups.count);
  for (let row = 0; row < values.length; row += 1) {
    const group = groups.of[row] as number;
    if (Number.isNaN((values[row] as number) - (benchmarks.value[row] as number))) continue;
    used[group] = (used[group] as number) + 1;
  }
  const { n_used, n_missing } = countColumns(groups, used);
  return { n_used, n_missing };
}
