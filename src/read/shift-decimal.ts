/**
 * A decimal numeral times a power of ten, exactly: 1.64 × 10⁸ is 164000000, not 163999999.
 *
 * @remarks The digits are moved as text and read once at the end, so the result is the number nearest to the product.
 *
 * @param numeral - digits with an optional sign, point and exponent: `-1.64`, `2e3`
 * @param places - how many places to the left; negative moves to the right
 * @example
 * ```ts @import.meta.vitest
 * expect(shiftDecimal("16.4", 8)).toBe(1640000000);
 * expect(shiftDecimal("0.35", 8)).toBe(35000000);
 * expect(shiftDecimal("98.18", -2)).toBe(0.9818);
 * ```
 */
export function shiftDecimal(numeral: string, places: number): number {
  const [mantissa = "", exponent = "0"] = numeral.toLowerCase().split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
