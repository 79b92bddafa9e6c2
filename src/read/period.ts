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

const DAY = "(0?[1-9]|[12]\\d|3[01])";
const day = (year: string, month: number | string, date: string) =>
  `${year}-${two(month)}-${two(date)}/${year}-${two(month)}-${two(date)}`;
const monthNumber = (word: string) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const FORMS: readonly [RegExp, Reading][] = [
  [/^(?:FY|CY|YR?|X)?\s?(\d{4})\s?(?:年|年度|年末|年底|年终|\[YR\d{4}\])?$/i, () => null],
  [
    /^(\d{4})年?(?:\/|-|–)?\s?(?:Q|第)([1-4一二三四])(?:季度?)?$/i,
    ([, y, q]) => quarter(y as string, quarterOf(q as string)),
  ],
  [/^(\d{4})年?\s?([1-4一二三四])季度?$/, ([, y, q]) => quarter(y as string, quarterOf(q as string))],
  [
    /^(\d{4})年?\s?(?:前|[1一][-~至])([2-4二三四])个?季度$/,
    ([, y, last]) => spanned(y as string, 1, 3 * quarterOf(last as string)),
  ],
  [/^Q([1-4])[\s/-]?(\d{4})$/i, ([, q, y]) => quarter(y as string, Number(q))],
  [/^([1-4])Q[\s/-]?(\d{4})$/i, ([, q, y]) => quarter(y as string, Number(q))],
  [
    /^(\d{4})年?(?:-|\/|\s)?[SH]([12])$/i,
    ([, y, s]) => (s === "1" ? months(y as string, 1, 6) : months(y as string, 7, 12)),
  ],
  [
    /^(\d{4})年?(上|下)半年$/,
    ([, y, half]) => (half === "上" ? months(y as string, 1, 6) : months(y as string, 7, 12)),
  ],
  [
    /^(\d{4})(?:年|-|\/|\.|M)\s?(0?[1-9]|1[0-2])月?(?:份|末|底)?$/i,
    ([, y, m]) => months(y as string, Number(m), Number(m)),
  ],
  [
    /^(\d{4})[年.]?(?:(0?[1-9]|1[0-2])月?\s?(?:-|–|—|~|至|到)\s?)(0?[1-9]|1[0-2])月(?:份)?$/,
    ([, y, from, to]) => spanned(y as string, Number(from), Number(to)),
  ],
  [
    /^(\d{4})[-/.年](0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])日?(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
    ([, y, m, d]) => day(y as string, m as string, d as string),
  ],
  [/^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4})$/, ([, d, m, y]) => day(y as string, m as string, d as string)],
  [new RegExp(`^${MONTH}\\.?[\\s-](\\d{4})$`, "i"), ([, m, y]) => named(y as string, m as string)],
  [new RegExp(`^(\\d{4})[\\s-]${MONTH}\\.?$`, "i"), ([, y, m]) => named(y as string, m as string)],
  [
    new RegExp(`^${MONTH}\\.?\\s${DAY},?\\s(\\d{4})$`, "i"),
    ([, m, d, y]) => day(y as string, monthNumber(m as string), d as string),
  ],
  [
    new RegExp(`^${DAY}[\\s-]${MONTH}\\.?[\\s-](\\d{4})$`, "i"),
    ([, d, m, y]) => day(y as string, monthNumber(m as string), d as string),
  ],
  [/^(?:FY\s?)?(\d{4})[-/–](\d{2}|\d{4})(?:学年|年度)?$/i, ([, y, next]) => following(y as string, next as string)],
];

/** First years of the eras that years are counted by in Taiwan and Japan; the first year of an era is 元年 or 1. */
const ERAS: Readonly<Record<string, number>> = { 民國: 1912, 民国: 1912, 令和: 2019, 平成: 1989, 昭和: 1926 };

const inCommonEra = (text: string) =>
  text.replace(/^(?:中[華华])?(民[國国]|令和|平成|昭和)\s?(\d{1,3}|元)(?=年|$)/u, (_, era: string, count: string) =>
    String((ERAS[era] as number) + (count === "元" ? 0 : Number(count) - 1)),
  );

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
  const written = inCommonEra(
    text
      .replace(YEAR_MARK, "")
      .normalize("NFKC")
      .trim()
      .replace(/^[一二〇○零三四五六七八九]{4}(?=年)/, (digits) =>
        [...digits].map((digit) => DIGITS[digit.replace(/[○零]/, "〇")] ?? "").join(""),
      ),
  );
  for (const [form, reading] of FORMS) {
    const found = written.match(form);
    if (found === null) continue;
    const year = Number(found.slice(1).find((part) => /^\d{4}$/.test(part)));
    if (year < 1700 || year > 2100) return null;
    const span = reading(found);
    return span === "" ? null : { year, period: span };
  }
  return null;
}

const quarterOf = (text: string) => Number(text) || "一二三四".indexOf(text) + 1;

const spanned = (year: string, from: number, to: number) =>
  from === 1 && to === 12 ? null : from > to ? "" : months(year, from, to);

/** Marks of footnotes and of provisional figures behind a year: 2023*, 2023p, 2020². */
const YEAR_MARK = /(?<=^\s*\d{4}\s?年?)\s?(?:[*†‡#]+|[⁰¹²³⁴-⁹]+|\[\w{1,2}\]|\([a-z\d]\)|[befpr])$/u;

/** `2020/21`: a year that ends in the next one; other pairs are no period of a year. */
function following(year: string, next: string): string {
  const second = next.length === 4 ? Number(next) : Number(year.slice(0, 2) + next);
  return second === Number(year) + 1 ? `${year}/${second}` : "";
}

/** A bare number in a column of years, where years before 1700 are meant as well: −10000 to 2100. */
export function plainYear(text: string): Period | null {
  const year = /^[-−]?\d{1,5}$/.test(text.trim()) ? Number(text.trim().replace("−", "-")) : Number.NaN;
  return year >= -20_000 && year <= 2100 ? { year, period: null } : null;
}
