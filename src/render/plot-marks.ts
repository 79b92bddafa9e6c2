import * as Plot from "@observablehq/plot";
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

const dasharray = DASH.join(" ");

/** Writes the key of each row on its element, so that marks can be found and counted. */
function keyed<R extends { readonly key: string }>(rows: readonly R[]): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    [...(group?.children ?? [])].forEach((element, i) => {
      element.setAttribute("data-key", rows[index[i] as number]?.key ?? "");
    });
    return group;
  };
}

/** Rows apart by something Plot takes only once for a mark. */
function apart<R>(rows: readonly R[], test: (row: R) => boolean): [R[], R[]] {
  return [rows.filter((row) => !test(row)), rows.filter(test)];
}

const title = (row: { readonly evidence: string | null }) => row.evidence ?? undefined;

const stroke = { value: (row: Carried) => TONE_STYLES[row.tone].mark, scale: null } as never;
const widths = (row: Carried) => TONE_STYLES[row.tone].strokeWidth;

function dots(rows: readonly DotRow[]): Plot.Markish[] {
  const shaped = rows.some((row) => TONE_STYLES[row.tone].shape !== "circle");
  return [
    Plot.dot(rows, {
      x: "x",
      y: "y",
      r: { value: (row: DotRow) => TONE_STYLES[row.tone].radius, scale: null } as never,
      fill: { value: (row: DotRow) => (row.open ? GROUND : TONE_STYLES[row.tone].mark), scale: null } as never,
      stroke,
      strokeWidth: 1.8,
      ...(shaped ? { symbol: (row: DotRow) => TONE_STYLES[row.tone].shape } : {}),
      title,
      className: "dot",
      render: keyed(rows),
      sort: null,
    }),
  ];
}

/** A span along one axis, whichever it is. */
interface Span extends Carried {
  readonly from: number;
  readonly to: number;
  readonly at: Position;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** A symbol of Plot from a path of straight strokes, as large whatever Plot thinks its size is. */
function symbolOf(path: string, half: number): Plot.SymbolType {
  const points = [...path.matchAll(/([ML])([-\d.]+),([-\d.]+)/g)];
  const draw = (context: CanvasPath) => {
    for (const [, command, x, y] of points) {
      if (command === "M") context.moveTo(Number(x) * half, Number(y) * half);
      else context.lineTo(Number(x) * half, Number(y) * half);
    }
  };
  return { draw } as unknown as Plot.SymbolType;
}

function spans(rows: readonly Span[], along: "x" | "y", className: MarkKind): Plot.Markish[] {
  const across = along === "x" ? "y" : "x";
  const rule = along === "x" ? Plot.ruleY : Plot.ruleX;
  const line = (part: readonly Span[], dash: object) =>
    rule(part, {
      [`${along}1`]: "from",
      [`${along}2`]: "to",
      [across]: "at",
      stroke,
      strokeWidth: widths,
      ...dash,
      title,
      className,
      render: keyed(part),
    });
  const ends = (part: readonly Span[], end: "from" | "to", symbol: Plot.SymbolType, shift: number, name: string) =>
    Plot.dot(part, {
      [along]: end,
      [across]: "at",
      symbol,
      r: 3,
      [`d${along}`]: shift,
      fill: "none",
      stroke,
      strokeWidth: widths,
      className: name,
      sort: null,
    });
  const [closed, open] = apart(rows, (row) => row.openStart || row.openEnd);
  const [capFrom, openFrom] = apart(rows, (row) => row.openStart);
  const [capTo, openTo] = apart(rows, (row) => row.openEnd);
  const on = along === "x" ? 1 : -1;
  return [
    line(closed, {}),
    line(open, { strokeDasharray: dasharray }),
    ends(capFrom, "from", symbolOf(END_SHAPES[along].cap, CAP), 0, "cap"),
    ends(capTo, "to", symbolOf(END_SHAPES[along].cap, CAP), 0, "cap"),
    ends(openFrom, "from", symbolOf(END_SHAPES[along].before, ARROW), -on * BEYOND, "open-end"),
    ends(openTo, "to", symbolOf(END_SHAPES[along].after, ARROW), on * BEYOND, "open-end"),
  ];
}

const intervals = (rows: readonly IntervalRow[]) =>
  spans(
    rows.map((row) => ({ ...row, from: row.x1, to: row.x2, at: row.y })),
    "x",
    "interval",
  );
const whiskers = (rows: readonly WhiskerRow[]) =>
  spans(
    rows.map((row) => ({ ...row, from: row.y1, to: row.y2, at: row.x })),
    "y",
    "whisker",
  );

function lines(rows: readonly LineRow[]): Plot.Markish[] {
  const segments = lineSegments(rows);
  return [false, true].map((dashed) => {
    const points = segments
      .filter((segment) => segment.points[0]?.dashed === dashed)
      .flatMap((segment) => segment.points.map((point) => ({ ...point, segment: segment.id })));
    return Plot.line(points, {
      x: "x",
      y: "y",
      z: "segment",
      stroke,
      strokeWidth: widths,
      strokeLinejoin: "round",
      ...(dashed ? { strokeDasharray: dasharray } : {}),
      className: "line",
    });
  });
}

function rules(rows: readonly RuleRow[]): Plot.Markish[] {
  return [false, true].flatMap((dashed) => {
    const part = rows.filter((row) => row.dashed === dashed);
    const upright = part.filter((row) => row.x !== null);
    const level = part.filter((row) => row.x === null && row.y !== null);
    const common = {
      stroke,
      strokeWidth: widths,
      title,
      className: "rule",
      ...(dashed ? { strokeDasharray: dasharray } : {}),
    };
    return [
      Plot.ruleX(upright, { x: "x", ...common, render: keyed(upright) }),
      Plot.ruleY(level, { y: "y", ...common, render: keyed(level) }),
    ];
  });
}

/** How each kind of mark is drawn by Plot. Texts are placed in pixels by the layout, for both renderers alike. */
const MARKS: { readonly [K in MarkKind]: (rows: readonly MarkRows[K][]) => Plot.Markish[] } = {
  dot: dots,
  interval: intervals,
  whisker: whiskers,
  line: lines,
  rule: rules,
  text: () => [],
};

/** The marks of a panel, in its order. */
export function plotMarks(panel: PlacedPanel): Plot.Markish[] {
  return panel.spec.marks.flatMap((mark) => MARKS[mark.kind](mark.rows as never));
}
