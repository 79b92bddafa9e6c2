import { ComparandaError } from "../model/errors.ts";
import { nearest } from "../util/nearest.ts";

/**
 * Refuses a word that is none of those an option may have; an option left out is none to refuse.
 *
 * @throws {@link ComparandaError} `argument.invalid` with the words there are and the nearest one
 */
export function requireOneOf(verb: string, argument: string, got: unknown, words: readonly string[]): void {
  if (got === undefined || words.includes(got as string)) return;
  const facts = { verb, argument, got: String(got), expected: words.join(" | ") };
  throw new ComparandaError("argument.invalid", { ...facts, suggestion: nearest(facts.got, words)[0] ?? null });
}

/** The two ends of a scale. */
export const ENDS = ["higher", "lower"] as const;
