import type { Kind } from "../model/observation.ts";
import { bind, type Candidate } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import type { Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { amountOf, ofSentence, type Reading, type Scene } from "./scene.ts";

/** Units an indicator may have whose change is told in percent or points. */
const CHANGING = ["percent", "case", "yuan", "person", "person_time", "document", "item", "time", "organization"];
const RELATIVE = ["point", "percent", "multiple"];
/** A change is never an observation; this only ranks what a person may look at. */
const SURENESS = 0.8;
const LOOSE = 4;

/** Of which indicator is this number a change, or the gap to a benchmark? Named in its clause, or read just before. */
export function changeReading(
  place: Neighbourhood,
  quantity: Quantity,
  kind: Kind,
  sign: 1 | -1,
  scene: Scene,
  matcher: Matcher,
): Reading | null {
  const before = ofSentence(scene).findLast(
    (one) => (one.kind === "observation" || one.kind === "change") && !isEarlier(one, scene),
  );
  const from = namedIndicator(place, quantity, scene, matcher) ?? before;
  return from ? changed(from, quantity, kind, sign) : null;
}

/** The same circumstances, another number: a change of what `from` is the level of. */
export function changed(from: Reading, quantity: Quantity, kind: Kind, sign: 1 | -1): Reading {
  const unit = quantity.units[0] ?? from.unit;
  return {
    ...from,
    ...amountOf(quantity),
    value: sign * quantity.value,
    lower: null,
    upper: null,
    unit: RELATIVE.includes(unit) ? unit : from.unit,
    kind,
    confidence: SURENESS,
    rule: `${from.indicator}/change`,
  };
}

/** Whether a reading is of a year before that of the report. */
export const isEarlier = (one: Reading, scene: Scene): boolean =>
  one.span.prior === true || (one.span.year !== null && scene.frame.year !== null && one.span.year < scene.frame.year);

function namedIndicator(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Reading | null {
  let best: Candidate | null = null;
  for (const unit of CHANGING) {
    const candidate = bind(place, { ...quantity, units: [unit] }, scene, matcher);
    if (candidate && candidate.unexplained <= LOOSE && (best === null || candidate.distance < best.distance))
      best = candidate;
  }
  return best && reading(best.bound, quantity, "change", best, scene);
}
