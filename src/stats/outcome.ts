import type { Refusal } from "../model/refusals.ts";

export { REFUSALS, type Refusal } from "../model/refusals.ts";

/** An answer with `reason` null, or the same keys all null with the reason. */
export type Outcome<T extends object> =
  | (Readonly<T> & { readonly reason: null })
  | ({ readonly [K in keyof T]: null } & { readonly reason: Refusal });

/** The two edges of an interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A number or the reason why there is none. */
export type NumberOutcome = Outcome<{ value: number }>;

/** The answer, where there is one. */
export function answered<T extends object>(answer: T): Outcome<T> {
  return { ...answer, reason: null };
}

/** The refusal: every key null, and why. */
export function refused<T extends object>(reason: Refusal, keys: readonly (keyof T)[]): Outcome<T> {
  const empty = Object.fromEntries(keys.map((key) => [key, null])) as { [K in keyof T]: null };
  return { ...empty, reason };
}

/** {@link refused} for the many statistics that are one number. */
export function noNumber(reason: Refusal): NumberOutcome {
  return { value: null, reason };
}
