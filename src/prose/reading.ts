import type { Body, Kind } from "../model/observation.ts";
import type { Candidate } from "./bind.ts";
import type { IndicatorRules } from "./lexicon.ts";
import type { BoundRule } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Reading, Scene, ScopeDistance, Span } from "./scene.ts";
import type { Token } from "./token.ts";

/** How sure a subject is, by how far back it was named; `none` where the words need no subject. */
const SURENESS: Readonly<Record<ScopeDistance, number>> = {
  clause: 0.97,
  sentence: 0.94,
  paragraph: 0.88,
  section: 0.84,
  none: 0.9,
};
/** Taken off for every letter between anchor and number that nothing explains. */
const PER_LETTER = 0.2;
/** Handing a number out by its position in a list costs a little trust. */
export const BY_POSITION = 0.9;
/** So does each step away from the words that name an indicator. */
export const INHERITED = 0.95;
/** A lost measure word, or a numeral in Chinese characters. */
const ODD = 0.9;
const IN_WORDS = 0.85;

/** The reading of one number by one rule, with all that the scene says about it. */
export function reading(
  bound: BoundRule,
  quantity: Quantity,
  kind: Kind,
  candidate: Candidate | null,
  scene: Scene,
  sureness = 1,
): Reading {
  const { rule, indicator } = bound;
  const distance = rule.scope ? (candidate?.scopeDistance ?? "sentence") : "none";
  const explained = candidate ? Math.max(0, 1 - PER_LETTER * candidate.unexplained) : 1;
  const spelt = (quantity.measure === "" ? ODD : 1) * (quantity.chinese ? ODD : 1);
  return {
    indicator: indicator.id,
    family: indicator.family,
    rule: bound.name,
    unit: quantity.units[0] === "person_time" ? "person_time" : indicator.unit,
    value: quantity.value,
    lower: quantity.lower,
    upper: quantity.upper,
    qualifier: quantity.qualifier,
    kind,
    span: rule.time === "prior" ? yearAfter(scene) : scene.span,
    body: bodyOf(scene, indicator.family),
    region: scene.place ? scene.place.code : scene.frame.region,
    place: scene.place?.name ?? null,
    worded: false,
    start: quantity.start,
    end: quantity.end,
    sentence: scene.sentence,
    confidence: SURENESS[distance] * explained * spelt * (rule.confidence ?? 1) * sureness,
    // A rule that needs no subject says of it what its own words say.
    scope:
      rule.subject ?? (rule.scope ? (candidate?.scope ?? scene.scope) : (candidate?.anchor.word?.scope ?? bound.home)),
  };
}

/** 2022年结转12件 in the report of 2023: what is left of one year is counted in the next. */
function yearAfter({ span, frame }: Scene): Span {
  const isBefore = span.named && span.year !== null && frame.year !== null && span.year === frame.year - 1;
  return isBefore ? { ...span, year: frame.year } : span;
}

/** A zero said in words: 零败诉. */
export function zeroReading(indicator: IndicatorRules, token: Token, scene: Scene): Reading {
  return {
    indicator: indicator.id,
    family: indicator.family,
    rule: `${indicator.id}/none`,
    unit: indicator.unit,
    value: 0,
    lower: null,
    upper: null,
    qualifier: "exact",
    kind: "observation",
    span: scene.span,
    body: bodyOf(scene, indicator.family),
    region: scene.place ? scene.place.code : scene.frame.region,
    place: scene.place?.name ?? null,
    worded: true,
    start: token.start,
    end: token.end,
    sentence: scene.sentence,
    confidence: IN_WORDS,
    scope: scene.scope,
  };
}

/** Who is counted, where the text says so: a tier or the government together with departments is the whole region. */
function bodyOf(scene: Scene, family: string): Body | null {
  const named = scene.bodies;
  const carried = scene.bodyClause !== scene.clause && (named.size > 1 || !named.has("whole_region"));
  if (carried && scene.bodyFamily !== null && scene.bodyFamily !== family) return null;
  if (named.has("courts")) return "courts";
  if (named.has("departments")) return named.has("government") || named.has("tier") ? "whole_region" : "departments";
  // 全省 in the report of a court may be its courts or all bodies of the province.
  if (named.has("whole_region")) return scene.ofCourt ? null : "whole_region";
  return named.has("government") ? "government" : null;
}
