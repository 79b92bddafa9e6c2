import fc from "fast-check";
import { expect, test } from "vitest";
import type { LineRow } from "../../src/charts/spec.ts";
import { lineSegments } from "../../src/render/line-segments.ts";

const point = (series: string, x: number, y: number | null, dashed = false): LineRow => ({
  key: `${series} ${x}`,
  tone: "plain",
  evidence: null,
  series,
  x,
  y,
  dashed,
});

test("lineSegments breaks a line at null, at the next series and where dashes begin", () => {
  const rows = [
    point("a", 1, 1),
    point("a", 2, null),
    point("a", 3, 3),
    point("b", 1, 1),
    point("b", 2, 2, true),
    point("b", 3, 3, true),
  ];
  expect(lineSegments(rows).map(({ points }) => points.map((row) => row.key))).toEqual([
    ["a 1"],
    ["a 3"],
    ["b 1"],
    ["b 2", "b 3"],
  ]);
});

test("lineSegments keeps every point that has a value, in order, under distinct names", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 30 });
  fc.assert(
    fc.property(values, (ys) => {
      const rows = ys.map((y, x) => point("a", x, y));
      const segments = lineSegments(rows);
      expect(segments.flatMap(({ points }) => points)).toEqual(rows.filter((row) => row.y !== null));
      expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
    }),
  );
});
