import type { Matcher } from "./matcher.ts";
import type { Token } from "./token.ts";

/**
 * What is spoken of under these headings, the innermost that names a subject deciding?
 *
 * @param headings - the tokens of each, outermost first
 * @param matcher - knows which subject is part of another, and which gives way to another: a heading that names both speaks of
 * the narrower, and of the one the other gives way to
 * @returns a scope id, or null where none or more than one subject is named
 */
export function scopeOf(
  headings: readonly (readonly Token[])[],
  { parents, over }: Pick<Matcher, "parents" | "over">,
): string | null {
  for (const heading of [...headings].reverse()) {
    const named = new Set(heading.flatMap((token) => token.word?.scope ?? []));
    for (const scope of [...named]) {
      const parent = parents.get(scope);
      if (parent) named.delete(parent);
      for (const under of over.get(scope) ?? []) named.delete(under);
    }
    if (named.size === 1) return [...named][0] as string;
    if (named.size > 1) return null;
  }
  return null;
}
