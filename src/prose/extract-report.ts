import type { Kind, MissingReason, Observation } from "../model/observation.ts";
import type { Lexicon } from "./lexicon.ts";
import { CUE, type Matcher, matcherOf } from "./matcher.ts";
import { type NormalText, normalise } from "./normalise.ts";
import { readParagraph } from "./read-paragraph.ts";
import { readTable } from "./read-table.ts";
import type { Aside, AsideReason, Frame, Reading, Stretch } from "./scene.ts";
import { scopeOf } from "./scope-of.ts";
import { type Block, blocksOf, type Line } from "./segment.ts";
import { is, tokensOf } from "./token.ts";

/** What is known of a report from outside its text. Null is unknown and is never guessed. */
export interface ExtractOptions {
  readonly lexicon: Lexicon;
  readonly region?: string | null;
  readonly level?: string | null;
  readonly year?: number | null;
  /** When it was published: `2021`, `2021-03` or `2021-03-04`. */
  readonly published?: string | null;
  /** Places the text may name besides its own region; the lexicon knows the provinces. */
  readonly places?: Iterable<{ readonly code: string; readonly name: string }>;
  /** Id of the document, for the column `source`. */
  readonly source?: string | null;
  /** Readings below this confidence are left for a person to decide. */
  readonly threshold?: number;
}

/** A figure read from a report, with the characters it was read from. `raw.slice(start, end)` contains the numeral. */
export interface Extracted extends Omit<Observation, "region" | "year" | "value"> {
  readonly region: string | null;
  /** Name of the place where the text names one that is not the region of the report. */
  readonly place: string | null;
  /** Null where the figure covers several years or the year is unknown. */
  readonly year: number | null;
  readonly value: number;
  readonly several_years: boolean;
  readonly prior_year: boolean;
  /** A zero, or all, said in words. */
  readonly worded: boolean;
  readonly as_written: string;
  readonly start: number;
  readonly end: number;
  /** The clause around the number. */
  readonly context: string;
  /** Titles of the sections it stands in, outermost first. */
  readonly section: readonly string[];
  readonly rule: string;
  readonly confidence: number;
}

/** A number that is not an observation, and why. */
export interface SetAside {
  readonly reason: AsideReason;
  readonly as_written: string;
  readonly start: number;
  readonly end: number;
}

export interface Extraction {
  readonly observations: readonly Extracted[];
  /** Targets, benchmarks, changes: true statements that are not levels. */
  readonly statements: readonly Extracted[];
  readonly needsReview: readonly Extracted[];
  readonly setAside: readonly SetAside[];
  /** Lines left out because they stood in the text before. */
  readonly repeatedLines: number;
}

const THRESHOLD = 0.6;
/** Equal counts from here on are the same count. */
const RESTATED = 1000;

/**
 * Which figures does this report state, of which indicator, year and body, and where exactly?
 *
 * @remarks
 * Unit: as in the table of indicators; percent is 0–100, 万 and 亿 are multiplied out.
 * Missing: what the text does not say (body, year, region) is null; a number in doubt goes to `needsReview`.
 * Promises: input never changed; `raw.slice(start, end)` contains the numeral; one observation per indicator, year,
 * period, body and place.
 *
 * @param raw - the text of one report
 * @param options - the lexicon, and what is known from outside
 */
export function extractReport(raw: string, options: ExtractOptions): Extraction {
  const matcher = matcherOf(options.lexicon);
  const normal = normalise(raw);
  const frame: Frame = {
    region: options.region ?? null,
    year: options.year ?? null,
    published: publishedOf(options.published ?? null),
    places: placesOf(options.places ?? []),
  };
  const { blocks, repeated } = blocksOf(normal);
  const read = readBlocks(normal, blocks, frame, matcher);
  return { ...sorted(read, normal, options), repeatedLines: repeated };
}

function publishedOf(published: string | null): Frame["published"] {
  const parts = /^(\d{4})(?:-(\d{2}))?/.exec(published ?? "");
  return parts ? { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null } : null;
}

const SUFFIX = /(?:自治县|自治州|地区|市|区|县|州|盟|旗)$/;

