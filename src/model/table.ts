import { table as arqueroTable, type ColumnTable } from "arquero";
import { nearest } from "../util/nearest.ts";
import { ComparandaError } from "./errors.ts";

export type { ColumnTable };

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
export type ColumnKind = "string" | "number" | "integer";

/** What Arquero asks of a column, and all we ask of one. */
export interface Column<T extends Cell = Cell> extends Iterable<T> {
  readonly length: number;
  at(row: number): T;
}

/** Strings held once each, with an integer per row; code −1 is missing. `keyFor` is Arquero's shortcut for filters. */
export class DictionaryColumn implements Column<string | null> {
  readonly length: number;
  constructor(
    readonly codes: Int32Array,
    readonly values: readonly string[],
  ) {
    this.length = codes.length;
  }
  at(row: number): string | null {
    return this.values[this.codes[row] as number] ?? null;
  }
  key(row: number): number {
    return this.codes[row] as number;
  }
  keyFor(value: unknown): number {
    return value === null ? -2 : this.values.indexOf(String(value));
  }
  *[Symbol.iterator](): Iterator<string | null> {
    for (let row = 0; row < this.length; row += 1) yield this.at(row);
  }
}

/** Numbers in a typed array. NaN inside stands for missing and comes out as null. */
export class NumberColumn implements Column<number | null> {
  readonly length: number;
  constructor(readonly values: Float64Array) {
    this.length = values.length;
  }
  at(row: number): number | null {
    const value = this.values[row] as number;
    return Number.isNaN(value) ? null : value;
  }
  *[Symbol.iterator](): Iterator<number | null> {
    for (let row = 0; row < this.length; row += 1) yield this.at(row);
  }
}

/** Collects one column value by value; `finish` gives the column. */
export interface ColumnBuilder {
  push(value: Cell): void;
  finish(): Column;
}

/** Builder of a {@link DictionaryColumn}. Not trimmed, not retyped: null alone is missing. */
export class DictionaryBuilder implements ColumnBuilder {
  private readonly known = new Map<string, number>();
  private codes = new Int32Array(64);
  private length = 0;
  push(value: Cell): void {
    if (this.length === this.codes.length) this.codes = grown(this.codes, new Int32Array(this.length * 2));
    this.codes[this.length] = value === null ? -1 : this.code(String(value));
    this.length += 1;
  }
  private code(value: string): number {
    const code = this.known.get(value) ?? this.known.size;
    if (code === this.known.size) this.known.set(value, code);
    return code;
  }
  finish(): DictionaryColumn {
    return new DictionaryColumn(this.codes.slice(0, this.length), [...this.known.keys()]);
  }
}

/** Builder of a {@link NumberColumn}. */
export class NumberBuilder implements ColumnBuilder {
  private values = new Float64Array(64);
  private length = 0;
  push(value: Cell): void {
    if (this.length === this.values.length) this.values = grown(this.values, new Float64Array(this.length * 2));
    this.values[this.length] = typeof value === "number" ? value : Number.NaN;
    this.length += 1;
  }
  finish(): NumberColumn {
    return new NumberColumn(this.values.slice(0, this.length));
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** An empty builder for a column of this kind. */
export function columnBuilder(kind: ColumnKind): ColumnBuilder {
  return kind === "string" ? new DictionaryBuilder() : new NumberBuilder();
}

/** An Arquero table over finished columns, in the order given. */
export function tableOf(columns: Readonly<Record<string, Column>>): ColumnTable {
  return arqueroTable(columns as Parameters<typeof arqueroTable>[0]);
}

/**
 * An Arquero table of typed columns from rows; a row without a column has null there, further keys are left out.
 *
 * @param rows - any iterable of plain objects
 * @param kinds - name and kind of each column, in order
 */
export function fromRows(rows: Iterable<object>, kinds: Readonly<Record<string, ColumnKind>>): ColumnTable {
  const names = Object.keys(kinds);
  const builders = names.map((name) => columnBuilder(kinds[name] as ColumnKind));
  for (const row of rows) {
    for (let i = 0; i < names.length; i += 1) {
      builders[i]?.push((row as Record<string, Cell | undefined>)[names[i] as string] ?? null);
    }
  }
  return tableOf(Object.fromEntries(names.map((name, i) => [name, (builders[i] as ColumnBuilder).finish()])));
}

/** The rows of a table as plain objects, in its order, without those it filters out; undefined and NaN come as null. */
export function rowsOf(table: ColumnTable): Row[] {
  const names = table.columnNames();
  const columns = names.map((name) => table.column(name) as Column);
  const rows: Row[] = [];
  table.scan((index) => {
    const row: Record<string, Cell> = {};
    for (let i = 0; i < names.length; i += 1)
      row[names[i] as string] = known((columns[i] as Column).at(index as number));
    rows.push(row);
  }, true);
  return rows;
}

const known = (value: Cell | undefined): Cell => (value === undefined || Number.isNaN(value) ? null : value);

/** A table from a table or from any iterable of rows; the columns of rows are those of all rows together. */
export function asTable(input: ColumnTable | Iterable<object>): ColumnTable {
  if ("columnNames" in input) return input;
  const rows = [...input] as Record<string, Cell | undefined>[];
  const kinds: Record<string, ColumnKind> = {};
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      // One text makes a text column; a column of nothing but null is text as well.
      const kind: ColumnKind = typeof value === "number" ? "number" : "string";
      if (value !== null && value !== undefined && kinds[name] !== "string") kinds[name] = kind;
    }
  }
  for (const name of new Set(rows.flatMap(Object.keys))) kinds[name] ??= "string";
  return fromRows(rows, kinds);
}

