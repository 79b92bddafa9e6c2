import type { RegionIndex } from "./region-index.ts";

/** 全省 means the province above; 全市, 全州, 全盟 whatever is right above: a prefecture, or a municipality. */
const LEVELS: Readonly<Record<string, string>> = { 全国: "country", 全省: "province" };

/**
 * Which regions does a county mean by 全省, a prefecture by 全国: all of its own level within the wider one?
 *
 * @param region - code of the region that speaks
 * @param wider - the word for the wider region: 全国, 全省, 全市, 全州, 全盟
 * @returns codes of today's regions, that of the speaker among them; null where the set does not know it or what is above it
 */
export function amongRegions(region: string, wider: string, index: RegionIndex): readonly string[] | null {
  const own = index.place(region);
  const above = own === null ? [] : lineOf(region, index);
  const level = LEVELS[wider];
  const top = level === undefined ? above[0] : above.find((code) => index.place(code)?.level === level);
  // A set of one country may do without a place for it.
  if (own === null || (top === undefined && level !== "country")) return null;
  const known = members.get(index) ?? new Map<string, readonly string[]>();
  members.set(index, known);
  const key = `${own.level}|${top ?? ""}`;
  const codes = known.get(key) ?? membersOf(own.level, top, index);
  known.set(key, codes);
  return codes;
}

/** By level and wider region, found once: every county of a province asks for the same ones. */
const members = new WeakMap<RegionIndex, Map<string, readonly string[]>>();

function membersOf(level: string, top: string | undefined, index: RegionIndex): string[] {
  return index.set.places
    .filter((place) => place.current && place.level === level)
    .filter(({ code }) => top === undefined || lineOf(code, index).includes(top))
    .map(({ code }) => code);
}

/** The places above, nearest first. */
function lineOf(code: string, index: RegionIndex): string[] {
  const up = index.place(code)?.parent ?? null;
  return up === null ? [] : [up, ...lineOf(up, index)];
}
