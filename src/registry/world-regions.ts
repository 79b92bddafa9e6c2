import { WORLD } from "./generated/world.ts";
import { type RegionSet, regionSet } from "./region-set.ts";

let parsed: RegionSet | null = null;

/**
 * Which countries can be matched, and which aggregates of countries (World, Euro area) are told apart from them.
 *
 * @remarks Source: data/regions/world.csv, aggregates.csv and other-names.csv; codes are ISO 3166 alpha-3.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(worldRegions().places.find(({ code }) => code === "DEU")?.name_en).toBe("Germany");
 * ```
 */
export function worldRegions(): RegionSet {
  parsed ??= regionSet("world", WORLD);
  return parsed;
}
