import { balanceText } from "../util/balance-text.ts";
import { wrapText } from "../util/wrap-text.ts";
import { type PlacedPanel, type PlacedStroke, type PlacedText, textBox } from "./placed.ts";
import { scalePosition } from "./scale-position.ts";
import type { Scale, TextRow, Tone } from "./spec.ts";
import { type TextRole, TYPE_SCALE } from "./type-scale.ts";

const TICK_GAP = 8;
/** A dot at the start of an axis must not touch the name of its row. */
const ROW_GAP = 13;
/** From the middle of a line of text down to its baseline, in em. */
const MIDDLE = 0.37;

/** Finer than any screen. */
const toHundredth = (pixels: number) => Math.round(pixels * 100) / 100;

/** Text of a role at a place, plain where nothing else is said. */
export function placed(
  role: TextRole,
  text: string,
  x: number,
  y: number,
  more: Partial<Pick<PlacedText, "tone" | "anchor" | "key" | "evidence">> = {},
): PlacedText {
  const tone: Tone = more.tone ?? "plain";
  const place = { x: toHundredth(x), y: toHundredth(y) };
  const bold = TYPE_SCALE[role].bold || tone === "highlight";
  return {
    role,
    text,
    ...place,
    tone,
    bold,
    anchor: more.anchor ?? "start",
    key: more.key ?? null,
    evidence: more.evidence ?? null,
  };
}

/** Pixel of a text row's anchor in its panel, before dx and dy. */
function origin(panel: PlacedPanel, row: TextRow): { readonly x: number; readonly y: number } {
  const { x, y } = panel.spec;
  const across = row.x === null ? (row.edge === "end" ? 1 : 0) : scalePosition(x, row.x);
  const down = row.y === null ? 0 : y.kind === "band" ? scalePosition(y, row.y) : 1 - scalePosition(y, row.y);
  return { x: panel.left + across * panel.width, y: panel.top + down * panel.height };
}

/** Baseline of one of several lines that stand around a middle. */
function baseline(role: TextRole, middle: number, line: number, lines: number): number {
  return middle + (line - (lines - 1) / 2) * TYPE_SCALE[role].line + MIDDLE * TYPE_SCALE[role].size;
}

/** The texts of the text marks of a panel. */
function markTexts(panel: PlacedPanel): PlacedText[] {
  const rows = panel.spec.marks.flatMap((mark) => (mark.kind === "text" ? mark.rows : []));
  return rows.flatMap((row) => {
    const at = origin(panel, row);
    const lines = row.text.split("\n");
    return lines.map((line, i) =>
      placed("mark", line, at.x + row.dx, baseline("mark", at.y + row.dy, i, lines.length), row),
    );
  });
}

/** Hairlines of the texts that stand away from their position. */
export function leaders(panel: PlacedPanel): PlacedStroke[] {
  const rows = panel.spec.marks.flatMap((mark) => (mark.kind === "text" ? mark.rows.filter((row) => row.leader) : []));
  return rows.map((row) => {
    const at = origin(panel, row);
    const side = Math.sign(row.dx);
    const ends = { x1: at.x + side * 6, y1: at.y, x2: at.x + row.dx - side * 3, y2: at.y + row.dy };
    return { role: "leader", tone: "muted", ...ends, dashed: false };
  });
}

/** Hairlines at ticks and rows, from edge to edge of the panel. */
export function gridLines({ spec, left, top, width, height }: PlacedPanel): PlacedStroke[] {
  const line = { role: "grid", tone: "muted", dashed: false } as const;
  const places = (scale: Scale) =>
    scale.grid ? (scale.kind === "band" ? scale.domain : scale.ticks.map((tick) => tick.value)) : [];
  const upright = places(spec.x).map((value) => left + scalePosition(spec.x, value) * width);
  const level = places(spec.y).map((value) => {
    const share = scalePosition(spec.y, value);
    return top + (spec.y.kind === "band" ? share : 1 - share) * height;
  });
  return [
    ...level.map((y) => ({ ...line, x1: left, x2: left + width, y1: y, y2: y })),
    ...upright.map((x) => ({ ...line, x1: x, x2: x, y1: top, y2: top + height })),
  ];
}

/** Labels below the horizontal axis of a panel. */
function tickTexts(panel: PlacedPanel): PlacedText[] {
  const { x } = panel.spec;
  return x.ticks.map((tick) => {
    const across = panel.left + scalePosition(x, tick.value) * panel.width;
    return placed("tick", tick.label, across, panel.top + panel.height + 18, { tone: tick.tone, anchor: "middle" });
  });
}

/** Labels left of the vertical axis and of all that hangs over it; those of a band may have several lines. */
function rowTexts(panel: PlacedPanel, marks: readonly PlacedText[]): PlacedText[] {
  const { y } = panel.spec;
  const role = y.kind === "band" ? "row" : "tick";
  const hanging = y.kind === "band" ? Math.min(...marks.map((text) => textBox(text).left)) : panel.left;
  const x = Math.min(panel.left - (y.kind === "band" ? ROW_GAP : TICK_GAP), hanging - TICK_GAP);
  return y.ticks.flatMap((tick) => {
    const down = y.kind === "band" ? scalePosition(y, tick.value) : 1 - scalePosition(y, tick.value);
    const lines = tick.label.split("\n");
    const middle = panel.top + down * panel.height;
    const key = y.kind === "band" ? String(tick.value) : null;
    return lines.map((line, i) =>
      placed(role, line, x, baseline(role, middle, i, lines.length), { tone: tick.tone, anchor: "end", key }),
    );
  });
}

/** Titles of panel and axes: the panel's above it, that of the vertical axis between, that of the horizontal below. */
function titleTexts(panel: PlacedPanel, right: number): PlacedText[] {
  const { spec, left, top, width, height } = panel;
  const style = TYPE_SCALE["panel-title"];
  const titleLines = spec.title === null ? [] : balanceText(spec.title, right - left, style.size, style.bold);
  const above = spec.y.title === null ? 0 : TYPE_SCALE["axis-title"].line + 2;
  const texts = titleLines.map((line, i) =>
    placed("panel-title", line, left, top - 10 - above - (titleLines.length - 1 - i) * style.line),
  );
  if (spec.y.title !== null)
    texts.push(placed("axis-title", spec.y.title, left - TICK_GAP, top - 10, { tone: "muted" }));
  if (spec.x.title !== null) {
    const ticks = spec.x.ticks.length > 0 ? 20 : 0;
    const lines = wrapText(spec.x.title, right - left, TYPE_SCALE["axis-title"].size);
    lines.forEach((line, i) => {
      const y = top + height + ticks + 15 + i * TYPE_SCALE["axis-title"].line;
      texts.push(placed("axis-title", line, left + width / 2, y, { tone: "muted", anchor: "middle" }));
    });
  }
  return texts;
}

/**
 * All texts of a panel at its place.
 *
 * @param panel - with its place; the top and height decide, a text may stand outside the box
 * @param right - how far right a title of the panel may reach
 */
export function placePanel(panel: PlacedPanel, right: number): PlacedText[] {
  const marks = markTexts(panel);
  return [...titleTexts(panel, right), ...tickTexts(panel), ...rowTexts(panel, marks), ...marks];
}
