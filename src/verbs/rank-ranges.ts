import { edgesOf } from "../model/edges.ts";
import type { Qualifier } from "../model/observation.ts";
import { type ColumnTable, numbersOf, textsOf } from "../model/table.ts";
import { rankIntervals } from "../stats/rank-intervals.ts";
import type { RankOptions as RankRule } from "../stats/rank-values.ts";
import { normalQuantile } from "../stats/special/normal.ts";

/** Between which numbers each value lies, by row. `edged` rows are not exact: their span is a fact, not chance. */
export interface Spans {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly edged: readonly boolean[];
  /** Whether a row has an interval: the span of an exact value is then that interval. */
  readonly known: readonly boolean[];
}

/** Reads edges and intervals off a comparison; a plain table has neither, and its spans are points. */
export function spansOf(table: ColumnTable, values: Float64Array): Spans {
  const has = (name: string) => table.columnNames().includes(name);
  const numbers = (name: string) =>
    has(name) ? numbersOf(table, name) : new Float64Array(values.length).fill(Number.NaN);
  const qualifiers = has("qualifier") ? textsOf(table, "qualifier") : [];
  const [below, above, from, to] = ["lower", "upper", "interval_lower", "interval_upper"].map(numbers) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const orNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  const lower = Float64Array.from(values);
  const upper = Float64Array.from(values);
  const edged = Array.from(values, (_, i) => (qualifiers[i] ?? "exact") !== "exact");
  const known = Array.from(values, (_, i) => !Number.isNaN(from[i]) && !Number.isNaN(to[i]));
  for (let i = 0; i < values.length; i += 1) {
    const given = { lower: orNull(below[i]), upper: orNull(above[i]) };
    const edges = edged[i]
      ? edgesOf(values[i] as number, qualifiers[i] as Qualifier, given)
      : { lower: known[i] ? from[i] : values[i], upper: known[i] ? to[i] : values[i] };
    lower[i] = edges.lower as number;
    upper[i] = edges.upper as number;
  }
  return { lower, upper, edged, known };
}

type Better = NonNullable<RankRule["better"]>;

export interface RankRangeOptions {
  readonly better: Better;
  readonly confidence?: number;
  readonly draws?: number;
  readonly seed?: number;
}

export interface RankRanges {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Exact figures without an interval in a group where others have one: no range can be told for anyone. */
  readonly unknown: number;
}

/**
 * Best and worst place of each reported row of one group.
 *
 * Among exact figures: the confidence set where intervals are there, otherwise their places, equals sharing a range. A
 * figure with edges counts as above or below another only where their spans do not meet.
 */
export function rankRanges(
  rows: readonly number[],
  values: Float64Array,
  spans: Spans,
  options: RankRangeOptions,
): RankRanges {
  const from = new Float64Array(rows.length).fill(Number.NaN);
  const to = new Float64Array(rows.length).fill(Number.NaN);
  const exact = [...rows.keys()].filter((i) => !spans.edged[rows[i] as number]);
  const edged = [...rows.keys()].filter((i) => spans.edged[rows[i] as number]);
  const unknown = exact.filter((i) => !spans.known[rows[i] as number]);
  if (unknown.length > 0 && unknown.length < exact.length) return { from, to, unknown: unknown.length };
  const sets =
    unknown.length > 0 ? places(exact, rows, values, options.better) : chance(exact, rows, values, spans, options);
  const sure = (a: number, b: number) => surelyBetter(rows[a] as number, rows[b] as number, spans, options.better);
  exact.forEach((i, at) => {
    from[i] = (sets.lower[at] ?? Number.NaN) + edged.filter((j) => sure(j, i)).length;
    to[i] = (sets.upper[at] ?? Number.NaN) + edged.filter((j) => !sure(i, j)).length;
  });
  for (const i of edged) {
    from[i] = 1 + rows.filter((_, j) => j !== i && sure(j, i)).length;
    to[i] = rows.length - rows.filter((_, j) => j !== i && sure(i, j)).length;
  }
  return { from, to, unknown: 0 };
}

function surelyBetter(a: number, b: number, { lower, upper }: Spans, better: Better): boolean {
  if (better === "higher") return (lower[a] as number) > (upper[b] as number);
  return (upper[a] as number) < (lower[b] as number);
}

type Sets = { readonly lower: ArrayLike<number | null>; readonly upper: ArrayLike<number | null> };

/** Places of exact figures whose chance variation is not known: a point, or the span that equals share. */
function places(exact: readonly number[], rows: readonly number[], values: Float64Array, better: Better): Sets {
  const sign = better === "higher" ? -1 : 1;
  const keys = exact.map((i) => sign * (values[rows[i] as number] as number));
  const sorted = [...keys].sort((a, b) => a - b);
  return {
    lower: keys.map((key) => sorted.indexOf(key) + 1),
    upper: keys.map((key) => sorted.lastIndexOf(key) + 1),
  };
}

function chance(
  exact: readonly number[],
  rows: readonly number[],
  values: Float64Array,
  { lower, upper }: Spans,
  { better, confidence = 0.95, draws = 20_000, seed = 1 }: RankRangeOptions,
): Sets {
  if (exact.length < 2) return { lower: exact.map(() => 1), upper: exact.map(() => 1) };
  const width = 2 * normalQuantile(0.5 + confidence / 2);
  const at = exact.map((i) => rows[i] as number);
  const estimate = at.map((row) => values[row] as number);
  const standardError = at.map((row) => ((upper[row] as number) - (lower[row] as number)) / width);
  return rankIntervals({ estimate, standardError, coverage: confidence, simultaneous: false, better, draws, seed });
}
