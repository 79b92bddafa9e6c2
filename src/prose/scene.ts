import type { Body, Kind, Qualifier } from "../model/observation.ts";
import type { Quantity } from "./quantity.ts";

/** What a report is about as a whole; null is unknown and is never guessed. */
export interface Frame {
  readonly region: string | null;
  readonly year: number | null;
  /** Year and month in which the text was published, where known. */
  readonly published: { readonly year: number; readonly month: number | null } | null;
  /** Names of places besides those of the lexicon, with their codes. */
  readonly places: ReadonlyMap<string, string>;
  /** The last letters of these names. */
  readonly endings: ReadonlySet<string>;
  /** Own name of the region and the first lines of the report: a place named here is no other place. */
  readonly head: string;
  /** Words for regions above that of the report: 全市 in the report of a county. */
  readonly above: ReadonlySet<string>;
}

/** A time as it holds for a number. */
export interface Span {
  readonly year: number | null;
  /** Months of a part of the year, `01/06`. */
  readonly months: string | null;
  /** Several years together: no single one. */
  readonly several: boolean;
  /** The text names it; otherwise it is the year of the report. */
  readonly named: boolean;
  /** The year before that of the report, where that is not known: 去年同期57件. */
  readonly prior?: boolean;
}

/** A number bound to an indicator, before it is put in the words of the observation table. */
export interface Reading {
  readonly indicator: string;
  readonly family: string;
  readonly rule: string;
  readonly unit: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  readonly kind: Kind;
  readonly span: Span;
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
  /** What else the text says of it, such as among whom a place is claimed. */
  readonly note?: string;
}

/** Why a number was not made an observation. */
export const ASIDE_REASONS = [
  "share",
  "component",
  "narrower",
  "change",
  "tier",
  "list",
  "repeated",
  "conflicting",
  "range",
  "unbound",
] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface Aside {
  readonly reason: AsideReason;
  readonly start: number;
  readonly end: number;
}

/** A figure that the text masks: 审结(略)件. */
export interface MaskedFigure {
  readonly indicator: string;
  readonly unit: string;
  readonly year: number | null;
  readonly body: Body | null;
  readonly start: number;
  readonly end: number;
}

/** How far back a subject was named: the nearer the surer. */
export type ScopeDistance = "clause" | "sentence" | "paragraph" | "section" | "none";

/** A stretch of text that is read as one, with what its section says. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly plan: boolean;
  /** The report is that of a court. */
  readonly ofCourt?: boolean;
  /** Subject of the section, from its headings. */
  readonly scope: string | null;
  /** Year of the section, where its heading names one. */
  readonly year?: number | null;
}

/** What carries from clause to clause while a stretch is read. */
export interface Scene {
  readonly frame: Frame;
  readonly plan: boolean;
  readonly ofCourt: boolean;
  /** Subject of the section. */
  readonly section: string | null;
  readonly text: string;
  /** Readings of the same block before this stretch. */
  readonly earlier: readonly Reading[];
  scope: string | null;
  scopeDistance: ScopeDistance;
  span: Span;
  /** The time of sentences that name none: that of the report, or of the section or paragraph where they name another. */
  home: Span;
  /** The sentence that last had a time at the beginning of a clause. */
  timed: number;
  /** The time to go back to at the end of the clause: 去年为177件 holds for its own clause. */
  spanAfter: Span | null;
  /** Times as they were before each open bracket. */
  readonly brackets: Pick<Scene, "span" | "scope" | "narrow" | "parts" | "partMost" | "partCount">[];
  bodies: Set<Body | "tier">;
  bodyClause: number;
  /** Family of what was first counted of these bodies: they hold for this family only, beyond the clause that names them. */
  bodyFamily: string | null;
  /** The bodies before those of this clause, to go back to if what is counted of these is not read. */
  formerBodies: Scene["wholeBodies"];
  /** Whether a number of this clause was set aside. */
  unread: boolean;
  /** The bodies at the beginning of the sentence, and how often others were named in it. */
  opening: NonNullable<Scene["wholeBodies"]>;
  bodyTurns: number;
  /** The bodies to go back to after 其中. */
  wholeBodies: { readonly bodies: Scene["bodies"]; readonly family: string | null } | null;
  /** What was spoken of before 其中, and how much was read by then. */
  whole: { readonly scope: string | null; readonly read: number } | null;
  place: { readonly code: string | null; readonly name: string } | null;
  /** The sentence divides a total by something else than an indicator. */
  breakdown: boolean;
  /** The sentence speaks of a part of the cases. */
  narrow: "all" | "counts" | "kind" | null;
  /** The paragraph opened with a stretch of years. */
  lasting: boolean;
  /** The sentence that opened a stretch of years by its beginning: 自2022年1月1日起, 改革实施以来. */
  since: number | null;
  /** The sentence names a year after that of the report: it speaks of what is to come. */
  ahead: boolean;
  /** Subjects named in the sentence so far, and the one carried into it. */
  readonly amid: Set<string>;
  /** Subjects named in the sentence before. */
  formerly: ReadonlySet<string>;
  /** Scope of the practitioners whose own work the sentence tells: 律师代理…. */
  practice: string | null;
  /** Where the number stands that the text leaves behind: 由61件增加到88件. */
  left: number | null;
  /** The sentence speaks of what is aimed at: 力争…达到40%,…达到100%. */
  aiming: boolean;
  /** The largest of the numbers that count a part only, since the sentence began to speak of a part. */
  partMost: number;
  /** How many of them there were. */
  partCount: number;
  /** 其中 was said in this sentence: what follows are parts. */
  parts: boolean;
  sentence: number;
  clause: number;
  readonly readings: Reading[];
  readonly asides: Aside[];
  readonly masked: MaskedFigure[];
}

/** The scene at the beginning of a stretch. */
export function openScene(text: string, stretch: Stretch, frame: Frame, earlier: readonly Reading[] = []): Scene {
  const year = stretch.year ?? frame.year;
  const home = { year, months: null, several: false, named: year !== frame.year };
  return {
    frame,
    text,
    earlier,
    plan: stretch.plan,
    ofCourt: stretch.ofCourt ?? false,
    section: stretch.scope,
    scope: stretch.scope,
    scopeDistance: stretch.scope === null ? "none" : "section",
    span: home,
    home,
    timed: -1,
    spanAfter: null,
    brackets: [],
    bodies: new Set(),
    bodyClause: -1,
    bodyFamily: null,
    wholeBodies: null,
    whole: null,
    opening: { bodies: new Set(), family: null },
    bodyTurns: 0,
    formerBodies: null,
    unread: false,
    place: null,
    breakdown: false,
    narrow: null,
    lasting: false,
    since: null,
    ahead: false,
    practice: null,
    amid: new Set(stretch.scope === null ? [] : [stretch.scope]),
    formerly: new Set(),
    left: null,
    aiming: false,
    partMost: 0,
    partCount: 0,
    parts: false,
    sentence: 0,
    clause: 0,
    readings: [],
    asides: [],
    masked: [],
  };
}

/** The readings of the sentence so far; readings stand in the order of their sentences. */
export function ofSentence(scene: Scene): readonly Reading[] {
  let from = scene.readings.length;
  while (from > 0 && scene.readings[from - 1]?.sentence === scene.sentence) from -= 1;
  return scene.readings.slice(from);
}

/** What a quantity brings into a reading. */
export function amountOf(
  quantity: Quantity,
): Pick<Reading, "value" | "lower" | "upper" | "qualifier" | "start" | "end"> {
  const { value, lower, upper, qualifier, start, end } = quantity;
  return { value, lower, upper, qualifier, start, end };
}
