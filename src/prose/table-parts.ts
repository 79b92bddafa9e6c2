import { CUE, type Matcher } from "./matcher.ts";
import { type Cell, cellTokens } from "./table-cell.ts";
import type { Columns } from "./table-headings.ts";
import { is, type Token } from "./token.ts";

interface Text {
  readonly text: string;
  readonly matcher: Matcher;
}

export const widthOf = (row: readonly Cell[]): number => row.findLastIndex(({ text }) => text !== "") + 1;

/** 一、行政复议 | | |: a row that holds nothing but a name says what the rows below it are about. */
export const isOneName = (row: readonly Cell[]): boolean => {
  const names = new Set(row.map((cell) => cell.text).filter((name) => name !== ""));
  return names.size === 1;
};

/** 民事 | 刑事 | 行政 | 合计: columns of kinds of cases are parts, but for the last. Twice the same heading: one of two groups. */
export function isOneKind(
  column: number,
  { lower, upper }: Columns,
  [first]: readonly Cell[],
  { text, matcher }: Text,
): boolean {
  const heading = lower[column];
  if (!heading) return false;
  const name = (at: number): string => `${upper[at]?.text ?? ""}|${lower[at]?.text}`;
  const twice = (at: number): boolean => lower.some((_, other) => other !== at && name(other) === name(at));
  // Columns that repeat side by side have labels of their own.
  const isLabelled = first?.number === null && twice(0);
  if (!isLabelled && heading.text !== "" && twice(column)) return true;
  const has = (cell: Cell, cue: number): boolean => cellTokens(cell, text, matcher).some((token) => is(token, cue));
  return lower.some((other) => has(other, CUE.kind_of)) && !has(heading, CUE.total);
}

/** So many numbers before their sum are no chance. */
const FEWEST_SUMMANDS = 3;

/** 自然人 58 | 企业 7 | 其他 1 | 总计 66: before the sum that ends a row stand its parts, unless their headings say what they are. */
export function isSummand(
  row: readonly Cell[],
  column: number,
  { lower, upper }: Columns,
  { text, matcher }: Text,
): boolean {
  const at = row.flatMap(({ number }, i) => (number ? [i] : []));
  const last = at.at(-1);
  if (last === undefined || column === last || at.length <= FEWEST_SUMMANDS) return false;
  const values = at.map((i) => row[i]?.number?.value as number);
  const sum = values.slice(0, -1).reduce((total, value) => total + value, 0);
  if (sum === 0 || sum !== values.at(-1)) return false;
  const words = (cell: Cell | undefined): readonly Token[] => (cell ? cellTokens(cell, text, matcher) : []);
  if ([...lower, ...upper].some((cell) => words(cell).some(({ kind }) => kind === "time"))) return false;
  // What stands above all columns alike tells them not apart.
  return !words(lower[column]).some(({ word }) => word?.anchors.some(({ rule }) => !rule.tableOnly));
}
