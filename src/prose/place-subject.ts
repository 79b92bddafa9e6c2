import { BODY_CUES } from "./lexicon.ts";
import { CUE } from "./matcher.ts";
import type { Scene } from "./scene.ts";
import { is, isOneOf, type Token } from "./token.ts";
import { unitsOf } from "./units-of.ts";

const OFFICES = [CUE.organ, ...BODY_CUES.map((cue) => CUE[cue])];

const LONGEST = 14;
/** A name as places of the country have them: two or three letters and what kind of place it is. */
const NAME = /^(?:其中,?|同时,?|而)?([\u4e00-\u9fff]{2,3}[市县旗州区])/;
/** Where in such a clause the letter for the kind of place can stand: few clauses have one there. */
const KINDS = unitsOf("市县旗州区");
const FIRST_KIND = 2;
const LAST_KIND = 6;

function namesKind(text: string, from: number): boolean {
  for (let at = from + FIRST_KIND; at <= from + LAST_KIND; at += 1) if (KINDS.has(text.charCodeAt(at))) return true;
  return false;
}

/** Letters that stand before 市 or 县 in words that name no place: 全市, 把本县, 各区县. */
const COMMON = /[全我本各该两城超社地辖园景片厂校为把对在向的开展组织由从到与和及市县区州政办会]|师$/;
/**
 * Does this clause begin with a place other than the region of the report: 武汉市收到…2220件?
 *
 * @remarks
 * The figure then is that place's. A place named in the head of the report, or above it, is its own or whom it reports to.
 *
 * @param scene - its text and frame
 * @param from - where the clause begins
 * @param tokens - of the whole stretch
 * @param first - index of the first token of the clause
 * @returns the place with its code, null where unknown; undefined where the clause begins with no other place
 */
export function placeSubject(
  scene: Scene,
  from: number,
  tokens: readonly Token[],
  first: number,
): Scene["place"] | undefined {
  const { frame, text } = scene;
  const found = namesKind(text, from) ? NAME.exec(text.slice(from, from + LONGEST)) : null;
  if (!found) return undefined;
  const name = found[1] as string;
  const isKnown = frame.places.has(name);
  // 区 ends too many words that are no places.
  if (!isKnown && (COMMON.test(name.slice(0, -1)) || name.endsWith("区"))) return undefined;
  if (!isDoing(tokenAt(from + found[0].length, tokens, first))) return undefined;
  const code = frame.places.get(name) ?? null;
  const isInside = code !== null && frame.region !== null && isAbove(frame.region, code);
  if (!isInside && frame.head.includes(name)) return null;
  if (code !== null && (code === frame.region || isAbove(code, frame.region))) return null;
  return { code, name };
}

/** Is a place that ends here the subject of a count: does a number follow, or a word about counts that is no office of it? */
function isDoing(next: Token | null): boolean {
  if (!next) return false;
  if (next.kind === "quantity") return true;
  return next.word !== null && next.word.place === null && (is(next, CUE.courts) || !isOneOf(next, OFFICES));
}

/** A name at the beginning of a clause holds no more words of the lexicon than this. */
const AHEAD = 12;

/** The token that begins at this offset, among those at the beginning of a clause; null where none does. */
export function tokenAt(offset: number, tokens: readonly Token[], first: number): Token | null {
  for (let i = first; i < first + AHEAD && i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.end > offset) return token.start === offset ? token : null;
  }
  return null;
}

/** 420000 stands above 420100: its code without the zeros at the end begins the other. */
export const isAbove = (code: string, region: string | null): boolean =>
  region !== null && code !== region && region.startsWith(code.replace(/0+$/, ""));
