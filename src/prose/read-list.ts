import type { Kind } from "../model/observation.ts";
import { bind } from "./bind.ts";
import { changed, isEarlier } from "./change.ts";
import { type Neighbourhood, neighbourhood } from "./clause.ts";
import { byMeasures, isTimesAndPeople } from "./list-measures.ts";
import { bindBeforeNames, namesBefore } from "./list-names.ts";
import { firstYear } from "./list-years.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { BY_POSITION, reading } from "./reading.ts";
import { roleOf } from "./role.ts";
import { ofSentence, type Reading, type Scene } from "./scene.ts";
import { is, isJoint, type Token } from "./token.ts";

/** What every way of handing out numbers needs. */
interface List {
  readonly place: Neighbourhood;
  readonly quantities: readonly Quantity[];
  readonly kind: Kind;
  readonly scene: Scene;
  readonly matcher: Matcher;
}

/**
 * Which readings does a list of numbers give: 甲、乙分别为1件、2件?
 *
 * @remarks
 * Numbers are handed out only where as many times, places or indicators stand before them as there are numbers;
 * otherwise the whole list is set aside, since nothing says which number is whose.
 *
 * @returns the index of the last token of the list, or null where no list begins here
 */
export function readList(token: Token, tokens: readonly Token[], scene: Scene, matcher: Matcher): number | null {
  const members = membersOf(token, tokens);
  if (members.length < 2) return null;
  const last = members.at(-1) as Token;
  const quantities = members.map((one) => withUnit(one.quantity as Quantity, last.quantity as Quantity));
  const place = neighbourhood(tokens, token);
  const found = handOut(place, quantities, scene, matcher);
  if (found) for (const reading of found) scene.readings.push(reading);
  else for (const { start, end } of quantities) scene.asides.push({ reason: "list", start, end });
  return last.index;
}

/** 1.2和2.2个百分点: the measure word stands once, at the end. */
function withUnit(quantity: Quantity, last: Quantity): Quantity {
  return quantity.units.length === 0 ? { ...quantity, units: last.units, measure: last.measure } : quantity;
}

/** Numbers with nothing but 、 or 和 between them; shares may be glued: 24.68%24%, and 11期2400人次. */
function membersOf(first: Token, tokens: readonly Token[]): Token[] {
  const members = [first];
  for (let i = first.index + 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.gap > 0) break;
    if (token.kind === "quantity") {
      const before = members.at(-1) as Token;
      const isTwo = isTimesAndPeople(before.quantity as Quantity, token.quantity as Quantity);
      if (i === before.index + 1 && token.quantity?.measure !== "%" && !isTwo) break;
      members.push(token);
    } else if (token.kind !== "pause" && !is(token, CUE.joint)) break;
  }
  return members;
}

function handOut(
  place: Neighbourhood,
  quantities: readonly Quantity[],
  scene: Scene,
  matcher: Matcher,
): readonly Reading[] | null {
  const first = quantities[0] as Quantity;
  const { role, sign } = roleOf(place, first, scene);
  if (role === "share") return null;
  if (role === "change" || first.units[0] === "point") {
    return changes({ place, quantities, kind: role === "benchmark" ? "benchmark" : "change", scene, matcher }, sign);
  }
  const list: List = { place, quantities, kind: role === "target" ? "target" : "observation", scene, matcher };
  // Targets for several kinds of bodies: the indicator is the same for all.
  if (role === "target") return complete(quantities.map((quantity) => whole(list, quantity)));
  return (
    byMeasures(place, quantities, list.kind, scene, matcher) ??
    byTimes(list) ??
    byPlaces(list) ??
    byYears(list) ??
    byNames(list) ??
    bySubjects(list) ??
    byRates(list) ??
    byAnchors(list)
  );
}

const complete = (made: readonly (Reading | null)[]): Reading[] | null =>
  made.every((one) => one !== null) ? (made as Reading[]) : null;

function whole({ place, kind, scene, matcher }: List, quantity: Quantity): Reading | null {
  const candidate = bind(place, quantity, scene, matcher);
  return candidate && reading(candidate.bound, quantity, kind, candidate, scene, BY_POSITION);
}

/** 9月、10月败诉率分别为…: as many times as numbers. */
function byTimes(list: List): Reading[] | null {
  const times = list.place.before
    .filter(({ time }) => time && !time.idle && (time.year !== null || time.months !== null))
    .reverse();
  if (times.length !== list.quantities.length) return null;
  return complete(
    list.quantities.map((quantity, i) => {
      const one = whole(list, quantity);
      const time = times[i]?.time;
      const year = time?.year ?? one?.span.year ?? null;
      return one && { ...one, span: { year, months: time?.months ?? null, several: false, named: true } };
    }),
  );
}

/** Places the lexicon knows: as many as numbers. */
function byPlaces(list: List): Reading[] | null {
  const places = list.place.before.flatMap(({ word }) => word?.place ?? []).reverse();
  if (places.length !== list.quantities.length) return null;
  return complete(
    list.quantities.map((quantity, i) => {
      const one = whole(list, quantity);
      const where = places[i];
      return one && where ? { ...one, region: where.code, place: where.name } : one;
    }),
  );
}

/** 2018年以来…分别为, 近三年分别为: one number a year. */
function byYears(list: List): Reading[] | null {
  const first = firstYear(list.place, list.quantities.length, list.scene);
  if (first === null) return null;
  return complete(
    list.quantities.map((quantity, i) => {
      const one = whole(list, quantity);
      return one && { ...one, span: { year: first + i, months: null, several: false, named: true } };
    }),
  );
}

