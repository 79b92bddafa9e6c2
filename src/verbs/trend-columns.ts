import type { ColumnKind } from "../model/table.ts";
import { SERIES_LABELS } from "./series-labels.ts";

/** Columns of a table of trends: one row a series. */
export const TREND_COLUMNS = {
  ...SERIES_LABELS,
  first_year: "integer",
  last_year: "integer",
  first_value: "number",
  last_value: "number",
  change: "number",
  change_percent: "number",
  annual_percent: "number",
  last_change: "number",
  last_change_percent: "number",
  index: "number",
  n_used: "integer",
  n_missing: "integer",
  gaps: "string",
  slope: "number",
  slope_lower: "number",
  slope_upper: "number",
  slope_method: "string",
  slope_level: "number",
  p: "number",
  p_method: "string",
  ols_slope: "number",
  ols_lower: "number",
  ols_upper: "number",
  proportion_p: "number",
  recent: "string",
  verdict: "string",
  outcome: "string",
  note: "string",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

/** Columns of a trend that are the same in every row of its series. */
export const SAME_IN_SERIES = Object.keys(SERIES_LABELS) as (keyof typeof SERIES_LABELS)[];
