import type { Neighbourhood } from "./clause.ts";
import type { Quantity } from "./quantity.ts";
import { amountOf, type Reading, type Scene } from "./scene.ts";

/** What is counted stands between the two numbers in no more letters. */
const LONGEST = 20;
const OUT_OF = /^[^,。;\n]*[之当]?中,?(?:已经?|现|目前)?有?$/;

/**
 * Of which number is this one a part: 183个县政府中有167个?
 *
 * @returns the number right before, of the same unit and no smaller; null where the words between do not say so
 */
export function wholeBefore({ tokens, number }: Neighbourhood, quantity: Quantity, { text }: Scene): Quantity | null {
  for (let i = number.index - 1; i >= 0; i -= 1) {
    const whole = tokens[i]?.quantity;
    if (tokens[i]?.kind === "stop" || quantity.start - (tokens[i]?.end ?? 0) > LONGEST) return null;
    if (!whole) continue;
    const isAlike = whole.measure === quantity.measure && whole.value >= quantity.value;
    return isAlike && OUT_OF.test(text.slice(whole.end, quantity.start)) ? whole : null;
  }
  return null;
}

/** The number that was passed over until its part said what it counts. */
export function wholeOf(part: Reading, whole: Quantity, indicator: string, scene: Scene): Reading {
  const { start, end } = whole;
  if (scene.asides.at(-1)?.start === start) scene.asides.pop();
  return { ...part, ...amountOf(whole), indicator, start, end };
}
