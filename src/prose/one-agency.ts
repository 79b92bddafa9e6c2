import { endsClause } from "./clause.ts";
import { CUE } from "./matcher.ts";
import { tokenAt } from "./place-subject.ts";
import type { Scene } from "./scene.ts";
import { isOneOf, type Token } from "./token.ts";

/** Words by which agencies are told, from the lexicon; each finds one of them. */
export interface Agencies {
  /** How names of agencies end: 局, 委. */
  readonly endings: readonly string[];
  /** Agencies of which a region has many: 司法所. */
  readonly stations: readonly string[];
  /** In the name of a body that keeps the figures of all others: 司法, 复议, 各. */
  readonly keepers: readonly string[];
}

/** How far ahead a number may stand. */
const AHEAD = 12;
const SHORTEST = 3;
const LONGEST = 16;
/** The name of a station before the word for it. */
const LONGEST_OWN = 6;
const PART = /^其中,?/;
const LETTERS = /^[\u4e00-\u9fff]+$/;
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
 */
export function isOneAgency(
  { text, frame }: Scene,
  from: number,
  tokens: readonly Token[],
  first: number,
  { endings, stations, keepers }: Agencies,
): boolean {
  if (!hasNumber(tokens, first)) return false;
  const start = from + (PART.exec(text.slice(from, from + 3))?.[0].length ?? 0);
  const isKeeper = (name: string): boolean => keepers.some((word) => name.includes(word));
  for (let end = start + SHORTEST; end <= start + LONGEST; end += 1) {
    const name = text.slice(start, end);
    if (!LETTERS.test(name)) return false;
    const station = stations.find((word) => name.endsWith(word));
    // The word that keeps figures may be part of the station's own: 司法所.
    const own = station === undefined ? 0 : name.length - station.length;
    if (own >= 2 && own <= LONGEST_OWN && !isKeeper(name.slice(0, own))) return !NO_ACTOR.has(text[end] ?? "");
    if (!endings.some((word) => name.endsWith(word)) || !counts(tokenAt(end, tokens, first))) continue;
    return !isKeeper(name) && !frame.head.split("。", 1)[0]?.includes(name);
  }
  return false;
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
