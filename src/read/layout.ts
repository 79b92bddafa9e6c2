import type { OBSERVATION_COLUMNS } from "../model/observation.ts";
import type { Period } from "./period.ts";

export const SHAPES = [
  "long",
  "wide_by_year",
  "wide_by_indicator",
  "wide_by_region",
  "wide_by_year_and_indicator",
] as const;
/** Where region, year and indicator stand: all in columns (long), or one or two of them in the headings. */
export type Shape = (typeof SHAPES)[number];

/** A column of figures, and what its heading says of all of them; null is said elsewhere. */
export interface ValueColumn {
  readonly column: number;
  readonly indicator: string | null;
  readonly when: Period | null;
  /** Month or quarter of a year that is named elsewhere. */
  readonly part: string | null;
  readonly region: string | null;
  readonly unit: string | null;
}

export type StatedColumn = keyof typeof OBSERVATION_COLUMNS;

/** One run of columns that is a table of its own; most tables are one block, some print several across. */
export interface Block {
  readonly region: number | null;
  /** A second column that names the region: used where the first is blank or unknown, and for new regions. */
  readonly regionName: number | null;
  /** Columns of what the region lies in, widest first. */
  readonly parents: readonly number[];
  readonly year: number | null;
  /** Months or quarters of the year, in a column of their own. */
  readonly part: number | null;
  readonly indicator: readonly number[];
  readonly unit: number | null;
  readonly multiplier: number | null;
  readonly flags: readonly number[];
  readonly notes: readonly number[];
  readonly source: number | null;
  /** Columns that tell rows of one region, year and indicator apart: sex, age, kind. */
  readonly dimensions: readonly number[];
  /** Columns of the observation table by their own name: qualifier, numerator, body … */
  readonly stated: Readonly<Partial<Record<StatedColumn, number>>>;
  readonly values: readonly ValueColumn[];
}

/** What holds for the whole table because its title, sheet name or the caller says so. */
export interface FixedFacts {
  readonly region: string | null;
  readonly when: Period | null;
  readonly indicator: string | null;
  readonly unit: string | null;
}

/** How a table is to be read: which columns are which nouns. Guessed by `detectLayout`, or fixed by a mapping file. */
export interface Layout {
  readonly shape: Shape;
  readonly certainty: number;
  /** First row of figures, from 0. */
  readonly bodyStart: number;
  /** Heading of each column, its rows joined. */
  readonly headings: readonly string[];
  readonly blocks: readonly Block[];
  /** Columns in which a blank cell repeats the cell above. */
  readonly fillDown: readonly number[];
  readonly fixed: FixedFacts;
  /** A title right above the first row of figures. */
  readonly section: string | null;
  /** What single days in the headings stand for, where they end or begin years or months. */
  readonly datesAs: "year" | "month" | null;
  readonly leftOut: readonly { readonly column: number; readonly reason: LeftOutReason }[];
  readonly decimal: "." | ",";
}

export const LEFT_OUT_REASONS = ["empty", "serial", "attribute", "text", "no_year"] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
