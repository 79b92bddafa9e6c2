import type { Panel } from "../model/panel.ts";
import { type Column, type ColumnTable, DictionaryColumn, NumberColumn, numbersOf, tableOf } from "../model/table.ts";
import type { ChosenRows } from "./choose-rows.ts";
import { constantText, dictionaryOf, editedTexts, mappedTexts, withFlag } from "./columns.ts";
import type { COMPARISON_COLUMNS } from "./comparison-columns.ts";
import { type FigureRows, inOrder, type OrderedRows, reasonsOf, withMissing } from "./figure-rows.ts";
import { groupCounts } from "./group-counts.ts";
import { observedOf } from "./observed.ts";
import type { ResolvedSelection } from "./selection.ts";

/**
 * Fills a column with cells of the observations. They are fetched in the order of the data, which lies side by side in
 * memory, and put where they are shown: the other way round each of a million cells waits for memory.
 */
function fetched<T extends Float64Array | Int32Array>(column: T, { from, to }: OrderedRows["walk"], empty: T): T {
  for (let k = 0; k < from.length; k += 1) {
    const row = from[k] as number;
    if (row !== -1) empty[to[k] as number] = column[row] as number;
  }
  return empty;
}

/** A text column of the observations, seen through the rows of a comparison; made when it is read. */
function seenTexts(column: DictionaryColumn, walk: OrderedRows["walk"]): DictionaryColumn {
  const { length } = walk.from;
  if (column.values.length === 0) return constantText(null, length);
  return new DictionaryColumn(length, () => ({
    codes: fetched(column.codes, walk, new Int32Array(length).fill(-1)),
    values: column.values,
  }));
}

/** The same for numbers. */
function seenNumbers(column: Float64Array, walk: OrderedRows["walk"]): NumberColumn {
  const { length } = walk.from;
  return new NumberColumn(length, () => fetched(column, walk, new Float64Array(length).fill(Number.NaN)));
}

/** Counts as they stand in a row; of a pair of counts the value of the row of each. */
function seenCounts(
  table: ColumnTable,
  name: "numerator" | "denominator",
  { row, under, paired }: FigureRows,
  own: OrderedRows["walk"],
): NumberColumn {
  const stated = seenNumbers(numbersOf(table, name), own);
  if (!paired) return stated;
  const values = numbersOf(table, "value");
  return new NumberColumn(row.length, () =>
    stated.values.map((count, i) => {
      const [above, below] = [row[i] as number, under[i] as number];
      return below === -1 ? count : (values[name === "numerator" ? above : below] as number);
    }),
  );
}

/**
 * Figures in order, as a table with the columns of {@link COMPARISON_COLUMNS}: rows of observations, pairs of counts (their rate still
 * to be computed), and rows for regions and years without either.
 *
 * Columns are gathered when they are first read: a comparison of a million rows reads a dozen of its 34.
 */
