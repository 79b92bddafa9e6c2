import type { Neighbourhood } from "./clause.ts";
import type { Quantity } from "./quantity.ts";
import { amountOf, ofSentence, type Reading, type Scene } from "./scene.ts";
import { textOf } from "./token.ts";

/** A claim is no figure; this only ranks what a person may look at. */
const SURENESS = 0.8;

/**
 * 出庭应诉率100%,居全省第一: a place among the regions of a wider one, claimed for the figure read just before.
 *
 * @remarks The word for the wider region is kept as the note, so that the claim can be held against the figures of others.
 */
export function claimReading(place: Neighbourhood, quantity: Quantity, scene: Scene): Reading | null {
  if (quantity.units[0] !== "rank") return null;
  const wider = place.clause.map(textOf).find((word) => scene.frame.above.has(word));
  const last = ofSentence(scene).findLast(({ kind, unit }) => kind === "observation" && unit !== "rank");
  if (wider === undefined || last === undefined) return null;
  return {
    ...last,
    ...amountOf(quantity),
    unit: "rank",
    kind: "claim",
    confidence: SURENESS,
    rule: `${last.indicator}/claim`,
    note: wider,
  };
}
