import { nameKey } from "./name-key.ts";
import { stemOf } from "./region-name.ts";
import type { Place, RegionSet } from "./region-set.ts";

/** How a text was recognised; each way has its own certainty in {@link CERTAINTY}. */
export type MatchWay =
  | "code"
  | "statistics_code"
  | "former_code"
  | "name"
  | "other_name"
  | "short_name"
  | "former_name"
  | "traditional"
  | "pinyin"
  | "nuts_code";

/** How sure a match of each kind is, if it is the only one. */
export const CERTAINTY: Readonly<Record<MatchWay, number>> = {
  code: 1,
  statistics_code: 0.98,
  former_code: 0.98,
  name: 1,
  other_name: 0.98,
  short_name: 0.95,
  former_name: 0.93,
  traditional: 0.93,
  nuts_code: 0.9,
  pinyin: 0.85,
};

export interface Hit {
  readonly place: Place;
  readonly way: MatchWay;
}

/** Look-ups over a region set, built once. */
export interface RegionIndex {
  readonly set: RegionSet;
  readonly codes: ReadonlyMap<string, readonly Hit[]>;
  readonly names: ReadonlyMap<string, readonly Hit[]>;
  /** The place that carries this code today, or else the last that did. */
  place(code: string): Place | null;
  /** The place as which it goes on today; itself where it has no successor. */
  identity(place: Place): Place;
}

const built = new WeakMap<RegionSet, RegionIndex>();

/** The look-ups of a region set; built once for each set. */
export function regionIndex(set: RegionSet): RegionIndex {
  const known = built.get(set);
  if (known) return known;
  const codes = new Map<string, Hit[]>();
  const names = new Map<string, Hit[]>();
  const byCode = new Map<string, Place>();
  for (const place of set.places) {
    if (place.current || !byCode.has(place.code)) byCode.set(place.code, place);
    for (const [code, way] of codesOf(place)) add(codes, code, { place, way });
    for (const [name, way] of namesOf(place)) add(names, nameKey(name), { place, way });
  }
  const identity = (place: Place): Place => {
    let heir = place;
    for (let step = 0; step < 8; step += 1) {
      const next = heir.successor === null ? undefined : byCode.get(heir.successor);
      if (next === undefined || next === heir) return heir;
      heir = next;
    }
    return heir;
  };
  const index: RegionIndex = { set, codes, names, place: (code) => byCode.get(code) ?? null, identity };
  built.set(set, index);
  return index;
}

function* codesOf(place: Place): Generator<[string, MatchWay]> {
  yield [place.code.toUpperCase(), place.current ? "code" : "former_code"];
  for (const code of place.otherCodes) yield [code.toUpperCase(), "code"];
  if (!/^\d{6}$/.test(place.code) || !place.current) return;
  if (place.code.endsWith("0000")) yield [place.code.slice(0, 2), "statistics_code"];
  if (place.code.endsWith("00")) yield [place.code.slice(0, 4), "statistics_code"];
}

function* namesOf(place: Place): Generator<[string, MatchWay]> {
  const plain: MatchWay = place.current ? "name" : "former_name";
  yield [place.name, plain];
  if (place.name_en !== null) yield [place.name_en, plain];
  for (const name of place.otherNames) yield [name, "other_name"];
  const stem = stemOf(place.name);
  if (stem !== place.name) yield [stem, place.current ? "short_name" : "former_name"];
  // 大理白族自治州 is 大理州 in speech and in most tables.
  const kind = place.name.match(/自治([州县旗区])$/u)?.[1];
  const plainKind = kind === "区" ? "自治区" : kind;
  if (kind !== undefined && stem !== place.name && `${stem}${plainKind}` !== place.name)
    yield [`${stem}${plainKind}`, place.current ? "short_name" : "former_name"];
  if (place.pinyin !== null) yield [place.pinyin, "pinyin"];
}

function add(map: Map<string, Hit[]>, key: string, hit: Hit): void {
  if (key === "") return;
  const hits = map.get(key);
  if (hits === undefined) map.set(key, [hit]);
  else if (!hits.some(({ place }) => place === hit.place)) hits.push(hit);
}
