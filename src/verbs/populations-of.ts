import type { Population, Region } from "../model/region.ts";
import type { DictionaryColumn } from "../model/table.ts";
import { type PopulationChoice, populationFor } from "./population-for.ts";

/** Populations that figures are divided by, each once, and which of them each row has. */
export interface RowPopulations {
  readonly populations: readonly Population[];
  /** Their sizes and years. */
  readonly value: readonly number[];
  readonly year: readonly number[];
  /** Number of the population of a row; −1 where none is near enough. */
  readonly of: Int32Array;
}

/** Populations looked for before under one choice: a row of numbers by calendar year for each region. */
class Book {
  readonly populations: Population[] = [];
  readonly value: number[] = [];
  readonly year: number[] = [];
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
    this.known.set(one, number);
    return number;
  }
}

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
  codes: DictionaryColumn,
  years: Float64Array,
): RowPopulations {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < years.length; row += 1) {
    const year = years[row] as number;
    if (year < first) first = year;
    if (year > last) last = year;
  }
  const book = bookOf(regions, choice, first, Math.max(first, last));
  const of = new Int32Array(years.length).fill(-1);
  const rows = new Array<Int32Array | undefined>(codes.values.length);
  for (let row = 0; first <= last && row < years.length; row += 1) {
    const code = codes.codes[row] as number;
    const year = years[row] as number;
    if (code === -1 || Number.isNaN(year)) continue;
    let own = rows[code];
    if (own === undefined) {
      own = book.rowOf(codes.values[code] as string);
      rows[code] = own;
    }
    of[row] = own[year - first] ?? -1;
  }
  return { populations: book.populations, value: book.value, year: book.year, of };
}
