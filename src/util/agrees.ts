/** Digits after the decimal point of a number as it prints; 98.50 as a number prints 98.5. */
export function decimalsOf(value: number): number {
  const [mantissa = "", exponent] = String(Math.abs(value)).split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent ?? 0));
}

/**
 * Whether a printed number is a computed one, rounded to the digits it shows.
 *
 * @param printed - the number as printed
 * @param computed - what its parts give
 * @param decimals - digits printed after the point; default those the number itself shows
 * @returns true within half a unit of the last digit printed
 * @example
 * ```ts @import.meta.vitest
 * expect(agrees(48.74, (58 / 119) * 100)).toBe(true)
 * expect(agrees(10.97, 10.964)).toBe(false)
 * ```
 */
export function agrees(printed: number, computed: number, decimals = decimalsOf(printed)): boolean {
  const step = 10 ** -decimals;
  const slack = Math.max(Math.abs(computed), 1) * 1e-12;
  return Math.abs(printed - computed) <= step / 2 + slack;
}
