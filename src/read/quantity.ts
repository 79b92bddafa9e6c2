import type { MissingReason, Qualifier } from "../model/observation.ts";
import { isUnit, unitOf } from "../registry/unit.ts";
import { missingReason } from "./missing-reason.ts";
import { shiftDecimal } from "./shift-decimal.ts";

/** What one cell of a table says. */
export interface Quantity {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly qualifier: Qualifier;
  /** Unit written in the cell itself, as the project names it; null where none is. */
  readonly unit: string | null;
  readonly missing: MissingReason | null;
  /** Flags and footnote marks as printed: `p`, `*`, `1`. */
  readonly flags: readonly string[];
}

export interface QuantityOptions {
  /** The decimal mark of the table. Default "."; with "," a point parts thousands. */
  readonly decimal?: "." | ",";
  /** Power of ten of the heading's unit, 4 under 万元. A cell that names its own 万 or 亿 is not scaled twice. */
  readonly exponent?: number;
}

const SUPERSCRIPT = /(?<=[\d%)\p{Script=Han}])[⁰¹²³⁴-⁹ᵃ-ᶻ]+(?:[,,][⁰¹²³⁴-⁹]+)*$/u;
const MARK = /(?:\s*(?:[*†‡§#※]+|\[[\p{L}\p{N}]{1,3}\]|\(?[a-z]\)))+$/u;
/** How sure an estimate is, printed behind it: 82.5 [81.9–83.1]. It is kept as a note, for it is no edge of the figure. */
const INTERVAL = /\s*[[(]\s*[-+−]?\d[\d.,]*\s*%?\s*(?:[-–—~;]|to|,\s)\s*[-+−]?\d[\d.,]*\s*%?\s*[\])]$/u;
const SIGN = /^[+\-−–—](?=\s?[\d.])/;
const BEFORE: readonly [RegExp, Qualifier][] = [
  [/^(?:大于等于|不小于|不少于|不低于|至少|≥|>=|⩾|≧)/, "at_least"],
  [/^(?:小于等于|不大于|不超过|不多于|不高于|至多|最多|≤|<=|⩽|≦)/, "at_most"],
  [/^(?:超过|超|逾|大于|多于|高于|突破|>|over |more than )/i, "over"],
  [/^(?:不足|不到|未满|小于|少于|低于|近|接近|将近|<|under |less than )/i, "under"],
  [/^(?:约|大约|约为|左右|大概|≈|~|~|c\.\s?|ca\.?\s|about |approx\.?\s)/i, "approx"],
];
const AFTER: readonly [RegExp, Qualifier][] = [
  [/(?:及以上|或以上|以上)$/, "at_least"],
  [/(?:及以下|或以下|以下|以内)$/, "at_most"],
  [/(?:余|多)$/, "over"],
  [/(?:左右|上下)$/, "approx"],
];
const TENS: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3 };

const SHORT = new Map(Object.entries({ k: 3, m: 6, mn: 6, b: 9, bn: 9, tn: 12 }));

/**
 * Which number does this cell hold, how firm is it, in what unit, and if none, why?
 *
 * @remarks
 * Unit: percent stays on 0–100; 万 and 亿 are multiplied out exactly. Missing: a sign for "no figure" gives its reason.
 * Digits raised above the line are footnote marks, never part of the number.
 *
 * @returns null where the cell is text that is no quantity: it is for the caller to say so, never to drop it
 * @example
 * ```ts @import.meta.vitest
 * expect(quantity("98%以上")).toMatchObject({ value: 98, lower: 98, upper: 100, qualifier: "at_least", unit: "percent" });
 * expect(quantity("16.4亿元")).toMatchObject({ value: 1640000000, unit: "yuan" });
 * expect(quantity("12¹")).toMatchObject({ value: 12, flags: ["1"] });
 * ```
 */
export function quantity(cell: string, options: QuantityOptions = {}): Quantity | null {
  const missing = missingReason(cell);
  if (missing !== null) return { ...BLANK, missing: missing.reason, flags: missing.flags };
  const raised = cell.trim().match(SUPERSCRIPT)?.[0] ?? "";
  let text = cell.trim().slice(0, cell.trim().length - raised.length);
  // Raised digits inside would become ordinary ones: m² is a unit, 1²3 is nothing.
  if (/\d[⁰¹²³⁴-⁹]/.test(text)) return null;
  text = text.normalize("NFKC").trim();
  const flags = raised === "" ? [] : [raised.normalize("NFKC")];
  const mark = text.match(MARK)?.[0] ?? "";
  if (mark !== "" && mark.length < text.length) {
    text = text.slice(0, text.length - mark.length).trim();
    flags.push(
      ...mark
        .split(/\s+|(?<=[\])])/)
        .map((part) => part.replace(/[[\]()]/g, "").trim())
        .filter(Boolean),
    );
  }
  const interval = text.match(INTERVAL);
  if (interval !== null) {
    text = text.slice(0, interval.index).trim();
    flags.push(interval[0].trim());
  }
  const { rest, qualifier } = qualified(text);
  const parts = numeralParts(rest, options.decimal ?? ".");
  if (parts === null) return null;
  const tail = readTail(parts.tail);
  if (tail === null) return null;
  if (tail.over && qualifier !== "exact" && qualifier !== "over") return null;
  const own = tail.scaled || tail.unit === "percent";
  const exponent = tail.exponent + (own ? 0 : (options.exponent ?? 0));
  const value = shiftDecimal(parts.numeral, exponent);
  if (!Number.isFinite(value)) return null;
  const firm = tail.over ? "over" : qualifier;
  return { ...edges(value, firm, tail.unit), unit: tail.unit, missing: null, flags: [...flags, ...tail.flags] };
}

