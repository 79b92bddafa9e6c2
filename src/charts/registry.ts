import type { ColumnTable } from "../model/table.ts";
import type { ChartOptions } from "./chart-options.ts";
import { rankedDots } from "./ranked-dots.ts";
import { sideBySide } from "./side-by-side.ts";
import { slope } from "./slope.ts";
import type { Description } from "./spec.ts";
import { trendLines } from "./trend-lines.ts";

/** A chart by what all have in common: rows and the shared options in, a description out. */
export type Chart = (rows: ColumnTable | Iterable<object>, options?: ChartOptions) => Description;

/** Every chart under the name its descriptions carry. */
export const CHARTS = {
  "ranked-dots": rankedDots,
  "trend-lines": trendLines,
  slope,
  "side-by-side": sideBySide,
} as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof CHARTS;
