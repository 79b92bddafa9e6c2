/**
 * A number that was stored with 32 bits, as it was most likely written: 5.1, not 5.099999904632568.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(shortestFloat32(Math.fround(5.1))).toBe(5.1);
 * expect(shortestFloat32(16777216)).toBe(16777216);
 * ```
 */
export function shortestFloat32(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  for (let digits = 6; digits <= 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
