import type { Neighbourhood } from "./clause.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Frame, Scene } from "./scene.ts";
import { type Cell, labelCell } from "./table-cell.ts";
import { is, isOneOf, type Token, textOf } from "./token.ts";

export const isMeasure = (text: string, matcher: Matcher): boolean =>
  text.replace(SCALE, "") in matcher.lexicon.measures;

const SCALE = /^[万亿]/;
const BRACKETED = /\((?:单位:?)?([万亿]?)([^()]{1,4})\)/;

/** The number with the measure word that stands beside it: 金额(万元), a column of units, or a heading that ends in 率. */
export function withMeasure(number: Quantity, said: string, headings: readonly Token[], matcher: Matcher): Quantity {
  if (number.units.length > 0) return number;
  const bracket = BRACKETED.exec(said);
  const units = matcher.lexicon.measures[bracket?.[2] ?? ""];
  if (bracket && units) {
    const power = bracket[1] === "万" ? 4 : bracket[1] === "亿" ? 8 : 0;
    // Shifting decimal digits keeps 1152.47万 exact.
    return { ...number, value: Number(`${number.value}e${power}`), units, measure: bracket[2] as string };
  }
  return headings.some((token) => textOf(token).endsWith("率"))
    ? { ...number, units: ["percent"], measure: "%" }
    : number;
}

export function placeOf(text: string, labels: readonly Token[], frame: Frame): Scene["place"] {
  const known = labels.length === 1 ? (labels[0]?.word?.place ?? null) : null;
  if (known) return known;
  const code = frame.places.get(text);
  if (code !== undefined) return code === frame.region ? null : { code, name: text };
  return PLACE.test(text) ? { code: null, name: text } : null;
}

const PLACE = /^(?![其各全])[\u4e00-\u9fff]{1,6}[市县区州盟旗]$/;
/** A label with more unknown letters than this names a group the lexicon does not know. */
const UNKNOWN = 1;

/** 数量, 2021年: the row says nothing of its own, the headings tell what its numbers count. */
export function isBare(labels: readonly Token[], label: Cell): boolean {
  const named = labels.reduce((letters, token) => letters + token.end - token.start, 0);
  return named >= label.text.length && labels.every((token) => token.kind === "time" || is(token, CUE.filler));
}

/** A row is read only where its own label says what it counts; a heading alone would count every group. */
export function isExplained(labels: readonly Token[], label: Cell): boolean {
  if (labels.some((token) => is(token, CUE.tier))) return false;
  const last = labels.at(-1);
  const trailing = last
    ? label.text
        .slice(last.end - label.from)
        .replace(/\(.*$/, "")
        .replace(/[^\u4e00-\u9fff]/g, "").length
    : 0;
  const unknown = labels.reduce((letters, token) => letters + token.gap, trailing);
  const speaks = labels.some(({ word }) => word && (word.scope !== null || word.anchors.length > 0));
  return speaks && unknown <= UNKNOWN;
}

/** 合计, 全市, or the region by its name. */
export const isWhole = (cell: Cell, tokens: readonly Token[], frame: Frame): boolean =>
  (tokens.length === 1 && isOneOf(tokens[0], [CUE.total, CUE.whole_region]) && textOf(tokens[0]) === cell.text) ||
  frame.places.get(cell.text) === frame.region;

/** 一、 (七) 1. before a label. */
const MARK = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、](?!\d))/;

/** What a row is called: the nearest words to the left; of a total, what it is the total of as well. */
export function labelOf(words: readonly Cell[], matcher: Matcher): Cell | undefined {
  const label = words.at(-1);
  const name = label && unmarked(label.text);
  const over = words.findLast(({ text }) => text !== label?.text);
  if (!name || !over || !isTotalWord(name, matcher)) return label;
  return labelCell(`${unmarked(over.text)}${name}`);
}

/** How deep labels stand by their marks: (七)总计 is one of the rows that 三、 is divided into. */
const LEVELS = [/^[一二三四五六七八九十]+、/, /^\(/, /^\d+[.、]/];
const levelOf = ({ text }: Cell): number => LEVELS.findIndex((mark) => mark.test(text));

/** The labels a row is a part of, its own put in their place in `above` for the rows below it. */
export function outerLabels(row: readonly Cell[], above: Cell[]): readonly Cell[] {
  const labels = row.filter((cell) => cell.number === null && levelOf(cell) >= 0);
  const outer = above.slice(0, Math.max(0, labels[0] ? levelOf(labels[0]) : 0));
  above.splice(outer.length);
  for (const label of labels) above[levelOf(label)] = label;
  return outer.filter((cell) => cell !== undefined);
}

const unmarked = (text: string): string => text.replace(MARK, "");
const isTotalWord = (text: string, matcher: Matcher): boolean => matcher.lexicon.cues.total?.includes(text) ?? false;

/** Where the words of a label end: what stands in brackets after them is a measure word or a remark. */
export function labelEnd({ text, from, to }: Cell): number {
  const bracket = text.indexOf("(");
  return bracket > 0 ? from + bracket : to;
}

/** The labels of a cell as a clause that ends with its number. */
export function labelled(
  labels: readonly Token[],
  quantity: Quantity,
  cell: { start: number; end: number },
): Neighbourhood {
  const kept = labels.filter(({ kind }) => kind === "word" || kind === "time" || kind === "open" || kind === "close");
  const tokens = kept.map((token, index) => ({ ...token, index }));
  const number: Token = {
    kind: "quantity",
    index: tokens.length,
    start: cell.start,
    end: cell.end,
    gap: 0,
    word: null,
    quantity,
    time: null,
  };
  const inside = bracketed(tokens);
  const before = tokens.filter(({ index }) => !inside.has(index)).reverse();
  return { tokens: [...tokens, number], number, before, clause: before, after: [], table: true };
}

function bracketed(tokens: readonly Token[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let depth = 0;
  tokens.forEach((token, index) => {
    if (token.kind === "open") depth += 1;
    if (depth > 0 || token.kind === "open" || token.kind === "close") inside.add(index);
    if (token.kind === "close") depth = Math.max(0, depth - 1);
  });
  return inside;
}
