import { distance } from "fastest-levenshtein";
import { englishKind } from "./english-kind.ts";
import { nameKey, pinyinKey } from "./name-key.ts";
import { nutsPlace } from "./nuts-place.ts";
import { CERTAINTY, type Hit, type MatchWay, type RegionIndex } from "./region-index.ts";
import type { Place } from "./region-set.ts";
import { simplify } from "./simplify.ts";

export interface MatchRegionOptions {
  /** Calendar year of the figure: a former name or code counts in its own years. */
  readonly year?: number | null;
  /** Code of the place it lies in, or its name: needed for 鼓楼区, 朝阳. */
  readonly parent?: string | null;
  /** Level of the other places of the column; decides between a prefecture and a county of one name. */
  readonly level?: string | null;
  /** Below this certainty nothing is matched. Default 0.8. */
  readonly least?: number;
  /** Whether to look for close names where nothing is known: the slow part. Default true. */
  readonly suggest?: boolean;
}

export interface RegionMatch {
  /** The place as it is today, or null where nothing was matched. */
  readonly place: Place | null;
  /** Its code today: one identity for all years; null where nothing was matched. */
  readonly code: string | null;
  /** The code it carried under the name or code that was found. */
  readonly codeThen: string | null;
  readonly certainty: number;
  readonly way: MatchWay | null;
  /** Several places that fit equally: name the parent. */
  readonly candidates: readonly Place[];
  /** Up to three known names close to an unknown one. */
  readonly suggestions: readonly string[];
}

const NOTHING: RegionMatch = {
  place: null,
  code: null,
  codeThen: null,
  certainty: 0,
  way: null,
  candidates: [],
  suggestions: [],
};

/**
 * Which place does this text mean, be it a code or a name, today's or a former one?
 *
 * @remarks
 * One identity for all years: 巴县 (510222) and 巴南区 are both 500113. A name that several places share is matched only
 * with `parent`, `level` or `year`; the bare name of a province means the province. An unknown name gets suggestions.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { chinaRegions } = await import("./china-regions.ts");
 * const { regionIndex } = await import("./region-index.ts");
 * const index = regionIndex(chinaRegions());
 * expect(matchRegion("云南省昭通市盐津县", index).code).toBe("530623");
 * expect(matchRegion("鼓楼区", index).code).toBe(null);
 * expect(matchRegion("鼓楼区", index, { parent: "南京" }).code).toBe("320106");
 * ```
 */
export function matchRegion(text: string, index: RegionIndex, options: MatchRegionOptions = {}): RegionMatch {
  // Raised marks would become digits of the name: Serbia⁵.
  const written = text
    .replace(/[⁰¹²³⁴-⁹①-⑳]+$/u, "")
    .normalize("NFKC")
    .trim();
  if (written === "") return NOTHING;
  const parent = options.parent ? identityCode(options.parent, index) : null;
  const hits = hitsFor(written, index);
  const inside = parent === null ? hits : hits.filter(({ place }) => liesIn(place, parent, index));
  const match = choose(inside, index, options);
  if (match.code !== null || match.candidates.length > 0) {
    return match.certainty >= (options.least ?? 0.8) ? match : { ...NOTHING, candidates: match.candidates };
  }
  if (hits.length > 0) return { ...NOTHING, candidates: hits.map(({ place }) => place) };
  return options.suggest === false ? NOTHING : unknown(written, index);
}

function identityCode(text: string, index: RegionIndex): string | null {
  const known = index.place(text) ?? matchRegion(text, index).place;
  return known === null ? null : index.identity(known).code;
}

/** Everything the text could mean, from the surest way of reading it that finds anything. */
function hitsFor(written: string, index: RegionIndex): readonly Hit[] {
  const compact = written.replace(/\s/g, "").toUpperCase();
  const code = codeForm(compact, index);
  const byCode = index.codes.get(code);
  if (byCode !== undefined)
    return code === compact ? byCode : byCode.map((hit) => ({ ...hit, way: "statistics_code" }));
  const nuts = nutsPlace(compact, index);
  if (nuts !== null) return [{ place: nuts, way: "nuts_code" }];
  const key = nameKey(written);
  const byName = index.names.get(key) ?? withinParent(key, index);
  if (byName.length > 0) return byName;
  const bare = bareLabel(written);
  if (bare !== null) return hitsFor(bare, index);
  if (/\p{Script=Han}/u.test(key)) {
    const simplified = nameKey(simplify(key));
    if (simplified === key) return [];
    const found = index.names.get(simplified) ?? withinParent(simplified, index);
    return found.map((hit) => ({ ...hit, way: "traditional" as const }));
  }
  // A word for the kind tells the province from the district of one name: Hebei Province.
  const kind = index.set.name === "china" ? englishKind(written) : null;
  const ofKind =
    kind === null ? [] : romanised(nameKey(kind.name), index).filter(({ place }) => kind.levels.includes(place.level));
  return ofKind.length > 0 ? ofKind : romanised(key, index).filter(({ way }) => way === "pinyin");
}

/** Places of a romanised name, with or without the word for their kind. */
function romanised(key: string, index: RegionIndex): readonly Hit[] {
  const latin = pinyinKey(key).flatMap((bare) => index.names.get(bare) ?? []);
  return [...new Set(latin)];
}

