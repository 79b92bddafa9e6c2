/** Languages of printed numbers; the same two as the messages. */
type NumberLanguage = "zh-CN" | "en";

const GROUPED = new Map<number, Intl.NumberFormat>();

function grouped(digits: number): Intl.NumberFormat {
  const known = GROUPED.get(digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat("en", { maximumFractionDigits: digits, minimumFractionDigits: 0 });
  GROUPED.set(digits, made);
  return made;
}

/** Decimals that keep three figures of a number below 100 and none above 1,000. */
function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 1000) return 0;
  return Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(size))));
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
 * @param options - `digits`: most decimals, by default as many as three figures need; `upTo`: largest number beside it
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
  options: { readonly digits?: number; readonly upTo?: number } = {},
): string {
  const upTo = language === "zh-CN" ? (options.upTo ?? 0) : 0;
  const [size, suffix] = (upTo >= 1e5 && LARGE.find(([large]) => upTo >= large)) || [1, ""];
  const scaled = value / size;
  const text = grouped(options.digits ?? digitsFor(scaled))
    .format(scaled)
    .replace("-", "−");
  return text === "−0" || text === "0" ? "0" : text + suffix;
}
