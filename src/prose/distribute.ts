import { chineseNumber } from "../util/chinese-number.ts";
import { bind } from "./bind.ts";
import { type Neighbourhood, neighbourhood } from "./clause.ts";
import { cueBit, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { roleOf } from "./role.ts";
import type { Reading, Scene } from "./scene.ts";
import type { Token } from "./token.ts";

const joint = cueBit("joint");
const respectively = cueBit("respectively");

/**
 * Which readings does a list of numbers give: 甲、乙分别为1件、2件?
 *
 * @remarks
 * Numbers are handed out only where as many times, places or indicators stand before them as there are numbers;
 * otherwise the whole list is set aside, since nothing says which number is whose.
 *
 * @returns the index of the last token of the list, or null where no list begins here
 */
export function listReadings(at: number, tokens: readonly Token[], scene: Scene, matcher: Matcher): number | null {
  const members = membersOf(at, tokens);
  if (members.length < 2) return null;
  const last = members.at(-1) as number;
  const unit = (tokens[last] as Token).quantity as Quantity;
  const quantities = members.map((index) => withUnit((tokens[index] as Token).quantity as Quantity, unit));
  const place = neighbourhood(tokens, at);
  const found = handOut(place, quantities, scene, matcher);
  if (found) scene.readings.push(...found);
  else for (const quantity of quantities) scene.asides.push({ reason: "list", quantity, indicator: null });
  return last;
}

/** 1.2和2.2个百分点: the measure word stands once, at the end. */
function withUnit(quantity: Quantity, last: Quantity): Quantity {
  return quantity.units.length === 0 ? { ...quantity, units: last.units, measure: last.measure } : quantity;
}

function membersOf(at: number, tokens: readonly Token[]): number[] {
  const members = [at];
  for (let i = at + 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.gap > 0) break;
    if (token.kind === "quantity") {
      const glued = i === (members.at(-1) as number) + 1;
      if (glued && token.quantity?.measure !== "%") break;
      members.push(i);
    } else if (token.kind === "word" ? ((token.word?.cues ?? 0) & joint) === 0 : token.kind !== "pause") break;
  }
  return members;
}

function handOut(place: Neighbourhood, quantities: readonly Quantity[], scene: Scene, matcher: Matcher): Reading[] | null {
  const first = quantities[0] as Quantity;
  const count = quantities.length;
  const role = roleOf(place, first, scene);
  if (role.role === "share") return null;
  if (role.role === "change" || first.units[0] === "point") return changes(place, quantities, scene, matcher, role.sign, role.role === "benchmark");
  const kind = role.role === "target" ? "target" : "observation";
  const times = place.before.filter((index) => {
    const time = (place.tokens[index] as Token).time;
    return time && !time.idle && (time.year !== null || time.months !== null);
  }).reverse();
  const places = place.before.filter((index) => (place.tokens[index] as Token).word?.place).reverse();
  const anchors = place.before.filter((index) => ((place.tokens[index] as Token).word?.anchors.length ?? 0) > 0).reverse();
  const each = (make: (quantity: Quantity, i: number) => Reading | null): Reading[] | null => {
    const made = quantities.map(make);
    return made.some((one) => one === null) ? null : (made as Reading[]);
  };
  const whole = (quantity: Quantity): Reading | null => {
    const candidate = bind(place, quantity, scene, matcher);
    return candidate ? reading(candidate.bound, quantity, kind, candidate, scene, 0.9) : null;
  };
  if (kind === "target") return each(whole);
  const since = sinceYears(place, count, scene);
  if (since !== null) {
    return each((quantity, i) => {
      const one = whole(quantity);
      const year = since + i;
      return one && { ...one, year, several: false, months: null, prior: scene.frame.year !== null && year < scene.frame.year };
    });
  }
  const names = namesBefore(place, count, scene);
  if (names) {
    return each((quantity, i) => {
      const one = wholeBefore(place, names.first, quantity, kind, scene, matcher);
      const name = names.names[i] as string;
      return one && { ...one, place: name, region: scene.frame.places.get(name) ?? null };
    });
  }
  if (times.length === count) {
    return each((quantity, i) => {
      const one = whole(quantity);
      const time = (place.tokens[times[i] as number] as Token).time;
      return one && { ...one, year: time?.year ?? one.year, months: time?.months ?? null, several: false };
    });
  }
  if (places.length === count) {
    return each((quantity, i) => {
      const one = whole(quantity);
      const where = (place.tokens[places[i] as number] as Token).word?.place;
      return one && where ? { ...one, region: where.code, place: where.name } : one;
    });
  }
  const parallel = parallelAnchors(place, anchors, count);
  if (!parallel) return null;
  const made = quantities.map((quantity, i) => {
    const before = place.before.filter((index) => index === parallel[i] || !parallel.includes(index));
    const candidate = bind({ ...place, before }, quantity, scene, matcher);
    return candidate ? reading(candidate.bound, quantity, kind, candidate, scene, 0.9) : null;
  });
  return made.filter((one): one is Reading => one !== null);
}

