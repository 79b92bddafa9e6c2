import { isPresent, type Values } from "./present.ts";
import { rankValues } from "./rank-values.ts";
import { requireNumber } from "./require.ts";

export interface QuantileGroupOptions {
  /** How many groups: 5 for quintiles; default 5. */
  readonly groups?: number;
  /** Which values are in group 1; default `lowest`. */
  readonly first?: "lowest" | "highest";
}

/**
 * The quantile group of each region: which fifth (or tenth) of all is it in?
 *
 * @remarks
 * Unit: group number, from 1. Missing: no group, and not counted; with fewer values than groups all are null.
 * Equal values share a group, so groups can differ in size.
 * Source: Public Health England's rule: ranks with ties at their lowest place, cut from the top.
 * Oracle: test/oracles/quantile_groups.json.
 *
 * @returns as many group numbers as values, in their order
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(quantileGroups([4, 1, 3, 2, 8, 7, 6, 5, 9], { groups: 3 })).toEqual([2, 1, 1, 1, 3, 3, 2, 2, 3])
 * ```
 */
export function quantileGroups(
  values: Values,
  { groups = 5, first = "lowest" }: QuantileGroupOptions = {},
): (number | null)[] {
  requireNumber("quantileGroups", "groups", groups, "a whole number of at least 1", groups >= 1 && groups % 1 === 0);
  const ranks = rankValues(values, { better: first === "lowest" ? "lower" : "higher" });
  const n = ranks.filter(isPresent).length;
  return ranks.map((rank) => {
    if (rank === null || n < groups) return null;
    return Math.max(1, groups + 1 - Math.ceil((n + 1 - rank) / (n / groups)));
  });
}
