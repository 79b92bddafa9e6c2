import type { Finding } from "../model/finding.ts";
import type { MatchWay } from "../registry/region-index.ts";
import type { Encoding } from "./encoding.ts";
import type { FixedFacts, LeftOutReason, Shape } from "./layout.ts";

export const ASIDE_REASONS = [
  "note",
  "section",
  "repeated_heading",
  "ragged",
  "no_region",
  "ambiguous_region",
  "no_year",
  "not_a_figure",
] as const;
/** Why a row, or a cell of it, is not in the panel. */
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface AsideRow {
  /** Counts data rows of its table from 1. */
  readonly row: number;
  readonly reason: AsideReason;
  readonly text: string;
}

export const COLUMN_ROLES = [
  "region",
  "region_name",
  "parent",
  "year",
  "part",
  "indicator",
  "unit",
  "multiplier",
  "flag",
  "note",
  "source",
  "dimension",
  "stated",
  "value",
  "left_out",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What became of one column. */
export interface ColumnAccount {
  readonly column: number;
  readonly heading: string;
  readonly role: ColumnRole;
  readonly reason: LeftOutReason | null;
  readonly indicator: string | null;
  readonly year: number | null;
  readonly region: string | null;
  readonly unit: string | null;
}

export interface TableAccount {
  readonly name: string | null;
  readonly shape: Shape;
  readonly certainty: number;
  /** Runs of columns that are tables of their own. */
  readonly blocks: number;
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Total and aggregate rows: kept apart from the panel. */
  readonly rowsAggregate: number;
  /** The first ten thousand rows that are set aside in whole or in part. */
  readonly aside: readonly AsideRow[];
  readonly asideCounts: Readonly<Record<AsideReason, number>>;
  /** All rows that are set aside in whole or in part. */
  readonly rowsAside: number;
  /** Cells of figures, of which some state that there is none. */
  readonly cells: {
    readonly kept: number;
    readonly missing: number;
    readonly aggregate: number;
    readonly aside: number;
  };
  readonly filledDown: number;
  readonly decimal: "." | ",";
  readonly columns: readonly ColumnAccount[];
  readonly fixed: FixedFacts;
}

export interface MatchAccount {
  readonly written: string;
  readonly kind: "place" | "aggregate" | "unknown" | "ambiguous";
  readonly code: string | null;
  readonly name: string | null;
  readonly certainty: number;
  readonly way: MatchWay | null;
  readonly suggestions: readonly string[];
}

/** What became of a file: what was read, kept, set aside and guessed. */
export interface Account {
  readonly file: string;
  readonly format: string;
  readonly compression: "gzip" | null;
  /** null where the format has no choice of encodings. */
  readonly encoding: { readonly name: Encoding; readonly certainty: number; readonly stated: boolean } | null;
  readonly delimiter: string | null;
  readonly tables: readonly TableAccount[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsAside: number;
  readonly rowsAggregate: number;
  readonly matches: readonly MatchAccount[];
  readonly findings: readonly Finding[];
}
