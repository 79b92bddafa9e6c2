import type { Body, Kind } from "../model/observation.ts";
import type { BoundRule } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Candidate, Reading, Scene } from "./scene.ts";
import type { Token } from "./token.ts";

/** How sure a subject is, by how far back it was named. */
const SURENESS: Readonly<Record<Scene["scopeDistance"], number>> = {
  clause: 0.97, sentence: 0.94, paragraph: 0.88, section: 0.84, none: 0.9,
};

/** The reading of one number by one rule, with all that the scene says about it. */
export function reading(bound: BoundRule, quantity: Quantity, kind: Kind, candidate: Candidate | null, scene: Scene, sureness = 1): Reading {
  const distance = candidate?.scopeDistance ?? "sentence";
  const explained = candidate ? Math.max(0, 1 - 0.2 * candidate.unexplained) : 0.9;
  const bare = quantity.measure === "" ? 0.9 : 1;
  const worded = quantity.chinese ? 0.9 : 1;
  return {
    indicator: bound.indicator.id,
    rule: `${bound.indicator.id}/${bound.rule.id}`,
    unit: quantity.units[0] === "person_time" ? "person_time" : bound.indicator.unit,
    value: quantity.value, lower: quantity.lower, upper: quantity.upper, qualifier: quantity.qualifier,
    kind,
    prior: scene.year !== null && scene.frame.year !== null && scene.year < scene.frame.year && !scene.several,
    year: scene.several ? null : scene.year, months: scene.months, several: scene.several,
    body: bodyOf(scene),
    region: scene.place ? scene.place.code : scene.frame.region, place: scene.place?.name ?? null,
    worded: false, start: quantity.start, end: quantity.end, sentence: scene.sentence,
    confidence: SURENESS[bound.rule.scope ? distance : "none"] * explained * bare * worded * (bound.rule.confidence ?? 1) * sureness,
    scope: bound.rule.subject ?? candidate?.scope ?? scene.scope,
  };
}

export function bodyOf(scene: Scene): Body | null {
  const named = [...scene.bodies].filter((body): body is Body => body !== "tier");
  if (named.includes("courts")) return "courts";
  if (named.includes("government") && named.includes("departments")) return "whole_region";
  if (named.includes("departments")) return "departments";
  if (named.includes("whole_region")) return "whole_region";
  return named[0] ?? null;
}

/** A zero said in words: 零败诉. */
export function zeroReading(indicator: string, unit: string, token: Token, scene: Scene): Reading {
  return {
    indicator, rule: `${indicator}/zero`, unit, value: 0, lower: null, upper: null, qualifier: "exact", kind: "observation",
    prior: false, year: scene.several ? null : scene.year, months: scene.months, several: scene.several, body: bodyOf(scene),
    region: scene.place ? scene.place.code : scene.frame.region, place: scene.place?.name ?? null,
    worded: true, start: token.start, end: token.end, sentence: scene.sentence, confidence: 0.85, scope: scene.scope,
  };
}
