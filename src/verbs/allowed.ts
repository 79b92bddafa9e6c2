import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import { REFUSED, type Refused } from "../model/refusals.ts";
import { nearest } from "../util/nearest.ts";

/**
 * Refuses an override of something nobody refuses: a misspelt name would quietly allow nothing.
 *
 * @throws {@link ComparandaError} `argument.invalid` with the nearest name
 */
export function requireAllowed(verb: string, allow: readonly string[] = []): void {
  for (const got of allow) {
    if ((REFUSED as readonly string[]).includes(got)) continue;
    const facts = { verb, argument: "allow", got, expected: REFUSED.join(" | ") };
    throw new ComparandaError("argument.invalid", { ...facts, suggestion: nearest(got, REFUSED)[0] ?? null });
  }
}

/** What a note says of a refusal that was overridden, behind what it said before. */
export function allowedNote(note: string | null, code: Refused): string {
  const words = `allow: ${code}`;
  if (note === null) return words;
  return note.split("; ").includes(words) ? note : `${note}; ${words}`;
}

/** The finding that goes with it. */
export function allowedFinding(verb: string, code: Refused): Finding {
  return finding("note", "refusal.allowed", { verb, code });
}
