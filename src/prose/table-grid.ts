import type { Matcher } from "./matcher.ts";
import type { Line } from "./segment.ts";
import type { Cell } from "./table-cell.ts";
import { groupedHeadings, joinHeadings } from "./table-headings.ts";
import { tokensOf } from "./token.ts";

const WIDEST = 8;

type Row = readonly Cell[];

/** Rows of cells, and what stood before the first row of a flattened table. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly rest: readonly Cell[];
}

/** The cells of a table: by `|` or tabs, or folded back where every line is one cell. */
export function gridOf(text: string, lines: readonly Line[], matcher: Matcher): Grid {
  const kept = lines.filter((line) => !BAR.test(text.slice(line.from, line.to)));
  const rows = kept.map((line) => cellsOf(text, line, matcher));
  // A bar after every cell is still one cell a line.
  const filled = rows.map((row) => row.filter((cell) => cell.text !== ""));
  if (filled.every((row) => row.length <= 1)) return unfold(filled.flat(), matcher);
  return { rows: regrouped(rows, filled), rest: [] };
}

/** What is left of the edge between two cells that became lines. */
const BAR = /^[|\t ]+$/;

function cellsOf(text: string, line: Line, matcher: Matcher): Cell[] {
  const cells: Cell[] = [];
  let from = line.from;
  for (let at = line.from; at <= line.to; at += 1) {
    if (at < line.to && text[at] !== "|" && text[at] !== "\t") continue;
    cells.push(cellOf(text, from, at, matcher));
    from = at + 1;
  }
  return cells;
}

function cellOf(text: string, from: number, to: number, matcher: Matcher): Cell {
  let start = from;
  let end = to;
  while (start < end && text[start] === " ") start += 1;
  while (end > start && text[end - 1] === " ") end -= 1;
  const content = text.slice(start, end);
  const plain = /^[≥≤约近]?-?\d[\d.]*[^\d]{0,4}$/.test(content);
  const token = plain ? tokensOf(text, start, end, matcher).find((one) => one.quantity) : undefined;
  return { from: start, to: end, text: content, number: token?.quantity ?? null };
}

/** 第二十条第(五)项 between the parts of a form that was flattened. */
const ARTICLE = /^第[一二三四五六七八九十百]+条/;

/** A flattened form of several small tables, or one flattened table. */
function unfold(cells: readonly Cell[], matcher: Matcher): Grid {
  const parts: Cell[][] = [[]];
  for (const cell of cells) {
    if (ARTICLE.test(cell.text)) parts.push([]);
    else parts.at(-1)?.push(cell);
  }
  if (parts.length === 1)
    return ruled(cells) ?? groups(cells) ?? oneRow(cells, matcher) ?? totals(cells) ?? fold(cells);
  return {
    rows: parts.flatMap((part) => (ruled(part) ?? joined(part, matcher) ?? totals(part))?.rows ?? []),
    rest: [],
  };
}

/** Headings, then rows of one label and as many numbers as there are headings beside the first. */
function ruled(cells: readonly Cell[]): Grid | null {
  const width = cells.findIndex((cell) => cell.number !== null) - 1;
  if (width < 2 || cells.length % width !== 0) return null;
  const rows: Cell[][] = [];
  for (let at = 0; at < cells.length; at += width) rows.push(cells.slice(at, at + width));
  const regular = rows.every((row, i) => row.every((cell, column) => (cell.number !== null) === (i > 0 && column > 0)));
  return regular ? { rows, rest: [] } : null;
}

/** Rows as they stand, but where one of nothing but numbers is wider than the headings above it, those of every number. */
function regrouped(rows: readonly Row[], filled: readonly Row[]): readonly Row[] {
  const last = filled.findIndex((row) => row.length > 0 && row.every((cell) => cell.number !== null));
  const above = filled.slice(0, Math.max(0, last));
  const numbers = filled[last] ?? [];
  if (above.length === 0 || above.some((row) => row.length >= numbers.length || row.some((cell) => cell.number)))
    return rows;
  const grid = groups([...above.flat(), ...numbers]);
  return grid ? [...grid.rows, ...rows.slice(last + 1)] : rows;
}

/** One row of numbers below the same headings for each of several groups. */
function groups(cells: readonly Cell[]): Grid | null {
  const first = cells.findIndex((cell) => cell.number !== null);
  const numbers = cells.slice(first);
  if (first < 1 || numbers.some((cell) => cell.number === null)) return null;
  const headings = groupedHeadings(cells.slice(0, first), numbers.length);
  return headings && { rows: [headings.upper, headings.lower, numbers], rest: [] };
}

