import type { Neighbourhood } from "./clause.ts";
import type { Rule } from "./lexicon.ts";
import { type BoundRule, CUE, type Matcher, type Word } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { ofSentence, type Scene, type ScopeDistance } from "./scene.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";
import { wholeBefore } from "./whole-before.ts";

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

/** More unexplained letters than this between a word and its number, and the word is not about that number. */
const FARTHEST = 8;
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
export function bind(place: Neighbourhood, quantity: Quantity, scene: Scene, matcher: Matcher): Candidate | null {
  let subject: Subject | null = null;
  let best: Candidate | null = null;
  const consider = (bound: BoundRule, anchor: Token, distance: number): void => {
    if (!unitFits(bound, quantity)) return;
    subject ??= subjectOf(place, scene, matcher);
    if (!fits(bound, place, quantity, scene, subject)) return;
    const candidate = candidateOf(bound, anchor, distance, place, quantity, subject);
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

/** For every rule, which words hold one it does without: 进行清理 does not hide 清理. */
const holding = new WeakMap<Rule, Map<string, boolean>>();

function speaksOf(tokens: readonly Token[], rule: Rule): boolean {
  let known = holding.get(rule);
  if (!known) {
    known = new Map();
    holding.set(rule, known);
  }
  for (const { word } of tokens) {
    if (!word) continue;
    let holds = known.get(word.text);
    if (holds === undefined) {
      const isOwn = word.isCue;
      holds =
        rule.without?.some((one) => one === word.text || (!isOwn && one.length > 1 && word.text.endsWith(one))) ??
        false;
      known.set(word.text, holds);
    }
    if (holds) return true;
  }
  return false;
}

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

/** What stands between two numbers speaks of the second. */
function endsInNumber(place: Neighbourhood): boolean {
  const last = place.after.at(-1) ?? place.number;
  return place.tokens[last.index + 1]?.kind === "quantity";
}

/** 维持50件驳回12件: a word right before another number of the same kind is of that one. */
function isOfNext({ tokens }: Neighbourhood, token: Token, { units }: Quantity): boolean {
  const next = tokens[token.index + 1];
  if (next?.gap !== 0 || next.quantity === null) return false;
  return units.length === 0 || next.quantity.units.some((unit) => units.includes(unit));
}

/** The number is followed at once by the noun it counts. */
function isDirect(place: Neighbourhood, distance: number, kinds: boolean): boolean {
  const passes = (token: Token): boolean =>
    // 340份行政处罚、行政许可案卷: all kinds there are.
    ((token.word?.neutral ?? false) && !is(token, CUE.joint)) ||
    (kinds && (token.kind === "pause" || isOneOf(token, [CUE.kind_of, CUE.joint])));
  return place.after.slice(0, distance + 1).every((token, i) => token.gap === 0 && (i === distance || passes(token)));
}

/** Letters between anchor and number that are neither filler nor named by the rule itself. */
function lettersBetween(place: Neighbourhood, anchor: Token, bound: BoundRule): number {
  let letters = place.number.gap;
  let last: Token | null = null;
  // 评查行政处罚、行政许可案卷240卷: all kinds there are.
  const allKinds = bound.rule.kinds && place.before.filter((token) => is(token, CUE.kind_of)).length > 1;
  for (const token of place.before) {
    // 受理信息公开、行政处罚等各类案件: a list of kinds that ends with 等各类 leaves none out.
    if (token === anchor || (is(token, CUE.etcetera) && is(last ?? undefined, CUE.every) && last?.gap === 0)) break;
    const isKind = allKinds && is(token, CUE.kind_of);
    letters += (isAnySued(token) ? 0 : token.gap) + (token.word && !isKind ? weight(token.word, bound) : 0);
    last = token;
  }
  return letters;
}

/** 以本地区行政机关为被告的: whoever is sued in any suit of this kind. */
const isAnySued = (token: Token): boolean => /行政机关(?:作)?为被告的?$/.test(textOf(token));

function weight(word: Word, bound: BoundRule): number {
  // 撤销、变更等决定604件: the list is of what the rule itself counts.
  if (word.cues[CUE.etcetera] === 1 && bound.rule.beside) return 0;
  if (word.cues[CUE.other_of] === 1 || (word.cues[CUE.kind_of] === 1 && !namedBy(word, bound)))
    return bound.rule.narrow ? 0 : FARTHEST + 1;
  // 以区政府为被告的行政诉讼案件: whom they are brought against.
  if (word.neutral || word.place || word.cues[CUE.defendant] === 1 || word.cues[CUE.tier] === 1) return 0;
  if (namedBy(word, bound)) return 0;
  // Another anchor of the same indicator (受理案件 after 立案) explains itself, and so does a bare noun.
  if (word.anchors.some((other) => other.indicator === bound.indicator)) return 0;
  return word.anchors.length > 0 && word.anchors.every((other) => other.rule.weak) ? 0 : word.text.length;
}

/** A condition of the rule itself, or a word by which another rule knows its indicator. */
const namedBy = (word: Word, { indicator, rule }: BoundRule): boolean =>
  [rule.with, rule.beside].some((lists) => lists?.some((list) => list.includes(word.text))) ||
  word.anchors.some((other) => other.indicator === indicator) ||
  word.afters.some((other) => other.indicator === indicator);

const startsAnew = (token: Token | undefined): boolean =>
  token === undefined || token.kind !== "word" || isOneOf(token, OPENS);

/** Words after which a noun begins anew: 共有一审行政案件. */
const OPENS = [CUE.whole_region, CUE.current, CUE.now, CUE.prior, CUE.component, CUE.compare, CUE.having];
/** 村(社区)调委会: what stands in the bracket names a kind. */
const BRACKET = 2;

/** 公安行政案件, 乡镇调委会: a noun that is its own anchor counts a part where something qualifies it. */
function narrowedNoun(place: Neighbourhood, anchor: Token, bound: BoundRule): number {
  if (!bound.rule.weak || bound.rule.narrow) return 0;
  let letters = anchor.gap;
  for (let i = anchor.index - 1; i >= 0 && letters <= FARTHEST; i -= 1) {
    const token = place.tokens[i] as Token;
    if (is(token, CUE.other_of) || is(token, CUE.kind_of)) return FARTHEST + 1;
    // 聘请律师代理的一审行政案件: a clause before 的 picks some of them.
    if (textOf(token) === "的" && !startsAnew(place.tokens[i - 1])) return FARTHEST + 1;
    if (token.kind !== "word" && token.kind !== "close") break;
    if (isOneOf(token, OPENS) || (token.word?.anchors.length ?? 0) > 0) break;
    letters += token.gap + (token.kind === "close" ? BRACKET : qualifying(token, bound));
  }
  return letters;
}

/** Letters of a word that says which of them: 乡镇 before 调委会. */
const qualifying = ({ word }: Token, bound: BoundRule): number =>
  !word || word.isCue || word.neutral || word.place || namedBy(word, bound) ? 0 : word.text.length;
