import type { Body, Kind, Qualifier } from "../model/observation.ts";
import type { BoundRule } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";

/** What a report is about as a whole; null is unknown and is never guessed. */
export interface Frame {
  readonly region: string | null;
  readonly level: string | null;
  readonly year: number | null;
  /** Year and month in which the text was published, where known. */
  readonly published: { readonly year: number; readonly month: number | null } | null;
  /** Names of places besides those of the lexicon, with their codes. */
  readonly places: ReadonlyMap<string, string>;
}

/** A number bound to an indicator, before it is put in the words of the observation table. */
export interface Reading {
  readonly indicator: string;
  readonly rule: string;
  readonly unit: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  readonly kind: Kind;
  /** Last year's figure quoted beside this year's. */
  readonly prior: boolean;
  readonly year: number | null;
  readonly months: string | null;
  readonly several: boolean;
  readonly body: Body | null;
  readonly region: string | null;
  /** Name of the place where it is not the region of the report. */
  readonly place: string | null;
  /** A zero or all said in words. */
  readonly worded: boolean;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly confidence: number;
  readonly scope: string | null;
}

/** Why a number was not made an observation. */
export const ASIDE_REASONS = [
  "share", "component", "narrower", "change", "mixed_subject", "tier", "list", "repeated", "conflicting", "range", "unbound",
] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface Aside {
  readonly reason: AsideReason;
  readonly quantity: Quantity;
  readonly indicator: string | null;
}

/** What carries from clause to clause while a paragraph is read. */
export interface Scene {
  readonly frame: Frame;
  readonly plan: boolean;
  readonly text: string;
  /** Readings of the same block before this stretch. */
  readonly earlier: readonly Reading[];
  /** The subject and how far back it was named: the smaller the surer. */
  scope: string | null;
  scopeDistance: "clause" | "sentence" | "paragraph" | "section" | "none";
  year: number | null;
  yearNamed: boolean;
  several: boolean;
  months: string | null;
  bodies: Set<Body | "tier">;
  bodyClause: number;
  place: { code: string | null; name: string } | null;
  /** The sentence breaks a total down, or speaks of a part of the cases. */
  breakdown: boolean;
  narrow: boolean;
  /** The sentence names a year after that of the report: it speaks of what is to come. */
  ahead: boolean;
  /** The year to go back to at the end of the clause: 去年为177件 holds for its own clause. */
  yearAfter: { year: number | null; named: boolean; months: string | null } | null;
  /** Times as they were before each open bracket. */
  readonly brackets: { year: number | null; named: boolean; several: boolean; months: string | null }[];
  /** 其中 was said in this sentence: what follows are parts. */
  parts: boolean;
  sentence: number;
  clause: number;
  readings: Reading[];
  asides: Aside[];
}

export interface Candidate {
  readonly bound: BoundRule;
  /** Index of the token of the anchor. */
  readonly anchor: number;
  readonly distance: number;
  /** Letters between anchor and number that nothing explains. */
  readonly unexplained: number;
  readonly scope: string | null;
  readonly scopeDistance: Scene["scopeDistance"];
  /** Anchor and 的 stand right before the number: 审结的34件. */
  readonly attributive: boolean;
}
