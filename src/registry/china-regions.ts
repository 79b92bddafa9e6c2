import { CHINA } from "./generated/china.ts";
import { type RegionSet, regionSet } from "./region-set.ts";

let parsed: RegionSet | null = null;

/**
 * Which provinces, prefectures and counties of China can be matched: the current ones and the former codes and names.
 *
 * @remarks Source: data/regions/china.csv, row by row; codes are those of GB/T 2260.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(chinaRegions().places.find(({ code }) => code === "530623")?.name).toBe("盐津县");
 * ```
 */
export function chinaRegions(): RegionSet {
  parsed ??= regionSet("china", CHINA);
  return parsed;
}
