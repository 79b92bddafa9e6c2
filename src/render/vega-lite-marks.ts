import type { PlacedPanel } from "../charts/placed.ts";
import type {
  Carried,
  DotRow,
  IntervalRow,
  LineRow,
  MarkKind,
  MarkRows,
  Position,
  RuleRow,
  WhiskerRow,
} from "../charts/spec.ts";
import { ARROW, BEYOND, CAP, END_SHAPES } from "./end-shapes.ts";
import { lineSegments } from "./line-segments.ts";
import { DASH, GROUND, TONE_STYLES } from "./tone-style.ts";

/** A part of a Vega-Lite specification, plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Colours and widths stand in the rows themselves, so no scale of Vega-Lite may touch them. */
export const verbatim = (field: string, type = "nominal"): JsonObject => ({ field, type, scale: null });

/** Channels of a row that every mark has: colour, tooltip, and the words for a screen reader. */
const COMMON = { tooltip: { field: "evidence", type: "nominal" }, description: { field: "evidence", type: "nominal" } };

const look = (row: Carried) => {
  const style = TONE_STYLES[row.tone];
  return { key: row.key, evidence: row.evidence ?? "", colour: style.mark, width: style.strokeWidth };
};

function channel(panel: PlacedPanel, axis: "x" | "y", field: string): JsonObject {
  return { field, type: panel.spec[axis].kind === "band" ? "nominal" : "quantitative" };
}

interface Layer {
  readonly name: string;
  readonly rows: readonly JsonObject[];
  readonly mark: JsonObject;
  readonly encoding: JsonObject;
}

/** A layer of its own rows; one without rows is left out, as Vega-Lite would show an empty legend for it. */
function layers(parts: readonly Layer[]): JsonObject[] {
  return parts
    .filter((part) => part.rows.length > 0)
    .map(({ name, rows, mark, encoding }) => ({ name, data: { values: rows }, mark, encoding }));
}

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
    ...COMMON,
  };
  return layers([{ name, rows: values, mark: { type: "point", strokeWidth: 1.8, opacity: 1 }, encoding }]);
}

const strokes = { stroke: verbatim("colour"), strokeWidth: verbatim("width", "quantitative") };
const dashes = (dashed: boolean): JsonObject => (dashed ? { strokeDash: [...DASH] } : {});

function spans(
  rows: readonly (Carried & { openStart: boolean; openEnd: boolean; from: number; to: number; at: Position })[],
  panel: PlacedPanel,
  name: string,
  along: "x" | "y",
): JsonObject[] {
  const across = along === "x" ? "y" : "x";
  const part = (open: boolean, suffix: string): Layer => ({
    name: `${name}${suffix}`,
    rows: rows
      .filter((row) => (row.openStart || row.openEnd) === open)
      .map((row) => ({ ...look(row), from: row.from, to: row.to, at: row.at })),
    mark: { type: "rule", ...dashes(open) },
    encoding: {
      [along]: channel(panel, along, "from"),
      [`${along}2`]: { field: "to" },
      [across]: channel(panel, across, "at"),
      ...strokes,
      ...COMMON,
    },
  });
  const end = (suffix: string, place: "from" | "to", kept: typeof rows, mark: JsonObject): Layer => ({
    name: `${name}${suffix}_${place}`,
    rows: kept.map((row) => ({ ...look(row), end: row[place], at: row.at })),
    mark: { type: "point", filled: false, opacity: 1, aria: false, tooltip: null, ...mark },
    encoding: {
      [along]: channel(panel, along, "end"),
      [across]: channel(panel, across, "at"),
      ...strokes,
    },
  });
  const cap = { shape: END_SHAPES[along].cap, size: (2 * CAP) ** 2 };
  const on = along === "x" ? 1 : -1;
  const beyond = (side: number) => ({
    shape: END_SHAPES[along][side < 0 ? "before" : "after"],
    size: (2 * ARROW) ** 2,
    [`${along}Offset`]: on * side * BEYOND,
  });
  return layers([
    part(false, ""),
    part(true, "_open"),
    end(
      "_cap",
      "from",
      rows.filter((row) => !row.openStart),
      cap,
    ),
    end(
      "_cap",
      "to",
      rows.filter((row) => !row.openEnd),
      cap,
    ),
    end(
      "_beyond",
      "from",
      rows.filter((row) => row.openStart),
      beyond(-1),
    ),
    end(
      "_beyond",
      "to",
      rows.filter((row) => row.openEnd),
      beyond(1),
    ),
  ]);
}

const intervals = (rows: readonly IntervalRow[], panel: PlacedPanel, name: string) =>
  spans(
    rows.map((row) => ({ ...row, from: row.x1, to: row.x2, at: row.y })),
    panel,
    name,
    "x",
  );

const whiskers = (rows: readonly WhiskerRow[], panel: PlacedPanel, name: string) =>
  spans(
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
        points.map((point, i) => ({ ...look(point), x: point.x, y: point.y, segment: id, order: i })),
      ),
    mark: { type: "line", strokeJoin: "round", ...dashes(dashed) },
    encoding: {
      x: channel(panel, "x", "x"),
      y: channel(panel, "y", "y"),
      detail: { field: "segment", type: "nominal" },
      order: { field: "order", type: "quantitative" },
      ...strokes,
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
      ...strokes,
      ...COMMON,
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
