import type { ColumnKind } from "../model/table.ts";

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
