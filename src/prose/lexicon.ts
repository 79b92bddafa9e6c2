import * as z from "zod";
import { DIRECTIONS, INDICATOR_KINDS } from "../model/indicator.ts";

/** The jobs a word can have besides naming an indicator. Which words do them stands in `data/lexicon/cues.json`. */
export const CUES = [
  "filler",
  "thing",
  "other_of",
  "respondent",
  "defendant",
  "etcetera",
  "every",
  "focus",
  "procedure",
  "channel",
  "judging",
  "out_of",
  "yearly",
  "pace",
  "total_of",
  "everybody",
  "kind_of",
  "group",
  "practitioner",
  "per",
  "actual",
  "demand",
  "done",
  "narrows",
  "component",
  "within",
  "breakdown",
  "share",
  "up",
  "down",
  "to",
  "compare",
  "than",
  "compared",
  "until",
  "having",
  "benchmark",
  "target",
  "intent",
  "respectively",
  "each",
  "prior",
  "current",
  "now",
  "whole_year",
  "existing",
  "several",
  "whole_region",
  "government",
  "departments",
  "courts",
  "organ",
  "tier",
  "redacted",
  "joint",
  "plan_heading",
  "plan_subject",
  "plan_title",
  "plan_text",
  "total",
  "skip_column",
  "zero",
] as const;
export type Cue = (typeof CUES)[number];
/** Cues that name who is counted; `tier` is a level of government that the table of bodies does not know. */
export const BODY_CUES = [
  "whole_region",
  "government",
  "departments",
  "courts",
  "tier",
] as const satisfies readonly Cue[];

const words = z.array(z.string().min(1));
const cnf = z.array(words.min(1));

