import type { Region } from "../model/region.ts";
import { type ColumnTable, textsOf } from "../model/table.ts";
import type { RegionIndex } from "../registry/region-index.ts";

/** A match by a name that somebody else may carry as well is no reason to call a region by it. */
const LEAST = 0.93;

/**
 * Regions for all observations: those that no table lists are looked up in the region sets of the package, by code or name.
 *
 * @remarks
 * The set of the world is opened only where that of China leaves something unknown. What neither knows carries its code as
 * name and no level. Regions of a listed table are never changed.
 *
 * @param observations - the typed table
 * @param listed - what the package's own table says; where there is one, nothing is looked up
 */
export async function completeRegions(
  observations: ColumnTable,
  listed: ReadonlyMap<string, Region>,
): Promise<ReadonlyMap<string, Region>> {
  const codes = new Set(
    textsOf(observations, "region").filter((code) => code !== null && !listed.has(code)) as string[],
  );
  if (codes.size === 0) return listed;
  const regions = new Map(listed);
  // A package with a table of regions has said which there are: the others are broken keys, and stay bare.
  if (listed.size > 0) return regions;
  const { regionIndex } = await import("../registry/region-index.ts");
  const { matchRegion } = await import("../registry/match-region.ts");
  const place = (code: string, index: RegionIndex): Region | null => {
    const match = matchRegion(code, index, { least: LEAST, suggest: false });
    if (match.place === null) return null;
    const { name, name_en, level, parent } = match.place;
    return { ...bare(code), name, name_en, level, parent };
  };
  const china = regionIndex((await import("../registry/china-regions.ts")).chinaRegions());
  for (const code of codes) regions.set(code, place(code, china) ?? bare(code));
  const unknown = [...codes].filter((code) => regions.get(code)?.level === "");
  if (unknown.length === 0) return regions;
  const world = regionIndex((await import("../registry/world-regions.ts")).worldRegions());
  for (const code of unknown) regions.set(code, place(code, world) ?? bare(code));
  return regions;
}

const bare = (code: string): Region => ({
  code,
  name: code,
  name_en: null,
  level: "",
  parent: null,
  valid_from: null,
  valid_to: null,
  population: [],
  note: null,
});
