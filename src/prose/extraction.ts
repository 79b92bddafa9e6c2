import type { Finding } from "../model/finding.ts";
import type { MissingReason, Observation } from "../model/observation.ts";
import type { AsideReason } from "./scene.ts";

/** A figure read from a report, with the characters it was read from. `raw.slice(start, end)` contains the numeral. */
export interface Extracted extends Omit<Observation, "region" | "year" | "value"> {
  readonly region: string | null;
  /** Name of the place where the text names one that is not the region of the report. */
  readonly place: string | null;
  /** Null where the figure covers several years or the year is unknown. */
  readonly year: number | null;
  readonly value: number;
  readonly several_years: boolean;
  /** Of a year before that of the report, also where that is unknown and `year` is null. */
  readonly prior_year: boolean;
  /** A zero, or all, said in words. */
  readonly worded: boolean;
  readonly as_written: string;
  readonly start: number;
  readonly end: number;
  /** The clause around the number. */
  readonly context: string;
  /** Titles of the sections it stands in, outermost first. */
  readonly section: readonly string[];
  readonly rule: string;
  readonly confidence: number;
}

/** A number that is not an observation, and why. */
export interface SetAside {
  readonly reason: AsideReason;
  readonly as_written: string;
  readonly start: number;
  readonly end: number;
}

/** A figure that is not there, and why: masked, or told only in relation to another. */
export interface Gap {
  readonly indicator: string;
  readonly unit: string;
  readonly region: string | null;
  readonly year: number | null;
  readonly body: string | null;
  readonly missing: MissingReason;
  readonly as_written: string;
  readonly start: number;
  readonly end: number;
}

/** All that one report gives; the reasons of {@link SetAside} are counted, not judged. */
export interface Extraction {
  readonly observations: readonly Extracted[];
  /** Targets, benchmarks, changes: true statements that are not levels. */
  readonly statements: readonly Extracted[];
  readonly needsReview: readonly Extracted[];
  readonly setAside: readonly SetAside[];
  /** Figures the report speaks of without giving them. */
  readonly gaps: readonly Gap[];
  readonly findings: readonly Finding[];
}
