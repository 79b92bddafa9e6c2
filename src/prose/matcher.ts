import type { Lexicon } from "./lexicon.ts";
import { type BoundRule, boundRule, cueWord, parentsOf, type Word, wordsOf } from "./lexicon-words.ts";
import { unitsOf } from "./units-of.ts";
import { type WordIndex, wordIndex } from "./word-index.ts";

export { type BoundRule, CUE, type Word } from "./lexicon-words.ts";

export interface Matcher {
  readonly words: WordIndex<Word>;
  readonly measures: WordIndex<Measure>;
  readonly chineseMeasures: ReadonlySet<string>;
  readonly shares: readonly ShareRule[];
  readonly nones: readonly BoundRule[];
  /** Names of the rules that say what is spoken of from there on. */
  readonly subjects: ReadonlySet<string>;
  /** Indicators of which a body after 其中 may have a part. */
  readonly byBody: ReadonlySet<string>;
  readonly parents: ReadonlyMap<string, string>;
  /** What gives way in headings to a subject: 政府信息公开行政复议 speaks of 信息公开. */
  readonly over: ReadonlyMap<string, ReadonlySet<string>>;
  /** Code of each place the lexicon names. */
  readonly placeNames: ReadonlyMap<string, string>;
  /** Their last letters: most numbers follow another one. */
  readonly placeEndings: ReadonlySet<string>;
  /** Last letters of names of agencies. */
  readonly agencyEnds: ReadonlySet<number>;
  /** Stands for 按…分, which no list of words holds. */
  readonly breakdown: Word;
  readonly lexicon: Lexicon;
}

/** A rule for shares, with its bases and their stems. */
export interface ShareRule extends BoundRule {
  readonly bases: ReadonlySet<string>;
}

const LOOSE = /[的了约]|全部|所有|行政复议|复议|申请|案件|总件数|件数|总数|总量|数量|总|量|数/g;
/** 收到的行政复议申请总数, 收到申请总量: what the base of a share says without the words any base may have. */
export const stemOfBase = (words: string): string => words.replace(LOOSE, "");

export interface Measure {
  readonly text: string;
  readonly units: readonly string[];
}

const made = new WeakMap<Lexicon, Matcher>();

/**
 * Which table finds the words of this lexicon in one pass?
 *
 * @remarks Made once per lexicon object and kept with it.
 *
 * @param lexicon - as `lexiconOf` gives it; not changed afterwards
 * @returns look-up tables by letter
 */
export function matcherOf(lexicon: Lexicon): Matcher {
  const known = made.get(lexicon);
  if (known) return known;
  const measures = Object.entries(lexicon.measures).map(([text, units]) => ({ text, units }));
  const matcher: Matcher = {
    words: wordIndex(wordsOf(lexicon)),
    measures: wordIndex(measures),
    chineseMeasures: new Set(lexicon.chineseMeasures),
    shares: lexicon.indicators.flatMap((indicator) =>
      indicator.rules
        .filter((rule) => rule.share)
        .map((rule) => {
          const base = rule.share?.base ?? [];
          return { ...boundRule(indicator, rule), bases: new Set([...base, ...base.map(stemOfBase).filter(Boolean)]) };
        }),
    ),
    nones: lexicon.indicators.flatMap((indicator) =>
      indicator.rules.filter((rule) => rule.none).map((rule) => boundRule(indicator, rule)),
    ),
    subjects: new Set(
      lexicon.indicators.flatMap(({ id, rules }) =>
        rules.filter((rule) => rule.subject).map((rule) => `${id}/${rule.id}`),
      ),
    ),
    byBody: new Set(lexicon.indicators.filter((one) => one.byBody).map(({ id }) => id)),
    parents: parentsOf(lexicon),
    over: new Map(lexicon.scopes.map(({ id, over }) => [id, new Set(over)] as const)),
    placeEndings: new Set(lexicon.places.flatMap(({ names }) => names.map((name) => name.at(-1) as string))),
    placeNames: new Map(lexicon.places.flatMap(({ code, names }) => names.map((name) => [name, code] as const))),
    agencyEnds: unitsOf([...lexicon.agencies.endings, ...lexicon.agencies.stations].map((name) => name.slice(-1))),
    breakdown: cueWord("按…分", "breakdown"),
    lexicon,
  };
  made.set(lexicon, matcher);
  return matcher;
}
