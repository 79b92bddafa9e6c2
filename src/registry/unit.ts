/** A unit as the project names it, with the power of ten that was part of the words: 万元 is yuan × 10⁴. */
export interface Unit {
  readonly id: string;
  readonly exponent: number;
}

const WORDS = new Map(
  Object.entries({
    "%": "percent",
    percent: "percent",
    "per cent": "percent",
    percentage: "percent",
    pct: "percent",
    pc: "percent",
    百分比: "percent",
    百分点: "point",
    个百分点: "point",
    "percentage points": "point",
    pp: "point",
    "‰": "permille",
    元: "yuan",
    人民币元: "yuan",
    yuan: "yuan",
    cny: "yuan",
    rmb: "yuan",
    人: "person",
    名: "person",
    位: "person",
    person: "person",
    persons: "person",
    people: "person",
    人次: "person_time",
    件: "case",
    起: "case",
    宗: "case",
    cases: "case",
    份: "document",
    部: "document",
    篇: "document",
    次: "time",
    times: "time",
    倍: "ratio",
  }),
);
const TENS = new Map(
  Object.entries({ 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 }),
);
const SCALED = /^(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)(?=[^分])(.*)$/u;

/**
 * The unit a text names: 万元 → yuan × 10⁴, 件 → case, % → percent; a unit not known here keeps its own words.
 *
 * @example
 * ```ts @import.meta.vitest
 * expect(unitOf("亿元")).toEqual({ id: "yuan", exponent: 8 });
 * expect(unitOf("kg per head")).toEqual({ id: "kg per head", exponent: 0 });
 * ```
 */
export function unitOf(text: string): Unit {
  const words = text.normalize("NFKC").trim();
  const known = WORDS.get(words.toLowerCase());
  if (known !== undefined) return { id: known, exponent: 0 };
  const english = englishScale(words);
  if (english !== null) return english;
  const scaled = words.match(SCALED);
  const tens = scaled === null ? undefined : TENS.get(scaled[1] as string);
  if (scaled === null || tens === undefined) return { id: words, exponent: 0 };
  const rest = (scaled[2] as string).trim();
  return { id: WORDS.get(rest.toLowerCase()) ?? rest, exponent: tens };
}

const ENGLISH = /^(10*(?:[ ,]?000)*)?\s*(thousand|million|billion)?s?\s+(?:of )?(\p{Letter}+)$/iu;
const ENGLISH_TENS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 };

/** 100 million yuan, 10 000 persons: a power of ten before a unit that is known; null for anything else. */
function englishScale(words: string): Unit | null {
  const [, number = "", scale = "", unit = ""] = words.match(ENGLISH) ?? [];
  const known = WORDS.get(unit.toLowerCase());
  if (known === undefined || (number === "" && scale === "")) return null;
  const zeros = number === "" ? 0 : number.replace(/[ ,]/g, "").length - 1;
  return { id: known, exponent: zeros + (ENGLISH_TENS[scale.toLowerCase()] ?? 0) };
}

/** Whether the text is one of the words for a unit that are known here, with or without 万 and its like before it. */
export function isUnit(text: string): boolean {
  const words = text.normalize("NFKC").trim().toLowerCase();
  const bare = words.replace(SCALED, "$2").trim();
  return WORDS.has(words) || WORDS.has(bare) || TENS.has(words);
}