/** 2018年以来…分别为: one value a year, from that year on. */
function sinceYears(place: Neighbourhood, count: number, scene: Scene): number | null {
  const said = place.before.some((index) => ((place.tokens[index] as Token).word?.cues ?? 0) & respectively);
  if (!said || scene.frame.year === null) return null;
  for (let i = place.at - 1; i >= 0 && (place.tokens[i] as Token).kind !== "stop"; i -= 1) {
    const token = place.tokens[i] as Token;
    const recent = /^近([二两三四五六七八九十]|\d{1,2})年/.exec(scene.text.slice(token.start, token.end + 2));
    if (recent) {
      const years = chineseNumber(recent[1] as string) ?? Number(recent[1]);
      return years === count ? scene.frame.year - count + 1 : null;
    }
    const year = token.time?.year ?? null;
    if (year === null || place.tokens[i + 1]?.word?.text !== "以来") continue;
    return year + count - 1 === scene.frame.year || year + count === scene.frame.year ? year : null;
  }
  return null;
}

/** 济南、临沂、菏泽,分别为: as many names of places joined by 、 as there are numbers, and where the first begins. */
function namesBefore(place: Neighbourhood, count: number, scene: Scene): { names: string[]; first: number } | null {
  const cue = place.before.find((index) => ((place.tokens[index] as Token).word?.cues ?? 0) & respectively);
  if (cue === undefined) return null;
  let end = (place.tokens[cue] as Token).start;
  if (scene.text[end - 1] === ",") end -= 1;
  const stretch = scene.text.slice(Math.max(0, end - 12 * count), end);
  const items = stretch.split("、").slice(-count);
  if (items.length < count) return null;
  const names = items.map((item, i) => placeName(item, i === 0, i === count - 1, scene));
  if (names.some((name) => name === null)) return null;
  const first = end - items.join("、").length + (items[0] as string).lastIndexOf(names[0] as string);
  return { names: names as string[], first };
}

const LONGEST_NAME = 8;

/** The place named at the end of the first item or the beginning of the last. */
function placeName(item: string, first: boolean, last: boolean, scene: Scene): string | null {
  for (let length = Math.min(LONGEST_NAME, item.length); length >= 2; length -= 1) {
    const name = first ? item.slice(-length) : item.slice(0, length);
    if (scene.frame.places.has(name) && (first || last || name.length === item.length)) return name;
  }
  const spelt = first ? /(?:^|[。,;:])([^。,;:]{1,4}[市县区州旗])$/ : /^([^。,;:]{1,4}?[市县区州旗])/;
  return spelt.exec(item)?.[1] ?? null;
}

/** Binds with the words before the list of names, also across the comma that stands before 分别. */
function wholeBefore(place: Neighbourhood, first: number, quantity: Quantity, kind: "observation" | "target", scene: Scene, matcher: Matcher): Reading | null {
  const before: number[] = [];
  for (let i = place.at - 1; i >= 0; i -= 1) {
    const token = place.tokens[i] as Token;
    if (token.end > first) continue;
    if (token.kind === "comma" || token.kind === "semicolon" || token.kind === "stop" || token.kind === "quantity") break;
    before.push(i);
  }
  const named = { ...place, before, clause: before };
  const candidate = bind(named, quantity, scene, matcher);
  return candidate ? reading(candidate.bound, quantity, kind, { ...candidate, unexplained: 0 }, scene, 0.9) : null;
}

/** The last words before the numbers, if as many are joined by 、 or 和 as there are numbers: 新收、审结数为. */
function parallelAnchors(place: Neighbourhood, anchors: readonly number[], count: number): readonly number[] | null {
  const last = anchors.slice(-count);
  if (last.length < count) return null;
  const joined = (from: number, to: number): boolean => {
    for (let i = from + 1; i < to; i += 1) {
      const token = place.tokens[i] as Token;
      if (token.kind === "pause" || ((token.word?.cues ?? 0) & joint) !== 0) return true;
    }
    return false;
  };
  for (let i = 1; i < last.length; i += 1) if (!joined(last[i - 1] as number, last[i] as number)) return null;
  const extra = anchors.at(-count - 1);
  return extra !== undefined && joined(extra, last[0] as number) ? null : last;
}

/** 同比分别上升107%、100%: of the last readings of the sentence, in their order. */
function changes(place: Neighbourhood, quantities: readonly Quantity[], scene: Scene, matcher: Matcher, sign: 1 | -1, benchmark: boolean): Reading[] | null {
  const spoken = place.before.filter((index) => ((place.tokens[index] as Token).word?.anchors.length ?? 0) > 0).reverse();
  const kind = benchmark ? "benchmark" : "change";
  if (spoken.length === quantities.length) {
    const made = quantities.map((quantity, i) => {
      const before = place.before.filter((index) => index === spoken[i] || !spoken.includes(index));
      const candidate = bind({ ...place, before }, { ...quantity, units: ["percent"] }, scene, matcher);
      return candidate && { ...reading(candidate.bound, quantity, kind, candidate, scene), unit: quantity.units[0] as string, value: sign * quantity.value };
    });
    return made.filter((one): one is Reading => one !== null);
  }
  const here = scene.readings.filter((one) => one.sentence === scene.sentence && one.kind === "observation" && !one.prior);
  if (here.length < quantities.length) return null;
  return quantities.map((quantity, i) => ({
    ...(here[here.length - quantities.length + i] as Reading),
    kind, value: sign * quantity.value, unit: quantity.units[0] ?? "percent", lower: null, upper: null,
    start: quantity.start, end: quantity.end, confidence: 0.75, rule: "change",
  }));
}
