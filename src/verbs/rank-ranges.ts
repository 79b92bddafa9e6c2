import type { ColumnTable } from "../model/table.ts";
import { rankIntervals } from "../stats/rank-intervals.ts";
import { rankValues } from "../stats/rank-values.ts";
import { normalQuantile } from "../stats/special/normal-quantile.ts";
import type { Better } from "./better.ts";
import { hasColumn, numbersOrNone } from "./columns.ts";
import { statedSpans } from "./span-columns.ts";

/** Between which numbers each value lies, by row. `edged` rows are not exact: their span is a fact, not chance. */
export interface Spans {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly edged: Uint8Array;
  /** Whether a row has an interval: the span of an exact value is then that interval. */
  readonly known: Uint8Array;
}

/** Reads edges and intervals off a comparison; null for a table that has neither: its values are points. */
export function spansOf(table: ColumnTable, values: Float64Array, by: string): Spans | null {
  const stated = statedSpans(table, values, by);
  const chance = by === "value" && hasColumn(table, "interval_lower");
  if (!stated.any && !chance) return null;
  const [from, to] = [numbersOrNone(table, "interval_lower"), numbersOrNone(table, "interval_upper")];
  const { edged } = stated;
  const [lower, upper] = [stated.lower.slice(), stated.upper.slice()];
  const known = new Uint8Array(values.length);
  for (let i = 0; chance && i < values.length; i += 1) {
    if (Number.isNaN(from[i]) || Number.isNaN(to[i])) continue;
    known[i] = 1;
    if (edged[i] === 1) continue;
    lower[i] = from[i] as number;
    upper[i] = to[i] as number;
  }
  return stated.any || known.includes(1) ? { lower, upper, edged, known } : null;
}

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
  const exact = [...rows.keys()].filter((i) => spans.edged[rows[i] as number] === 0);
  const edged = [...rows.keys()].filter((i) => spans.edged[rows[i] as number] === 1);
  const unknown = exact.filter((i) => spans.known[rows[i] as number] === 0);
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
  const own = exact.map((i) => values[rows[i] as number] as number);
  return { lower: rankValues(own, { better, ties: "min" }), upper: rankValues(own, { better, ties: "max" }) };
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
