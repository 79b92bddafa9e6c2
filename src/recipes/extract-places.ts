import type { NamedPlace } from "../prose/frame.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import type { Place } from "../registry/region-set.ts";

/** The places of a region set as reports speak of them. */
export interface Gazetteer {
  /**
   * Places that a text names on their own, by full name or code, smaller ones first. 昭通市 before 盐津县 only says where
   * that lies.
   */
  namedIn(text: string): Place[];
  /** What a report on this region may name without saying where it lies: what is inside it, beside it and above it. */
  around(region: string | null): readonly NamedPlace[];
  /** Places of one name, those first and alone that lie in a place the text names as well. */
  namesakes(name: string, text: string): readonly Place[];
}

const SHORTEST = 2;

/**
 * Which places of a region set does a text speak of?
 *
 * @param index - look-ups of the region set
 * @example
 * ```ts @import.meta.vitest
 * const { chinaRegions } = await import("../registry/china-regions.ts")
 * const { regionIndex } = await import("../registry/region-index.ts")
 * const { namedIn } = gazetteerOf(regionIndex(chinaRegions()))
 * expect(namedIn("昭通市盐津县2021年报告").map(({ code }) => code)).toEqual(["530623"])
 * ```
 */
export function gazetteerOf(index: RegionIndex): Gazetteer {
  const byStart = new Map<string, Place[]>();
  const inside = new Map<string, Place[]>();
  for (const place of index.set.places) {
    if (!place.current) continue;
    push(byStart, place.name.slice(0, SHORTEST), place);
    push(byStart, place.code.slice(0, SHORTEST), place);
    push(inside, place.parent ?? "", place);
  }
  const above = (code: string | null): Place[] => {
    const own = code === null ? null : index.place(code);
    return own === null ? [] : [own, ...above(own.parent)];
  };
  const at = (text: string, from: number): Place[] =>
    (byStart.get(text.slice(from, from + SHORTEST)) ?? []).filter(
      ({ name, code }) => text.startsWith(name, from) || text.startsWith(code, from),
    );
  const isInside = (place: Place, outer: Place) => place !== outer && above(place.code).includes(outer);
  const known = new Map<string, readonly NamedPlace[]>();
  return {
    namedIn(text) {
      const found = new Set<Place>();
      for (let from = 0; from < text.length; from += 1) {
        for (const place of at(text, from)) {
          const follow = at(text, from + place.name.length);
          if (!follow.some((next) => isInside(next, place))) found.add(place);
        }
      }
      return [...found].sort((a, b) => above(b.code).length - above(a.code).length);
    },
    around(region) {
      const key = region ?? "";
      const before = known.get(key);
      if (before !== undefined) return before;
      const [own, ...outer] = above(region);
      const near = [own, ...(inside.get(key) ?? []), ...(inside.get(own?.parent ?? "-") ?? []), ...outer];
      const places = [...new Set(near.filter((place) => place !== undefined))];
      known.set(key, places);
      return places;
    },
    namesakes(name, text) {
      const all = (byStart.get(name.slice(0, SHORTEST)) ?? []).filter((place) => place.name === name);
      const placed = all.filter(({ parent }) =>
        above(parent).some((outer) => outer.level !== "country" && text.includes(outer.name)),
      );
      return placed.length > 0 ? placed : all;
    },
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
