/**
 * Which UTF-16 units do these characters have?
 *
 * @remarks Asked with `charCodeAt`, a set of numbers saves making a string of every letter of a text.
 *
 * @param texts - a string, or several; characters of one unit each
 * @example
 * ```ts @import.meta.vitest
 * expect(unitsOf("ab").has("abc".charCodeAt(1))).toBe(true)
 * ```
 */
export function unitsOf(texts: Iterable<string>): ReadonlySet<number> {
  const units = new Set<number>();
  for (const text of texts) for (let i = 0; i < text.length; i += 1) units.add(text.charCodeAt(i));
  return units;
}
