import type { Matcher, Word } from "./matcher.ts";
import { hanToken, numberToken, openerToken } from "./number-tokens.ts";
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
export const isOneOf = (token: Token | undefined, cues: readonly number[]): boolean =>
  cues.some((cue) => is(token, cue));

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
 * @remarks One pass; titles in 《》 are skipped whole, their words and numbers count nothing, unless so many copies are counted.
 *
 * @param text - normalised text
 * @param from - where to begin
 * @param to - where to end
 * @param matcher - words and measure words
 */
export function tokensOf(text: string, from: number, to: number, matcher: Matcher): Token[] {
  const tokens: Token[] = [];
  let gap = 0;
  let opening = true;
  const push = (
    kind: TokenKind,
    start: number,
    end: number,
    word: Word | null,
    quantity: Quantity | null,
    time: TimeMark | null,
  ): number => {
    tokens.push({ kind, index: tokens.length, start, end, gap, word, quantity, time });
    gap = 0;
    opening =
      kind === "word"
        ? opening && word?.isCue === true
        : kind !== "quantity" && kind !== "time" && kind !== "pause" && kind !== "close";
    return end;
  };
  let at = from;
  const { places } = matcher.words;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const sort = SORTS[unit] as number;
    if (sort === LETTER && places[unit] === 0) {
      gap += 1;
      opening = false;
      at += 1;
      continue;
    }
    if (sort === DIGIT) {
      at = numberToken(text, at, opening, matcher, push);
      continue;
    }
    if (sort === TITLE) {
      const end = titleEnd(text, at, to);
      // 发出《行政执法监督意见书》5份: what is counted is the paper itself.
      at = end - at <= LONGEST_PAPER && COUNTED_PAPER.test(text.slice(end, end + 8)) ? at + 1 : end;
      continue;
    }
    const word = wordAt(text, at, matcher);
    let end = 0;
    if (sort === NUMERAL) end = hanToken(text, at, word, matcher, push);
    else if (sort === OPENER) end = openerToken(text, at, matcher, push);
    if (end > 0) at = end;
    else if (word) at = push("word", at, at + word.text.length, word, null, null);
    else if (sort === MARK) at = push(MARK_KINDS[unit] as TokenKind, at, at + 1, null, null, null);
    else {
      if (sort !== SILENT) {
        gap += 1;
        opening = false;
      }
      at += 1;
    }
  }
  return tokens;
}

/** The longest word here, unless cutting it after a filler lets a longer one begin: 共收|到 is 共|收到. */
function wordAt(text: string, at: number, matcher: Matcher): Word | null {
  const word = longestAt(matcher.words, text, at);
  if (word === null) return null;
  for (const head of word.heads) {
    const from = at + head.text.length;
    const other = longestAt(matcher.words, text, from);
    if (other && other.anchors.length > 0 && from + other.text.length > at + word.text.length) return head;
  }
  return word;
}

const LONGEST_TITLE = 120;
/** A title of a paper that is sent out in numbers has so many letters at most. */
const LONGEST_PAPER = 20;
const COUNTED_PAPER = /^[共计]{0,2}\d{1,5}余?份/;

function titleEnd(text: string, at: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, at + LONGEST_TITLE);
  for (let here = at; here < limit; here += 1) {
    if (text[here] === "《") depth += 1;
    else if (text[here] === "》" && --depth === 0) return here + 1;
  }
  return at + 1;
}
