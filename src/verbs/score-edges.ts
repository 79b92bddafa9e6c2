import { NumberColumn } from "../model/table.ts";
import type { Better } from "./better.ts";
import { endsOf } from "./ends-of.ts";
import { type Groups, oneGroup, rowsOfGroup } from "./groups.ts";
import { type IsReference, type Scaling, scoreGroups } from "./score-groups.ts";
import type { StatedSpans } from "./span-columns.ts";

/**
 * Edges of scores: those of each figure where it is at its good end and all others of the group at their bad end, and the
 * other way round. NaN in groups where all figures are exact, and on the side where a figure is open.
 */
export function scoreEdges(
  values: Float64Array,
  spans: StatedSpans,
  groups: Groups,
  scaling: Scaling,
  better: (row: number) => Better,
  isReference: IsReference,
) {
  const empty = () => new Float64Array(values.length).fill(Number.NaN);
  if (!spans.any) return { score_lower: later(values.length), score_upper: later(values.length) };
  const [lower, upper] = [empty(), empty()];
  for (let group = 0; group < groups.count; group += 1) {
    const rows = rowsOfGroup(groups, group);
    if (!rows.some((row) => spans.edged[row] === 1)) continue;
    const end = better(rows[0] as number);
    const own = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] as number);
    const [low, high] = [own(spans.lower), own(spans.upper)];
    const ends = endsOf(own(values), low, high, end);
    const alone = oneGroup(rows.length);
    const scored = (figures: Float64Array) =>
      scoreGroups(
        figures,
        alone,
        scaling,
        () => end,
        (i) => isReference(rows[i] as number),
      ).scores;
    const shared = [scored(ends.worst), scored(ends.best)] as const;
    const edged = new Set(ends.edged);
    rows.forEach((row, i) => {
      if (Number.isNaN(values[row])) return;
      const open = end === "higher" ? [low[i], high[i]] : [high[i], low[i]];
      const [against, favoured] = edged.has(i)
        ? [scored(swapped(ends.best, ends.worst, i)), scored(swapped(ends.worst, ends.best, i))]
        : [shared[1], shared[0]];
      if (Number.isFinite(open[0])) lower[row] = against[i] as number;
      if (Number.isFinite(open[1])) upper[row] = favoured[i] as number;
    });
  }
  return { score_lower: new NumberColumn(lower), score_upper: new NumberColumn(upper) };
}

const later = (length: number) => new NumberColumn(length, () => new Float64Array(length).fill(Number.NaN));

function swapped(others: Float64Array, own: Float64Array, i: number): Float64Array {
  const values = others.slice();
  values[i] = own[i] as number;
  return values;
}