export function figureTable(
  panel: Panel,
  asked: ResolvedSelection,
  unordered: FigureRows,
  chosen: ChosenRows,
): { table: ColumnTable; figures: FigureRows } {
  const table = observedOf(panel);
  const figures = inOrder(withMissing(panel, asked, unordered), table);
  const { row, under, year, walk, place, places } = figures;
  // A pair of counts is in no row of its own.
  const single = (from: number, k: number) => (under[walk.to[k] as number] === -1 ? from : -1);
  const own = figures.paired ? { from: walk.from.map(single), to: walk.to } : walk;
  const text = (name: string, from = own) => seenTexts(dictionaryOf(table, name), from);
  const number = (name: string) => seenNumbers(numbersOf(table, name), own);
  const constant = (value: string | null) => constantText(value, row.length);
  const { indicator } = asked;
  const value = number("value");
  const source = text("source", walk);
  const titleOf = (id: string) => panel.sources.get(id)?.title ?? id;
  const columns: Record<keyof typeof COMPARISON_COLUMNS, Column> = {
    region: new DictionaryColumn(place, places.regions),
    name: places.column("name", place),
    name_en: places.column("name_en", place),
    level: places.column("level", place),
    parent: places.column("parent", place),
    year: new NumberColumn(year),
    period: text("period", walk),
    indicator: constant(indicator.id),
    indicator_zh: constant(indicator.name_zh),
    indicator_en: constant(indicator.name_en),
    family: constant(indicator.family),
    body: figures.missing
      ? otherwise(text("body", walk), (i) => (row[i] === -1 ? chosen.body : null))
      : text("body", walk),
    value,
    lower: number("lower"),
    upper: number("upper"),
    interval_lower: noNumbers(row.length),
    interval_upper: noNumbers(row.length),
    interval_method: constant(null),
    interval_level: noNumbers(row.length),
    unit: otherwise(text("unit"), () => indicator.unit),
    unit_zh: constant(indicator.unit_zh),
    direction: constant(indicator.direction),
    qualifier: text("qualifier"),
    numerator: seenCounts(table, "numerator", figures, own),
    denominator: seenCounts(table, "denominator", figures, own),
    basis: constant(null),
    basis_year: noNumbers(row.length),
    kind: otherwise(text("kind"), (i) => (under[i] === -1 ? null : "derived")),
    missing: missingColumn(table, figures, value, text("missing"), chosen),
    n_used: noNumbers(row.length),
    n_missing: noNumbers(row.length),
    source,
    source_title: mappedTexts(source, titleOf),
    definition: mappedTexts(source, (id) => panel.sources.get(id)?.definition ?? null),
    locator: text("locator"),
    as_written: text("as_written"),
    note: text("note"),
    flags: flagColumn(table, figures, chosen),
  };
  return { table: tableOf({ ...columns, ...groupCounts(columns, value) }), figures };
}

function noNumbers(length: number): NumberColumn {
  return new NumberColumn(length, () => new Float64Array(length).fill(Number.NaN));
}

/** A text column with something in place of what is missing. */
function otherwise(column: DictionaryColumn, text: (i: number) => string | null): DictionaryColumn {
  return new DictionaryColumn(column.length, () => {
    const known = new Map(column.values.map((value, code) => [value, code]));
    const codes = column.codes.slice();
    let [last, now]: [string | null, number] = [null, -1];
    for (let i = 0; i < codes.length; i += 1) {
      const instead = codes[i] === -1 ? text(i) : null;
      if (instead === null) continue;
      if (instead !== last) {
        if (!known.has(instead)) known.set(instead, known.size);
        now = known.get(instead) as number;
        last = instead;
      }
      codes[i] = now;
    }
    return { codes, values: [...known.keys()] };
  });
}

/** Why a figure is not there. A pair of counts has one yet to be computed. */
function missingColumn(
  table: ColumnTable,
  { row, under, places, place, year }: OrderedRows,
  value: NumberColumn,
  stated: DictionaryColumn,
  chosen: ChosenRows,
): DictionaryColumn {
  const reason = reasonsOf({ places, place, year }, chosen, table);
  return otherwise(stated, (i) => {
    if (row[i] === -1) return reason(i);
    return under[i] === -1 && Number.isNaN(value.values[i]) ? "not_reported" : null;
  });
}

function flagColumn(table: ColumnTable, figures: FigureRows, { flags }: ChosenRows): DictionaryColumn {
  const { row, under } = figures;
  const period = dictionaryOf(table, "period").codes;
  return new DictionaryColumn(row.length, () => {
    const changes = new Map<number, string | null>();
    if (flags.size === 0 && !figures.paired) return constantText(null, row.length);
    for (let i = 0; i < row.length; i += 1) {
      const one = row[i] as number;
      const partial = under[i] !== -1 && period[one] !== -1 ? ["period.partial"] : [];
      const flag = withFlag(under[i] === -1 ? (flags.get(one) ?? null) : null, ...partial);
      if (flag !== null) changes.set(i, flag);
    }
    return editedTexts(constantText(null, row.length), changes);
  });
}
