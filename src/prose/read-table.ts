import { bind, type Candidate } from "./bind.ts";
import type { Neighbourhood } from "./clause.ts";
import { BODY_CUES } from "./lexicon.ts";
import { CUE, type Matcher } from "./matcher.ts";
import type { Quantity } from "./quantity.ts";
import { reading } from "./reading.ts";
import { type Frame, openScene, type Reading, type Scene, type Stretch } from "./scene.ts";
import type { Line } from "./segment.ts";
import { type Cell, gridOf } from "./table-grid.ts";
import { is, type Token, textOf, tokensOf } from "./token.ts";

interface Table {
  readonly text: string;
  /** Words of the caption. */
  readonly head: readonly Token[];
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
  const head = [
    ...(caption ? tokensOf(text, caption.from, caption.to, matcher) : []),
    ...rest.flatMap((cell) => tokensOf(text, cell.from, cell.to, matcher)),
  ];
  const readings: Reading[] = [];
  let headings: readonly Cell[] = [];
  const plan = stretch.plan || tokens.flat().some((token) => is(token, CUE.plan_text));
  const table: Table = { text, head, stretch: { ...stretch, plan }, frame, matcher };
  for (const row of rows) {
    if (row.every((cell) => cell.number === null)) {
      headings = row;
      continue;
    }
    row.forEach((cell, column) => {
      if (!cell.number) return;
      const heading = headings[column] ?? null;
      if (heading && isOneKind(heading, headings, row, table)) return;
      const one = readCell(table, row, column, heading, readings.at(-1)?.scope ?? null);
      if (one) readings.push(one);
    });
  }
  return readings;
}

/** 民事 | 刑事 | 行政 | 合计: columns of kinds of cases are parts, but for the last. Twice the same heading: one of two groups. */
function isOneKind(
  heading: Cell,
  headings: readonly Cell[],
  [first]: readonly Cell[],
  { text, matcher }: Table,
): boolean {
  // Columns that repeat side by side have labels of their own.
  const isLabelled = first?.number === null && headings.filter((other) => other.text === headings[0]?.text).length > 1;
  if (!isLabelled && heading.text !== "" && headings.filter((other) => other.text === heading.text).length > 1)
    return true;
  const has = (cell: Cell, cue: number): boolean =>
    tokensOf(text, cell.from, cell.to, matcher).some((token) => is(token, cue));
  return headings.some((other) => has(other, CUE.kind_of)) && !has(heading, CUE.total);
}

/** No label stands more cells to the left of its number. */
const WIDEST_ROW = 40;

