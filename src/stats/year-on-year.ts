import { isPresent, type Values } from "./present.ts";
import { requireSameLength } from "./require.ts";

export interface YearOnYear {
  /** Value minus that of the year before. */
  readonly change: readonly (number | null)[];
  /** The same in percent of the year before. */
  readonly percent: readonly (number | null)[];
}

/**
 * By how much did each year change from the calendar year before?
 *
 * @remarks
 * Unit: `change` in the values' own, `percent` in percent of the earlier value. Missing: null where the year itself or
 * the year before it (not the row before it) has no value, or where the answer is beyond the range of numbers. Percent
 * needs a base above 0.
 * Source: definition. Oracle: test/oracles/yoy_cagr_index.json.
 *
 * @returns one entry per row, in the order given
 * @throws {@link ComparandaError} `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(yearOnYear([2019, 2020, 2022], [50, 55, 66]).change).toEqual([null, 5, null])
 * ```
 */
export function yearOnYear(years: ArrayLike<number>, values: Values): YearOnYear {
  requireSameLength("yearOnYear", "years", years.length, "values", values.length);
  const known = new Map<number, number>();
  for (let i = 0; i < years.length; i += 1) {
    const value = values[i];
    if (isPresent(value)) known.set(years[i] as number, value);
  }
  const change: (number | null)[] = [];
  const percent: (number | null)[] = [];
  for (let i = 0; i < years.length; i += 1) {
    const value = values[i];
    const before = known.get((years[i] as number) - 1);
    const comparable = isPresent(value) && before !== undefined;
    change.push(comparable ? finite(value - before) : null);
    percent.push(comparable && before > 0 ? finite(((value - before) / before) * 100) : null);
  }
  return { change, percent };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
