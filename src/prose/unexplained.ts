import type { Neighbourhood } from "./clause.ts";
import { type BoundRule, CUE, type Word } from "./matcher.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

/** More unexplained letters than this between a word and its number, and the word is not about that number. */
export const FARTHEST = 8;

/** Letters between anchor and number that are neither filler nor named by the rule itself. */
export function lettersBetween(place: Neighbourhood, anchor: Token, bound: BoundRule): number {
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
export function narrowedNoun(place: Neighbourhood, anchor: Token, bound: BoundRule): number {
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
