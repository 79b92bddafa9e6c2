import { CUES, type Cue, type IndicatorRules, type Lexicon, type Rule, ruleSchema } from "./lexicon.ts";
import { ACTING, CUE, isNeutral, onlyCue } from "./word-cues.ts";

export { CUE } from "./word-cues.ts";

/** A rule with its indicator and what is looked up on every number. */
export interface BoundRule {
  readonly indicator: IndicatorRules;
  readonly rule: Rule;
  /** `indicator/rule`. */
  readonly name: string;
  readonly units: ReadonlySet<string>;
  /** The one subject the indicator has in all its rules that ask for one, if it is one. */
  readonly home: string | null;
  /** How many conditions it makes: of two rules with the same anchor the more demanding one wins. */
  readonly demands: number;
}

/** A word of the lexicon with all its jobs. */
export interface Word {
  readonly text: string;
  /** One byte per cue, in the order of CUES: 1 where the word does this job. */
  readonly cues: Uint8Array;
  /** Does at least one of the jobs. */
  readonly isCue: boolean;
  readonly scope: string | null;
  /** Names its scope by itself: 行政复议案件. */
  readonly noun: boolean;
  readonly anchors: readonly BoundRule[];
  /** The one subject, the widest, of which alone it can be said: 撤诉; null where it may be of others. */
  readonly only: string | null;
  readonly afters: readonly BoundRule[];
  readonly place: { readonly code: string; readonly name: string } | null;
  /** The indicator of which it says that there was none. */
  readonly zero: IndicatorRules | null;
  /** Changes who, when or what is spoken of. */
  readonly acts: boolean;
  /** Stands between an anchor and its number without changing what is counted. */
  readonly neutral: boolean;
  /** Fillers it begins with and may be cut after: 共收 before 到 is 共 and 收到. */
  readonly heads: readonly Word[];
}

interface Draft {
  cues: Uint8Array;
  scope: string | null;
  noun: boolean;
  anchors: BoundRule[];
  afters: BoundRule[];
  place: { code: string; name: string } | null;
  zero: IndicatorRules | null;
}

/** Most words do none of the jobs; they share one list. */
const NO_CUES = new Uint8Array(CUES.length);
const blank = (): Draft => ({
  cues: NO_CUES,
  scope: null,
  noun: false,
  anchors: [],
  afters: [],
  place: null,
  zero: null,
});

/** The wider subject of each that has one. */
export const parentsOf = ({ scopes }: Lexicon): ReadonlyMap<string, string> =>
  new Map(scopes.flatMap(({ id, within }) => (within ? [[id, within] as const] : [])));

/** All words of the lexicon, each with the jobs it has in any of its lists and rules. */
export function wordsOf(lexicon: Lexicon): Word[] {
  const drafts = draftsOf(lexicon);
  inheritScopes(drafts);
  inheritAnchors(drafts);
  inheritEndings(drafts);
  const parents = parentsOf(lexicon);
  return withHeads(
    [...drafts].map(([text, draft]) =>
      wordOf(text, draft, isMadeOfNeutral(text, draft, drafts), onlyScope(draft, parents)),
    ),
  );
}

function wordOf(text: string, draft: Draft, made = false, only: string | null = null): Word {
  const { cues, noun } = draft;
  return {
    text,
    ...draft,
    only,
    heads: [],
    isCue: cues.includes(1),
    acts: ACTING.some((cue) => cues[CUE[cue]] === 1),
    neutral: isNeutral(cues) || noun || made,
  };
}

/** A word that does one job and stands in no list. */
export const cueWord = (text: string, cue: Cue): Word => wordOf(text, { ...blank(), cues: onlyCue(cue) });

function onlyScope({ anchors, afters }: Draft, parents: ReadonlyMap<string, string>): string | null {
  const bound = [...anchors, ...afters];
  if (bound.length === 0 || bound.some(({ rule }) => !rule.scope || rule.weak)) return null;
  const scopes = new Set(bound.flatMap(({ rule }) => rule.scope ?? []).map((scope) => parents.get(scope) ?? scope));
  return scopes.size === 1 ? ([...scopes][0] as string) : null;
}

/** 行政复议决定: a word that rules only ask for stands in the way no more than the words it is made of. */
function isMadeOfNeutral(text: string, draft: Draft, drafts: ReadonlyMap<string, Draft>): boolean {
  if (draft.anchors.length > 0 || draft.afters.length > 0 || draft.place || draft.cues.includes(1)) return false;
  const ends = new Set([0]);
  for (let from = 0; from < text.length; from += 1) {
    if (!ends.has(from)) continue;
    for (let to = from + 1; to <= text.length; to += 1) {
      const part = to - from < text.length ? drafts.get(text.slice(from, to)) : undefined;
      if (part && (isNeutral(part.cues) || part.noun)) ends.add(to);
    }
  }
  return ends.has(text.length);
}

