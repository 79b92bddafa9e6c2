import { requireNumber } from "./require.ts";

/** A column as statistics take it: missing is null in lists and NaN in typed arrays. */
export type Values = ArrayLike<number | null>;

/** Whether a cell holds a number; NaN, which typed arrays use for missing, is none. */
export function isPresent(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

/** The numbers of a column without its missing cells, in order; an infinite one is the caller's mistake. */
export function presentValues(verb: string, values: Values): number[] {
  const present: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (!isPresent(value)) continue;
    requireNumber(verb, "values", value, "finite numbers", true);
    present.push(value);
  }
  return present;
}
