import type { Neighbourhood } from "./clause.ts";
import { type BoundRule, cueBit, type Matcher, type Word } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Candidate, Scene } from "./scene.ts";
import type { Token } from "./token.ts";

const filler = cueBit("filler");
const narrowing = cueBit("other_of");
const joint = cueBit("joint");
/** More unexplained letters than this between a word and its number, and the word is not about that number. */
const FARTHEST = 8;

/**
 * Which indicator does this number belong to?
 *
 * @remarks
 * The nearest anchor whose rule agrees in unit, subject and all its conditions wins; a rule that names only an object
 * gives way to one that names an action, and of two rules with one anchor the more demanding wins.
 *
 * @returns the best candidate, or null
 */
export function bind(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Candidate | null {
  const found: Candidate[] = [];
  place.before.forEach((index, distance) => {
    const word = (place.tokens[index] as Token).word;
    for (const bound of word?.anchors ?? []) {
      const candidate = tryRule(bound, index, distance, place, quantity, scene, matcher);
      if (candidate) found.push(candidate);
    }
  });
  place.after.forEach((index, distance) => {
    const word = (place.tokens[index] as Token).word;
    for (const bound of word?.afters ?? []) {
      if (bound.rule.direct ? !isDirect(place, distance) : endsInNumber(place)) continue;
      const candidate = tryRule(bound, index, distance + 2, place, quantity, scene, matcher);
      if (candidate) found.push({ ...candidate, unexplained: 0 });
    }
  });
  return found.sort(better)[0] ?? null;
}

function better(a: Candidate, b: Candidate): number {
  return (
    Number(gives(a)) - Number(gives(b)) ||
    Math.min(a.unexplained, 3) - Math.min(b.unexplained, 3) ||
    a.distance - b.distance ||
    b.bound.demands - a.bound.demands
  );
}

/** 报备的38件规范性文件全部审结: a word that only qualifies the number gives way as a bare noun does. */
const gives = (candidate: Candidate): boolean => (candidate.bound.rule.weak ?? false) || candidate.attributive;

function tryRule(
  bound: BoundRule, anchor: number, distance: number,
  place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher,
): Candidate | null {
  const { rule } = bound;
  if ((rule.tableOnly && !place.table) || !unitFits(bound, quantity)) return null;
  if (rule.with?.some((list) => !holds(place, place.clause, list))) return null;
  if (rule.after?.some((list) => !holds(place, place.after, list))) return null;
  if (rule.without && (holds(place, place.before, rule.without) || holds(place, place.after.slice(0, 4), rule.without))) return null;
  if (rule.follows && !rule.follows.some((id) => scene.readings.slice(-4).some((one) => one.indicator === id))) return null;
  if (rule.time === "prior" && !hasPriorTime(place, scene)) return null;
  const { scope, scopeDistance } = subjectOf(place, scene, matcher);
  if (rule.scope && !rule.scope.includes(scope ?? "")) return null;
  if (rule.scopeNot?.includes(scope ?? "")) return null;
  if (rule.weak && isForeignPart(place, bound, scene)) return null;
  const unexplained = quantityIsRank(quantity) ? 0 : rule.words ? lettersBetween(place, anchor, bound) + narrowedNoun(place, anchor, bound) : 0;
  if (unexplained > FARTHEST) return null;
  const next = place.tokens[anchor + 1];
  const attributive = anchor + 2 === place.at && next?.word?.text === "的";
  return { bound, anchor, distance, unexplained, scope, scopeDistance, attributive };
}

const quantityIsRank = (quantity: Quantity): boolean => quantity.units[0] === "rank";

/** 法律援助案件3224件,其中行政案件17件: a bare noun after 其中 is a part of what was counted before. */
function isForeignPart(place: Neighbourhood, bound: BoundRule, scene: Scene): boolean {
  const last = scene.readings.at(-1);
  if (!last || !scene.parts || last.sentence < scene.sentence - 1) return false;
  return last.indicator.split("_")[0] !== bound.indicator.id.split("_")[0] || place.before.length === 0;
}

function unitFits(bound: BoundRule, quantity: Quantity): boolean {
  if (quantity.units.length > 0) return quantity.units.some((unit) => bound.units.has(unit));
  // A lost measure word: counts only.
  return quantity.measure === "" && !bound.units.has("percent") && !bound.units.has("yuan") && !bound.units.has("rank") && !bound.units.has("ratio");
}

function holds(place: Neighbourhood, indices: readonly number[], words: readonly string[]): boolean {
  return indices.some((index) => {
    const text = (place.tokens[index] as Token).word?.text;
    return text !== undefined && words.includes(text);
  });
}

function hasPriorTime(place: Neighbourhood, scene: Scene): boolean {
  const year = scene.frame.year;
  return place.before.some((index) => {
    const token = place.tokens[index] as Token;
    const named = token.time?.year ?? null;
    return ((token.word?.cues ?? 0) & cueBit("prior")) !== 0 || (named !== null && year !== null && named < year);
  });
}

/** What stands between two numbers speaks of the second. */
function endsInNumber(place: Neighbourhood): boolean {
  const last = place.after.at(-1) ?? place.at;
  return place.tokens[last + 1]?.kind === "quantity";
}

/** The number is followed at once by the noun it counts. */
function isDirect(place: Neighbourhood, distance: number): boolean {
  for (let i = 0; i <= distance; i += 1) {
    const token = place.tokens[place.after[i] as number] as Token;
    if (token.gap > 0) return false;
    if (i < distance && !(token.word?.neutral ?? false)) return false;
  }
  return true;
}

/** Letters between anchor and number that are neither filler nor named by the rule itself. */
function lettersBetween(place: Neighbourhood, anchor: number, bound: BoundRule): number {
  let letters = (place.tokens[place.at] as Token).gap;
  for (const index of place.before) {
    if (index === anchor) break;
    const token = place.tokens[index] as Token;
    letters += token.gap;
    if (token.kind === "word") letters += weight(token.word as Word, bound);
  }
  return letters;
}

/** 公安行政案件, 涉企类行政案件: a noun that is its own anchor counts a part where something qualifies it. */
function narrowedNoun(place: Neighbourhood, anchor: number, bound: BoundRule): number {
  const token = place.tokens[anchor] as Token;
  if (!bound.rule.weak || bound.rule.narrow) return 0;
  const earlier = place.tokens[anchor - 1];
  const narrowed = earlier?.kind === "word" && ((earlier.word?.cues ?? 0) & narrowing) !== 0;
  return narrowed ? FARTHEST + 1 : token.gap;
}

function weight(word: Word, bound: BoundRule): number {
  if ((word.cues & narrowing) !== 0) return bound.rule.narrow ? 0 : FARTHEST + 1;
  if (word.neutral) return 0;
  if (bound.rule.with?.some((list) => list.includes(word.text))) return 0;
  // Another anchor of the same indicator (受理案件 after 立案) explains itself.
  if (word.anchors.some((other) => other.indicator === bound.indicator)) return 0;
  if (word.anchors.length > 0 && word.anchors.every((other) => other.rule.weak)) return 0;
  return word.place ? 0 : word.text.length;
}

/** What is spoken of: named in the clause, right after the number, or carried. */
export function subjectOf(place: Neighbourhood, scene: Scene, matcher: Matcher): { scope: string | null; scopeDistance: Scene["scopeDistance"] } {
  const named = namedSubject(place, matcher);
  if (named) return { scope: named, scopeDistance: "clause" };
  // 其中刑事案件…: parts named in passing do not become the subject of what follows.
  const whole = scene.parts ? scene.readings.findLast((one) => one.sentence === scene.sentence && one.scope !== null) : undefined;
  if (whole) return { scope: whole.scope, scopeDistance: "sentence" };
  return { scope: scene.scope, scopeDistance: scene.scopeDistance };
}

function namedSubject(place: Neighbourhood, matcher: Matcher): string | null {
  const after = place.after.slice(0, 4).map((index) => place.tokens[index] as Token);
  const near = after.findIndex((token) => token.word?.scope);
  const hasBefore = place.before.some((index) => (place.tokens[index] as Token).word?.scope);
  // 收到29.2万件行政复议案件: the noun follows at once and closes the clause.
  if (near >= 0 && after.slice(0, near + 1).every((token) => token.gap === 0 && (token.word?.neutral ?? token.word?.scope))) {
    return after[near]?.word?.scope ?? null;
  }
  if (!hasBefore) return null;
  return nearestSubject(place, matcher);
}

/** The nearest subject before the number; 行政复议和行政应诉案件 joins two, and none of them is counted alone. */
function nearestSubject(place: Neighbourhood, matcher: Matcher): string | null {
  let nearest: string | null = null;
  let link: "touching" | "joined" | "apart" = "apart";
  let gap = 0;
  for (const index of place.before) {
    const token = place.tokens[index] as Token;
    const scope = token.word?.scope ?? null;
    if (gap > 0) link = "apart";
    gap = token.gap;
    if (scope === null) {
      const joins = token.kind === "pause" || ((token.word?.cues ?? 0) & joint) !== 0;
      if (joins && link === "touching") link = "joined";
      else if (((token.word?.cues ?? 0) & filler) === 0) link = "apart";
      continue;
    }
    if (nearest === null) nearest = scope;
    else if (link === "joined" && !related(scope, nearest, matcher)) return "mixed";
    // 一审…行政诉讼案件: the narrower name holds.
    else if (link !== "joined" && matcher.parents.get(scope) === nearest) nearest = scope;
    else if (scope !== nearest) break;
    link = "touching";
  }
  return nearest;
}

function related(a: string, b: string, matcher: Matcher): boolean {
  return a === b || matcher.parents.get(a) === b || matcher.parents.get(b) === a;
}
