import type { Kind } from "../model/observation.ts";
import { bind, type Candidate } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import type { Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { ofSentence, type Reading, type Scene } from "./scene.ts";
import { isJoint } from "./token.ts";

/** 报备率、及时率均达100%: one number for every rate named before it. */
export function eachOf(
  place: Neighbourhood,
  candidate: Candidate,
  quantity: Quantity,
  kind: Kind,
  scene: Scene,
  matcher: Matcher,
): Reading[] {
  if (quantity.units[0] !== "percent") return [];
  return place.before.flatMap((anchor) => {
    if (!isJoint(place.tokens[anchor.index + 1]) || anchor.index >= candidate.anchor.index) return [];
    const one = bind({ ...place, before: [anchor] }, quantity, scene, matcher);
    return one ? [reading(one.bound, quantity, kind, { ...one, unexplained: 0 }, scene)] : [];
  });
}

/** 复议…,应诉…。…率94%,调解率40%: in a closing list of rates after counts of two subjects a bare rate is of either. */
export function isAnyones({ anchor, bound, scope }: Candidate, quantity: Quantity, scene: Scene): boolean {
  if (quantity.units[0] !== "percent" || !ofSentence(scene).every(({ unit }) => unit === "percent")) return false;
  const counted = scene.readings.filter((one) => one.sentence === scene.sentence - 1 && one.scope !== scope);
  const others = (anchor.word?.anchors ?? []).filter(({ indicator }) => indicator !== bound.indicator);
  return counted.some((one) => others.some(({ rule }) => rule.scope?.includes(one.scope as string)));
}
