import type { LineRow } from "../charts/spec.ts";

/** A run of points that are joined. */
export interface LineSegment {
  readonly id: string;
  readonly points: readonly (LineRow & { readonly y: number })[];
}

/**
 * Which points of the lines are joined? A null breaks a line, and a change of tone or dash starts a new segment.
 *
 * @param rows - points in the order they are drawn, series by series
 */
export function lineSegments(rows: readonly LineRow[]): LineSegment[] {
  const segments: { id: string; points: (LineRow & { y: number })[] }[] = [];
  let before: LineRow | null = null;
  for (const row of rows) {
    const joins =
      before !== null &&
      before.y !== null &&
      before.series === row.series &&
      before.dashed === row.dashed &&
      before.tone === row.tone;
    if (row.y !== null) {
      const point = { ...row, y: row.y };
      if (joins) segments.at(-1)?.points.push(point);
      else segments.push({ id: `${row.series} ${segments.length}`, points: [point] });
    }
    before = row;
  }
  return segments;
}
