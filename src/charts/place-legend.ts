import { textWidth } from "../util/text-width.ts";
import { placed } from "./place-panel.ts";
import type { PlacedDot, PlacedStroke, PlacedText } from "./placed.ts";
import type { LegendItem, Tone } from "./spec.ts";
import { TYPE_SCALE } from "./type-scale.ts";

const SYMBOL = 26;
const GAP = 8;
const BETWEEN = 20;

interface Symbol {
  readonly dot: "none" | "filled" | "open";
  readonly stroke: "none" | "solid" | "dashed";
  readonly upright: boolean;
  readonly open: boolean;
}

const SYMBOLS: Record<LegendItem["symbol"], Symbol> = {
  dot: { dot: "filled", stroke: "none", upright: false, open: false },
  "open-dot": { dot: "open", stroke: "none", upright: false, open: false },
  interval: { dot: "none", stroke: "solid", upright: false, open: false },
  "open-interval": { dot: "open", stroke: "dashed", upright: false, open: true },
  rule: { dot: "none", stroke: "dashed", upright: true, open: false },
  line: { dot: "none", stroke: "solid", upright: false, open: false },
  "dashed-line": { dot: "none", stroke: "dashed", upright: false, open: false },
};

function strokeOf(symbol: Symbol, tone: Tone, x: number, y: number): PlacedStroke[] {
  if (symbol.stroke === "none") return [];
  const dashed = symbol.stroke === "dashed";
  const middle = x + SYMBOL / 2;
  if (symbol.upright) return [{ role: "legend", tone, x1: middle, x2: middle, y1: y - 7, y2: y + 7, dashed }];
  const line: PlacedStroke = { role: "legend", tone, x1: x, x2: x + SYMBOL, y1: y, y2: y, dashed };
  if (!symbol.open) return [line];
  const arrow = [-3.5, 3.5].map(
    (rise): PlacedStroke => ({ ...line, x1: x + SYMBOL - 3.5, y1: y + rise, dashed: false }),
  );
  return [line, ...arrow];
}

/** The key to the marks, its place and its height: entries flow in lines of `width`. */
export function placeLegend(
  items: readonly LegendItem[],
  left: number,
  top: number,
  width: number,
): { texts: PlacedText[]; strokes: PlacedStroke[]; dots: PlacedDot[]; height: number } {
  const { size, line } = TYPE_SCALE.legend;
  const texts: PlacedText[] = [];
  const strokes: PlacedStroke[] = [];
  const dots: PlacedDot[] = [];
  let x = left;
  let y = top;
  for (const item of items) {
    const symbol = SYMBOLS[item.symbol];
    const narrow = symbol.stroke === "none" || symbol.upright;
    const room = narrow ? 12 : SYMBOL;
    const full = room + GAP + textWidth(item.label, size);
    if (x > left && x + full > left + width) {
      x = left;
      y += line;
    }
    const middle = y + line / 2;
    const start = narrow ? x - (SYMBOL - room) / 2 : x;
    strokes.push(...strokeOf(symbol, item.tone, start, middle));
    if (symbol.dot !== "none")
      dots.push({ tone: item.tone, x: start + SYMBOL / 2, y: middle, open: symbol.dot === "open" });
    texts.push(placed("legend", item.label, x + room + GAP, middle + 0.37 * size, { tone: "muted" }));
    x += full + BETWEEN;
  }
  return { texts, strokes, dots, height: items.length === 0 ? 0 : y - top + line };
}
