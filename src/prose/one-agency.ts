import { endsClause } from "./clause.ts";
import { CUE } from "./matcher.ts";
import { tokenAt } from "./place-subject.ts";
import type { Scene } from "./scene.ts";
import { isOneOf, type Token } from "./token.ts";

/** Words by which agencies are told, from the lexicon; each finds one of them. */
export interface Agencies {
  /** How names of agencies end: 局, 委. */
  readonly endings: readonly string[];
  /** Agencies of which a region has many: 司法所, 调委会. */
  readonly stations: readonly string[];
  /** In the name of a station that means all of them: 各, 人民. */
  readonly every: readonly string[];
  /** In the name of a body that keeps the figures of all others: 司法, 复议, 各. */
  readonly keepers: readonly string[];
}

/** How far ahead a number may stand. */
const AHEAD = 12;
const SHORTEST = 3;
const LONGEST = 16;
/** The name of a station before the word for it, with how many there are: 城关, 村(社区)、街道, 43个街乡. */
const OWN = /^(?:\d+个)?[\u4e00-\u9fff()、]{2,12}$/;
const LONGEST_STATION = 24;
/** What stations do is counted in these. */
const COUNTED = ["case", "time", "person_time"];
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
  agencies: Agencies,
): boolean {
  const count = firstCount(tokens, first);
  if (count === null) return false;
  const start = from + (PART.exec(text.slice(from, from + 3))?.[0].length ?? 0);
  if (count.opening && isStation(text.slice(start, start + LONGEST_STATION), count.units, agencies)) return true;
  if (count.commas > 0) return false;
  const { endings, keepers } = agencies;
  const isKeeper = (name: string): boolean => keepers.some((word) => name.includes(word));
  for (let end = start + SHORTEST; end <= start + LONGEST; end += 1) {
    const name = text.slice(start, end);
    if (!LETTERS.test(name)) return false;
    if (!endings.some((word) => name.endsWith(word)) || !counts(tokenAt(end, tokens, first))) continue;
    return !isKeeper(name) && !frame.head.split("。", 1)[0]?.includes(name);
  }
  return false;
}

/** Does a clause that opens so tell what one station, or one kind of them, has done? */
function isStation(opening: string, units: readonly string[], { stations, every }: Agencies): boolean {
  if (!COUNTED.some((unit) => units.includes(unit))) return false;
  return stations.some((word) => {
    const at = opening.indexOf(word);
    const own = opening.slice(0, Math.max(0, at));
    return OWN.test(own) && !every.some((one) => own.includes(one)) && !NO_ACTOR.has(opening[at + word.length] ?? "");
  });
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