/** Labels and as many numbers as the first of them have; another table may follow in the same run of cells. */
interface Run {
  readonly labels: readonly Cell[];
  readonly numbers: readonly Cell[];
}

function runsOf(cells: readonly Cell[]): Run[] {
  const rows: Cell[][] = [[]];
  cells.forEach((cell, i) => {
    if (cell.number === null && cells[i - 1]?.number) rows.push([]);
    rows.at(-1)?.push(cell);
  });
  const runs = rows.map((row) => {
    return { labels: row.filter((cell) => !cell.number), numbers: row.filter((cell) => cell.number) };
  });
  return runs.filter(({ labels, numbers }) => labels.length > 0 && numbers.length === runs[0]?.numbers.length);
}

/** Such rows below headings that were broken into more cells than there are columns: 本年新 | 制作数量. */
function joined(cells: readonly Cell[], matcher: Matcher): Grid | null {
  const [opening, ...others] = runsOf(cells);
  const [corner, ...parts] = opening?.labels.slice(0, -1) ?? [];
  if (!opening || !corner || opening.numbers.length < 2) return null;
  const headings = joinHeadings(parts, opening.numbers, matcher);
  const rows = [{ ...opening, labels: opening.labels.slice(-1) }, ...others];
  return (
    headings && {
      rows: [[corner, ...headings], ...rows.map(({ labels, numbers }) => [...labels.slice(-1), ...numbers])],
      rest: [],
    }
  );
}

/** No fewer parts make a sum that is no chance. */
const FEWEST_SUMMANDS = 2;

/** Such rows where the last number is the sum of the others: of headings that cannot be told apart only the sum needs none. */
function totals(cells: readonly Cell[]): Grid | null {
  const [opening, ...others] = runsOf(cells);
  if (!opening || others.length === 0 || opening.numbers.length <= FEWEST_SUMMANDS) return null;
  const told = [{ ...opening, labels: opening.labels.slice(-1) }, ...others];
  if (!told.every(({ numbers }) => isSum(numbers))) return null;
  if (others.every(({ numbers }) => numbers.at(-1)?.number?.value === 0)) return null;
  return { rows: told.map(({ labels, numbers }) => [...labels, numbers.at(-1) as Cell]), rest: [] };
}

const isSum = (numbers: readonly Cell[]): boolean =>
  numbers.slice(0, -1).reduce((sum, cell) => sum + (cell.number?.value ?? 0), 0) === numbers.at(-1)?.number?.value;

const CAPTION = /^\d{4}年|^表\d|[^代]表$|情况$|统计$|结果$|一览$/;

/** Headings, some of them broken over several cells, and then nothing but one number for each. */
function oneRow(all: readonly Cell[], matcher: Matcher): Grid | null {
  const rest = all.slice(0, CAPTION.test(all[0]?.text ?? "") ? 1 : 0);
  const cells = all.slice(rest.length);
  const first = cells.findIndex((cell) => cell.number !== null);
  const numbers = cells.slice(first);
  if (first < numbers.length || numbers.length < 2 || numbers.some((cell) => cell.number === null)) return null;
  const headings = joinHeadings(cells.slice(0, first), numbers, matcher);
  return headings && { rows: [headings, numbers], rest };
}

/** The width and the offset at which the columns of a flattened table are the most alike. */
function fold(cells: readonly Cell[]): { rows: Cell[][]; rest: readonly Cell[] } {
  let best = { score: 0, width: 0, offset: 0 };
  for (let offset = 0; offset <= 3; offset += 1) {
    for (let width = 2; width <= WIDEST; width += 1) {
      const score = alike(cells, offset, width);
      if (score > best.score) best = { score, width, offset };
    }
  }
  if (best.score < 0.9) return { rows: [], rest: [] };
  const rows: Cell[][] = [];
  for (let at = best.offset; at < cells.length; at += best.width) rows.push(cells.slice(at, at + best.width));
  return { rows, rest: cells.slice(0, best.offset) };
}

function alike(cells: readonly Cell[], offset: number, width: number): number {
  const heading = cells.slice(offset, offset + width);
  const rows = Math.floor((cells.length - offset - width) / width);
  if (rows < 2 || heading.length < width || heading.some((cell) => cell.number !== null)) return 0;
  let same = 0;
  for (let column = 0; column < width; column += 1) {
    let numbers = 0;
    for (let row = 1; row <= rows; row += 1) if (cells[offset + row * width + column]?.number) numbers += 1;
    same += Math.max(numbers, rows - numbers) / rows;
  }
  const left = (cells.length - offset) % width;
  return same / width - 0.02 * offset - 0.01 * left;
}
