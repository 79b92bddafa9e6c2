import type { Matcher } from "./matcher.ts";
import { tokensOf } from "./token.ts";

/**
 * What is spoken of under these headings, the innermost that names a subject deciding?
 *
 * @returns a scope id, or null where none or more than one subject is named
 */
export function scopeOf(headings: readonly string[], matcher: Matcher): string | null {
  for (const heading of [...headings].reverse()) {
    const named = new Set(tokensOf(heading, 0, heading.length, matcher).flatMap((token) => token.word?.scope ?? []));
    for (const scope of [...named]) {
      const parent = matcher.parents.get(scope);
      if (parent) named.delete(parent);
      for (const under of matcher.over.get(scope) ?? []) named.delete(under);
    }
    if (named.size === 1) return [...named][0] as string;
    if (named.size > 1) return null;
  }
  return null;
}
