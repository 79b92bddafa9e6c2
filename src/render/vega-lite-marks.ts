import type { PlacedPanel } from "../charts/placed.ts";
import type { DotRow, IntervalRow, LineRow, MarkKind, MarkRows, RuleRow, WhiskerRow } from "../charts/spec.ts";
import { lineSegments } from "./line-segments.ts";
import { GROUND, TONE_STYLES } from "./tone-style.ts";
import {
  channel,
  dashes,
  inked,
  type JsonObject,
  type Layer,
  layers,
  look,
  STROKES,
  verbatim,
} from "./vega-lite-layer.ts";
import { vegaLiteSpans } from "./vega-lite-spans.ts";

const SHAPES = { circle: "circle", square: "square", triangle: "triangle-up", diamond: "diamond" } as const;

function dots(rows: readonly DotRow[], panel: PlacedPanel, name: string): JsonObject[] {
  const values = rows.map((row) => ({
    ...look(row),
    x: row.x,
    y: row.y,
    fill: row.open ? GROUND : TONE_STYLES[row.tone].mark,
    shape: SHAPES[TONE_STYLES[row.tone].shape],
    // Vega counts the size of a symbol as an area.
    size: Math.round(4 * TONE_STYLES[row.tone].radius ** 2 * 100) / 100,
  }));
  const encoding = {
    x: channel(panel, "x", "x"),
    y: channel(panel, "y", "y"),
    fill: verbatim("fill"),
    stroke: verbatim("colour"),
    size: verbatim("size", "quantitative"),
    shape: verbatim("shape"),
  };
  return layers([{ name, rows: values, mark: { type: "point", strokeWidth: 1.8, opacity: 1 }, encoding }]);
}

const intervals = (rows: readonly IntervalRow[], panel: PlacedPanel, name: string) =>
  vegaLiteSpans(
    rows.map((row) => ({ ...row, from: row.x1, to: row.x2, at: row.y })),
    panel,
    name,
    "x",
  );

const whiskers = (rows: readonly WhiskerRow[], panel: PlacedPanel, name: string) =>
  vegaLiteSpans(
    rows.map((row) => ({ ...row, from: row.y1, to: row.y2, at: row.x })),
    panel,
    name,
    "y",
  );

function lines(rows: readonly LineRow[], panel: PlacedPanel, name: string): JsonObject[] {
  const segments = lineSegments(rows);
  const part = (dashed: boolean): Layer => ({
    name: dashed ? `${name}_dashed` : name,
    rows: segments
      .filter((segment) => segment.points[0]?.dashed === dashed)
      .flatMap(({ id, points }) =>
        points.map((point, i) => ({ ...inked(point), x: point.x, y: point.y, segment: id, order: i })),
      ),
    mark: { type: "line", strokeJoin: "round", ...dashes(dashed) },
    encoding: {
      x: channel(panel, "x", "x"),
      y: channel(panel, "y", "y"),
      detail: { field: "segment", type: "nominal" },
      order: { field: "order", type: "quantitative" },
      ...STROKES,
    },
  });
  return layers([part(false), part(true)]);
}

function rules(rows: readonly RuleRow[], panel: PlacedPanel, name: string): JsonObject[] {
  const part = (axis: "x" | "y", dashed: boolean): Layer => ({
    name: `${name}_${axis}${dashed ? "_dashed" : ""}`,
    rows: rows
      .filter((row) => row.dashed === dashed && (axis === "x" ? row.x !== null : row.x === null && row.y !== null))
      .map((row) => ({ ...look(row), at: row[axis] })),
    mark: { type: "rule", ...dashes(dashed) },
    encoding: {
      [axis]: channel(panel, axis, "at"),
      ...(axis === "x"
        ? { y: { value: panel.top }, y2: { value: panel.top + panel.height } }
        : { x: { value: panel.left }, x2: { value: panel.left + panel.width } }),
      ...STROKES,
    },
  });
  return layers([part("x", false), part("x", true), part("y", false), part("y", true)]);
}

/** How each kind of mark is written for Vega-Lite. Texts are placed in pixels by the layout, for both renderers alike. */
const MARKS: {
  readonly [K in MarkKind]: (rows: readonly MarkRows[K][], panel: PlacedPanel, name: string) => JsonObject[];
} = {
  dot: dots,
  interval: intervals,
  whisker: whiskers,
  line: lines,
  rule: rules,
  text: () => [],
};

/** The layers of a panel's marks; each is named after panel, place and kind, and Vega makes a class of the name. */
export function vegaLiteMarks(panel: PlacedPanel, name: string): JsonObject[] {
  return panel.spec.marks.flatMap((mark, i) =>
    MARKS[mark.kind](mark.rows as never, panel, `${name}_${i}_${mark.kind}`),
  );
}
