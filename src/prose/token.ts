import { CUE, SUFFIXES } from "./lexicon-words.ts";
import type { Matcher, Word } from "./matcher.ts";
import { type Found, hanToken, numberToken, openerToken } from "./number-tokens.ts";
import type { Quantity } from "./quantity.ts";
import type { TimeMark } from "./time.ts";
import { longestAt } from "./word-index.ts";

export type TokenKind = "word" | "quantity" | "time" | "stop" | "semicolon" | "comma" | "pause" | "open" | "close";

/** What the reader of a sentence sees: words of the lexicon, quantities, times and marks; all else is a gap. */
export interface Token {
  readonly kind: TokenKind;
  /** Its place in the list of tokens. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Letters between the token before and this one that the lexicon does not know. */
  readonly gap: number;
  readonly word: Word | null;
  readonly quantity: Quantity | null;
  readonly time: TimeMark | null;
}

/** Whether this token is a word with this job. */
export const is = (token: Token | undefined, cue: number): boolean => token?.word != null && token.word.cues[cue] === 1;

/** Whether this token is a word with one of these jobs. */
export const isOneOf = (token: Token | undefined, cues: readonly number[]): boolean => {
  for (const cue of cues) if (is(token, cue)) return true;
  return false;
};

/** 、 or 和: joins what stands on either side in a list. */
export const isJoint = (token: Token | undefined): boolean => token?.kind === "pause" || is(token, CUE.joint);

/** The word of the lexicon this token is, "" for any other. */
export const textOf = (token: Token | undefined): string => token?.word?.text ?? "";

const MARKS: Readonly<Record<string, TokenKind>> = {
  "。": "stop",
  "!": "stop",
  "?": "stop",
  "\n": "stop",
  "|": "stop",
  ";": "semicolon",
  ",": "comma",
  ":": "comma",
  "、": "pause",
  "(": "open",
  "[": "open",
  "【": "open",
  ")": "close",
  "]": "close",
  "】": "close",
};

/** The same by UTF-16 unit. */
const MARK_KINDS: readonly (TokenKind | undefined)[] = Object.entries(MARKS).reduce<(TokenKind | undefined)[]>(
  (kinds, [char, kind]) => {
    kinds[char.charCodeAt(0)] = kind;
    return kinds;
  },
  new Array(65536),
);

/** What a UTF-16 unit can begin; a unit without an entry is a letter. */
const LETTER = 0;
const DIGIT = 1;
const NUMERAL = 2;
const MARK = 3;
const SILENT = 4;
const TITLE = 5;
const OPENER = 6;
const SORTS = sorts();

function sorts(): Uint8Array {
  const table = new Uint8Array(65536);
  const fill = (chars: string, sort: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = sort;
  };
  fill("0123456789", DIGIT);
  fill("一二两三四五六七八九十百千〇零", NUMERAL);
  fill(Object.keys(MARKS).join(""), MARK);
  // Signs that stand beside numbers without a meaning of their own.
  fill(" \t“”‘’\"'》<>「」*&·…—～~•.-", SILENT);
  fill("《", TITLE);
  fill("按第前上下", OPENER);
  return table;
}

/**
 * Which tokens stand in this stretch of normalised text?
 *
 * @remarks One pass; titles in 《》 are skipped whole, their words and numbers count nothing, unless they are one word of the lexicon.
 *
 * @param text - normalised text
 * @param from - where to begin
 * @param to - where to end
 * @param matcher - words and measure words
 */
export function tokensOf(text: string, from: number, to: number, matcher: Matcher): Token[] {
  const tokens: Token[] = [];
  const { roots } = matcher.words;
  let gap = 0;
  let opening = true;
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const sort = SORTS[unit] as number;
    if (sort === TITLE) {
      at = titledWord(text, at, matcher) ? at + 1 : titleEnd(text, at, to);
      continue;
    }
    const isUnknown = sort === LETTER && roots[unit] === 0;
    const token: Token | null = isUnknown ? null : tokenAt(text, at, sort, opening, gap, tokens.length, matcher);
    if (token !== null) {
      tokens.push(token);
      gap = 0;
      opening = token.kind === "word" ? opening && token.word?.isCue === true : OPENING.has(token.kind);
      at = token.end;
      continue;
    }
    if (sort !== SILENT && sort !== DIGIT) {
      gap += 1;
      opening = false;
    }
    at += 1;
  }
  return tokens;
}

/** After these a line, sentence or clause begins. */
const OPENING: ReadonlySet<TokenKind> = new Set(["stop", "semicolon", "comma", "open"]);

function tokenAt(
  text: string,
  at: number,
  sort: number,
  opening: boolean,
  gap: number,
  index: number,
  matcher: Matcher,
): Token | null {
  const known = sort === DIGIT ? null : wordAt(text, at, matcher);
  let found: Found | null = null;
  if (sort === DIGIT) found = numberToken(text, at, opening, matcher);
  else if (sort === NUMERAL) found = hanToken(text, at, known, matcher);
  else if (sort === OPENER) found = openerToken(text, at, matcher);
  if (found !== null) {
    const { kind, word, quantity, time } = found;
    return { kind, index, start: at, end: Math.max(found.end, at + 1), gap, word, quantity, time };
  }
  if (known === null && sort !== MARK) return null;
  const kind = known === null ? (MARK_KINDS[text.charCodeAt(at)] as TokenKind) : "word";
  const end = at + (known?.text.length ?? 1);
  return { kind, index, start: at, end, gap, word: known, quantity: null, time: null };
}

/** The longest word here, unless cutting it after a filler lets a longer one begin: 共收|到 is 共|收到. */
function wordAt(text: string, at: number, matcher: Matcher): Word | null {
  const word = longestAt(matcher.words, text, at);
  if (word === null) return null;
  for (const head of word.heads) {
    const from = at + head.text.length;
    const other = longestAt(matcher.words, text, from);
    if (!other || other.anchors.length === 0 || from + other.text.length <= at + word.text.length) continue;
    // 上年未结|案件 stays whole: its rest with an ending is not another word.
    const rest = word.text.length - head.text.length;
    const isEnding = word.anchors.length > 0 && SUFFIXES.includes(other.text.slice(rest));
    if (!isEnding) return head;
  }
  return word;
}

/** 《行政执法监督意见书》5份: a title that is a word of the lexicon names what is counted. */
function titledWord(text: string, at: number, matcher: Matcher): boolean {
  const word = longestAt(matcher.words, text, at + 1);
  return word !== null && word.anchors.length > 0 && text[at + 1 + word.text.length] === "》";
}

const LONGEST_TITLE = 120;

function titleEnd(text: string, at: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, at + LONGEST_TITLE);
  for (let here = at; here < limit; here += 1) {
    if (text[here] === "《") depth += 1;
    else if (text[here] === "》" && --depth === 0) return here + 1;
  }
  return at + 1;
}
