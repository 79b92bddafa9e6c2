import type { Token } from "./token.ts";

/**
 * What is spoken of under these headings, the innermost that names a subject deciding?
 *
 * @param headings - the tokens of each, outermost first
 * @param parents - the wider subject of each that has one: a heading that names both speaks of the narrower
 * @returns a scope id, or null where none or more than one subject is named
 */
export function scopeOf(headings: readonly (readonly Token[])[], parents: ReadonlyMap<string, string>): string | null {
  for (const heading of [...headings].reverse()) {
    const named = new Set(heading.flatMap((token) => token.word?.scope ?? []));
    for (const scope of [...named]) {
      const parent = parents.get(scope);
      if (parent) named.delete(parent);
    }
    if (named.size === 1) return [...named][0] as string;
    if (named.size > 1) return null;
  }
  return null;
}
