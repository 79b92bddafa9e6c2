import { textWidth } from "../util/text-width.ts";
import type { Description, PanelSpec, Tone } from "./spec.ts";
import { type TextRole, TYPE_SCALE } from "./type-scale.ts";

/** One line of text with its place: `y` is the baseline. */
export interface PlacedText {
  readonly role: TextRole;
  readonly tone: Tone;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly bold: boolean;
  readonly key: string | null;
  readonly evidence: string | null;
}

/** A stroke outside the scales: a symbol of the legend, a leader. */
export interface PlacedStroke {
  readonly role: "legend" | "leader" | "grid";
  readonly tone: Tone;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly dashed: boolean;
}

/** A dot outside the scales: a symbol of the legend. */
export interface PlacedDot {
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
  readonly open: boolean;
}

/** A panel with its place in the picture. */
export interface PlacedPanel {
  readonly spec: PanelSpec;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The geometry of a picture: what both renderers draw at the same pixels. */
export interface Layout {
  readonly description: Description;
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PlacedPanel[];
  /** Every text of the picture; those of role `tick` are drawn by the renderer's own axis. */
  readonly texts: readonly PlacedText[];
  readonly strokes: readonly PlacedStroke[];
  /** Hairlines behind the marks, and the blank ground that keeps them off the texts within panels. */
  readonly grid: readonly PlacedStroke[];
  readonly plates: readonly Box[];
  readonly dots: readonly PlacedDot[];
}

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where is a placed text? Its height is that of Chinese characters: 0.88 em above the baseline, 0.12 below. */
export function textBox(text: PlacedText): Box {
  const { size } = TYPE_SCALE[text.role];
  const width = textWidth(text.text, size, text.bold);
  const left = text.x - { start: 0, middle: width / 2, end: width }[text.anchor];
  return { left, right: left + width, top: text.y - 0.88 * size, bottom: text.y + 0.12 * size };
}
