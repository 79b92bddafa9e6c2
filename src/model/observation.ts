/** How firmly a number is stated: `98%以上` is `at_least`, `近1600` is `under`, `约` is `approx`. */
export const QUALIFIERS = ["exact", "approx", "at_least", "at_most", "over", "under"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** What a number is: only `observation` and `derived` are levels that may be compared. */
export const KINDS = ["observation", "derived", "target", "benchmark", "change", "claim"] as const;
export type Kind = (typeof KINDS)[number];

/** Why a cell is empty. A missing value is null with one of these beside it, never 0, NaN or "". */
export const MISSING_REASONS = [
  "not_reported",
  "redacted",
  "suppressed",
  "not_applicable",
  "relative_only",
  "not_comparable",
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** Who is counted. Bodies are never mixed in one ranking. */
export const BODIES = ["whole_region", "government", "departments", "bureau", "courts"] as const;
export type Body = (typeof BODIES)[number];

/**
 * One figure of one region and year: a row of the long table, the same names in memory and on disk.
 *
 * Unit: `value`, `lower` and `upper` stand on the unit's own scale; percent is 0–100, money is in yuan.
 * Missing: `value` is null exactly where `missing` gives the reason. `lower` and `upper` are the edges of a value that
 * is not exact; null is an open edge.
 */
export interface Observation {
  readonly region: string;
  readonly year: number;
  /** null: the whole calendar year; otherwise an ISO 8601 interval such as `2023-01/2023-11`. */
  readonly period: string | null;
  readonly indicator: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly body: string | null;
  readonly kind: Kind;
  readonly missing: MissingReason | null;
  readonly source: string | null;
  readonly locator: string | null;
  readonly as_written: string | null;
  readonly note: string | null;
  readonly reported_by: string | null;
}

/** Type of each column of the observation table, in the order it is written. */
export const OBSERVATION_COLUMNS = {
  region: "string",
  year: "integer",
  period: "string",
  indicator: "string",
  value: "number",
  lower: "number",
  upper: "number",
  unit: "string",
  qualifier: "string",
  numerator: "number",
  denominator: "number",
  body: "string",
  kind: "string",
  missing: "string",
  source: "string",
  locator: "string",
  as_written: "string",
  note: "string",
  reported_by: "string",
} as const satisfies Record<keyof Observation, "string" | "number" | "integer">;
