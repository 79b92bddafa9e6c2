import type { Body } from "../model/observation.ts";
import { isEarlier } from "./change.ts";
import type { Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { amountOf, type Reading, type Scene } from "./scene.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

/** Each step away from the words that name an indicator costs a little trust. */
const INHERITED = 0.95;
const OF_BODY = "+body";

/** 52件,其中市本级19件: what one body has of the total read before. */
export function levelOfBody(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Reading | null {
  const before = scene.readings.at(-1);
  const whole = scene.readings.findLast(
    (one) => one.kind === "observation" && !isEarlier(one, scene) && !one.rule.endsWith(OF_BODY),
  );
  if (!before || !whole || whole.sentence < scene.sentence - 1) return null;
  if (!quantity.units.includes(whole.unit) || quantity.value > whole.value) return null;
  const body = ownLevel(place) ?? (matcher.byBody.has(whole.indicator) ? partBody(place, before) : null);
  if (!body) return null;
  return {
    ...whole,
    ...amountOf(quantity),
    body,
    confidence: whole.confidence * INHERITED,
    rule: `${whole.rule}${OF_BODY}`,
  };
}

/** 1987件(市本级654件), 其中市本级654件: nothing but a level of government after a bracket or 其中. */
function ownLevel({ tokens, number }: Neighbourhood): Body | null {
  const level = tokens[number.index - 1];
  const opener = tokens[number.index - 2];
  if (!level?.word || level.gap > 0 || (opener?.kind !== "open" && !is(opener, CUE.component))) return null;
  return is(level, CUE.government) && textOf(level).endsWith("本级") ? "government" : null;
}

const PASSED = [CUE.component, CUE.joint, CUE.having];

/** 其中市政府及其办公室19件;市级部门31件: nothing but bodies of one kind, after 其中 or after such a part. */
function partBody({ before }: Neighbourhood, last: Reading): Body | null {
  const isBody = (token: Token): boolean => isOneOf(token, [CUE.government, CUE.departments]);
  if (!before.every((token) => token.gap === 0 && (isBody(token) || isOneOf(token, PASSED)))) return null;
  if (!before.some((token) => is(token, CUE.component)) && !last.rule.endsWith(OF_BODY)) return null;
  const bodies = before.filter(isBody);
  if (bodies.length === 0) return null;
  if (bodies.every((token) => is(token, CUE.government))) return "government";
  return bodies.every((token) => is(token, CUE.departments)) ? "departments" : null;
}
