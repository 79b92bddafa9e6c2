import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { type Cell, labelCell } from "./table-cell.ts";
import { is, isJoint, type Token, tokensOf } from "./token.ts";

/** A heading is broken into no more parts than this. */
const MOST_PARTS = 4;
/** A table of one row is no wider than this, so that putting its headings together stays quick. */
const WIDEST = 40;

/** A way to put the first parts together into so many headings; `ways` counts the equally good ones. */
interface Plan {
  readonly score: number;
  readonly ways: number;
  readonly cuts: readonly number[];
}

/**
 * How do these parts of headings go together, so that there is one for every number: 直接 | 纠错 | 维持 above 7 | 80?
 *
 * @remarks A number in percent stands under a rate, any other under a count. The headings the lexicon knows best win.
 *
 * @returns as many headings as numbers, or null where the lexicon does not tell how they go together
 */
export function joinHeadings(parts: readonly Cell[], numbers: readonly Cell[], matcher: Matcher): Cell[] | null {
  if (parts.length > WIDEST || numbers.length > parts.length) return null;
  // best[i]: the first i parts in as many headings as numbers so far.
  let best: (Plan | null)[] = [{ score: 0, ways: 1, cuts: [] }];
  for (const { number } of numbers) {
    best = Array.from({ length: parts.length + 1 }, (_, end) =>
      extended(best, parts, end, number as Quantity, matcher),
    );
  }
  const plan = best[parts.length];
  if (!plan || plan.ways > 1 || plan.score < numbers.length) return null;
  return plan.cuts.map((end, i) => labelCell(spelt(parts, plan.cuts[i - 1] ?? 0, end)));
}

/** The best way to end the next heading with this part. */
function extended(
  best: readonly (Plan | null)[],
  parts: readonly Cell[],
  end: number,
  number: Quantity,
  matcher: Matcher,
): Plan | null {
  let found: Plan | null = null;
  for (let from = Math.max(0, end - MOST_PARTS); from < end; from += 1) {
    const before = best[from];
    const fit = before ? fitOf(spelt(parts, from, end), number, matcher) : null;
    if (!before || fit === null) continue;
    const score = before.score + fit;
    if (found === null || score > found.score) found = { score, ways: before.ways, cuts: [...before.cuts, end] };
    else if (score === found.score) found = { score, ways: found.ways + before.ways, cuts: found.cuts };
  }
  return found;
}

const spelt = (parts: readonly Cell[], from: number, end: number): string =>
  parts
    .slice(from, end)
    .map((cell) => cell.text)
    .join("");

/** How well a heading is known: 3 one word, 2 one word and fillers, 1 fillers before it, 0 not wholly; null cannot be. */
function fitOf(heading: string, { units }: Quantity, matcher: Matcher): number | null {
  const name = heading.replace(/\([^()]*\)$/, "");
  if (/率$/.test(name) !== (units[0] === "percent")) return null;
  const tokens = tokensOf(name, 0, name.length, matcher);
  const named = tokens.filter((token) => token.word && (token.word.anchors.length > 0 || is(token, CUE.skip_column)));
  const [first] = tokens;
  if (named.length === 0 || !first || tokens.some(({ gap }) => gap > 0) || tokens.at(-1)?.end !== name.length) return 0;
  if (tokens.some((token) => !named.includes(token) && !isJoint(token) && !isFiller(token))) return 0;
  if (tokens.length === 1) return 3;
  if (named.length > 1 && !tokens.some(isJoint)) return null;
  return isFiller(first) ? 1 : 2;
}

const isFiller = (token: Token): boolean =>
  is(token, CUE.total) || (token.word !== null && token.word.anchors.length === 0 && token.word.neutral);

/** No group has fewer headings of its own. */
const FEWEST_IN_GROUP = 2;

/**
 * How do these headings stand above so many numbers, where each of several groups has the same ones?
 *
 * @remarks
 * The headings that return as often as there are groups are those of the columns; what stands between their runs names the
 * groups. Names that no run took when the next ones come are what those are kinds of.
 *
 * @returns two headings for every number, or null where they do not come out even
 */
export function groupedHeadings(cells: readonly Cell[], numbers: number): { upper: Cell[]; lower: Cell[] } | null {
  const times = new Map<string, number>();
  for (const { text } of cells) times.set(text, (times.get(text) ?? 0) + 1);
  const count = Math.max(...times.values());
  const leaves = new Set([...times].flatMap(([text, n]) => (n === count ? [text] : [])));
  if (count < 2 || leaves.size < FEWEST_IN_GROUP || leaves.size * count !== numbers) return null;
  const upper: Cell[] = [];
  const lower: Cell[] = [];
  let waiting: Cell[] = [];
  let over = "";
  let at = 0;
  while (at < cells.length) {
    const names = takeWhile(cells, at, ({ text }) => !leaves.has(text));
    const run = takeWhile(cells, at + names.length, ({ text }) => leaves.has(text));
    at += names.length + run.length;
    if (waiting.length > 0) over = waiting.map(({ text }) => text).join("");
    const groups = run.length / leaves.size;
    if (!Number.isInteger(groups) || names.length < groups) return null;
    waiting = names.slice(groups);
    names.slice(0, groups).forEach(({ text }, i) => {
      const group = run.slice(i * leaves.size, (i + 1) * leaves.size);
      lower.push(...group);
      upper.push(...group.map(() => labelCell(`${over}${text}`)));
    });
  }
  return waiting.length === 0 && lower.length === numbers ? { upper, lower } : null;
}

function takeWhile(cells: readonly Cell[], from: number, holds: (cell: Cell) => boolean): readonly Cell[] {
  let to = from;
  while (to < cells.length && holds(cells[to] as Cell)) to += 1;
  return cells.slice(from, to);
}

/** The headings right above the numbers and those above these. */
export interface Columns {
  readonly lower: readonly Cell[];
  readonly upper: readonly Cell[];
}

/**
 * The headings above these: 行政复议 stands over its own column and the empty ones beside it. What two rows of headings say
 * alike is one heading that spans both.
 */
export function headingsAbove({ lower, upper }: Columns, row: readonly Cell[]): readonly Cell[] {
  if (lower.length !== row.length) return [];
  let last = lower[0] as Cell;
  return lower.map((cell, column) => {
    // What stands in the corner names the rows, not the columns beside it.
    if (cell.text !== "" || column <= 1) last = cell;
    const over = upper[column];
    if (!over || over.text === last.text || over.text === "") return last;
    return last.text === row[column]?.text ? over : labelCell(`${over.text}${last.text}`);
  });
}

/** 2021 | 20 | 30: a year that opens a row is its label. */
export function yearLabels(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const numbered = rows.filter((row) => row.some((cell) => cell.number !== null));
  const opens = numbered.map(([first]) => first).filter((cell) => cell && /^(?:19|20)\d\d$/.test(cell.text));
  if (opens.length < numbered.length || numbered.some((row) => row.length < 2)) return rows;
  return rows.map((row) => {
    const [first, ...rest] = row;
    return first?.number ? [labelCell(`${first.text}年`), ...rest] : row;
  });
}
