import { bind } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import { BODY_CUES } from "./lexicon.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { type Frame, openScene, type Reading, type Scene, type Stretch } from "./scene.ts";
import type { Line } from "./segment.ts";
import { is, type Token, textOf, tokensOf } from "./token.ts";

interface Cell extends Line {
  readonly text: string;
  readonly number: Quantity | null;
}

interface Table {
  readonly text: string;
  /** Words of the caption. */
  readonly head: readonly Token[];
  readonly stretch: Stretch;
  readonly frame: Frame;
  readonly matcher: Matcher;
}

const WIDEST = 8;

/**
 * Which readings does this table hold?
 *
 * @remarks
 * A row is read as caption, label (the nearest words to the left), heading of the column, number. Tables flattened to one
 * cell a line are folded back to the width at which their columns are the most alike. A caption names the indicator only
 * for rows whose label is a place or a total.
 *
 * @param text - normalised text
 * @param lines - the lines of the table
 * @param caption - the line before it, where it belongs to the table
 */
export function readTable(
  text: string,
  lines: readonly Line[],
  caption: Line | null,
  stretch: Stretch,
  frame: Frame,
  matcher: Matcher,
): Reading[] {
  const cells = lines.map((line) => cellsOf(text, line, matcher));
  const folded = cells.every((row) => row.length === 1)
    ? unfold(cells.map((row) => row[0] as Cell))
    : { rows: cells, rest: [] };
  const tokens = lines.map((line) => tokensOf(text, line.from, line.to, matcher));
  const head = [
    ...(caption ? tokensOf(text, caption.from, caption.to, matcher) : []),
    ...folded.rest.flatMap((cell) => tokensOf(text, cell.from, cell.to, matcher)),
  ];
  const readings: Reading[] = [];
  let headings: readonly Cell[] = [];
  const plan = stretch.plan || tokens.flat().some((token) => is(token, CUE.plan_text));
  const table: Table = { text, head, stretch: { ...stretch, plan }, frame, matcher };
  for (const row of folded.rows) {
    if (row.every((cell) => cell.number === null)) {
      headings = row;
      continue;
    }
    row.forEach((cell, column) => {
      if (!cell.number) return;
      const one = readCell(table, row, column, headings[column] ?? null);
      if (one) readings.push(one);
    });
  }
  return readings;
}

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

interface Folded {
  readonly rows: readonly (readonly Cell[])[];
  readonly rest: readonly Cell[];
}

/** 第二十条第(五)项 between the parts of a form that was flattened. */
const ARTICLE = /^第[一二三四五六七八九十百]+条/;

/** A flattened form of several small tables, or one flattened table. */
function unfold(cells: readonly Cell[]): Folded {
  const parts: Cell[][] = [[]];
  for (const cell of cells) {
    if (ARTICLE.test(cell.text)) parts.push([]);
    else parts.at(-1)?.push(cell);
  }
  if (parts.length === 1) return ruled(cells) ?? fold(cells);
  return { rows: parts.flatMap((part) => ruled(part)?.rows ?? []), rest: [] };
}

/** Headings, then rows of one label and as many numbers as there are headings beside the first. */
function ruled(cells: readonly Cell[]): Folded | null {
  const first = cells.findIndex((cell) => cell.number !== null);
  const width = first - 1;
  if (width < 2 || (cells.length - width) % width !== 0) return null;
  const rows: Cell[][] = [];
  for (let at = 0; at < cells.length; at += width) rows.push(cells.slice(at, at + width));
  const regular = rows.every((row, i) => row.every((cell, column) => (cell.number !== null) === (i > 0 && column > 0)));
  return regular ? { rows, rest: [] } : null;
}