/** `India[b]` with its footnote, `北 京 Beijing` of a yearbook in two languages, `DE: Germany` of SDMX, `重庆市(直辖市)`: the part that names the place. */
function bareLabel(written: string): string | null {
  // The parts of a total are printed as 其中：蒙自市.
  const among = written.match(/^(?:其中|#)\s*:?\s*(\S.*)$/u)?.[1];
  if (among !== undefined) return among;
  const marked = written.replace(/(?:\s*(?:\[[^\]]{1,4}\]|[*†‡§#]+|\(?[\da-z]\)))+$/u, "");
  if (marked !== written && marked !== "") return marked;
  const code = written.match(/^([A-Z][A-Z0-9_]{1,11}):\s/)?.[1];
  if (code !== undefined) return code;
  const named = written.match(/^\d{2,12}\s+(\p{L}.*)$/u)?.[1];
  if (named !== undefined) return named;
  // 辽宁(不含大连) is another region than 辽宁.
  if (/\([^)]*(?:不含|不包括|除|扣除)/u.test(written)) return null;
  const han =
    written.match(/^[\p{Script=Han}\s]+(?=[\s(][^\p{Script=Han}]*$)/u)?.[0] ??
    written.match(/^(\p{Script=Han}+)\(/u)?.[1];
  return han === undefined || han.trim() === "" || han.trim() === written ? null : han.trim();
}

/** Codes in the length the set has them: 12 digits of the statistics are six, M49 codes lose zeros in spreadsheets. */
function codeForm(compact: string, index: RegionIndex): string {
  if (/^\d{9}$|^\d{12}$/.test(compact)) return compact.slice(0, 6);
  return index.set.name === "world" && /^\d{1,2}$/.test(compact) ? compact.padStart(3, "0") : compact;
}

/** A name with the names of what it lies in before it: 昭通市盐津县. */
function withinParent(key: string, index: RegionIndex): readonly Hit[] {
  for (let cut = key.length - 2; cut >= 2; cut -= 1) {
    const parents = index.names.get(key.slice(0, cut));
    if (parents === undefined || !/\p{Script=Han}/u.test(key)) continue;
    const rest = key.slice(cut);
    const below = index.names.get(rest) ?? withinParent(rest, index);
    const held = below.filter(({ place }) =>
      parents.some((parent) => liesIn(place, index.identity(parent.place).code, index)),
    );
    if (held.length > 0) return held;
  }
  return [];
}

function liesIn(place: Place, ancestor: string, index: RegionIndex): boolean {
  for (const start of [place, index.identity(place)]) {
    let parent = start.parent;
    for (let step = 0; step < 6 && parent !== null; step += 1) {
      const above = index.place(parent);
      if (parent === ancestor || (above !== null && index.identity(above).code === ancestor)) return true;
      parent = above?.parent ?? null;
    }
  }
  return false;
}

function choose(hits: readonly Hit[], index: RegionIndex, options: MatchRegionOptions): RegionMatch {
  const { year = null, level = null } = options;
  const steps: ((hit: Hit) => boolean)[] = [
    ({ place }) => year !== null && validIn(place, year),
    ({ place, way }) => year === null && place.current && way !== "former_name",
    ({ place }) => level !== null && place.level === level,
    ({ place, way }) => place.level === "province" && way === "short_name",
    ({ way }) => way === "name" || way === "code",
  ];
  let left = hits;
  for (const step of steps) {
    const kept = left.filter(step);
    if (kept.length > 0) left = kept;
    if (identities(left, index).length === 1) break;
  }
  const found = identities(left, index);
  // World is in several lists of aggregates: one as good as another.
  if (found.length !== 1 && !found.every(({ level: kind }) => kind === "aggregate"))
    return { ...NOTHING, candidates: found };
  if (found.length === 0) return NOTHING;
  const best = left.reduce((a, b) => (CERTAINTY[b.way] > CERTAINTY[a.way] ? b : a));
  const place = found[0] as Place;
  // Where a choice was made between several places, it is a little less sure than where there was none.
  const chosen = identities(hits, index).length > 1 ? 0.92 : 1;
  const certainty = CERTAINTY[best.way] * chosen;
  return { ...NOTHING, place, code: place.code, codeThen: best.place.code, certainty, way: best.way };
}

const validIn = (place: Place, year: number) =>
  (place.valid_from === null || year >= place.valid_from) &&
  (place.valid_to === null ? place.current : year <= place.valid_to);

function identities(hits: readonly Hit[], index: RegionIndex): Place[] {
  return [...new Map(hits.map(({ place }) => [index.identity(place).code, index.identity(place)])).values()];
}

function unknown(written: string, index: RegionIndex): RegionMatch {
  const key = nameKey(written);
  const close: { name: string; far: number }[] = [];
  for (const [name, hits] of index.names) {
    if (Math.abs(name.length - key.length) > 2) continue;
    const far = distance(key, name);
    const { place } = hits[0] as Hit;
    const shown = /\p{Script=Han}/u.test(key) ? place.name : (place.name_en ?? place.name);
    if (far <= Math.max(1, Math.floor(key.length / 3))) close.push({ name: shown, far });
  }
  close.sort((a, b) => a.far - b.far);
  return { ...NOTHING, suggestions: [...new Set(close.map(({ name }) => name))].slice(0, 3) };
}
