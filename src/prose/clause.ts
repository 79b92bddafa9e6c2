import { isJoint, type Token } from "./token.ts";

/** The neighbourhood of one number. Nearest first before it, in order after it; what stands in brackets is left out. */
export interface Neighbourhood {
  readonly tokens: readonly Token[];
  readonly number: Token;
  /** Between the number before (or the beginning of the clause) and this one. */
  readonly before: readonly Token[];
  /** The whole clause before the number. */
  readonly clause: readonly Token[];
  /** Up to the end of the clause or the next number. */
  readonly after: readonly Token[];
  /** The words are labels of a table cell. */
  readonly table?: boolean;
}

/** Text without punctuation is read in windows of this many tokens, so that time stays linear. */
const WIDEST = 80;

/** Whether a clause ends with this token. */
export const endsClause = (token: Token): boolean =>
  token.kind === "comma" || token.kind === "semicolon" || token.kind === "stop";

/** What stands in the clause around this number? */
export function neighbourhood(tokens: readonly Token[], number: Token): Neighbourhood {
  const before: Token[] = [];
  const clause: Token[] = [];
  let open = true;
  const from = Math.max(0, number.index - WIDEST);
  for (let i = number.index - 1; i >= from; i -= 1) {
    const token = tokens[i] as Token;
    if (endsClause(token)) break;
    if (token.kind === "close") {
      i = opening(tokens, i);
      continue;
    }
    if (token.kind === "open") {
      // A number that opens a bracket belongs to the words before the bracket.
      if (clause.length > 0) break;
      continue;
    }
    if (token.kind === "quantity") open = false;
    if (open) before.push(token);
    clause.push(token);
  }
  return {
    tokens,
    number,
    before: followsItem(tokens, number) ? [] : before,
    clause,
    after: following(tokens, number.index),
  };
}

/** 20件维持、5件撤销: in a list that says the number first, the words before the pause are of the number before them. */
function followsItem(tokens: readonly Token[], number: Token): boolean {
  const link = tokens[number.index - 1];
  if (number.gap > 0 || !link || !isJoint(link)) return false;
  for (let i = link.index - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (token.kind === "quantity") return i < link.index - 1;
    if (token.kind !== "word") return false;
  }
  return false;
}

function following(tokens: readonly Token[], at: number): Token[] {
  const after: Token[] = [];
  const to = Math.min(tokens.length, at + WIDEST);
  for (let i = at + 1; i < to; i += 1) {
    const token = tokens[i] as Token;
    if (endsClause(token) || token.kind === "quantity" || token.kind === "close") break;
    if (token.kind === "open") i = closing(tokens, i);
    else after.push(token);
  }
  return after;
}

/** Index of the bracket that opens what closes at `close`; `close` itself where none does. */
function opening(tokens: readonly Token[], close: number): number {
  let depth = 0;
  const from = Math.max(0, close - WIDEST);
  for (let i = close; i >= from; i -= 1) {
    const { kind } = tokens[i] as Token;
    if (kind === "stop") return close;
    if (kind === "close") depth += 1;
    else if (kind === "open" && --depth === 0) return i;
  }
  return close;
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  const to = Math.min(tokens.length, open + WIDEST);
  for (let i = open; i < to; i += 1) {
    const { kind } = tokens[i] as Token;
    if (kind === "stop") return open;
    if (kind === "open") depth += 1;
    else if (kind === "close" && --depth === 0) return i;
  }
  return open;
}
