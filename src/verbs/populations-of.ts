import type { Population, Region } from "../model/region.ts";
import type { DictionaryColumn } from "../model/table.ts";
import { type PopulationChoice, populationFor } from "./population-for.ts";

/** Populations that figures are divided by, each once, and which of them each row has. */
export interface RowPopulations {
  readonly populations: readonly Population[];
  /** Their sizes and years, and 1 where they are registered residents. */
  readonly value: readonly number[];
  readonly year: readonly number[];
  readonly registered: readonly number[];
  /** Number of the population of a row; −1 where none is near enough. */
  readonly of: Int32Array;
}

/** Populations looked for before under one choice: a row of numbers by calendar year for each region. */
class Book {
  readonly populations: Population[] = [];
  readonly value: number[] = [];
  readonly year: number[] = [];
  readonly registered: number[] = [];
  private readonly known = new Map<Population, number>();
  private readonly rows = new Map<string, Int32Array>();

  constructor(
    private readonly regions: ReadonlyMap<string, Region>,
    private readonly choice: PopulationChoice,
    readonly first: number,
    readonly last: number,
  ) {}

  /** Numbers of the populations of a region from the first year to the last; −1 where none is near enough. */
  rowOf(code: string): Int32Array {
    const before = this.rows.get(code);
    if (before !== undefined) return before;
    const all = this.regions.get(code)?.population ?? [];
    const row = new Int32Array(this.last - this.first + 1);
    for (let i = 0; i < row.length; i += 1) row[i] = this.number(populationFor(all, this.first + i, this.choice));
    this.rows.set(code, row);
    return row;
  }

  private number(one: Population | null): number {
    if (one === null) return -1;
    const before = this.known.get(one);
    if (before !== undefined) return before;
    const number = this.populations.push(one) - 1;
    this.value.push(one.value);
    this.year.push(one.year);
    this.registered.push(Number(one.basis === "registered"));
    this.known.set(one, number);
    return number;
  }
}

/** No calendar year lies beyond: what does (a date, a sum) has no population. */
const LAST_YEAR = 9999;

const books = new WeakMap<ReadonlyMap<string, Region>, Map<string, Book>>();

function bookOf(regions: ReadonlyMap<string, Region>, choice: PopulationChoice, first: number, last: number): Book {
  const own = books.get(regions) ?? new Map<string, Book>();
  books.set(regions, own);
  const key = [choice.tolerance, choice.basis, first, last].join("|");
  const book = own.get(key) ?? new Book(regions, choice, first, last);
  own.set(key, book);
  return book;
}

/** The population of every row of a table, looked for once per region and calendar year. */
export function populationsOf(
  regions: ReadonlyMap<string, Region>,
  choice: PopulationChoice,
  { codes, values }: DictionaryColumn,
  years: Float64Array,
): RowPopulations {
  let [first, last] = [LAST_YEAR, 0];
  for (let row = 0; row < years.length; row += 1) {
    const year = years[row] as number;
    if (year < first && year >= 0) first = year;
    if (year > last && year <= LAST_YEAR) last = year;
  }
  const width = Math.max(0, last - first) + 1;
  const book = bookOf(regions, choice, first, first + width - 1);
  const cells = new Int32Array(values.length * width);
  values.forEach((code, i) => {
    cells.set(book.rowOf(code), i * width);
  });
  const of = new Int32Array(years.length);
  for (let row = 0; row < years.length; row += 1) {
    const at = (years[row] as number) - first;
    const code = codes[row] as number;
    of[row] = code !== -1 && at >= 0 && at < width ? (cells[code * width + at] ?? -1) : -1;
  }
  const { populations, value, year, registered } = book;
  return { populations, value, year, registered, of };
}