/** The same words with the fillers after which each may have to be cut. */
function withHeads(words: readonly Word[]): Word[] {
  const byText = new Map(words.map((word) => [word.text, word]));
  const prefixes = new Set<string>();
  for (const { text, anchors } of words) {
    if (anchors.length > 0) for (let length = 1; length < text.length; length += 1) prefixes.add(text.slice(0, length));
  }
  return words.map((word) => {
    const heads: Word[] = [];
    for (let length = 1; length < word.text.length; length += 1) {
      const head = byText.get(word.text.slice(0, length));
      if (head?.neutral && prefixes.has(word.text.slice(length))) heads.push(head);
    }
    return { ...word, heads };
  });
}

function draftsOf(lexicon: Lexicon): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const draft = (text: string): Draft => {
    let one = drafts.get(text);
    if (!one) {
      one = blank();
      drafts.set(text, one);
    }
    return one;
  };
  for (const cue of CUES) {
    for (const text of lexicon.cues[cue] ?? []) {
      const one = draft(text);
      if (one.cues === NO_CUES) one.cues = onlyCue(cue);
      else one.cues[CUE[cue]] = 1;
    }
  }
  for (const scope of lexicon.scopes)
    for (const text of scope.words) Object.assign(draft(text), { scope: scope.id, noun: true });
  for (const place of lexicon.places) for (const name of place.names) draft(name).place = { code: place.code, name };
  for (const indicator of lexicon.indicators) {
    for (const text of indicator.zero ?? []) draft(text).zero = indicator;
    for (const rule of indicator.rules) {
      const bound = boundRule(indicator, rule);
      for (const text of rule.words ?? []) draft(text).anchors.push(bound);
      if (!rule.words) for (const text of rule.after?.[0] ?? []) draft(text).afters.push(bound);
      for (const text of [...(rule.with ?? []), ...(rule.beside ?? []), ...(rule.after ?? [])].flat()) draft(text);
      if (!rule.none) for (const text of [...(rule.without ?? []), ...(rule.nowhere ?? [])]) draft(text);
    }
  }
  return drafts;
}

/** Every condition is looked up on every rule: rules that all have the same fields are looked up faster. */
const NO_CONDITIONS = Object.fromEntries(Object.keys(ruleSchema.shape).map((key) => [key, undefined])) as Partial<Rule>;

export function boundRule(indicator: IndicatorRules, rule: Rule): BoundRule {
  const units = new Set([...(rule.units ?? [indicator.unit]), ...(rule.extraUnits ?? [])]);
  const demands =
    (rule.with?.length ?? 0) +
    (rule.beside?.length ?? 0) +
    (rule.after?.length ?? 0) +
    (rule.scope ? 0.5 : 0) +
    (rule.follows ? 1 : 0);
  const name = `${indicator.id}/${rule.id}`;
  return { indicator, rule: { ...NO_CONDITIONS, ...rule }, name, units, demands, home: homeOf(indicator) };
}

function homeOf({ rules }: IndicatorRules): string | null {
  const scopes = new Set(rules.flatMap(({ scope }) => scope ?? []));
  return scopes.size === 1 ? ([...scopes][0] as string) : null;
}

/** What a word may end with and say the same. */
export const SUFFIXES: readonly string[] = [
  "的",
  "了",
  "各类",
  "案",
  "案件",
  "案件数",
  "的案件",
  "件数",
  "数",
  "案件总数",
];

/** 终止的, 已审结案件: what one rule lists with an ending is also what other rules list without it. */
function inheritEndings(drafts: ReadonlyMap<string, Draft>): void {
  for (const [text, draft] of drafts) {
    if (draft.anchors.length === 0) continue;
    for (const suffix of SUFFIXES) {
      const stem = text.endsWith(suffix) ? drafts.get(text.slice(0, -suffix.length)) : undefined;
      const known = new Set(draft.anchors.map(({ name }) => name));
      const added = stem?.scope === draft.scope ? stem.anchors : [];
      draft.anchors.push(...added.filter(({ name, rule }) => !known.has(name) && !rule.weak));
    }
  }
}

/** 共新收, 全部审结: a word that some rule only asks for does not hide the anchor inside it behind a filler. */
function inheritAnchors(drafts: ReadonlyMap<string, Draft>): void {
  for (const [text, draft] of drafts) {
    if (draft.anchors.length > 0 || draft.cues.includes(1)) continue;
    for (let length = 1; length < text.length && draft.anchors.length === 0; length += 1) {
      const rest = drafts.get(text.slice(length));
      const leads = drafts.get(text.slice(0, length))?.cues[CUE.filler] === 1;
      if (leads && rest && rest.scope === draft.scope) draft.anchors.push(...rest.anchors);
    }
  }
}

/** 调解矛盾纠纷 speaks of 矛盾纠纷: a long word has the scope of the longest scope word inside it. */
function inheritScopes(drafts: Map<string, Draft>): void {
  const own = [...drafts].filter(([, draft]) => draft.scope !== null).sort((a, b) => b[0].length - a[0].length);
  for (const [text, draft] of drafts) {
    if (draft.scope !== null || draft.place !== null || isNeutral(draft.cues)) continue;
    const inside = own.find(([word]) => word.length >= 2 && word.length < text.length && text.includes(word));
    if (inside) draft.scope = inside[1].scope;
  }
}
