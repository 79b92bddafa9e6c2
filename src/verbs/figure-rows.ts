import type { Panel } from "../model/panel.ts";
import { type ColumnTable, numbersOf } from "../model/table.ts";
import { numbersBy, wholesBy } from "../util/fill.ts";
import type { ChosenRows } from "./choose-rows.ts";
import { dictionaryOf } from "./columns.ts";
import { orderOf } from "./order-of.ts";
import { type RegionPlaces, regionPlaces } from "./region-places.ts";
import type { ResolvedSelection } from "./selection.ts";

/** The rows of a comparison, each a region and year: which observation it shows. */
export interface FigureRows {
  /** Row of the observations; −1 where nothing was reported. */
  readonly row: Int32Array;
  /** Row of the denominator, where a figure is made of two counts and `row` is that of the numerator; −1 otherwise. */
  readonly under: Int32Array;
  /** Whether there is any pair, and any row where nothing was reported. */
  readonly paired: boolean;
  readonly missing: boolean;
  /** Number of its region among `places`. */
  readonly place: Int32Array;
  readonly year: Float64Array;
  readonly places: RegionPlaces;
}

/** Rows in order; `walk` goes through the same rows as they lie in the data: row `from[k]` is shown at `to[k]`. */
export interface OrderedRows extends FigureRows {
  readonly walk: { readonly from: Int32Array; readonly to: Int32Array };
}

/** Rows of observations, and pairs of counts, as rows of a comparison; not in order yet. */
export function figureRows(
  panel: Panel,
  asked: ResolvedSelection,
  table: ColumnTable,
  row: Int32Array,
  under: Int32Array | null = null,
): FigureRows {
  const places = regionPlaces(panel, asked.regions, table);
  const codes = dictionaryOf(table, "region").codes;
  const years = numbersOf(table, "year");
  return {
    row,
    under: under ?? new Int32Array(row.length).fill(-1),
    paired: under !== null && under.length > 0,
    missing: false,
    place: wholesBy(row.length, (i) => places.placeOf[codes[row[i] as number] as number] ?? -1),
    year: numbersBy(row.length, (i) => years[row[i] as number] as number),
    places,
  };
}

/** A code that was not yet, or no longer, in use has nothing to report. */
function existed(panel: Panel, code: string, year: number): boolean {
  const { valid_from: from = null, valid_to: to = null } = panel.regions.get(code) ?? {};
  return (from === null || from <= year) && (to === null || year <= to);
}

/** With a row for each region and year asked for that has none yet. */
export function withMissing(panel: Panel, asked: ResolvedSelection, figures: FigureRows): FigureRows {
  if (asked.regions === null) return figures;
  const years = [...(asked.years ?? new Set(figures.year))];
  const width = years.length;
  const at = new Map(years.map((year, i) => [year, i]));
  const present = new Uint8Array(figures.places.regions.length * width);
  figures.place.forEach((place, i) => {
    present[place * width + (at.get(figures.year[i] as number) as number)] = 1;
  });
  const lacking: number[] = [];
  const count = new Set(asked.regions).size;
  for (let cell = 0; cell < count * width; cell += 1) {
    const [place, year] = [Math.floor(cell / width), years[cell % width] as number];
    if (present[cell] === 0 && existed(panel, figures.places.regions[place] as string, year)) lacking.push(cell);
  }
  const none = () => new Int32Array(lacking.length).fill(-1);
  return {
    places: figures.places,
    paired: figures.paired,
    missing: lacking.length > 0,
    row: joined(figures.row, none()),
    under: joined(figures.under, none()),
    place: joined(
      figures.place,
      Int32Array.from(lacking, (cell) => Math.floor(cell / width)),
    ),
    year: joined(
      figures.year,
      Float64Array.from(lacking, (cell) => years[cell % width] as number),
    ),
  };
}

/** One list of rows behind another. */
export function bothRows(a: FigureRows, b: FigureRows): FigureRows {
  return {
    places: a.places,
    paired: a.paired || b.paired,
    missing: a.missing || b.missing,
    row: joined(a.row, b.row),
    under: joined(a.under, b.under),
    place: joined(a.place, b.place),
    year: joined(a.year, b.year),
  };
}

function joined<T extends Int32Array | Float64Array>(a: T, b: T): T {
  const both = new (a.constructor as new (length: number) => T)(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Some rows of a comparison, in the order given. */
export function pickRows(figures: FigureRows, rows: Int32Array): FigureRows {
  const { row, under, place, year } = figures;
  const pick = (from: Int32Array) => wholesBy(rows.length, (i) => from[rows[i] as number] as number);
  return {
    ...figures,
    row: pick(row),
    under: figures.paired ? pick(under) : new Int32Array(rows.length).fill(-1),
    place: pick(place),
    year: numbersBy(rows.length, (i) => year[rows[i] as number] as number),
  };
}

function minOf(numbers: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < numbers.length; i += 1) if ((numbers[i] as number) < least) least = numbers[i] as number;
  return least;
}

const maxOf = (numbers: Float64Array): number => -minOf(numbers.map((one) => -one));

/** By region, year and body: the order of the data does not matter. */
export function inOrder(figures: FigureRows, table: ColumnTable): OrderedRows {
  const { row, place, year, places } = figures;
  const { codes: bodies, values } = dictionaryOf(table, "body");
  const names = [...new Set(["", ...values])].sort();
  const bodyPlace = Int32Array.from(values, (body) => names.indexOf(body));
  const [first, last] = [minOf(year), maxOf(year)];
  const width = year.length === 0 ? 1 : last - first + 1;
  const keys = numbersBy(row.length, (i) => {
    const one = row[i] as number;
    const body = one === -1 ? 0 : (bodyPlace[bodies[one] as number] ?? 0);
    return ((place[i] as number) * width + (year[i] as number) - first) * names.length + body;
  });
  const order = orderOf(keys, places.regions.length * width * names.length);
  const to = new Int32Array(order.length);
  for (let i = 0; i < order.length; i += 1) to[order[i] as number] = i;
  return { ...pickRows(figures, order), walk: { from: row, to } };
}

/** Why a row without an observation has no figure: it counts another body, or nothing was reported. */
export function reasonsOf(
  figures: Pick<FigureRows, "places" | "place" | "year">,
  { aside }: ChosenRows,
  table: ColumnTable,
): (i: number) => string {
  const region = dictionaryOf(table, "region");
  const years = numbersOf(table, "year");
  const others = new Set(Array.from(aside, (row) => `${region.at(row)} ${years[row]}`));
  return (i) =>
    others.has(`${figures.places.regions[figures.place[i] as number]} ${figures.year[i]}`)
      ? "not_comparable"
      : "not_reported";
}
