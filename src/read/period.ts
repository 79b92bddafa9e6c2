/** A calendar year, and the interval where it is not the whole of it. */
export interface Period {
  readonly year: number;
  /** ISO 8601 interval, or null for the whole calendar year. */
  readonly period: string | null;
}

const two = (month: number | string) => String(month).padStart(2, "0");
const months = (year: string, from: number, to: number) => `${year}-${two(from)}/${year}-${two(to)}`;
const quarter = (year: string, number: number) => months(year, 3 * number - 2, 3 * number);
const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."〇一二三四五六七八九"].map((digit, value) => [digit, String(value)]),
);
type Reading = (found: RegExpMatchArray) => string | null;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const named = (year: string, month: string) => {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return months(year, number, number);
};

const FORMS: readonly [RegExp, Reading][] = [
  [/^(?:FY|CY|Y)?\s?(\d{4})\s?(?:年|年度|年末|年底|年终|\[YR\d{4}\])?$/i, () => null],
  [
    /^(\d{4})年?(?:\/|-|–)?\s?(?:Q|第)([1-4一二三四])(?:季度)?$/i,
    ([, y, q]) => quarter(y as string, quarterOf(q as string)),
  ],
  [/^Q([1-4])[\s/-]?(\d{4})$/i, ([, q, y]) => quarter(y as string, Number(q))],
  [/^(\d{4})年?(?:-|\/)?S([12])$/i, ([, y, s]) => (s === "1" ? months(y as string, 1, 6) : months(y as string, 7, 12))],
  [
    /^(\d{4})年?(上|下)半年$/,
    ([, y, half]) => (half === "上" ? months(y as string, 1, 6) : months(y as string, 7, 12)),
  ],
  [/^(\d{4})(?:年|-|\/|\.|M)\s?(0?[1-9]|1[0-2])月?$/i, ([, y, m]) => months(y as string, Number(m), Number(m))],
  [
    /^(\d{4})年?(?:(0?[1-9]|1[0-2])月?\s?(?:-|–|—|~|至)\s?)(0?[1-9]|1[0-2])月(?:份)?$/,
    ([, y, from, to]) => (from === "1" && to === "12" ? null : months(y as string, Number(from), Number(to))),
  ],
  [
    /^(\d{4})[-/.年](0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])日?(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/,
    ([, y, m, d]) => `${y}-${two(m as string)}-${two(d as string)}/${y}-${two(m as string)}-${two(d as string)}`,
  ],
  [new RegExp(`^${MONTH}\\.?[\\s-](\\d{4})$`, "i"), ([, m, y]) => named(y as string, m as string)],
  [new RegExp(`^(\\d{4})[\\s-]${MONTH}\\.?$`, "i"), ([, y, m]) => named(y as string, m as string)],
  [/^(\d{4})[/-–](\d{2}|\d{4})(?:学年|年度)?$/, ([, y, next]) => following(y as string, next as string)],
];

/**
 * Which year, and which part of it, does a heading or cell name?
 *
 * @remarks Years from 1700 to 2100 only, so that a figure such as 1234 or 50000 is not taken for one.
 *
 * @returns null where the text is no year or period
 * @example
 * ```ts @import.meta.vitest
 * expect(period("2023年")).toEqual({ year: 2023, period: null });
 * expect(period("2023-Q4")).toEqual({ year: 2023, period: "2023-10/2023-12" });
 * expect(period("2023年1-11月")).toEqual({ year: 2023, period: "2023-01/2023-11" });
 * expect(period("1234")).toBe(null);
 * ```
 */
export function period(text: string): Period | null {
  if (text.length > 40) return null;
  const written = text
    .normalize("NFKC")
    .trim()
    .replace(/^[一二〇○零三四五六七八九]{4}(?=年)/, (digits) =>
      [...digits].map((digit) => DIGITS[digit.replace(/[○零]/, "〇")] ?? "").join(""),
    );
  for (const [form, reading] of FORMS) {
    const found = written.match(form);
    if (found === null) continue;
    const year = Number(/^\d{4}$/.test(found[1] ?? "") ? found[1] : found[2]);
    if (year < 1700 || year > 2100) return null;
    const span = reading(found);
    return span === "" ? null : { year, period: span };
  }
  return null;
}

const quarterOf = (text: string) => Number(text) || "一二三四".indexOf(text) + 1;

/** `2020/21`: a year that ends in the next one; other pairs are no period of a year. */
function following(year: string, next: string): string {
  const second = next.length === 4 ? Number(next) : Number(year.slice(0, 2) + next);
  return second === Number(year) + 1 ? `${year}/${second}` : "";
}
