import type { NormalText } from "./normalise.ts";

/** A line of the report with where it stands. */
export interface Line {
  readonly from: number;
  readonly to: number;
}

/** A piece of a report: running text, or a table of cells. */
export interface Block {
  readonly kind: "paragraph" | "table";
  readonly lines: readonly Line[];
  /** Titles of the sections it stands in, outermost first; one list for all blocks of a section. */
  readonly path: readonly string[];
  readonly title: boolean;
}

const HEADINGS: readonly RegExp[] = [
  /^第?[一二三四五六七八九十]{1,3}[、.]|^第[一二三四五六七八九十]+[章部]分?/,
  /^\(?[一二三四五六七八九十]{1,3}\)|^\)/,
  /^\d{1,2}[.、](?!\d)/,
];
const LONGEST_HEADING = 60;
const REPEAT_LENGTH = 24;

/**
 * Of which blocks does this report consist, and in which section does each stand?
 *
 * @remarks
 * Lines seen before (24 letters or longer) are left out: mirrors print whole reports twice. Headings may be lines of
 * their own or the first sentence of a paragraph. Rows with `|` and runs of short lines with numbers are tables.
 *
 * @param normal - the normalised report
 * @returns blocks in the order of the text, and how many lines were repeats
 */
export function blocksOf(normal: NormalText): { readonly blocks: readonly Block[]; readonly repeated: number } {
  const { text } = normal;
  const blocks: Block[] = [];
  const seen = new Set<string>();
  const headings: (string | undefined)[] = [];
  let path: readonly string[] = [];
  let repeated = 0;
  let titles = true;
  const lines = linesOf(text);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    const content = text.slice(line.from, line.to);
    if (content.length >= REPEAT_LENGTH && !content.includes("|")) {
      if (seen.has(content)) {
        repeated += 1;
        continue;
      }
      seen.add(content);
    }
    const table = tableEnd(text, lines, i, headings[0]);
    if (table > i) {
      blocks.push({ kind: "table", lines: lines.slice(i, table), path, title: false });
      i = table - 1;
      continue;
    }
    const level = HEADINGS.findIndex((pattern) => pattern.test(content));
    if (level >= 0) {
      headings.length = level;
      headings[level] = headingOf(content);
      path = headings.filter((name) => name !== undefined);
    }
    const isTitle: boolean = titles && level < 0 && !content.includes("。") && content.length <= LONGEST_HEADING;
    if (content.includes("。")) titles = false;
    blocks.push({ kind: "paragraph", lines: [line], path, title: isTitle });
  }
  return { blocks, repeated };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from < text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    if (to > from) lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

function headingOf(content: string): string {
  const stop = content.search(/[。;]/);
  const text = stop < 0 ? content : content.slice(0, stop);
  return text.length <= LONGEST_HEADING ? text : text.slice(0, LONGEST_HEADING);
}

/** Index after the last line of the table that begins at line `i` of a section; `i` where none begins. */
function tableEnd(text: string, lines: readonly Line[], i: number, section: string | undefined): number {
  let end = i;
  while (end < lines.length && isRow(text, lines[end] as Line)) end += 1;
  if (end - i >= 2 || (end > i && isPiped(text, lines[i] as Line))) return end;
  end = i;
  while (end < lines.length && isCell(text, lines[end] as Line) && !isNextSection(text, lines, end, section)) end += 1;
  if (end - i < 8) return i;
  // The edges between cells may have become lines of their own.
  const cells = lines.slice(i, end).filter((line) => !EDGE.test(text.slice(line.from, line.to)));
  const numbers = cells.filter((line) => NUMBER.test(text.slice(line.from, line.to))).length;
  return cells.length >= 8 && numbers * 3 >= cells.length ? end : i;
}

const EDGE = /^[|\t ]+$/;
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const SECTION = /^([一二三四五六七八九十])、/;

/** 四、 after 三、 opens the next section, and is no row of a table, where no number follows. */
function isNextSection(text: string, lines: readonly Line[], at: number, section: string | undefined): boolean {
  const told = (line: Line | undefined): string => (line ? text.slice(line.from, line.to) : "");
  // The edge of a cell may stand between a label and its number.
  const [here, next] = [lines[at], EDGE.test(told(lines[at + 1])) ? lines[at + 2] : lines[at + 1]].map(told);
  const mark = SECTION.exec(here ?? "")?.[1];
  if (mark === undefined || NUMBER.test(next ?? "")) return false;
  const open = SECTION.exec(section ?? "")?.[1];
  return open === undefined || NUMERALS.indexOf(mark) === NUMERALS.indexOf(open) + 1;
}

const NUMBER = /^[\d.]+%?$/;

/** A sentence with a bar at its end is what is left of a page's frame, not a row. */
const SENTENCE = /^[^|\t]{60,}[|\t\s]*$|。[|\t\s]*$/;

function isRow(text: string, line: Line): boolean {
  const content = text.slice(line.from, line.to);
  return /[|\t]/.test(content) && !SENTENCE.test(content);
}

const isPiped = (text: string, line: Line): boolean =>
  (text.slice(line.from, line.to).match(/[|\t]/g)?.length ?? 0) >= 2;

const LONGEST_CELL = 40;

function isCell(text: string, line: Line): boolean {
  if (line.to - line.from > LONGEST_CELL) return false;
  // (区分处理的,只计这一情形): a remark in brackets makes no sentence of a cell.
  return !/[。;,:]/.test(text.slice(line.from, line.to).replace(/\([^()]*\)/g, ""));
}