/** Names as the code list has them and without 市, 县, 区, where two letters are left. */
function placesOf(places: Iterable<{ readonly code: string; readonly name: string }>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { code, name } of places) {
    const short = name.replace(SUFFIX, "");
    if (short.length >= 2 && !names.has(short)) names.set(short, code);
    names.set(name, code);
  }
  return names;
}

interface Found {
  readonly reading: Reading;
  readonly block: Block;
}

function readBlocks(
  normal: NormalText,
  blocks: readonly Block[],
  frame: Frame,
  matcher: Matcher,
): { found: Found[]; asides: Aside[] } {
  const found: Found[] = [];
  const fromTitles: Found[] = [];
  const asides: Aside[] = [];
  const subject = documentScope(normal.text, blocks, matcher);
  const sections = new Map<string, Section>();
  blocks.forEach((block, index) => {
    const { scope, plan } = sectionOf(block.path, sections, subject, frame, matcher);
    if (block.kind === "table") {
      const before = blocks[index - 1];
      const caption = before && before.kind === "paragraph" ? (before.lines[0] as Line) : null;
      const stretch = { from: 0, to: 0, plan, scope };
      for (const reading of readTable(normal.text, block.lines, caption, stretch, frame, matcher))
        found.push({ reading, block });
      return;
    }
    const earlier: Reading[] = [];
    for (const stretch of stretchesOf(normal.text, block.lines[0] as Line, plan, scope)) {
      const { readings, asides: left } = readParagraph(normal.text, stretch, frame, matcher, earlier);
      earlier.push(...readings);
      for (const reading of readings) (block.title ? fromTitles : found).push({ reading, block });
      asides.push(...left);
    }
  });
  // A title rounds what the text says exactly: it speaks last.
  return { found: [...found, ...fromTitles], asides };
}

interface Section {
  readonly scope: string | null;
  readonly plan: boolean;
}

function sectionOf(
  path: readonly string[],
  known: Map<string, Section>,
  subject: string | null,
  frame: Frame,
  matcher: Matcher,
): Section {
  const key = path.join("\n");
  const section = known.get(key) ?? { scope: scopeOf(path, matcher) ?? subject, plan: isPlan(path, frame, matcher) };
  known.set(key, section);
  return section;
}

/** 一是…二是…: every point is a stretch of its own, so that a subject does not leak into the next. */
function stretchesOf(text: string, line: Line, plan: boolean, scope: string | null): Stretch[] {
  const stretches: Stretch[] = [];
  let from = line.from;
  for (const point of text.slice(line.from, line.to).matchAll(/[。;:,)](?=[一二三四五六七八九十]是)/g)) {
    const to = line.from + point.index + 1;
    stretches.push({ from, to, plan, scope });
    from = to;
  }
  stretches.push({ from, to: line.to, plan, scope });
  return stretches;
}

function documentScope(text: string, blocks: readonly Block[], matcher: Matcher): string | null {
  const titles = blocks
    .filter((block) => block.title)
    .map((block) => text.slice(block.lines[0]?.from, block.lines[0]?.to));
  return scopeOf(titles.filter((title) => title.length >= 8).reverse(), matcher);
}

const YEAR = /(\d{4})年/;

function isPlan(path: readonly string[], frame: Frame, matcher: Matcher): boolean {
  return path.some((heading) => {
    const year = YEAR.exec(heading);
    if (year && frame.year !== null && Number(year[1]) > frame.year) return true;
    const tokens = tokensOf(heading, 0, heading.length, matcher);
    return tokens.some((token) => is(token, CUE.plan_heading)) && !/完成|成效|情况/.test(heading);
  });
}

