import type { Tone } from "../charts/spec.ts";

/** Look of a tone. Shades differ in lightness, widths and weights as well, so that a grey print keeps them apart. */
export interface ToneStyle {
  /** Fill of dots, colour of lines and strokes. */
  readonly mark: string;
  readonly text: string;
  readonly strokeWidth: number;
  readonly radius: number;
  readonly shape: "circle" | "square" | "triangle" | "diamond";
}

export const TONE_STYLES: Record<Tone, ToneStyle> = {
  plain: { mark: "#4f7396", text: "#22303c", strokeWidth: 1.6, radius: 4.5, shape: "circle" },
  second: { mark: "#a8622a", text: "#6e3d16", strokeWidth: 1.6, radius: 4.5, shape: "square" },
  third: { mark: "#2f5d50", text: "#21463c", strokeWidth: 1.6, radius: 4.8, shape: "triangle" },
  fourth: { mark: "#8d86b5", text: "#4d4678", strokeWidth: 1.6, radius: 4.8, shape: "diamond" },
  highlight: { mark: "#0b2e4f", text: "#0b1a28", strokeWidth: 2.6, radius: 6, shape: "circle" },
  muted: { mark: "#a9b4be", text: "#5b6873", strokeWidth: 1.2, radius: 4, shape: "circle" },
  missing: { mark: "#8a95a0", text: "#5b6873", strokeWidth: 1.2, radius: 4, shape: "circle" },
  benchmark: { mark: "#8a5a12", text: "#7a4d0c", strokeWidth: 1.4, radius: 4, shape: "circle" },
};

/** Ground and grid of every picture. */
export const GROUND = "#ffffff";
export const GRID = "#e3e8ec";

/** Ours first, then what Chinese systems bring. */
export const FONT_FAMILY =
  '"Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Dashes of what is not certain: breaks, benchmarks, open spans. */
export const DASH = [4, 3] as const;
