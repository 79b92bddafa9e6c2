import type { Body } from "../model/observation.ts";
import { isEarlier } from "./change.ts";
import type { Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { INHERITED } from "./reading.ts";
import { amountOf, type Reading, type Scene } from "./scene.ts";
import { is, isJoint, isOneOf } from "./token.ts";

const OWN = "+body";

/**
 * 1987件(市本级654件), 其中市政府19件、市级部门31件, 205件(市政府为被告的38件): the part that one body has of what was counted last.
 *
 * @remarks Nothing but the body stands between the number and what opens the part: a bracket, 其中, or a part of another body.
 */
export function ownBody(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Reading | null {
  const body = bodyAlone(place, scene);
  if (body === null || scene.narrow === "all" || scene.breakdown) return null;
  const last = scene.readings.findLast(
    (one) => one.kind === "observation" && !isEarlier(one, scene) && !one.rule.endsWith(OWN),
  );
  if (
    !last ||
    !matcher.byBody.has(last.indicator) ||
    last.sentence < scene.sentence - 1 ||
    !quantity.units.includes(last.unit) ||
    quantity.value > last.value
  )
    return null;
  return {
    ...last,
    ...amountOf(quantity),
    body,
    sentence: scene.sentence,
    confidence: last.confidence * INHERITED,
    rule: last.rule + OWN,
  };
}

const BODIES = [CUE.government, CUE.departments];

function bodyAlone({ tokens, number, before }: Neighbourhood, scene: Scene): Body | null {
  const words = before.filter((token) => !is(token, CUE.component));
  const named = words.filter((token) => isOneOf(token, BODIES));
  const first = before.at(-1);
  if (number.gap > 0 || named.length === 0 || !first) return null;
  if (
    !words.every(
      (token) => token.gap === 0 && (isOneOf(token, [...BODIES, CUE.defendant, CUE.filler]) || isJoint(token)),
    )
  )
    return null;
  // 其中市政府作为被告的23件 divides the suits by whom they are against.
  if (is(first, CUE.component) && words.some((token) => is(token, CUE.defendant))) return null;
  const opener = is(first, CUE.component) ? first : tokens[first.index - 1];
  const last = scene.readings.at(-1);
  const goesOn = last?.sentence === scene.sentence && last.rule.endsWith(OWN);
  if (opener?.kind !== "open" && !is(opener, CUE.component) && !goesOn) return null;
  return named.every((token) => is(token, CUE.government)) ? "government" : "departments";
}
