import type { Neighbourhood } from "./clause.ts";
import type { Quantity } from "./quantity.ts";
import type { Scene } from "./scene.ts";
import { textOf } from "./token.ts";

/** A count below this is too common to be recognised as one read before. */
const TELLING = 10;
const LOOK_BACK = 40;

/** 在审结的34件案件中: the word before the number only says which number it is. */
export const isAttributive = (place: Neighbourhood): boolean =>
  textOf(place.tokens[place.number.index - 1]).endsWith("的");

/** A figure read before brings its subject back. */
export function refersBack(quantity: Quantity, scene: Scene): boolean {
  if (quantity.value < TELLING) return false;
  const one = [...scene.earlier.slice(-LOOK_BACK), ...scene.readings.slice(-LOOK_BACK)].findLast(
    (other) => other.value === quantity.value && other.scope !== null,
  );
  if (!one) return false;
  scene.scope = one.scope;
  scene.scopeDistance = "sentence";
  return true;
}
