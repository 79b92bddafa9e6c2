import { bind, type Candidate } from "./bind.ts";
import { BODY_CUES } from "./lexicon.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { type Frame, openScene, type Reading, type Scene, type Stretch } from "./scene.ts";
import { scopeOf } from "./scope-of.ts";
import type { Line } from "./segment.ts";
import { type Cell, cellTokens } from "./table-cell.ts";
import { gridOf } from "./table-grid.ts";
import { type Columns, headingsAbove, yearLabels } from "./table-headings.ts";
import {
  isBare,
  isExplained,
  isMeasure,
  isWhole,
  labelEnd,
  labelled,
  labelOf,
  outerLabels,
  placeOf,
  withMeasure,
} from "./table-labels.ts";
import { isOneKind, isOneName, isSummand, widthOf } from "./table-parts.ts";
import { is, type Token, tokensOf } from "./token.ts";

interface Table {
  readonly text: string;
  /** Words of the caption. */
  readonly head: readonly Token[];
  /** Labels of the rows that the row read is a part of. */
  readonly outer: readonly Cell[];
  /** Subjects that give way to what caption or section are about. */
  readonly under: ReadonlySet<string>;
  readonly stretch: Stretch;
  readonly frame: Frame;
  readonly matcher: Matcher;
}

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
  const { rows, rest } = gridOf(text, lines, matcher);
  const tokens = lines.map((line) => tokensOf(text, line.from, line.to, matcher));
  const captioned = caption ? tokensOf(text, caption.from, caption.to, matcher) : [];
  const head = [...captioned, ...rest.flatMap((cell) => tokensOf(text, cell.from, cell.to, matcher))];
  const readings: Reading[] = [];
  let columns: Columns = { lower: [], upper: [] };
  let opening = true;
  const plan = stretch.plan || tokens.flat().some((token) => is(token, CUE.plan_text));
  const above: Cell[] = [];
  const about = scopeOf([captioned], matcher) ?? stretch.scope;
  const under = matcher.over.get(about ?? "") ?? new Set();
  let table: Table = { text, head, under, outer: [], stretch: { ...stretch, plan }, frame, matcher };
  for (const row of yearLabels(rows)) {
    if (row.every((cell) => cell.number === null)) {
      const [name] = row;
      if (name && row.length > 1 && isOneName(row))
        table = { ...table, head: [...head, ...cellTokens(name, text, matcher)] };
      else columns = { lower: row, upper: opening ? headingsAbove(columns, row) : [] };
      opening = true;
      continue;
    }
    opening = false;
    // Headings fewer than the cells below them stand above nobody knows which.
    if (columns.lower.length > 0 && widthOf(row) > columns.lower.length) columns = { lower: [], upper: [] };
    const outer = outerLabels(row, above);
    row.forEach((cell, column) => {
      if (!cell.number || isOneKind(column, columns, row, table) || isSummand(row, column, columns, table)) return;
      const one = readCell({ ...table, outer }, row, column, columns, readings.at(-1)?.scope ?? null);
      if (one) readings.push(one);
    });
  }
  return readings;
}

/** No label stands more cells to the left of its number. */
const WIDEST_ROW = 40;

function readCell(
  table: Table,
  row: readonly Cell[],
  column: number,
  columns: Columns,
  spoken: string | null,
): Reading | null {
  const { text, outer, stretch, frame, matcher } = table;
  const cell = row[column] as Cell;
  const words = row
    .slice(Math.max(0, column - WIDEST_ROW), column)
    .filter((one) => one.number === null && one.text !== "");
  // 调解组织 | 个 | 2350: a column of measure words stands between label and number.
  const measured = words.length > 1 && isMeasure(words.at(-1)?.text ?? "", matcher);
  const label = labelOf([...outer, ...words.slice(0, measured ? -1 : undefined)], matcher);
  if (!cell.number || (!label && row.some((one) => one.number === null && one.text !== ""))) return null;
  const labels = label ? cellTokens(label, text, matcher, labelEnd(label)) : [];
  const bare = !label || isBare(labels, label);
  const { heading, headings, upper } = headingOf(columns, column, bare, table);
  if (headings.some((token) => is(token, CUE.skip_column))) return null;
  const where = (label && placeOf(label.text, labels, frame)) ?? (heading && placeOf(heading.text, headings, frame));
  const isTotal =
    (label !== undefined && isWhole(label, labels, frame)) ||
    (bare && heading !== null && isWhole(heading, headings, frame));
  const speaks =
    (label !== undefined && isExplained(labels, label)) || (heading !== null && bare && isExplained(headings, heading));
  if (!where && !isTotal && !speaks) return null;
  const caption = (where || isTotal) && isOpen(columns, column, table) ? table.head : table.head.map(subjectOnly);
  const said = `${measured ? `(${words.at(-1)?.text})` : ""}${label?.text ?? ""}${heading?.text ?? ""}`;
  const quantity = withMeasure(cell.number, said, headings, matcher);
  const named = [...caption, ...upper, ...labels, ...headings].map((token) => ofSection(token, table));
  const place = labelled(named, quantity, { start: cell.from, end: cell.to });
  const scene = openScene(text, stretch, frame);
  scene.place = where;
  takeLabels(named, scene);
  const candidate =
    bind(place, quantity, scene, matcher) ??
    (where ? null : bindAsAbove(labels, headings, quantity, scene, spoken, table));
  if (!candidate || candidate.unexplained > 1 || namesAnother(labels, candidate)) return null;
  const kind = isAim([...labels, ...headings], scene) ? "target" : "observation";
  const one = reading(candidate.bound, quantity, kind, candidate, scene);
  return { ...one, start: cell.from, end: cell.to };
}

