import { countsThing, endsInNumber, isDirect, isOfNext, opensItem } from "./after-number.ts";
import type { Neighbourhood } from "./clause.ts";
import { type BoundRule, CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { anybodySued } from "./respondent.ts";
import { ofSentence, type Scene, type ScopeDistance } from "./scene.ts";
import { otherSubject, type Subject, subjectOf } from "./subject.ts";
import { is, type Token, textOf } from "./token.ts";
import { FARTHEST, lettersBetween, narrowedNoun } from "./unexplained.ts";
import { wholeBefore } from "./whole-before.ts";
import { speaksOf } from "./without.ts";

/** A rule that may own a number, and what speaks against it. */
export interface Candidate extends Subject {
  readonly bound: BoundRule;
  readonly anchor: Token;
  /** How many tokens away the anchor stands. */
  readonly distance: number;
  /** Letters between anchor and number that nothing explains. */
  readonly unexplained: number;
  /** Anchor and 的 stand right before the number: 审结的34件. */
  readonly attributive: boolean;
  readonly scopeDistance: ScopeDistance;
}

/** A word after a number is a weaker sign than one as near before it. */
const AFTER = 2;

/**
 * Which indicator does this number belong to?
 *
 * @remarks
 * The nearest anchor whose rule agrees in unit, subject and all its conditions wins; a rule that names only an object
 * gives way to one that names an action, and of two rules with one anchor the more demanding wins.
 *
 * @returns the best candidate, or null
 */
export function bind(around: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Candidate | null {
  let known: Subject | null = null;
  const subject = (): Subject => {
    known ??= subjectOf(around, scene, matcher);
    return known;
  };
  const own = bindAs(subject, around, quantity, scene);
  const other = own ? null : otherSubject(subject, around, scene, matcher);
  if (!other) return own;
  const found = bindAs(() => other, around, quantity, scene);
  return found?.unexplained === 0 && found.anchor.word?.only ? found : null;
}

function bindAs(subject: () => Subject, around: Neighbourhood, quantity: Quantity, scene: Scene): Candidate | null {
  const sued = anybodySued(around, scene);
  const place = sued
    ? { ...around, before: around.before.filter(({ start }) => start < sued.from || start >= sued.to) }
    : around;
  let best: Candidate | null = null;
  const consider = (bound: BoundRule, anchor: Token, distance: number): void => {
    if (!unitFits(bound, quantity)) return;
    if (!fits(bound, place, quantity, scene, subject())) return;
    const candidate = candidateOf(bound, anchor, distance, place, quantity, subject());
    if (candidate && (best === null || better(candidate, best) < 0)) best = candidate;
  };
  place.before.forEach((token, distance) => {
    if (token.word) for (const bound of token.word.anchors) consider(bound, token, distance);
  });
  place.after.forEach((token, distance) => {
    if (!token.word) return;
    for (const bound of token.word.afters) {
      if (
        bound.rule.direct
          ? isDirect(place, distance, bound.rule.kinds ?? false) && !isOfNext(place, token, quantity)
          : !endsInNumber(place)
      )
        consider(bound, token, distance + AFTER);
    }
  });
  if (best === null && opensItem(place, quantity)) {
    place.after.forEach((token, distance) => {
      for (const bound of token.word?.anchors ?? []) consider(bound, token, distance + AFTER);
    });
  }
  return best;
}

function better(a: Candidate, b: Candidate): number {
  return (
    weakness(a) - weakness(b) ||
    Math.min(a.unexplained, 3) - Math.min(b.unexplained, 3) ||
    a.distance - b.distance ||
    b.bound.demands - a.bound.demands
  );
}

/** Beyond this many unexplained letters a word is a guess, worse than one that yields. */
const GUESS = 3;
const weakness = (candidate: Candidate): number =>
  Number(yields(candidate)) + (candidate.unexplained >= GUESS && !(candidate.bound.rule.weak ?? false) ? 2 : 0);

/** 报备的38件规范性文件全部审结: a word that only qualifies the number gives way as a bare noun does. */
const yields = (candidate: Candidate): boolean => (candidate.bound.rule.weak ?? false) || candidate.attributive;

function candidateOf(
  bound: BoundRule,
  anchor: Token,
  distance: number,
  place: Neighbourhood,
  quantity: Quantity,
  subject: Subject,
): Candidate | null {
  if (isSum(bound, anchor, place)) return null;
  const explained = !bound.rule.words || quantity.units[0] === "rank";
  const unexplained = explained ? 0 : lettersBetween(place, anchor, bound) + narrowedNoun(place, anchor, bound);
  if (unexplained > FARTHEST) return null;
  const attributive = anchor.index + 2 === place.number.index && textOf(place.tokens[anchor.index + 1]) === "的";
  return { bound, anchor, distance, unexplained, attributive, ...subject };
}

/** 撤销、变更、确认违法的共151件: one number for several indicators counts none of them alone. */
function isSum(bound: BoundRule, anchor: Token, place: Neighbourhood): boolean {
  // 报备率、及时率均达100%: each of them.
  if (place.before.some((token) => is(token, CUE.each)) || bound.indicator.unit === "percent") return false;
  const at = place.before.indexOf(anchor);
  const [link, other] = at < 0 ? [] : place.before.slice(at + 1, at + 3);
  if (!other?.word || anchor.gap > 0 || (link as Token).gap > 0) return false;
  if ((link as Token).kind !== "pause" && !is(link, CUE.joint)) return false;
  if ([...(bound.rule.with ?? []), ...(bound.rule.beside ?? [])].some((list) => list.includes(textOf(other))))
    return false;
  const named = other.word.anchors.filter(({ units }) => [...units].some((unit) => bound.units.has(unit)));
  return named.length > 0 && named.every(({ indicator, rule }) => indicator !== bound.indicator && !rule.weak);
}

function fits(bound: BoundRule, place: Neighbourhood, quantity: Quantity, scene: Scene, subject: Subject): boolean {
  const { rule } = bound;
  if (rule.tableOnly && !place.table) return false;
  if (bound.indicator.unit === "case" && countsThing(place, quantity)) return false;
  if (rule.scope && !rule.scope.includes(subject.scope ?? "none")) return false;
  if (rule.scopeNot?.includes(subject.scope ?? "")) return false;
  if (rule.with?.some((list) => !holds(place.clause, list))) return false;
  if (rule.beside?.some((list) => !holds(place.before, list))) return false;
  if (rule.after?.some((list) => !holds(place.after, list))) return false;
  if (
    rule.without &&
    (speaksOf(place.before, rule) || (!endsInNumber(place) && speaksOf(place.after.slice(0, 4), rule)))
  )
    return false;
  if (rule.nowhere && holds(place.clause, rule.nowhere)) return false;
  if (rule.amidNot?.some((one) => scene.amid.has(one))) return false;
  if (rule.follows && !follows(scene, rule.follows)) return false;
  if (rule.next && !(rule.follows ?? []).includes(ofSentence(scene).at(-1)?.indicator ?? "")) return false;
  if (rule.notAmong && scene.parts && ofSentence(scene).some((one) => rule.notAmong?.includes(one.indicator)))
    return false;
  if (rule.outOf && !wholeBefore(place, quantity, scene)) return false;
  if (rule.time === "prior" && !hasPriorTime(place, scene)) return false;
  return !(rule.weak && isForeignPart(place, bound, scene));
}

const holds = (tokens: readonly Token[], words: readonly string[]): boolean =>
  tokens.some((token) => token.word !== null && words.includes(token.word.text));

const RECENT = 4;

/** Whether one of these indicators was read just before. */
export const follows = (scene: Scene, indicators: readonly string[]): boolean =>
  scene.readings.slice(-RECENT).some((one) => indicators.includes(one.indicator));

/** 法律援助案件3224件,其中行政案件17件: a bare noun after 其中 is a part of what was counted before. */
function isForeignPart(place: Neighbourhood, bound: BoundRule, scene: Scene): boolean {
  const last = scene.readings.at(-1);
  if (!last || !scene.parts || last.sentence < scene.sentence - 1) return false;
  // 其中乡镇122个,…,共有调解人员10283人: a total of its own.
  if (place.before.some((token) => /^(?:总共|共|现)有$/.test(textOf(token)))) return false;
  // Persons are no part of organisations.
  const isOther = last.family !== bound.indicator.family && last.unit === bound.indicator.unit;
  return isOther || place.before.length === 0;
}

/** A number without a measure word counts cases or persons, never a share, a sum or a rank. */
const MEASURED = ["percent", "yuan", "rank", "ratio"];

function unitFits(bound: BoundRule, quantity: Quantity): boolean {
  // 比值达2.6: a number that counts nothing but has decimals.
  if (quantity.measure === "" && bound.units.has("ratio") && !Number.isInteger(quantity.value)) return true;
  // 败诉率为零: none of whatever is counted.
  if (quantity.measure === "" && quantity.chinese && quantity.value === 0) return !bound.units.has("rank");
  if (quantity.units.length > 0) return quantity.units.some((unit) => bound.units.has(unit));
  return quantity.measure === "" && !MEASURED.some((unit) => bound.units.has(unit));
}

function hasPriorTime(place: Neighbourhood, scene: Scene): boolean {
  const { year } = scene.frame;
  return place.before.some((token) => {
    const named = token.time?.year ?? null;
    return is(token, CUE.prior) || (named !== null && year !== null && named < year);
  });
}
