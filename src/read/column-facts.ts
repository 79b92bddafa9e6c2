import { calendarOf } from "./calendar.ts";
import { type CellKind, cellKind } from "./cell-kind.ts";
import type { HeaderRows } from "./header-rows.ts";
import { type Role, roleOf } from "./header-words.ts";
import { plainText } from "./heading.ts";
import { withoutSeriesFacts } from "./series-facts.ts";

/** What the headings and the first rows tell of one column. */
export interface ColumnFacts {
  readonly column: number;
  /** Heading from top to bottom, without repeats. */
  readonly path: readonly string[];
  readonly last: string;
  readonly named: Role | null;
  readonly counts: Readonly<Record<CellKind, number>>;
  readonly filled: number;
  /** Cells of the rows at hand, in order. */
  readonly texts: readonly string[];
  readonly distinct: ReadonlySet<string>;
  readonly firstFilled: boolean;
}

/** Facts of every column of a table, from its headings and the rows of the body that are at hand. */
export function columnFacts(rows: readonly (readonly string[])[], header: HeaderRows): ColumnFacts[] {
  const paths = headingPaths(withoutSeriesFacts(header.headings.map((row) => rows[row] as readonly string[])));
  const body = rows.slice(header.bodyStart).filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = widthOf(paths.length, body);
  return Array.from({ length: width }, (_, column) => {
    const texts = body.map((row) => (row[column] ?? "").trim());
    const counts = { blank: 0, sign: 0, year: 0, number: 0, text: 0 };
    const calendar = calendarOf(texts);
    for (const text of texts) counts[cellKind(calendar(text))] += 1;
    const path = paths[column] ?? [];
    const last = path[path.length - 1] ?? "";
    const there = texts.filter((text) => text !== "");
    const named = roleOf(last) ?? (path.length > 1 ? roleOf(path[0] as string) : null);
    return {
      column,
      path,
      last,
      named,
      counts,
      filled: there.length,
      texts,
      distinct: new Set(there),
      firstFilled: texts[0] !== "",
    };
  });
}

/** Columns without a heading count only where most rows have them: a cell too many in one row is a flaw of that row. */
function widthOf(headed: number, body: readonly (readonly string[])[]): number {
  const widths = body
    .slice(0, 200)
    .map((row) => row.length - [...row].reverse().findIndex((cell) => cell.trim() !== ""))
    .sort((a, b) => a - b);
  const usual = widths[Math.floor((widths.length - 1) / 2)] ?? 0;
  return Math.max(headed, usual);
}

/** A heading that stands over several columns is printed over the first: it holds until the next one of its row. */
function headingPaths(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.map((row, at) => {
    const below = rows.slice(at + 1);
    const cells = Array.from({ length: width }, (_, column) => plainText(row[column] ?? ""));
    for (let column = 1; column < width; column += 1) {
      const under = below.some((lower) => (lower[column] ?? "").trim() !== "");
      const sameParent = at === 0 || rows.slice(0, at).every((upper) => (upper[column] ?? "").trim() === "");
      if (cells[column] === "" && under && sameParent && below.length > 0) cells[column] = cells[column - 1] as string;
    }
    return cells;
  });
  return Array.from({ length: width }, (_, column) => {
    const path = filled.map((cells) => cells[column] as string).filter((text) => text !== "");
    return path.filter((text, at) => text !== path[at - 1]);
  });
}

/** Whether the cells of a column are figures rather than texts. */
export function isFigures({ counts, filled }: ColumnFacts): boolean {
  const told = filled - counts.sign;
  return told === 0 ? counts.sign > 0 : (counts.number + counts.year) / told >= 0.5 && counts.number + counts.year > 0;
}

/** Whether the cells of a column are years or periods. */
export const isYears = ({ counts, filled }: ColumnFacts): boolean => filled > 0 && counts.year / filled >= 0.8;
