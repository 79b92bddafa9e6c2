import { endsClause, type Neighbourhood } from "./clause.ts";
import { CUE } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { is, isOneOf, type Token } from "./token.ts";

/** What stands between two numbers speaks of the second. */
export function endsInNumber(place: Neighbourhood): boolean {
  const last = place.after.at(-1) ?? place.number;
  return place.tokens[last.index + 1]?.kind === "quantity";
}

/** 维持50件驳回12件: a word right before another number of the same kind is of that one. */
export function isOfNext({ tokens }: Neighbourhood, token: Token, { units }: Quantity): boolean {
  const next = tokens[token.index + 1];
  if (next?.gap !== 0 || next.quantity === null) return false;
  return units.length === 0 || next.quantity.units.some((unit) => units.includes(unit));
}

/** The number is followed at once by the noun it counts. */
export function isDirect(place: Neighbourhood, distance: number, kinds: boolean): boolean {
  const passes = (token: Token): boolean =>
    // 340份行政处罚、行政许可案卷: all kinds there are.
    ((token.word?.neutral ?? false) && !is(token, CUE.joint)) ||
    (kinds && (token.kind === "pause" || isOneOf(token, [CUE.kind_of, CUE.joint])));
  return place.after.slice(0, distance + 1).every((token, i) => token.gap === 0 && (i === distance || passes(token)));
}

/** 12件调解,: a clause or an item of a list that says the number first and then nothing but what became of it. */
export function opensItem({ tokens, before, after }: Neighbourhood, { units }: Quantity): boolean {
  const last = after.at(-1);
  if (
    !last ||
    units.length === 0 ||
    units[0] === "percent" ||
    before.some(({ word }) => word && word.anchors.length > 0)
  )
    return false;
  const next = tokens[last.index + 1];
  if (next && (next.gap > 0 || (next.kind !== "pause" && next.kind !== "close" && !endsClause(next)))) return false;
  return after.every((token) => token.gap === 0 && token.kind === "word");
}

/** More letters than these stand in no name of a thing: 5项实质化解工作机制. */
const LONGEST_NAME = 6;

/** 5项机制: what follows the number says that it counts no cases. */
export function countsThing({ after }: Neighbourhood, { units }: Quantity): boolean {
  if (units[0] === "case" || units[0] === "percent") return false;
  let letters = 0;
  for (const token of after) {
    letters += token.gap;
    if (letters > LONGEST_NAME || token.kind !== "word") return false;
    if (is(token, CUE.thing)) return true;
    letters += token.end - token.start;
  }
  return false;
}
