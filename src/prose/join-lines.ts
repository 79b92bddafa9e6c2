import type { NormalText } from "./normalise.ts";

/** A line of a page: where it stands in the normal text, and how wide it was in the raw one. */
export interface PageLine {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly text: string;
}

/** Pages are narrower than this many half-width columns, and wider than that. */
const WIDEST = 120;
const NARROWEST = 24;
/** A line at least this share of the widest was broken by the page, not by the writer. */
const FULL = 0.55;
/** A heading that ends no sentence is joined only where it fills its line. */
const FULL_HEADING = 0.95;
/** So many lines must be broken before a text counts as one of pages. */
const FEWEST = 2;
const BROKEN_SHARE = 0.3;
const END = /[。!?;:]["”』」)]?$/;
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]+[章条部])/;
const PAGE_NUMBER = /^(?:[-—–·~ ]*\d{1,4}[-—–·~ ]*|第\d{1,4}页(?:[,/ ]?共\d{1,4}页)?)$/;
const NUMBER = /^[\d.,%-]+$/;

/**
 * Which lines of this text did a page break in the middle of a sentence, and what does it read without the breaks?
 *
 * @remarks
 * Text copied out of a PDF has lines of one width, with the number and the head of the page between them. A line is joined
 * to the next where it is nearly full, ends no sentence, and the next opens no heading. Texts that are not such pages,
 * tables among them, come back as they are.
 *
 * @param normal - as `normalise` gives it
 * @returns the joined text, with the way back to the same raw text
 */
export function joinLines(normal: NormalText): NormalText {
  const lines = linesOf(normal);
  const width = pageWidth(lines);
  if (width === null) return normal;
  const seen = new Set<string>();
  const kept = lines.filter((line) => {
    const isRepeated = seen.has(line.text);
    seen.add(line.text);
    return !PAGE_NUMBER.test(line.text) && !(isRepeated && isRunningHead(line));
  });
  const parts: [number, number][] = [];
  kept.forEach((line, i) => {
    const next = kept[i + 1];
    const joins = next !== undefined && isBroken(line, next, width);
    parts.push([line.from, joins || next === undefined ? line.to : line.to + 1]);
  });
  return cut(normal, parts);
}

export function linesOf({ text, raw, starts, ends }: NormalText): PageLine[] {
  const lines: PageLine[] = [];
  for (let from = 0; from < text.length; ) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    if (to > from) {
      const width = widthOf(raw, starts[from] as number, ends[to - 1] as number);
      lines.push({ from, to, width, text: text.slice(from, to) });
    }
    from = to + 1;
  }
  return lines;
}

function widthOf(raw: string, from: number, to: number): number {
  let width = to - from;
  if (width > WIDEST) return width;
  for (let at = from; at < to; at += 1) if (raw.charCodeAt(at) > 0xff) width += 1;
  return width;
}

/** The width of the pages, or null where this is no text of pages. */
function pageWidth(lines: readonly PageLine[]): number | null {
  if (lines.length < FEWEST + 1) return null;
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] as number;
  if (width > WIDEST || width < NARROWEST || (widths.at(-1) as number) > 1.3 * width) return null;
  const broken = lines.filter((line, i) => lines[i + 1] && isBroken(line, lines[i + 1] as PageLine, width)).length;
  return broken >= FEWEST && broken >= BROKEN_SHARE * lines.length ? width : null;
}

function isBroken(line: PageLine, next: PageLine, width: number): boolean {
  if (END.test(line.text) || /[|\t]/.test(line.text)) return false;
  // …显著。截: a sentence was begun on this line, however short it is.
  const isOpen = line.text.includes("。");
  if (!isOpen && line.width < (OPENS.test(line.text) ? FULL_HEADING : FULL) * width) return false;
  return !OPENS.test(next.text) && !(NUMBER.test(next.text) && NUMBER.test(line.text));
}

/** The same line again on another page, between lines it does not belong to. */
const isRunningHead = (line: PageLine): boolean => !END.test(line.text) && line.to - line.from >= 4;

/** The parts of a text put together, with the way back to the same raw text. */
export function cut(
  { text, raw, starts, ends }: NormalText,
  parts: readonly (readonly [number, number])[],
): NormalText {
  const length = parts.reduce((sum, [from, to]) => sum + to - from, 0);
  const joined = { starts: new Uint32Array(length), ends: new Uint32Array(length) };
  let at = 0;
  for (const [from, to] of parts) {
    joined.starts.set(starts.subarray(from, to), at);
    joined.ends.set(ends.subarray(from, to), at);
    at += to - from;
  }
  return { text: parts.map(([from, to]) => text.slice(from, to)).join(""), raw, ...joined };
}
