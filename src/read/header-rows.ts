import { type CellKind, cellKind } from "./cell-kind.ts";
import { roleOf } from "./header-words.ts";
import { isUnitLine } from "./heading.ts";
import { isSeriesFact } from "./series-facts.ts";

/** Which rows are headings, which come before them, and where the figures start. */
export interface HeaderRows {
  /** Rows with one text before the headings: titles, units, notes. */
  readonly titles: readonly number[];
  readonly headings: readonly number[];
  readonly bodyStart: number;
  /** A title between the headings and the first row of figures: it may hold for the rows up to the next one only. */
  readonly section: number | null;
}

const MOST_HEADINGS = 12;
const SAMPLE_CELLS = 200_000;

/** How many rows to judge a table by: fewer where it is very wide. */
export function sampleRows(rows: readonly (readonly string[])[]): number {
  const width = rows.slice(0, 50).reduce((most, row) => Math.max(most, row.length), 1);
  return Math.max(30, Math.min(2000, Math.floor(SAMPLE_CELLS / width)));
}

/**
 * Where do the headings of this table end and its figures begin?
 *
 * @remarks
 * A row belongs to the body as soon as the cells of those columns that hold figures below hold figures in it too. A row of
 * years over columns of figures is a heading; so is a row that numbers the columns.
 *
 * @param known - the first row of figures, where a mapping states it
 * @example
 * ```ts @import.meta.vitest
 * const rows = [["收入情况"], ["地区", "2021", "2022"], ["甲县", "5", "6"], ["乙县", "7", "8"]];
 * expect(headerRows(rows)).toEqual({ titles: [0], headings: [1], bodyStart: 2, section: null });
 * ```
 */
export function headerRows(rows: readonly (readonly string[])[], known?: number): HeaderRows {
  const kinds = rows.map((row) => row.map(cellKind));
  const columns = figureColumns(kinds);
  const starts = (row: readonly CellKind[], at: number) =>
    (isBody(row, columns) || isYearlyFigure(kinds, at, columns)) &&
    !isNumbering(rows[at] as readonly string[], row) &&
    !isSeriesFact(rows[at]?.[0] ?? "");
  let bodyStart = known ?? kinds.findIndex(starts);
  if (bodyStart < 0) bodyStart = rows.findIndex((row) => differing(row) >= 2) + 1;
  const headings: number[] = [];
  const titles: number[] = [];
  const loose: number[] = [];
  let above = bodyStart - 1;
  for (; above >= 0 && headings.length < MOST_HEADINGS; above -= 1) {
    const row = rows[above] as readonly string[];
    if (differing(row) < 2 && !(differing(row) === 1 && isInnerSpan(row))) {
      // A unit, or the first heading in a second language, may stand alone between the headings and the figures.
      if (headings.length > 0 || bodyStart - above > 2 || differing(row) === 0) break;
      loose.push(above);
      continue;
    }
    // 填报单位：… and 单位：件 in one line stand above the headings and over none of their columns.
    if (headings.length > 0 && isLineOfFacts(row, rows[headings[0] as number] as readonly string[])) break;
    // A pair such as "Data Source, World Development Indicators" above wide headings is no heading row.
    if (headings.length > 0 && isPair(row) && (rows[headings[0] as number] as readonly string[]).length > 4) break;
    if (!isNumbering(row, kinds[above] as CellKind[])) headings.unshift(above);
  }
  if (headings.length === 0) above = bodyStart - 1;
  else titles.push(...loose);
  for (let row = 0; row <= above; row += 1) if (differing(rows[row] as readonly string[]) > 0) titles.push(row);
  const [nearest] = loose;
  const text =
    nearest === undefined ? "" : ((rows[nearest] as readonly string[]).find((cell) => cell.trim() !== "") ?? "");
  const isSection = headings.length > 0 && nearest !== undefined && !isUnitLine(text) && roleOf(text) === null;
  return { titles, headings, bodyStart, section: isSection ? nearest : null };
}

export const differing = (row: readonly string[]): number =>
  new Set(row.map((cell) => cell.trim()).filter(Boolean)).size;

/** One text over several columns, with nothing over the first: a heading over a part of the table. */
function isInnerSpan(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== "").length;
  return row[0]?.trim() === "" && filled >= 1 && row.length > 2 && !row.some(isUnitLine);
}