const BLANK: Quantity = {
  value: null,
  lower: null,
  upper: null,
  qualifier: "exact",
  unit: null,
  missing: null,
  flags: [],
};

function qualified(text: string): { rest: string; qualifier: Qualifier } {
  for (const [pattern, qualifier] of BEFORE)
    if (pattern.test(text)) return { rest: text.replace(pattern, "").trim(), qualifier };
  for (const [pattern, qualifier] of AFTER)
    if (pattern.test(text)) return { rest: text.replace(pattern, "").trim(), qualifier };
  return { rest: text, qualifier: "exact" };
}

/** The numeral in plain form (point, no grouping) and what follows it; null where the text starts with no numeral. */
function numeralParts(text: string, decimal: "." | ","): { numeral: string; tail: string } | null {
  const sign = text.match(SIGN)?.[0] ?? "";
  const bare = text.slice(sign.length).trimStart();
  const group = decimal === "." ? "[,,'’ \\u00a0\\u2009\\u202f]" : "[.'’ \\u00a0\\u2009\\u202f]";
  const point = decimal === "." ? "\\." : ",";
  const pattern = new RegExp(
    `^(?:(\\d{1,3}(?:${group}\\d{3})+)|(\\d+))(?:${point}(\\d+))?(?:e([+-]?\\d{1,3}))?(?![\\d.,])|^${point}(\\d+)(?![\\d.,])`,
    "i",
  );
  const found = bare.match(pattern);
  if (found === null) return null;
  const whole = (found[1]?.replace(new RegExp(group, "g"), "") ?? found[2] ?? "0") || "0";
  const fraction = found[3] ?? found[5];
  const negative = sign !== "" && sign !== "+" ? "-" : "";
  const numeral = `${negative}${whole}${fraction ? `.${fraction}` : ""}${found[4] ? `e${found[4]}` : ""}`;
  return { numeral, tail: bare.slice(found[0].length) };
}

interface Tail {
  readonly exponent: number;
  readonly scaled: boolean;
  readonly unit: string | null;
  readonly over: boolean;
  readonly flags: readonly string[];
}

/** What follows the numeral: 万/亿, 余, a unit, or flags of one to three letters; null for anything else. */
function readTail(after: string): Tail | null {
  // 3.28M of Gapminder and the press: a letter that touches the digits is a power of ten, a flag stands apart.
  const short = after.match(/^(k|K|M|B|mn|bn|tn)$/);
  if (short !== null) {
    const exponent = SHORT.get((short[1] as string).toLowerCase()) ?? 0;
    return { exponent, scaled: true, unit: null, over: false, flags: [] };
  }
  let tail = after.trim();
  const scale = tail.match(/^(余|多)?(万亿|亿|千万|百万|万|千)(余|多)?/);
  const over = scale?.[1] !== undefined || scale?.[3] !== undefined || /^(余|多)/.test(tail);
  tail = tail
    .slice(scale?.[0].length ?? 0)
    .replace(/^(余|多)/, "")
    .trim();
  const exponent = scale === null ? 0 : (TENS[scale[2] as string] ?? 0);
  const base = { exponent, scaled: scale !== null, over };
  if (tail === "") return { ...base, unit: null, flags: [] };
  if (isUnit(tail) || /^\p{Script=Han}{1,3}$/u.test(tail)) {
    const unit = unitOf(tail);
    return {
      ...base,
      exponent: exponent + unit.exponent,
      scaled: base.scaled || unit.exponent > 0,
      unit: unit.id,
      flags: [],
    };
  }
  const percentFlag = tail.match(/^%\s*([a-z]{1,3})$/);
  if (percentFlag) return { ...base, unit: "percent", flags: [percentFlag[1] as string] };
  // Flags of statistical offices: 123 p, 4.5 b, 12.3 bp, 7 (p), 5 r.
  const flag = tail.match(/^\(?([bcdefinprsuz]{1,3}|[A-Z])\)?$/);
  if (flag !== null) return { ...base, unit: null, flags: [flag[1] as string] };
  return /^\p{Script=Latin}[\p{Script=Latin}/ ]{0,18}[23]?$/u.test(tail) ? { ...base, unit: tail, flags: [] } : null;
}

function edges(value: number, qualifier: Qualifier, unit: string | null): Omit<Quantity, "unit" | "missing" | "flags"> {
  const share = unit === "percent" && value >= 0 && value <= 100;
  if (qualifier === "at_least" || qualifier === "over")
    return { value, lower: value, upper: share ? 100 : null, qualifier };
  if (qualifier === "at_most" || qualifier === "under")
    return { value, lower: share ? 0 : null, upper: value, qualifier };
  return { value, lower: null, upper: null, qualifier };
}