/** One way an indicator is worded. A rule fires where its anchor, its unit, its scope and all its conditions agree. */
export const ruleSchema = z.strictObject({
  id: z.string().min(1),
  /** Anchors: one of them stands before the number, in its clause. */
  words: words.optional(),
  /** One word of each list stands before the number, in its clause. */
  with: cnf.optional(),
  /** One word of each list stands between the number before and this one. */
  beside: cnf.optional(),
  /** One word of each list stands after the number, in its clause. */
  after: cnf.optional(),
  /** No number but a word of none (未发生); one of each list stands in the rest of its clause, none of `without` does. */
  none: cnf.optional(),
  /** What is spoken of after this figure, where that is not the subject the words name. */
  subject: z.string().optional(),
  /** None of these stands in the clause around the number. */
  without: words.optional(),
  /** None of these stands before the number in its clause, not even before another number. */
  nowhere: words.optional(),
  /** The subject spoken of is one of these; `none` is no subject. */
  scope: words.optional(),
  scopeNot: words.optional(),
  /** Units of measure words accepted instead of the indicator's own; `extraUnits` are accepted as well. */
  units: words.optional(),
  extraUnits: words.optional(),
  /** A share that is a rate by itself: `X件,占 base 的 N%`, where X was read as `of`; without a base it is of the figure of `whole`. */
  share: z.strictObject({ of: z.string(), base: z.array(z.string()), whole: z.string().optional() }).optional(),
  /** One of these indicators was read just before, in the same paragraph. */
  follows: words.optional(),
  /** The one read just before is the very last, in the same sentence. */
  next: z.boolean().optional(),
  /** 183个县政府中有167个: only a part of the number right before, which is a value of this indicator. */
  outOf: z.string().optional(),
  /** After 其中 it is not one of what these indicators counted in the same sentence: 收到报备文件30件,其中市政府制定的20件. */
  notAmong: words.optional(),
  /** None of these subjects was spoken of before in the sentence, or carried into it. */
  amidNot: words.optional(),
  /** The year named is an earlier one: 上年结转. */
  time: z.literal("prior").optional(),
  /** The first `after` word follows the number at once. */
  direct: z.boolean().optional(),
  /** Speaks of a part of the cases by itself: words that narrow do not stop it. */
  narrow: z.boolean().optional(),
  /** What the share is of stands in the clause before: 规范化调委会30个,占总数的75%. */
  reaches: z.boolean().optional(),
  /** A list of kinds (行政处罚、行政许可案卷) between the anchor and the number leaves none out; one kind alone is a part. */
  kinds: z.boolean().optional(),
  /** Gives way to any rule that names an action. */
  weak: z.boolean().optional(),
  /** Only a label in a table, never in a sentence. */
  tableOnly: z.boolean().optional(),
  /** The same number is also a value of these indicators. */
  also: words.optional(),
  kind: z.literal("derived").optional(),
  confidence: z.number().min(0).max(1).optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

/** What the table of indicators says of an indicator that is not in that of this package. */
const aboutSchema = z.strictObject({
  name_zh: z.string(),
  name_en: z.string().default(""),
  unit_zh: z.string(),
  kind: z.enum(INDICATOR_KINDS),
  direction: z.enum(DIRECTIONS).default("neutral"),
  definition: z.string().default(""),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
});

const indicatorSchema = z.strictObject({
  id: z.string().min(1),
  about: aboutSchema.optional(),
  /** Indicators of one family can be parts of each other. Without one it is the first word of the id. */
  family: z.string().optional(),
  unit: z.string().min(1),
  rules: z.array(ruleSchema),
  /** False where a body after 其中 is who brought some of them, not whose they are: 收到报备文件30件,其中市政府20件. */
  byBody: z.boolean().default(true),
  /** Words that say there was none at all. */
  zero: words.optional(),
});
export type IndicatorRules = z.infer<typeof indicatorSchema> & { readonly family: string };

const partSchema = z.strictObject({
  /** Subjects. One is `within` another; one `over` others is what a heading that names both speaks of. */
  scopes: z
    .array(z.strictObject({ id: z.string(), words, within: z.string().optional(), over: words.optional() }))
    .default([]),
  indicators: z.array(indicatorSchema).default([]),
  cues: z.partialRecord(z.enum(CUES), words).default({}),
  measures: z.record(z.string(), words).default({}),
  chineseMeasures: words.default([]),
  sums: z.array(z.strictObject({ total: words, parts: words, complete: z.boolean() })).default([]),
  rates: z
    .array(
      z.strictObject({ rate: z.string(), numerator: words, denominator: words, partial: z.boolean().default(false) }),
    )
    .default([]),
  /**
   * How agencies are told: how their names end (局, 委), of which a region has many (司法所), and what stands in the name of
   * one that keeps the figures of all others (司法, 复议, 各).
   */
  agencies: z
    .strictObject({
      endings: words.default([]),
      stations: words.default([]),
      keepers: words.default([]),
      every: words.default([]),
    })
    .default({ endings: [], stations: [], keepers: [], every: [] }),
  places: z.array(z.strictObject({ code: z.string(), names: words.min(1) })).default([]),
});

/** All words and rules the extractor knows; `sums` and `rates` are for the audit of what was read. */
export interface Lexicon extends Omit<z.infer<typeof partSchema>, "indicators"> {
  readonly indicators: IndicatorRules[];
}

/**
 * Which words and rules stand in these files?
 *
 * @remarks
 * Each part is one file of `data/lexicon`, parsed; lists are joined in the order given.
 *
 * @param parts - parsed JSON, one value per file
 * @returns one lexicon
 * @throws ZodError naming the path of a part that does not fit
 * @example
 * ```ts @import.meta.vitest
 * expect(lexiconOf([{ measures: { 件: ["case"] } }]).measures["件"]).toEqual(["case"])
 * ```
 */
export function lexiconOf(parts: Iterable<unknown>): Lexicon {
  const lexicon: Lexicon = {
    scopes: [],
    indicators: [],
    cues: {},
    measures: {},
    chineseMeasures: [],
    places: [],
    agencies: { endings: [], stations: [], keepers: [], every: [] },
    sums: [],
    rates: [],
  };
  for (const part of parts) {
    const one = partSchema.parse(part);
    lexicon.scopes.push(...one.scopes);
    lexicon.indicators.push(
      ...one.indicators.map((rules) => ({ ...rules, family: rules.family ?? (rules.id.split("_")[0] as string) })),
    );
    lexicon.chineseMeasures.push(...one.chineseMeasures);
    lexicon.places.push(...one.places);
    for (const kind of ["endings", "stations", "keepers", "every"] as const)
      lexicon.agencies[kind].push(...one.agencies[kind]);
    lexicon.sums.push(...one.sums);
    lexicon.rates.push(...one.rates);
    Object.assign(lexicon.measures, one.measures);
    for (const cue of CUES) {
      const added = one.cues[cue];
      if (added) lexicon.cues[cue] = [...(lexicon.cues[cue] ?? []), ...added];
    }
  }
  return lexicon;
}
