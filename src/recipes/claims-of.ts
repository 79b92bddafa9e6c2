import type { Indicator } from "../model/indicator.ts";
import { amongRegions } from "../registry/among.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import type { ClaimDefinitions } from "../verbs/audit-claims.ts";

/**
 * Whom a claimed place is among, by the word that stands as its note; more counts as better where nothing else is known.
 *
 * @param regions - asked only where there is a claim: packages without one do not wait for the region set
 */
export function claimsOf(
  indicators: Iterable<Pick<Indicator, "id" | "direction">>,
  regions: () => RegionIndex,
): ClaimDefinitions {
  const lower = new Set([...indicators].filter(({ direction }) => direction === "lower_better").map(({ id }) => id));
  return {
    among: ({ region, note }) => (region === null || note === null ? null : amongRegions(region, note, regions())),
    better: (indicator) => (lower.has(indicator) ? "lower" : "higher"),
  };
}
