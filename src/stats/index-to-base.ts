import { isPresent, type Values } from "./present.ts";
import { requireSameLength } from "./require.ts";

/**
 * A series as an index: the base year is 100.
 *
 * @remarks
 * Unit: index points. Missing: stays null; all are null where the base year is absent, missing or not above 0.
 * Source: definition, value over base-year value × 100. Oracle: test/oracles/yoy_cagr_index.json.
 *
 * @returns one entry per row, in the order given
 * @throws {@link ComparandaError} `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(indexToBase([2019, 2020, 2021], [50, null, 66], 2019)).toEqual([100, null, 132])
 * ```
 */
export function indexToBase(years: ArrayLike<number>, values: Values, baseYear: number): (number | null)[] {
  requireSameLength("indexToBase", "years", years.length, "values", values.length);
  const row = Array.from(years).indexOf(baseYear);
  const base = row === -1 ? null : values[row];
  return Array.from(values as ArrayLike<number | null>, (value) =>
    isPresent(value) && isPresent(base) && base > 0 ? (value / base) * 100 : null,
  );
}
