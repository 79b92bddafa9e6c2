import { answered, type NumberOutcome, noNumber } from "./outcome.ts";
import { isPresent, presentValues, type Values } from "./present.ts";
import { quantileSorted } from "./quantile-sorted.ts";
import { requireNumber } from "./require.ts";

export interface BenchmarkGroupOptions {
  /** 5 for quintiles (default), 4 for quartiles. */
  readonly groups?: number;
  /** Which end is group 1; default `lowest`. */
  readonly first?: "lowest" | "highest";
}

/**
 * Which quintile or quartile of a reference set does one value fall into?
 *
 * @remarks
 * Unit: group number, from 1. Missing: dropped from the set; a missing value, and a set of fewer values than groups,
 * are refused. Unlike `quantileGroups` the bounds are quantiles of the set (type 7), so the value need not be in it.
 * A value on a bound belongs below it; one beyond the ends belongs to the outer group.
 * Source: Fingertips (Public Health England), quintiles and quartiles. Oracle: test/oracles/benchmark_compare.json.
 *
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(benchmarkGroup(7, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).value).toBe(4)
 * ```
 */
export function benchmarkGroup(
  value: number | null,
  set: Values,
  { groups = 5, first = "lowest" }: BenchmarkGroupOptions = {},
): NumberOutcome {
  requireNumber("benchmarkGroup", "groups", groups, "a whole number of at least 2", groups >= 2 && groups % 1 === 0);
  const sorted = Float64Array.from(presentValues("benchmarkGroup", set)).sort();
  if (!isPresent(value)) return noNumber("missing_value");
  if (sorted.length < groups) return noNumber("few_points");
  let group = 1;
  // Bounds are rounded so that 30.8 does not fall above a bound of 30.799999999999997.
  while (group < groups && value > Number(quantileSorted(sorted, group / groups, 7).toFixed(10))) group += 1;
  return answered({ value: first === "lowest" ? group : groups + 1 - group });
}
