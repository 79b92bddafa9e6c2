import type { Direction } from "../model/indicator.ts";
import { type Column, type ColumnTable, DictionaryColumn } from "../model/table.ts";
import { differenceInterval } from "../stats/square-and-add.ts";
import { dictionaryOf, editedTexts, numberColumns } from "./columns.ts";
import type { Limits } from "./limits-at.ts";
import type { StatedSpans } from "./span-columns.ts";
import type { YearPairs } from "./year-pairs.ts";

/** Level of the limits of chance of a change. */
export const CHANGE_LEVEL = 0.95;

const OUTCOMES = ["same", "cannot_tell", "higher", "lower", "better", "worse"] as const;

interface Figures {
  readonly values: Float64Array;
  readonly stated: StatedSpans;
  /** Limits of chance of each figure, where they are known. */
  readonly limits: Limits | null;
  readonly polarity: (row: number) => Direction;
  /** Calendar years between the two. */
  readonly years: number;
}

/** What lies between the two figures of each pair; nothing where one is not there, or the pair is refused. */
export function pairChanges(
  pairs: YearPairs,
  { values, stated, limits, polarity, years }: Figures,
  refused: (i: number) => boolean,
): Record<string, Column> {
  const empty = () => new Float64Array(pairs.count).fill(Number.NaN);
  const to = {
    from_value: empty(),
    to_value: empty(),
    change: empty(),
    change_lower: empty(),
    change_upper: empty(),
    change_interval_lower: empty(),
    change_interval_upper: empty(),
    change_interval_level: empty(),
    change_percent: empty(),
    annual_percent: empty(),
  };
  const outcomes = new Int32Array(pairs.count).fill(-1);
  for (let i = 0; i < pairs.count; i += 1) {
    const [start, end] = [pairs.from[i] as number, pairs.to[i] as number];
    const [first, last] = [values[start] ?? Number.NaN, values[end] ?? Number.NaN];
    to.from_value[i] = first;
    to.to_value[i] = last;
    if (refused(i) || Number.isNaN(first) || Number.isNaN(last)) continue;
    to.change[i] = last - first;
    const lower = closed((stated.lower[end] as number) - (stated.upper[start] as number));
    const upper = closed((stated.upper[end] as number) - (stated.lower[start] as number));
    to.change_lower[i] = lower;
    to.change_upper[i] = upper;
    if (first > 0) to.change_percent[i] = (last / first - 1) * 100;
    if (first > 0 && last > 0) to.annual_percent[i] = ((last / first) ** (1 / years) - 1) * 100;
    outcomes[i] = OUTCOMES.indexOf(outcomeOf(lower, upper, polarity(pairs.head[i] as number)));
    if (limits === null || lower !== upper) continue;
    const at = (row: number, value: number) => ({
      value,
      lower: limits.lower[row] as number,
      upper: limits.upper[row] as number,
    });
    const chance = differenceInterval(at(end, last), at(start, first));
    if (Number.isNaN(chance.lower) || Number.isNaN(chance.upper)) continue;
    to.change_interval_lower[i] = chance.lower;
    to.change_interval_upper[i] = chance.upper;
    to.change_interval_level[i] = CHANGE_LEVEL;
  }
  return { ...numberColumns(to), outcome: new DictionaryColumn(outcomes, OUTCOMES) };
}

/** An edge of a change; NaN where it is open. */
const closed = (edge: number) => (Number.isFinite(edge) ? edge : Number.NaN);

/** Better or worse, higher or lower for neutral figures; `cannot_tell` where edges leave both open. */
function outcomeOf(lower: number, upper: number, polarity: Direction): (typeof OUTCOMES)[number] {
  if (lower === 0 && upper === 0) return "same";
  const up = lower > 0;
  if (!up && !(upper < 0)) return "cannot_tell";
  if (polarity === "neutral") return up ? "higher" : "lower";
  return up === (polarity === "higher_better") ? "better" : "worse";
}

/** Why a pair has no change: it is refused, or the reason of the cell that is empty. */
export function missingChanges(
  table: ColumnTable,
  pairs: YearPairs,
  values: Float64Array,
  refused: (i: number) => boolean,
): DictionaryColumn {
  const missing = dictionaryOf(table, "missing");
  const reasons = new Map<number, string>();
  for (let i = 0; i < pairs.count; i += 1) {
    if (refused(i)) reasons.set(i, "not_comparable");
    else if (
      Number.isNaN((values[pairs.from[i] as number] ?? Number.NaN) + (values[pairs.to[i] as number] ?? Number.NaN))
    )
      reasons.set(i, missing.at(pairs.lacking[i] as number) ?? "not_reported");
  }
  return editedTexts(new DictionaryColumn(new Int32Array(pairs.count).fill(-1), []), reasons);
}
