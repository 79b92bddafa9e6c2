import type { Tone } from "../charts/spec.ts";

/** Look of a tone. Shades differ in lightness, widths and weights as well, so that a grey print keeps them apart. */
export interface ToneStyle {
  /** Fill of dots, colour of lines and strokes. */
  readonly mark: string;
  readonly text: string;
  readonly strokeWidth: number;
  readonly radius: number;
}

export const TONE_STYLES: Record<Tone, ToneStyle> = {
  plain: { mark: "#5f7a93", text: "#22303c", strokeWidth: 1.6, radius: 4.5 },
  highlight: { mark: "#0b2e4f", text: "#0b1a28", strokeWidth: 2.6, radius: 6 },
  muted: { mark: "#a9b4be", text: "#5b6873", strokeWidth: 1.2, radius: 4 },
  missing: { mark: "#8a95a0", text: "#66727e", strokeWidth: 1.2, radius: 4 },
  benchmark: { mark: "#8a5a12", text: "#7a4d0c", strokeWidth: 1.4, radius: 4 },
};

/** Ground and grid of every picture. */
export const GROUND = "#ffffff";
export const GRID = "#e3e8ec";

/** Ours first, then what Chinese systems bring. */
export const FONT_FAMILY =
  '"Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Dashes of what is not certain: breaks, benchmarks, open spans. */
export const DASH = [4, 3] as const;
