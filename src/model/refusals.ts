import type { Code } from "./facts.ts";
import type { MissingReason } from "./observation.ts";

/** Why a statistic has no answer for these data. A caller's mistake throws instead. */
export const REFUSALS = [
  "no_population",
  "few_events",
  "few_points",
  "no_variation",
  "not_positive",
  "zero_base",
  "missing_value",
  "out_of_reach",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What verbs that set figures side by side refuse, each by its code; `allow` overrides one by name. */
export const REFUSED_FIGURES = [
  "denominator.zero",
  "cases.few",
  "body.mixed",
  "definition.mixed",
  "unit.mixed",
  "period.partial",
] as const satisfies readonly Code[];
export type RefusedFigure = (typeof REFUSED_FIGURES)[number];

/** What verbs refuse and a caller may override by name: each is a code of the result and of a finding. */
export const REFUSED = [...REFUSED_FIGURES, "series.broken"] as const satisfies readonly Code[];
export type Refused = (typeof REFUSED)[number];

/** Further reasons why a verb has no answer for a row or a group, as its columns name them. */
export const UNANSWERED = [
  "population.missing",
  "benchmark.missing",
  "benchmark.undecided",
  "interval.missing",
  "counts.missing",
  "group.few",
  "group.flat",
  "value.unsuitable",
  "score.incomplete",
  "rate.inverted",
  "rate.contradicted",
] as const satisfies readonly Code[];

/** All that the columns `missing`, `reason`, `outcome_reason` and `flags` may give as a reason for there being no figure. */
export type Reason = Refusal | MissingReason | Refused | (typeof UNANSWERED)[number];