interface Heading {
  readonly heading: Cell | null;
  readonly headings: readonly Token[];
  readonly upper: readonly Token[];
}

/** What stands above a number; the upper one of two headings says what is counted where the lower names but a year, or the total of rows without a label. */
function headingOf({ lower, upper }: Columns, column: number, bare: boolean, { text, matcher }: Table): Heading {
  const heading = lower[column];
  if (!heading || heading.number !== null) return { heading: null, headings: [], upper: [] };
  const headings = cellTokens(heading, text, matcher);
  const above = upper[column];
  if (!above || above.text === heading.text) return { heading, headings, upper: [] };
  const over = cellTokens(above, text, matcher);
  const isTotal = headings.length === 1 && is(headings[0] as Token, CUE.total);
  if (heading.text !== "" && (isTotal ? !bare : !isBare(headings, heading)))
    return { heading, headings, upper: over.map(subjectOnly) };
  return { heading: above, headings: [...over, ...headings], upper: [] };
}

/** Whether the column leaves it to the caption what is counted: 数量, 2021年, a place, or the total of such columns. */
function isOpen({ lower }: Columns, column: number, { text, frame, matcher }: Table): boolean {
  const heading = lower[column];
  if (!heading || heading.number !== null || heading.text === "") return true;
  const headings = cellTokens(heading, text, matcher);
  if (!isWhole(heading, headings, frame))
    return isBare(headings, heading) || placeOf(heading.text, headings, frame) !== null;
  return !lower.some((other) => cellTokens(other, text, matcher).some(({ word }) => word && word.anchors.length > 0));
}

/** 2025年目标值 is aimed at wherever it stands; in a plan everything is but its base: 2020年基期值, 实际完成值. */
function isAim(labels: readonly Token[], { plan, span, frame }: Scene): boolean {
  if (labels.some((token) => is(token, CUE.target) || is(token, CUE.plan_text))) return true;
  if (span.named && span.year !== null && frame.year !== null && span.year !== frame.year)
    return span.year > frame.year;
  return plan && !labels.some((token) => is(token, CUE.actual));
}

/** 直接纠错率 below 审结行政复议案件: under a caption of several subjects a bare label is of the subject of the row above. */
function bindAsAbove(
  labels: readonly Token[],
  headings: readonly Token[],
  quantity: Quantity,
  scene: Scene,
  spoken: string | null,
  { matcher }: Table,
): Candidate | null {
  if (spoken === null || labels.some(({ word }) => word?.scope)) return null;
  scene.scope = spoken;
  scene.scopeDistance = "section";
  return bind(labelled([...labels, ...headings], quantity, quantity), quantity, scene, matcher);
}

/** 行政处罚 | 受理件数: the label names another indicator than the heading, so it is a group of its cases. */
function namesAnother(labels: readonly Token[], { bound, anchor }: Candidate): boolean {
  if (labels.some(({ start }) => start === anchor.start)) return false;
  return labels.some(
    ({ word }) =>
      word && !word.noun && word.anchors.length > 0 && word.anchors.every((one) => one.indicator !== bound.indicator),
  );
}

/** 行政复议 in a table about 信息公开 is one of its subjects, not a subject of its own. */
const ofSection = (token: Token, { under }: Table): Token =>
  token.word?.scope && under.has(token.word.scope) ? { ...token, word: { ...token.word, scope: null } } : token;

/** A caption names the indicator only of places and totals; for other rows it says what is spoken of. */
function subjectOnly(token: Token): Token {
  return token.word ? { ...token, gap: 0, word: { ...token.word, anchors: [], afters: [] } } : token;
}

/** Years and bodies that caption and labels name: 2019年受理量, 国务院部门. */
function takeLabels(tokens: readonly Token[], scene: Scene): void {
  for (const token of tokens) {
    if (token.time?.year) scene.span = { year: token.time.year, months: null, several: false, named: true };
    // 上年: the column beside 本年.
    const { year } = scene.frame;
    if (is(token, CUE.prior) && year !== null)
      scene.span = { year: year - 1, months: null, several: false, named: true };
    for (const cue of BODY_CUES) if (is(token, CUE[cue]) && cue !== "whole_region") scene.bodies.add(cue);
  }
}