/** A line with the unit or 续表 and at most two texts more, above many more headings. */
function isLineOfFacts(row: readonly string[], headings: readonly string[]): boolean {
  const facts = differing(row);
  return (
    facts <= 3 && row.some((cell) => isUnitLine(cell) || /^续表/u.test(cell.trim())) && facts < differing(headings)
  );
}

function isPair(row: readonly string[]): boolean {
  const filled = row.map((cell, at) => (cell.trim() === "" ? -1 : at)).filter((at) => at >= 0);
  return filled.length === 2 && filled[0] === 0 && filled[1] === 1;
}

interface FigureColumn {
  readonly column: number;
  readonly kind: "number" | "year";
}

/** Columns whose cells, past the first rows, are mostly figures or mostly years. */
function figureColumns(kinds: readonly (readonly CellKind[])[]): FigureColumn[] {
  const least = Math.max(1, Math.min(Math.floor(kinds.length / 3), 20));
  // In a table of one or two rows of figures the headings are the larger part.
  const last = kinds.length <= MOST_HEADINGS ? kinds.length - 1 : least;
  for (let from = least; from <= last; from += 1) {
    const found = figureColumnsFrom(kinds, from);
    if (found.length > 0) return found;
  }
  return [];
}

function figureColumnsFrom(kinds: readonly (readonly CellKind[])[], from: number): FigureColumn[] {
  const width = kinds.reduce((most, row) => Math.max(most, row.length), 0);
  const found: FigureColumn[] = [];
  for (let column = 0; column < width; column += 1) {
    const count = { blank: 0, sign: 0, year: 0, number: 0, text: 0 };
    for (let row = from; row < kinds.length; row += 1)
      count[(kinds[row] as readonly CellKind[])[column] ?? "blank"] += 1;
    const figures = count.number + count.year;
    if (figures + count.sign === 0 || count.text > figures + count.sign) continue;
    if (count.number + count.sign > 0 || count.year > 0)
      found.push({ column, kind: count.year > 4 * (count.number + count.sign) ? "year" : "number" });
  }
  return found;
}

function isBody(row: readonly CellKind[], columns: readonly FigureColumn[]): boolean {
  let fits = 0;
  let told = 0;
  let figures = 0;
  for (const { column, kind } of columns) {
    const cell = row[column] ?? "blank";
    if (cell === "blank") continue;
    told += 1;
    if (cell === "number" || cell === "sign") fits += 1;
    else if (cell === "year" && kind === "year") fits += 1;
    if (cell !== "text") figures += 1;
  }
  return told > 0 && figures > 0 && fits / told >= 0.5;
}

/**
 * Figures that look like years, 2021 people, below headings that are complete: years as headings stand several in a row, or
 * over nothing at the left.
 */
function isYearlyFigure(
  kinds: readonly (readonly CellKind[])[],
  at: number,
  columns: readonly FigureColumn[],
): boolean {
  const [row = [], above = []] = [kinds[at], kinds[at - 1]];
  const figures = columns.filter(({ column }) => row[column] === "year");
  const label = row.findIndex((cell) => cell !== "blank");
  const headed = columns.every(({ column }) => above[column] === "text");
  return at > 0 && headed && figures.length === 1 && columns.length === 1 && label >= 0 && row[label] === "text";
}

/** 甲 乙 1 2 3: a row that numbers the columns. */
function isNumbering(row: readonly string[], kinds: readonly CellKind[]): boolean {
  const figures = row
    .filter((_, at) => kinds[at] === "number")
    .map((cell) => Number(cell.trim().replace(/[()（）]/g, "")));
  const others = row.filter((cell, at) => kinds[at] !== "number" && cell.trim() !== "");
  return (
    figures.length >= 2 &&
    figures.every((figure, at) => figure === (figures[0] as number) + at) &&
    ((figures[0] === 1 && others.length <= 3) || others.length > 0) &&
    others.every((cell) => /^(?:[甲乙丙丁戊]|[A-E]|栏次|行次|序号|-|—)$/.test(cell.trim())) &&
    (others.length > 0 || figures.length === row.filter((cell) => cell.trim() !== "").length)
  );
}
