import { endsClause } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import { tokenAt } from "./place-subject.ts";
import type { Scene } from "./scene.ts";
import { isOneOf, type Token } from "./token.ts";

/** How far ahead a number may stand. */
const AHEAD = 12;
const SHORTEST = 3;
const LONGEST = 16;
/** The name of a station before the word for it. */
const LONGEST_OWN = 6;
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
  if (!hasNumber(tokens, first)) return false;
  const { endings, stations, keepers } = lexicon.agencies;
  const start = afterPart(text, from);
  const isKeeper = (name: string): boolean => keepers.some((word) => name.includes(word));
  for (let end = start + 1; end <= start + LONGEST; end += 1) {
    const last = text.charCodeAt(end - 1);
    if (!isLetter(last)) return false;
    if (end < start + SHORTEST || !agencyEnds.has(last)) continue;
    const name = text.slice(start, end);
    const station = stations.find((word) => name.endsWith(word));
    // The word that keeps figures may be part of the station's own: 司法所.
    const own = station === undefined ? 0 : name.length - station.length;
    if (own >= 2 && own <= LONGEST_OWN && !isKeeper(name.slice(0, own))) return !NO_ACTOR.has(text[end] ?? "");
    if (!endings.some((word) => name.endsWith(word)) || !counts(tokenAt(end, tokens, first))) continue;
    return !isKeeper(name) && !frame.head.split("。", 1)[0]?.includes(name);
  }
  return false;
}

const isLetter = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** Where a clause goes on after 其中, and its comma. */
function afterPart(text: string, from: number): number {
  if (!text.startsWith(PART, from)) return from;
  const end = from + PART.length;
  return text[end] === "," ? end + 1 : end;
}

/** Whether a number stands in the clause that begins here. */
function hasNumber(tokens: readonly Token[], first: number): boolean {
  for (let i = first; i < first + AHEAD && i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === "quantity") return true;
    if (endsClause(token)) return false;
  }
  return false;
}

/** A number follows at once, or a verb that counts. */
function counts(next: Token | null): boolean {
  return next !== null && (next.kind === "quantity" || isOneOf(next, COUNTING) || (next.word?.anchors.length ?? 0) > 0);
}