function sorted(
  read: { found: Found[]; asides: Aside[] },
  normal: NormalText,
  options: ExtractOptions,
): Omit<Extraction, "repeatedLines"> {
  const observations: Extracted[] = [];
  const statements: Extracted[] = [];
  const needsReview: Extracted[] = [];
  const setAside: SetAside[] = read.asides.map(({ reason, start, end }) => ({
    reason,
    ...written(normal, start, end),
  }));
  const known = new Map<string, Extracted[]>();
  // The surer reading speaks first; among equals the one that stands first.
  const order = [...read.found].sort((a, b) => sureness(b.reading) - sureness(a.reading));
  for (const { reading, block } of order) {
    const one = extracted(reading, block, normal, options);
    if (reading.kind !== "observation" && reading.kind !== "derived") {
      statements.push(one);
      continue;
    }
    const key = [one.indicator, one.year, one.period, one.place ?? one.region].join("|");
    const twin = [...(known.get(key) ?? []), ...restated(one, observations)].find(
      (other) => other.value === one.value || other.body === one.body,
    );
    if (twin) {
      const same = twin.value === one.value;
      setAside.push({ reason: same ? "repeated" : "conflicting", ...written(normal, reading.start, reading.end) });
      if (!same && one.confidence >= (options.threshold ?? THRESHOLD)) needsReview.push(one);
      continue;
    }
    if (one.confidence < (options.threshold ?? THRESHOLD)) {
      needsReview.push(one);
      continue;
    }
    known.set(key, [...(known.get(key) ?? []), one]);
    observations.push(one);
  }
  const inOrder = (a: { start: number }, b: { start: number }): number => a.start - b.start;
  for (const list of [observations, statements, needsReview, setAside]) list.sort(inOrder);
  return { observations, statements, needsReview, setAside };
}

/** In steps, so that small differences do not overrule the order of the text. */
const sureness = (reading: Reading): number =>
  Math.round(reading.confidence * 5) - (reading.qualifier === "exact" ? 0 : 1);

/** The same large number of the same year once more, under the name of a neighbour: 受理 and 收案 of one total. */
function restated(one: Extracted, observations: readonly Extracted[]): Extracted[] {
  if (one.value < RESTATED || one.unit === "percent") return [];
  const family = one.indicator.split("_")[0];
  return observations.filter(
    (other) =>
      other.value === one.value &&
      other.year === one.year &&
      other.period === one.period &&
      other.start !== one.start &&
      other.region === one.region &&
      other.indicator.split("_")[0] === family,
  );
}

function written(normal: NormalText, start: number, end: number): { as_written: string; start: number; end: number } {
  const from = normal.starts[start] as number;
  const to = normal.ends[end - 1] as number;
  return { as_written: normal.raw.slice(from, to), start: from, end: to };
}

const noMissing: MissingReason | null = null;

function extracted(reading: Reading, block: Block, normal: NormalText, options: ExtractOptions): Extracted {
  const span = written(normal, reading.start, reading.end);
  return {
    region: reading.region,
    place: reading.place,
    year: yearOf(reading),
    period: periodOf(reading),
    indicator: reading.indicator,
    value: reading.value,
    lower: reading.lower,
    upper: reading.upper,
    unit: reading.unit,
    qualifier: reading.qualifier,
    numerator: null,
    denominator: null,
    body: reading.body,
    kind: reading.kind as Kind,
    missing: noMissing,
    source: options.source ?? null,
    locator: block.path.at(-1) ?? null,
    note: null,
    reported_by: null,
    several_years: reading.span.several,
    prior_year: isPrior(reading, options.year ?? null),
    worded: reading.worded,
    ...span,
    context: contextOf(normal, reading),
    section: block.path,
    rule: reading.rule,
    confidence: reading.confidence,
  };
}

const yearOf = (reading: Reading): number | null => (reading.span.several ? null : reading.span.year);

function isPrior(reading: Reading, reportYear: number | null): boolean {
  const year = yearOf(reading);
  return year !== null && reportYear !== null && year < reportYear;
}

function periodOf(reading: Reading): string | null {
  const { months } = reading.span;
  const year = yearOf(reading);
  if (months === null || year === null) return null;
  const [from, to] = months.split("/");
  return `${year}-${from}/${year}-${to}`;
}

const SENTENCE_MARKS = new Set("。;\n");
const CLAUSE_MARKS = new Set("。;,\n");
const BEFORE = 80;
const AFTER = 40;

function contextOf(normal: NormalText, reading: Reading): string {
  const { text } = normal;
  let from = reading.start;
  let to = reading.end;
  while (from > 0 && reading.start - from < BEFORE && !SENTENCE_MARKS.has(text[from - 1] as string)) from -= 1;
  while (to < text.length && to - reading.end < AFTER && !CLAUSE_MARKS.has(text[to] as string)) to += 1;
  return text.slice(from, to);
}
