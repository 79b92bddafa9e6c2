import { NumberColumn } from "../model/table.ts";
import type { Better } from "./better.ts";
import { type Groups, rowsOfGroup } from "./groups.ts";
import type { IsReference, Scaling } from "./score-groups.ts";
import { scoreSpans } from "./score-spans.ts";
import type { StatedSpans } from "./span-columns.ts";

/**
 * Edges of scores: between which scores each figure lies whatever the true values of its group are. NaN in groups where all
 * figures are exact, and on a side that is open.
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
    const own = (column: Float64Array) =>
      Float64Array.from(rows, (row) => (Number.isNaN(values[row]) ? Number.NaN : (column[row] as number)));
    const figures = { lower: own(spans.lower), upper: own(spans.upper) };
    const scores = scoreSpans(figures, scaling, better(rows[0] as number), rows.findIndex(isReference));
    rows.forEach((row, i) => {
      if (Number.isFinite(scores.lower[i])) lower[row] = scores.lower[i] as number;
      if (Number.isFinite(scores.upper[i])) upper[row] = scores.upper[i] as number;
    });
  }
  return { score_lower: new NumberColumn(lower), score_upper: new NumberColumn(upper) };
}

const later = (length: number) => new NumberColumn(length, () => new Float64Array(length).fill(Number.NaN));
