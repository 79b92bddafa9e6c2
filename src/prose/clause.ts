import type { Token } from "./token.ts";

/** The neighbourhood of one number: indices into the tokens of its paragraph. */
export interface Neighbourhood {
  readonly tokens: readonly Token[];
  readonly at: number;
  /** Tokens between the number before (or the beginning of the clause) and this one, nearest first; brackets left out. */
  readonly before: readonly number[];
  /** Tokens of the whole clause before the number, nearest first. */
  readonly clause: readonly number[];
  /** Tokens after the number up to the end of the clause or the next number. */
  readonly after: readonly number[];
  /** The words are labels of a table cell. */
  readonly table?: boolean;
}

const ends = (token: Token): boolean => token.kind === "comma" || token.kind === "semicolon" || token.kind === "stop";

/** What stands in the clause around the number at index `at`? */
export function neighbourhood(tokens: readonly Token[], at: number): Neighbourhood {
  const before: number[] = [];
  const clause: number[] = [];
  let open = true;
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (ends(token)) break;
    if (token.kind === "close") {
      i = matching(tokens, i);
      continue;
    }
    // A number that opens a bracket belongs to the words before the bracket.
    if (token.kind === "open" && clause.length > 0) break;
    if (token.kind === "open") continue;
    if (token.kind === "quantity") open = false;
    if (open) before.push(i);
    clause.push(i);
  }
  const after: number[] = [];
  for (let i = at + 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (ends(token) || token.kind === "quantity" || token.kind === "close") break;
    if (token.kind === "open") {
      i = closing(tokens, i);
      continue;
    }
    after.push(i);
  }
  return { tokens, at, before, clause, after };
}

function matching(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i -= 1) {
    const kind = (tokens[i] as Token).kind;
    if (kind === "stop") return i + 1;
    if (kind === "close") depth += 1;
    else if (kind === "open" && --depth === 0) return i;
  }
  return close;
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    const kind = (tokens[i] as Token).kind;
    if (kind === "stop") return i - 1;
    if (kind === "open") depth += 1;
    else if (kind === "close" && --depth === 0) return i;
  }
  return open;
}