/** The table itself where its rows stand as they are stored, otherwise a copy of the rows it shows in the order it shows them. */
export function settled(table: ColumnTable): ColumnTable {
  return table.isFiltered() || table.isOrdered() ? table.reify() : table.ungroup();
}

/** A column as numbers in storage order; NaN stands for null, undefined and anything that is not a number. */
export function numbersOf(table: ColumnTable, name: string): Float64Array {
  const column = table.column(name) as Column | undefined;
  if (column instanceof NumberColumn) return column.values;
  return Float64Array.from({ length: table.totalRows() }, (_, i) => {
    const value = column?.at(i);
    return typeof value === "number" ? value : Number.NaN;
  });
}

/** A column as text in storage order; null where there is none. */
export function textsOf(table: ColumnTable, name: string): (string | null)[] {
  const column = table.column(name) as Column | undefined;
  const text = (value: Cell | undefined) => (value === null || value === undefined ? null : String(value));
  return Array.from({ length: table.totalRows() }, (_, i) => text(column?.at(i)));
}

/** The columns of a settled table with its rows in another order; rows may be left out. */
export function takeRows(table: ColumnTable, rows: ArrayLike<number>): Record<string, Column> {
  const taken = (column: Column): Column => {
    if (column instanceof NumberColumn)
      return new NumberColumn(gathered(column.values, rows, new Float64Array(rows.length)));
    if (column instanceof DictionaryColumn) {
      return new DictionaryColumn(gathered(column.codes, rows, new Int32Array(rows.length)), column.values);
    }
    return Array.from(rows, (row) => column.at(row)) as unknown as Column;
  };
  return Object.fromEntries(table.columnNames().map((name) => [name, taken(table.column(name) as Column)]));
}

function gathered<T extends Float64Array | Int32Array>(from: T, rows: ArrayLike<number>, to: T): T {
  for (let i = 0; i < to.length; i += 1) to[i] = from[rows[i] as number] as number;
  return to;
}

/** Row numbers of a settled table by the values of some columns, groups in order of their first row. */
export function groupRows(table: ColumnTable, names: readonly string[]): number[][] {
  const columns = names.map((name) => table.column(name) as Column);
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.totalRows(); row += 1) {
    const key = JSON.stringify(columns.map((column) => column.at(row) ?? null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** Refuses a table that lacks a column a verb cannot do without; no rows at all have no columns to lack. */
export function requireColumns(table: ColumnTable, verb: string, names: readonly string[]): void {
  const available = table.columnNames();
  if (available.length === 0) return;
  for (const column of names) {
    if (available.includes(column)) continue;
    throw new ComparandaError("column.missing", {
      verb,
      column,
      available,
      suggestion: nearest(column, available)[0] ?? null,
    });
  }
}
