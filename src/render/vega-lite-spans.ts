import type { PlacedPanel } from "../charts/placed.ts";
import type { Carried, Position } from "../charts/spec.ts";
import { ARROW, BEYOND, CAP, END_SHAPES } from "./end-shapes.ts";
import { channel, dashes, inked, type JsonObject, type Layer, layers, look, STROKES } from "./vega-lite-layer.ts";

/** A span along one axis, whichever it is. */
interface Span extends Carried {
  readonly from: number;
  readonly to: number;
  readonly at: Position;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Symbols at one end of spans: caps where it is closed, arrows a little beyond where it is open. */
function ends(
  spans: readonly Span[],
  panel: PlacedPanel,
  name: string,
  along: "x" | "y",
  place: "from" | "to",
): Layer[] {
  const across = along === "x" ? "y" : "x";
  const isOpen = (row: Span) => (place === "from" ? row.openStart : row.openEnd);
  const on = (along === "x" ? 1 : -1) * (place === "from" ? -1 : 1);
  const layer = (kind: string, rows: readonly Span[], symbol: JsonObject): Layer => ({
    name: `${name}_${kind}_${place}`,
    rows: rows.map((row) => ({ ...inked(row), end: row[place], at: row.at })),
    mark: { type: "point", filled: false, opacity: 1, ...symbol },
    encoding: { [along]: channel(panel, along, "end"), [across]: channel(panel, across, "at"), ...STROKES },
  });
  const shapes = END_SHAPES[along];
  const arrow = {
    shape: place === "from" ? shapes.before : shapes.after,
    size: (2 * ARROW) ** 2,
    [`${along}Offset`]: on * BEYOND,
  };
  return [
    layer(
      "cap",
      spans.filter((row) => !isOpen(row)),
      { shape: shapes.cap, size: (2 * CAP) ** 2 },
    ),
    layer("beyond", spans.filter(isOpen), arrow),
  ];
}

/** Layers of spans along an axis: lines, dashed where an end is open, and their ends. */
export function vegaLiteSpans(
  spans: readonly Span[],
  panel: PlacedPanel,
  name: string,
  along: "x" | "y",
): JsonObject[] {
  const across = along === "x" ? "y" : "x";
  const line = (open: boolean): Layer => ({
    name: open ? `${name}_open` : name,
    rows: spans
      .filter((row) => (row.openStart || row.openEnd) === open)
      .map((row) => ({ ...look(row), from: row.from, to: row.to, at: row.at })),
    mark: { type: "rule", ...dashes(open) },
    encoding: {
      [along]: channel(panel, along, "from"),
      [`${along}2`]: { field: "to" },
      [across]: channel(panel, across, "at"),
      ...STROKES,
    },
  });
  return layers([
    line(false),
    line(true),
    ...ends(spans, panel, name, along, "from"),
    ...ends(spans, panel, name, along, "to"),
  ]);
}