/** 济南、临沂、菏泽,分别为: names of places that are not in the lexicon. */
function byNames({ place, quantities, kind, scene, matcher }: List): Reading[] | null {
  const found = namesBefore(place, quantities.length, scene);
  if (!found) return null;
  return complete(
    quantities.map((quantity, i) => {
      const candidate = bindBeforeNames(place, found.start, quantity, scene, matcher);
      if (!candidate) return null;
      const name = found.names[i] as string;
      const one = reading(candidate.bound, quantity, kind, candidate, scene, BY_POSITION);
      return { ...one, place: name, region: scene.frame.places.get(name) ?? null };
    }),
  );
}

/** 办理行政复议、行政应诉案件分别为205件、88件: as many subjects as numbers, the last words before them. */
function bySubjects({ place, quantities, kind, scene, matcher }: List): Reading[] | null {
  if (!place.before.some((token) => is(token, CUE.respectively))) return null;
  const at = place.before.findIndex((token) => token.word?.noun);
  const subjects = place.before.slice(at).filter((token, i, list) => {
    return token.word?.noun && list.slice(0, i).every((one) => one.word?.noun || isJoint(one));
  });
  if (subjects.length !== quantities.length) return null;
  if (new Set(subjects.map(({ word }) => word?.scope)).size !== subjects.length) return null;
  return complete(
    quantities.map((quantity, i) => {
      const own = subjects.at(-1 - i);
      const before = place.before.filter((token) => token === own || !(subjects.includes(token) || isJoint(token)));
      const candidate = bind({ ...place, before, clause: before }, quantity, scene, matcher);
      return candidate && reading(candidate.bound, quantity, kind, candidate, scene, BY_POSITION);
    }),
  );
}

/** 调解成功率和协议履行率分别为98.8%、97.6%: as many rates as numbers, known to the lexicon or not. */
function byRates({ place, quantities, kind, scene, matcher }: List): Reading[] | null {
  const cue = place.before.find((token) => is(token, CUE.respectively));
  if (!cue || quantities.some(({ units }) => units[0] !== "percent")) return null;
  const groups: Token[][] = [[]];
  const ends: number[] = [];
  for (const token of place.before.filter(({ index }) => index < cue.index).reverse()) {
    if (!isJoint(token)) groups.at(-1)?.push(token);
    else {
      ends.push(token.start);
      groups.push([]);
    }
  }
  ends.push(cue.start);
  const last = -quantities.length;
  if (groups.length < quantities.length || !ends.slice(last).every((end) => scene.text[end - 1] === "率")) return null;
  return quantities.flatMap((quantity, i) => {
    const before = (groups.at(last + i) as Token[]).reverse();
    const isNamed = before.some(({ word }) => word && word.anchors.length > 0);
    const candidate = isNamed ? bind({ ...place, before, clause: before }, quantity, scene, matcher) : null;
    return candidate
      ? [reading(candidate.bound, quantity, kind, { ...candidate, unexplained: 0 }, scene, BY_POSITION)]
      : [];
  });
}

/** 新收、审结数为7702件、7679件: as many indicators as numbers; one that no rule knows is passed over. */
function byAnchors({ place, quantities, kind, scene, matcher }: List): Reading[] | null {
  const anchors = parallelAnchors(place, quantities.length);
  if (!anchors) return null;
  return quantities.flatMap((quantity, i) => {
    const before = place.before.filter((token) => token === anchors[i] || !(anchors.includes(token) || isJoint(token)));
    const candidate = bind({ ...place, before }, quantity, scene, matcher);
    return candidate ? [reading(candidate.bound, quantity, kind, candidate, scene, BY_POSITION)] : [];
  });
}

/** The last words that name indicators, if exactly as many are joined by 、 or 和 as there are numbers. */
function parallelAnchors(place: Neighbourhood, count: number): readonly Token[] | null {
  const anchors = place.before.filter(({ word }) => word && !word.noun && word.anchors.length > 0).reverse();
  const last = anchors.slice(-count);
  if (last.length < count) return null;
  const joined = (a: Token, b: Token): boolean => place.tokens.slice(a.index + 1, b.index).some(isJoint);
  if (!last.every((token, i) => i === 0 || joined(last[i - 1] as Token, token))) return null;
  const extra = anchors.at(-count - 1);
  return extra && joined(extra, last[0] as Token) ? null : last;
}

/** 同比分别上升107%、100%: of the indicators named in the clause, or of the last readings of the sentence in their order. */
function changes({ place, quantities, kind, scene, matcher }: List, sign: 1 | -1): Reading[] | null {
  const anchors = parallelAnchors(place, quantities.length);
  if (anchors) {
    return quantities.flatMap((quantity, i) => {
      const before = place.before.filter((token) => token === anchors[i] || !anchors.includes(token));
      const candidate = bind({ ...place, before }, { ...quantity, units: ["percent"] }, scene, matcher);
      return candidate
        ? [changed(reading(candidate.bound, quantity, kind, candidate, scene), quantity, kind, sign)]
        : [];
    });
  }
  const read = ofSentence(scene).filter((one) => one.kind === "observation" && !isEarlier(one, scene));
  const last = read.slice(-quantities.length);
  if (last.length < quantities.length) return null;
  return quantities.map((quantity, i) => changed(last[i] as Reading, quantity, kind, sign));
}
