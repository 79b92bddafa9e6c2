const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * Which whole number do these Chinese characters write?
 *
 * @remarks
 * Reads place notation (一百二十三, 两千零五, 三万五千) and digit by digit notation (二○一四).
 * Missing: null where the characters are not one well-formed number.
 *
 * @param text - only the numeral, simplified characters
 * @returns a whole number, or null
 * @example
 * ```ts @import.meta.vitest
 * expect(chineseNumber("一百二十三")).toBe(123)
 * expect(chineseNumber("两千零五")).toBe(2005)
 * expect(chineseNumber("二○一四")).toBe(2014)
 * expect(chineseNumber("一是")).toBe(null)
 * ```
 */
export function chineseNumber(text: string): number | null {
  if (text.length === 0) return null;
  const digits = digitsOf(text);
  if (digits !== null) return Number(digits);
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let unit = Number.POSITIVE_INFINITY;
  for (const char of text) {
    if (char in DIGITS) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[char] as number;
    } else if (char in UNITS) {
      const size = UNITS[char] as number;
      if (size >= unit || (digit === 0 && size !== 10)) return null;
      section += (digit ?? 1) * size;
      unit = size;
      digit = null;
    } else if (char in MYRIADS) {
      total = (total + section + (digit ?? 0)) * (MYRIADS[char] as number);
      section = 0;
      digit = null;
      unit = Number.POSITIVE_INFINITY;
    } else return null;
  }
  return total + section + (digit ?? 0);
}

/** Digit by digit notation in Arabic digits; null where another character stands among them. */
function digitsOf(text: string): string | null {
  let digits = "";
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits;
}
