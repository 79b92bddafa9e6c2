import { bind } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Reading, Scene } from "./scene.ts";
import { is, type Token } from "./token.ts";

/** More letters than this between the words of a total and its share, and they speak of something else. */
const LOOSE = 2;

/**
 * Is this share one of the very total that the number before it was read as: 调解12266件,占全市调解纠纷量的27%?
 *
 * @remarks Then that number counts a part of the cases. 受理98件,占收案总数的80% is a share of another indicator.
 */
export function isShareOfItself(
  place: Neighbourhood,
  quantity: Quantity,
  cue: Token,
  last: Reading | undefined,
  scene: Scene,
  matcher: Matcher,
): boolean {
  if (numberBefore(place)?.start !== last?.start) return false;
  if (!last || last.sentence !== scene.sentence || last.kind !== "observation" || last.unit === "percent") return false;
  // 市本级受理87件,占全市受理总数的三成: one body or place among others has figures of its own.
  if (last.place !== null || (last.body === "government" && scene.bodyTurns > 0)) return false;
  if (!place.before.some((token) => is(token, CUE.total_of) || is(token, CUE.whole_region))) return false;
  const own = { ...quantity, units: [last.unit] };
  const after = place.before.filter((token) => token.start > cue.start);
  const base = after.some(({ word }) => word && word.anchors.length > 0)
    ? after
    : place.before.filter((token) => token.start < cue.start);
  const found = bind({ ...place, before: base, clause: base, after: [] }, own, scene, matcher);
  return found !== null && found.bound.indicator.id === last.indicator && found.unexplained <= LOOSE;
}

function numberBefore({ tokens, number }: Neighbourhood): Quantity | null {
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const { quantity } = tokens[i] as Token;
    if (quantity) return quantity;
  }
  return null;
}
