import type { Column, ColumnKind, ColumnTable } from "../model/table.ts";
import { takenTexts } from "./columns.ts";

/** Columns that say what a series is. */
export const SERIES_LABELS = {
  region: "string",
  name: "string",
  name_en: "string",
  level: "string",
  parent: "string",
  indicator: "string",
  indicator_zh: "string",
  indicator_en: "string",
  family: "string",
  body: "string",
  unit: "string",
  unit_zh: "string",
  direction: "string",
} as const satisfies Record<string, ColumnKind>;

/** What each series is, from its first row. */
export function labelsOfSeries(table: ColumnTable, heads: Int32Array): Record<string, Column> {
  return Object.fromEntries(Object.keys(SERIES_LABELS).map((name) => [name, takenTexts(table, name, heads)]));
}
