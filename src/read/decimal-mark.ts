/**
 * Which decimal mark do these numerals use?
 *
 * @remarks Only numerals that can be read one way count: `12,5` and `1.234,5` against `12.5` and `1,234.5`.
 * Where all points stand before three digits, semicolons between the cells tell: they are there because the comma is taken.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(decimalMark(["12,5", "1.234,50"])).toBe(",");
 * expect(decimalMark(["1,234", "12.5"])).toBe(".");
 * expect(decimalMark(["1.234", "12.345"], true)).toBe(",");
 * ```
 */
export function decimalMark(numerals: Iterable<string>, semicolons = false): "." | "," {
  let comma = 0;
  let point = 0;
  let either = 0;
  for (const numeral of numerals) {
    const text = numeral.trim();
    if (/^[-+−]?(?:\d{1,3}(?:[. ]\d{3})+|\d+),(?:\d{1,2}|\d{4,})(?!\d)/.test(text)) comma += 1;
    else if (/^[-+−]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)\.\d+(?!\d)/.test(text) && !/^\d{1,3}(?:\.\d{3})+$/.test(text))
      point += 1;
    else if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text)) point += 1;
    else if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) comma += 1;
    else if (/^0\.\d{3}$/.test(text)) point += 1;
    else if (/^\d{1,3}\.\d{3}$/.test(text)) either += 1;
  }
  if (semicolons && comma + point === 0 && either > 1) return ",";
  return comma > point ? "," : ".";
}
