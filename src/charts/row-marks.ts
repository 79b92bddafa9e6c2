import type { Language } from "../model/messages/message.ts";
import type { ChartRow } from "./chart-row.ts";
import { edgesOf } from "./edges.ts";
import { evidence } from "./evidence.ts";
import type { DotRow, IntervalRow, Position, TextRow, Tone, WhiskerRow } from "./spec.ts";

/** What all marks of a row carry. */
export const carried = (row: ChartRow, tone: Tone, language: Language) => ({
  key: row.key,
  tone,
  evidence: evidence(row, language),
});

/** A text that stands for no row, plain unless more is said. */
export function words(text: string, key: string, more: Partial<TextRow>): TextRow {
  const place = { x: null, edge: "start", y: null, dx: 0, dy: 0, anchor: "start", leader: false } as const;
  return { key, tone: "plain", evidence: null, ...place, text, ...more };
}

/** The dot of a row; hollow where the number is not exact. */
export function dotOf(row: ChartRow, tone: Tone, language: Language, x: Position, y: Position): DotRow {
  return { ...carried(row, tone, language), x, y, open: row.qualifier !== "exact" };
}

/** The interval of a row along a horizontal axis, none where it has no edges. */
export function intervalOf(
  row: ChartRow,
  tone: Tone,
  language: Language,
  domain: readonly [number, number],
  y: Position,
): IntervalRow[] {
  const edges = edgesOf(row, domain);
  if (edges === null) return [];
  const { from, to, openStart, openEnd } = edges;
  return [{ ...carried(row, tone, language), x1: from, x2: to, y, openStart, openEnd }];
}

/** The same along a vertical axis. */
export function whiskerOf(
  row: ChartRow,
  tone: Tone,
  language: Language,
  domain: readonly [number, number],
): WhiskerRow[] {
  const edges = edgesOf(row, domain);
  if (edges === null) return [];
  const { from, to, openStart, openEnd } = edges;
  return [{ ...carried(row, tone, language), x: row.year, y1: from, y2: to, openStart, openEnd }];
}
