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

/** Columns of a table of changes: one row per region, indicator and body. */
export const CHANGE_COLUMNS = {
  ...SERIES_LABELS,
  from_year: "integer",
  to_year: "integer",
  from_value: "number",
  to_value: "number",
  change: "number",
  change_lower: "number",
  change_upper: "number",
  change_percent: "number",
  annual_percent: "number",
  outcome: "string",
  from_numerator: "number",
  from_denominator: "number",
  to_numerator: "number",
  to_denominator: "number",
  volume_effect: "number",
  mix_effect: "number",
  rate_effect: "number",
  mix_contribution: "number",
  rate_contribution: "number",
  method: "string",
  n_used: "integer",
  n_missing: "integer",
  missing: "string",
  note: "string",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;
