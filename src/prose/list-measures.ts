import type { Kind } from "../model/observation.ts";
import { bind } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import type { Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { BY_POSITION, reading } from "./reading.ts";
import type { Reading, Scene } from "./scene.ts";

/** More letters than this that nothing explains, and the words are about something else. */
const LOOSE = 2;

/** Whether the first counts occasions and the second who came: 32场次、2186人次. */
export const isTimesAndPeople = (times: Quantity, people: Quantity): boolean =>
  times.units.some((unit) => unit === "time" || unit === "batch") &&
  people.units.some((unit) => unit === "person" || unit === "person_time");

/** 执法培训32场次、2186人次: how often and for how many, where the lexicon knows at least one of the two. */
export function byMeasures(
  place: Neighbourhood,
  quantities: readonly Quantity[],
  kind: Kind,
  scene: Scene,
  matcher: Matcher,
): Reading[] | null {
  const [times, people] = quantities;
  if (!times || !people || quantities.length > 2 || !isTimesAndPeople(times, people)) return null;
  const [often, many] = [times, people].map((quantity) => {
    const found = bind(place, quantity, scene, matcher);
    return found && found.unexplained <= LOOSE ? reading(found.bound, quantity, kind, found, scene, BY_POSITION) : null;
  });
  // 法律咨询30场、3000人次: an indicator that counts persons does not count the occasions.
  const made = [often?.indicator === many?.indicator ? null : often, many].filter((one) => one != null);
  return made.length > 0 ? made : null;
}
