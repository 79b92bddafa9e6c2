import { endsClause } from "./clause.ts";
import type { Lexicon } from "./lexicon.ts";
import { CUE, type Matcher } from "./matcher.ts";
import { tokenAt } from "./place-subject.ts";
import type { Scene } from "./scene.ts";
import { isOneOf, type Token } from "./token.ts";

/** How far ahead a number may stand. */
const AHEAD = 12;
const SHORTEST = 3;
const LONGEST = 16;
/** The name of a station before the word for it, with how many there are: 城关, 村(社区)、街道, 43个街乡. */
const OWN = /^(?:\d+个)?[\u4e00-\u9fff()、]{2,12}$/;
const LONGEST_STATION = 24;
/** What stations do is counted in these. */
const COUNTED = ["case", "time", "person_time"];
const PART = "其中";
/** What follows a station that does not act itself: 司法所的, 司法所等. */
const NO_ACTOR = new Set("、和等的");
const COUNTING = [CUE.done, CUE.having];

/**
 * Does this clause count the cases of one agency among many: 市公安局受理41件, 城关司法所调处纠纷20件?
 *
 * @param scene - its text and frame; the agency that reports itself is not one among others
 * @param from - where the clause begins
 * @param tokens - of the whole stretch
 * @param first - index of the first token of the clause
 * @param matcher - knows how names of agencies end
 */
export function isOneAgency(
  { text, frame }: Scene,
  from: number,
  tokens: readonly Token[],
  first: number,
  { lexicon, agencyEnds }: Matcher,
): boolean {
  const count = firstCount(tokens, first);
  if (count === null) return false;
  const { agencies } = lexicon;
  const start = afterPart(text, from);
  if (count.opening && isStation(text.slice(start, start + LONGEST_STATION), count.units, agencies)) return true;
  if (count.commas > 0) return false;
  const { endings, keepers } = agencies;
  const isKeeper = (name: string): boolean => keepers.some((word) => name.includes(word));
  for (let end = start + 1; end <= start + LONGEST; end += 1) {
    const last = text.charCodeAt(end - 1);
    if (!isLetter(last)) return false;
    if (end < start + SHORTEST || !agencyEnds.has(last)) continue;
    const name = text.slice(start, end);
    if (!endings.some((word) => name.endsWith(word)) || !counts(tokenAt(end, tokens, first))) continue;
    return !isKeeper(name) && !frame.head.split("。", 1)[0]?.includes(name);
  }
  return false;
}

/** Does a clause that opens so tell what one station, or one kind of them, has done? */
function isStation(opening: string, units: readonly string[], { stations, every }: Lexicon["agencies"]): boolean {
  if (!COUNTED.some((unit) => units.includes(unit))) return false;
  return stations.some((word) => {
    const at = opening.indexOf(word);
    const own = opening.slice(0, Math.max(0, at));
    return OWN.test(own) && !every.some((one) => own.includes(one)) && !NO_ACTOR.has(opening[at + word.length] ?? "");
  });
}

const isLetter = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** Where a clause goes on after 其中, and its comma. */
function afterPart(text: string, from: number): number {
  if (!text.startsWith(PART, from)) return from;
  const end = from + PART.length;
  return text[end] === "," ? end + 1 : end;
}

/** The first number of the sentence from here on, and how many commas stand before it. */
function firstCount(
  tokens: readonly Token[],
  first: number,
): { readonly units: readonly string[]; readonly commas: number; readonly opening: boolean } | null {
  const before = tokens[first - 1];
  const opens = before === undefined || before.kind === "stop" || before.kind === "semicolon";
  let commas = 0;
  for (let i = first; i < first + AHEAD && i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    // 43个街乡咨询点解答300次: so many stations are no count of what they do.
    if (token.quantity && i > first) return { units: token.quantity.units, commas, opening: commas === 0 || opens };
    if (token.kind === "comma") commas += 1;
    else if (endsClause(token)) return null;
  }
  return null;
}

/** A number follows at once, or a verb that counts. */
function counts(next: Token | null): boolean {
  return next !== null && (next.kind === "quantity" || isOneOf(next, COUNTING) || (next.word?.anchors.length ?? 0) > 0);
}
