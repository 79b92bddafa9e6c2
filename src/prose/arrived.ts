import type { Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { amountOf, type Reading, type Scene } from "./scene.ts";
import { is, isOneOf, type Token } from "./token.ts";

/** 败诉率下降2.6个百分点至12.6%, 调解率提升5个百分点,达到40%: the level that a change just told of arrives at. */
export function levelAfterChange(
  { tokens, number }: Neighbourhood,
  quantity: Quantity,
  scene: Scene,
  matcher: Matcher,
): Reading | null {
  const last = scene.readings.at(-1);
  const change = changeBefore(tokens, number);
  if (!change || last?.kind !== "change" || last.start !== change.start) return null;
  const own = matcher.lexicon.indicators.find(({ id }) => id === last.indicator)?.unit;
  // A rate that grew by 30% may have grown by points.
  if (own === undefined || !quantity.units.includes(own) || (own === "percent" && last.unit !== "point")) return null;
  return { ...last, ...amountOf(quantity), unit: own, kind: "observation", rule: `${last.indicator}/arrived` };
}

const ARRIVES = [CUE.until, CUE.to, CUE.having];

/** The number before, with nothing but a comma and words of arrival between. */
function changeBefore(tokens: readonly Token[], number: Token): Quantity | null {
  let arrives = false;
  let crossed = false;
  let { gap } = number;
  for (let i = number.index - 1; i >= 0 && gap === 0; i -= 1) {
    const token = tokens[i] as Token;
    if (token.quantity) return arrives ? token.quantity : null;
    if (token.kind === "comma" && !crossed) crossed = true;
    else if (isOneOf(token, ARRIVES)) arrives = true;
    else if (!is(token, CUE.filler)) return null;
    gap = token.gap;
  }
  return null;
}