function readCell(
  table: Table,
  row: readonly Cell[],
  column: number,
  heading: Cell | null,
  spoken: string | null,
): Reading | null {
  const { text, head, stretch, frame, matcher } = table;
  const cell = row[column] as Cell;
  const words = row
    .slice(Math.max(0, column - WIDEST_ROW), column)
    .filter((one) => one.number === null && one.text !== "");
  // 调解组织 | 个 | 2350: a column of measure words stands between label and number.
  const measured = words.length > 1 && isMeasure(words.at(-1)?.text ?? "", matcher);
  const label = words.at(measured ? -2 : -1);
  if (!cell.number || (!label && row.some((one) => one.number === null && one.text !== ""))) return null;
  // What stands in brackets after the label is its measure word or a remark.
  const bracket = label?.text.indexOf("(") ?? 0;
  const labels = label ? tokensOf(text, label.from, bracket > 0 ? label.from + bracket : label.to, matcher) : [];
  const headings = heading && heading.number === null ? tokensOf(text, heading.from, heading.to, matcher) : [];
  if (headings.some((token) => is(token, CUE.skip_column))) return null;
  const where = label ? placeOf(label.text, labels, frame) : null;
  const isTotal =
    label !== undefined &&
    ((labels.length === 1 && is(labels[0], CUE.total)) || frame.places.get(label.text) === frame.region);
  const speaks =
    (label !== undefined && isExplained(labels, label)) ||
    (heading !== null && (!label || isBare(labels, label)) && isExplained(headings, heading));
  if (!where && !isTotal && !speaks) return null;
  const said = `${measured ? `(${words.at(-1)?.text})` : ""}${label?.text ?? ""}${heading?.text ?? ""}`;
  const quantity = withMeasure(cell.number, said, headings, matcher);
  const place = labelled([...(where || isTotal ? head : head.map(subjectOnly)), ...labels, ...headings], quantity, {
    start: cell.from,
    end: cell.to,
  });
  const scene = openScene(text, stretch, frame);
  scene.place = where;
  takeLabels([...head, ...labels, ...headings], scene);
  const candidate =
    bind(place, quantity, scene, matcher) ?? bindAsAbove(labels, headings, quantity, scene, spoken, table);
  if (!candidate || candidate.unexplained > 1 || namesAnother(labels, candidate)) return null;
  const kind = isAim([...labels, ...headings], scene) ? "target" : "observation";
  const one = reading(candidate.bound, quantity, kind, candidate, scene);
  return { ...one, start: cell.from, end: cell.to };
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

const isMeasure = (text: string, matcher: Matcher): boolean => text.replace(SCALE, "") in matcher.lexicon.measures;

const SCALE = /^[万亿]/;
const BRACKETED = /\((?:单位:?)?([万亿]?)([^()]{1,4})\)/;

/** The number with the measure word that stands beside it: 金额(万元), a column of units, or a heading that ends in 率. */
function withMeasure(number: Quantity, said: string, headings: readonly Token[], matcher: Matcher): Quantity {
  if (number.units.length > 0) return number;
  const bracket = BRACKETED.exec(said);
  const units = matcher.lexicon.measures[bracket?.[2] ?? ""];
  if (bracket && units) {
    const power = bracket[1] === "万" ? 4 : bracket[1] === "亿" ? 8 : 0;
    // Shifting decimal digits keeps 1152.47万 exact.
    return { ...number, value: Number(`${number.value}e${power}`), units, measure: bracket[2] as string };
  }
  return headings.some((token) => textOf(token).endsWith("率"))
    ? { ...number, units: ["percent"], measure: "%" }
    : number;
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

/** 行政处罚 | 受理件数: the label names another indicator than the heading, so it is a group of its cases. */
function namesAnother(labels: readonly Token[], { bound, anchor }: Candidate): boolean {
  if (labels.some(({ start }) => start === anchor.start)) return false;
  return labels.some(
    ({ word }) =>
      word && !word.noun && word.anchors.length > 0 && word.anchors.every((one) => one.indicator !== bound.indicator),
  );
}

/** 数量, 2021年: the row says nothing of its own, the headings tell what its numbers count. */
function isBare(labels: readonly Token[], label: Cell): boolean {
  const named = labels.reduce((letters, token) => letters + token.end - token.start, 0);
  return named >= label.text.length && labels.every((token) => token.kind === "time" || is(token, CUE.filler));
}

/** A row is read only where its own label says what it counts; a heading alone would count every group. */
function isExplained(labels: readonly Token[], label: Cell): boolean {
  if (labels.some((token) => is(token, CUE.tier))) return false;
  const last = labels.at(-1);
  const trailing = last
    ? label.text
        .slice(last.end - label.from)
        .replace(/\(.*$/, "")
        .replace(/[^\u4e00-\u9fff]/g, "").length
    : 0;
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
    // 上年: the column beside 本年.
    const { year } = scene.frame;
    if (is(token, CUE.prior) && year !== null)
      scene.span = { year: year - 1, months: null, several: false, named: true };
    for (const cue of BODY_CUES) if (is(token, CUE[cue]) && cue !== "whole_region") scene.bodies.add(cue);
  }
}

/** The labels of a cell as a clause that ends with its number. */
function labelled(labels: readonly Token[], quantity: Quantity, cell: { start: number; end: number }): Neighbourhood {
  const kept = labels.filter(({ kind }) => kind === "word" || kind === "time" || kind === "open" || kind === "close");
  const tokens = kept.map((token, index) => ({ ...token, index }));
  const number: Token = {
    kind: "quantity",
    index: tokens.length,
    start: cell.start,
    end: cell.end,
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
