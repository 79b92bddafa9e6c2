import type { Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import type { Line } from "./segment.ts";
import { type Token, tokensOf } from "./token.ts";

/** A cell with where it stands; `number` where it holds nothing but one. */
export interface Cell extends Line {
  readonly text: string;
  readonly number: Quantity | null;
  /** What `from` and `to` count in, where that is not the text of the report: a label put together of its parts. */
  readonly source?: string;
}

/** A label that stands nowhere as it is written here. */
export const labelCell = (source: string): Cell => ({ from: 0, to: source.length, text: source, number: null, source });

/** The words of a cell, up to where a bracket opens if asked for. */
export function cellTokens(cell: Cell, text: string, matcher: Matcher, to = cell.to): readonly Token[] {
  return tokensOf(cell.source ?? text, cell.from, to, matcher);
}
