import type { Language } from "../model/messages/message.ts";

/**
 * What a mark wants to say. Renderers turn tones into shape, weight and lightness, safe in grey; no tone means "bad".
 * Second to fourth tell series apart that no one is to stand out of.
 */
export const TONES = ["plain", "second", "third", "fourth", "highlight", "muted", "missing", "benchmark"] as const;
export type Tone = (typeof TONES)[number];

/** What every mark carries from its row to the reader: the key it is counted by and the words of its tooltip. */
export interface Carried {
  /** Stable key, such as `530623 2021 litigation_loss_rate`; several marks of one row share it. */
  readonly key: string;
  readonly tone: Tone;
  /** Region, value as printed, interval, source: what the tooltip shows; null where there is nothing to add. */
  readonly evidence: string | null;
}

/** A position: a number on a linear scale, a key of the domain on a band scale. */
export type Position = number | string;

/** A value. `open` draws a hollow dot: the value is an edge or an approximation. */
export interface DotRow extends Carried {
  readonly x: Position;
  readonly y: Position;
  readonly open: boolean;
}

/** A span along x at one y. An open end has no cap: the value lies somewhere beyond, or the edge itself is not known. */
export interface IntervalRow extends Carried {
  readonly x1: number;
  readonly x2: number;
  readonly y: Position;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** A span along y at one x, with open ends as those of an interval; start is the lower end. */
export interface WhiskerRow extends Carried {
  readonly x: Position;
  readonly y1: number;
  readonly y2: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** A point of a line; null breaks the line there, so a missing year stays a gap. */
export interface LineRow extends Carried {
  readonly series: string;
  readonly x: Position;
  readonly y: number | null;
  readonly dashed: boolean;
}

/** A reference line through the whole panel at one x or one y. */
export interface RuleRow extends Carried {
  readonly x: Position | null;
  readonly y: Position | null;
  readonly dashed: boolean;
}

/** Words at a position, moved by dx and dy pixels. `x` or `y` null: an edge of the panel. */
export interface TextRow extends Carried {
  readonly x: Position | null;
  /** Which edge a null `x` means; right of the end edge the layout makes room. */
  readonly edge: "start" | "end";
  /** null: the top edge. */
  readonly y: Position | null;
  readonly dx: number;
  readonly dy: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  /** A hairline from the position to the words, where they had to move away from it. */
  readonly leader: boolean;
}

/** The closed set of marks: a new kind does not compile until both renderers answer for it. */
export interface MarkRows {
  readonly dot: DotRow;
  readonly interval: IntervalRow;
  readonly whisker: WhiskerRow;
  readonly line: LineRow;
  readonly rule: RuleRow;
  readonly text: TextRow;
}
export type MarkKind = keyof MarkRows;
export type Mark = { readonly [K in MarkKind]: { readonly kind: K; readonly rows: readonly MarkRows[K][] } }[MarkKind];

export interface Tick {
  readonly value: Position;
  readonly label: string;
  readonly tone: Tone;
}

/** An axis and its scale; every tick has its printed label, so that both renderers print the same words. */
export interface Scale {
  readonly kind: "linear" | "band";
  /** `[from, to]` of a linear scale, all keys in order of a band scale (from the top, or from the left). */
  readonly domain: readonly Position[];
  readonly ticks: readonly Tick[];
  readonly title: string | null;
  readonly grid: boolean;
}

/** One plotting area. Panels of a description stand side by side and share the height. */
export interface PanelSpec {
  readonly key: string;
  readonly title: string | null;
  readonly x: Scale;
  readonly y: Scale;
  readonly marks: readonly Mark[];
}

/** One entry of the key to tones, drawn above the panels as marks. */
export interface LegendItem {
  readonly label: string;
  readonly tone: Tone;
  readonly symbol: "dot" | "open-dot" | "interval" | "open-interval" | "rule" | "line" | "dashed-line";
}

/** A chart as data: plain JSON, no pixels but the width and the height of a row, no functions. */
export interface Description {
  readonly chart: string;
  readonly language: Language;
  /** Width of the whole picture in pixels. */
  readonly width: number;
  /** Height of the plotting area in pixels, title and notes not included. */
  readonly plotHeight: number;
  readonly title: string;
  /** What the chart shows, in one sentence with its figures; null where nothing is said. */
  readonly takeaway: string | null;
  readonly subtitle: string | null;
  readonly unit: string;
  readonly note: string | null;
  readonly source: string;
  /** For those who cannot see it: kind of chart, what is compared, extremes, how many are missing. */
  readonly alt: string;
  readonly legend: readonly LegendItem[];
  readonly panels: readonly PanelSpec[];
}
