import * as Plot from "@observablehq/plot";
import type { PlacedPanel } from "../charts/placed.ts";
import type { DotRow, IntervalRow, LineRow, MarkKind, MarkRows, RuleRow, WhiskerRow } from "../charts/spec.ts";
import { lineSegments } from "./line-segments.ts";
import { DASH, GROUND, TONE_STYLES } from "./tone-style.ts";

const CAP = 4;
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

function dots(rows: readonly DotRow[]): Plot.Markish[] {
  return [
    Plot.dot(rows, {
      x: "x",
      y: "y",
      r: { value: (row: DotRow) => TONE_STYLES[row.tone].radius, scale: null } as never,
      fill: { value: (row: DotRow) => (row.open ? GROUND : TONE_STYLES[row.tone].mark), scale: null } as never,
      stroke: { value: (row: DotRow) => TONE_STYLES[row.tone].mark, scale: null } as never,
      strokeWidth: 1.8,
      title,
      className: "dot",
      render: keyed(rows),
      sort: null,
    }),
  ];
}

const stroke = { value: (row: { tone: keyof typeof TONE_STYLES }) => TONE_STYLES[row.tone].mark, scale: null } as never;
const widths = (row: { tone: keyof typeof TONE_STYLES }) => TONE_STYLES[row.tone].strokeWidth;

function intervals(rows: readonly IntervalRow[]): Plot.Markish[] {
  const span = (part: readonly IntervalRow[], dash: string | undefined) =>
    Plot.ruleY(part, {
      x1: "x1",
      x2: "x2",
      y: "y",
      stroke,
      strokeWidth: widths,
      ...(dash === undefined ? {} : { strokeDasharray: dash }),
      title,
      className: "interval",
      render: keyed(part),
    });
  const [closed, open] = apart(rows, (row) => row.openStart || row.openEnd);
  const caps = rows.flatMap((row) => [
    ...(row.openStart ? [] : [{ ...row, x: row.x1 }]),
    ...(row.openEnd ? [] : [{ ...row, x: row.x2 }]),
  ]);
  const cap = Plot.tickX(caps, {
    x: "x",
    y: "y",
    stroke,
    strokeWidth: widths,
    className: "cap",
    render: capShape("y"),
  });
  return [span(closed, undefined), span(open, dasharray), cap];
}

/** Plot's ticks fill their band; a cap is as long as all caps. */
function capShape(along: "x" | "y"): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    for (const line of group?.children ?? []) {
      const [a, b] = [Number(line.getAttribute(`${along}1`)), Number(line.getAttribute(`${along}2`))];
      line.setAttribute(`${along}1`, String((a + b) / 2 - CAP));
      line.setAttribute(`${along}2`, String((a + b) / 2 + CAP));
    }
    return group;
  };
}

function whiskers(rows: readonly WhiskerRow[]): Plot.Markish[] {
  const span = (part: readonly WhiskerRow[], dash: string | undefined) =>
    Plot.ruleX(part, {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke,
      strokeWidth: widths,
      ...(dash === undefined ? {} : { strokeDasharray: dash }),
      title,
      className: "whisker",
      render: keyed(part),
    });
  const [closed, open] = apart(rows, (row) => row.openStart || row.openEnd);
  const caps = rows.flatMap((row) => [
    ...(row.openStart ? [] : [{ ...row, y: row.y1 }]),
    ...(row.openEnd ? [] : [{ ...row, y: row.y2 }]),
  ]);
  const cap = Plot.dot(caps, { x: "x", y: "y", r: 3, symbol: dash, stroke, strokeWidth: widths, className: "cap" });
  return [span(closed, undefined), span(open, dasharray), cap];
}

/** A short stroke across a whisker. */
const dash = {
  draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }) {
    context.moveTo(-CAP, 0);
    context.lineTo(CAP, 0);
  },
};

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
