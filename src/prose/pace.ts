import type { Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

const STEPS = [CUE.filler, CUE.having, CUE.out_of, CUE.to, CUE.until, CUE.prior, CUE.current, CUE.respectively];

/** 增幅为11%, 增幅从78%下降至43%: how fast something grew, before and after. */
export function paceOf({ clause, number }: Neighbourhood): Token | null {
  if (number.quantity?.units[0] !== "percent") return null;
  let { gap } = number;
  let arrives = false;
  for (const token of clause) {
    if (gap > 0) return null;
    if (is(token, CUE.pace)) return token;
    arrives ||= is(token, CUE.to);
    const isStep = token.kind === "time" || (arrives && token.kind === "quantity") || isOneOf(token, STEPS);
    if (!isStep) return null;
    gap = token.gap;
  }
  return null;
}

/** 比上年多收41件, 较去年少审结8件: more or less of what a verb says. */
export function moreThan({ before }: Neighbourhood): Token | null {
  const at = before.findIndex((token) => isOneOf(token, [CUE.up, CUE.down]));
  const verb = before[at - 1];
  const isVerb = verb?.gap === 0 && (verb.word?.anchors.length ?? 0) > 0;
  if (!isVerb || textOf(before[at]).length > 1) return null;
  const rest = before.slice(0, at - 1);
  const isNear = rest.every((token) => token.gap === 0 && (token.word?.neutral ?? false));
  return isNear && before.slice(at).some((token) => is(token, CUE.than)) ? (before[at] as Token) : null;
}