/** The width and the offset at which the columns of a flattened table are the most alike. */
function fold(cells: readonly Cell[]): Folded {
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

function readCell(table: Table, row: readonly Cell[], column: number, heading: Cell | null): Reading | null {
  const { text, head, stretch, frame, matcher } = table;
  const cell = row[column] as Cell;
  const label = row.slice(0, column).findLast((one) => one.number === null && one.text !== "");
  if (!label || !cell.number) return null;
  const labels = tokensOf(text, label.from, label.to, matcher);
  const headings = heading && heading.number === null ? tokensOf(text, heading.from, heading.to, matcher) : [];
  if (headings.some((token) => is(token, CUE.skip_column))) return null;
  const where = placeOf(label.text, labels, frame);
  const isTotal = (labels.length === 1 && is(labels[0], CUE.total)) || frame.places.get(label.text) === frame.region;
  const speaks = isExplained(labels, label) || (heading !== null && isBare(labels, label) && isExplained(headings, heading));
  if (!where && !isTotal && !speaks) return null;
  const isRate = headings.some((token) => textOf(token).endsWith("率")) && cell.number.units.length === 0;
  const quantity = isRate ? { ...cell.number, units: ["percent"] } : cell.number;
  const place = labelled(
    [...(where || isTotal ? head : head.map(subjectOnly)), ...labels, ...headings],
    quantity,
    cell,
  );
  const scene = openScene(text, stretch, frame);
  scene.place = where;
  takeLabels([...head, ...labels, ...headings], scene);
  const candidate = bind(place, quantity, scene, matcher);
  if (!candidate || candidate.unexplained > 1) return null;
  const one = reading(candidate.bound, quantity, stretch.plan ? "target" : "observation", candidate, scene);
  return { ...one, start: cell.from, end: cell.to };
}

function placeOf(text: string, labels: readonly Token[], frame: Frame): Scene["place"] {
  const known = labels.length === 1 ? (labels[0]?.word?.place ?? null) : null;
  if (known) return known;
  const code = frame.places.get(text);
  if (code !== undefined) return code === frame.region ? null : { code, name: text };
  return PLACE.test(text) ? { code: null, name: text } : null;
}

const PLACE = /^(?![其各全])[\u4e00-\u9fff]{1,6}[市县区州盟旗]$/;
/** A label with more unknown letters than this names a group the lexicon does not know. */
const UNKNOWN = 1;

/** 数量, 2021年: the row says nothing of its own, the headings tell what its numbers count. */
function isBare(labels: readonly Token[], label: Cell): boolean {
  const named = labels.reduce((letters, token) => letters + token.end - token.start, 0);
  return named >= label.text.length && labels.every((token) => token.kind === "time" || is(token, CUE.filler));
}

/** A row is read only where its own label says what it counts; a heading alone would count every group. */
function isExplained(labels: readonly Token[], label: Cell): boolean {
  if (labels.some((token) => is(token, CUE.tier))) return false;
  const last = labels.at(-1);
  const trailing = last ? label.text.slice(last.end - label.from).replace(/[^\u4e00-\u9fff]/g, "").length : 0;
  const unknown = labels.reduce((letters, token) => letters + token.gap, trailing);
  const speaks = labels.some(({ word }) => word && (word.scope !== null || word.anchors.length > 0));
  return speaks && unknown <= UNKNOWN;
}

/** A caption names the indicator only of places and totals; for other rows it says what is spoken of. */
function subjectOnly(token: Token): Token {
  return token.word ? { ...token, gap: 0, word: { ...token.word, anchors: [], afters: [] } } : token;
}

/** Years and bodies that caption and labels name: 2019年受理量, 国务院部门. */
function takeLabels(tokens: readonly Token[], scene: Scene): void {
  for (const token of tokens) {
    if (token.time?.year) scene.span = { year: token.time.year, months: null, several: false, named: true };
    for (const cue of BODY_CUES) if (is(token, CUE[cue]) && cue !== "whole_region") scene.bodies.add(cue);
  }
}

/** The labels of a cell as a clause that ends with its number. */
function labelled(labels: readonly Token[], quantity: Quantity, cell: Cell): Neighbourhood {
  const kept = labels.filter(({ kind }) => kind === "word" || kind === "time" || kind === "open" || kind === "close");
  const tokens = kept.map((token, index) => ({ ...token, index }));
  const number: Token = {
    kind: "quantity",
    index: tokens.length,
    start: cell.from,
    end: cell.to,
    gap: 0,
    word: null,
    quantity,
    time: null,
  };
  const inside = bracketed(tokens);
  const before = tokens.filter(({ index }) => !inside.has(index)).reverse();
  return { tokens: [...tokens, number], number, before, clause: before, after: [], table: true };
}

function bracketed(tokens: readonly Token[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let depth = 0;
  tokens.forEach((token, index) => {
    if (token.kind === "open") depth += 1;
    if (depth > 0 || token.kind === "open" || token.kind === "close") inside.add(index);
    if (token.kind === "close") depth = Math.max(0, depth - 1);
  });
  return inside;
}
