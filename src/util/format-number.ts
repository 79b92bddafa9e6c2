import { significantDigits } from "./significant-digits.ts";

/** Languages of printed numbers; the same two as the messages. */
type NumberLanguage = "zh-CN" | "en";

// Making a formatter costs more than a hundred uses of it.
const GROUPED = new Map<number, Intl.NumberFormat>();

function grouped(digits: number, least: number): Intl.NumberFormat {
  const key = digits * 100 + least;
  const known = GROUPED.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en", { maximumFractionDigits: digits, minimumFractionDigits: least });
  GROUPED.set(key, made);
  return made;
}

const LARGE: readonly [number, string][] = [
  [1e8, "亿"],
  [1e4, "万"],
];

/**
 * How is a number printed for a reader of this language?
 *
 * @remarks
 * Unit: the number's own. Never scientific; thousands are grouped. Chinese prints 万 and 亿 where an axis reaches
 * 100,000: `upTo` is its largest number, so that all ticks of an axis share one unit.
 *
 * @param value - a finite number
 * @param language - of the reader
 * @param options - `digits`: most decimals, by default as many as three figures need; `least`: fewest, by default
 *   none; `upTo`: largest number beside it
 * @example
 * ```ts @import.meta.vitest
 * expect(formatNumber(183489, "en")).toBe("183,489")
 * expect(formatNumber(50000, "zh-CN", { upTo: 250000 })).toBe("5万")
 * expect(formatNumber(0.0042, "en")).toBe("0.0042")
 * ```
 */
export function formatNumber(
  value: number,
  language: NumberLanguage,
  options: { readonly digits?: number; readonly least?: number; readonly upTo?: number } = {},
): string {
  const upTo = language === "zh-CN" ? (options.upTo ?? 0) : 0;
  const [size, suffix] = (upTo >= 1e5 && LARGE.find(([large]) => upTo >= large)) || [1, ""];
  const scaled = value / size;
  const text = grouped(options.digits ?? significantDigits(scaled), options.least ?? 0)
    .format(scaled)
    .replace("-", "−");
  const unsigned = /^−[0.]+$/.test(text) ? text.slice(1) : text;
  return unsigned === "0" ? "0" : unsigned + suffix;
}
