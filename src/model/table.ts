import { table as arqueroTable, type ColumnTable } from "arquero";
import { nearest } from "../util/nearest.ts";
import {
  type Cell,
  type Column,
  type ColumnBuilder,
  type ColumnKind,
  columnBuilder,
  DictionaryColumn,
  NumberColumn,
} from "./column.ts";
import { ComparandaError } from "./errors.ts";

export {
  type Cell,
  type Column,
  type ColumnBuilder,
  type ColumnKind,
  columnBuilder,
  DictionaryBuilder,
  DictionaryColumn,
  NumberBuilder,
  NumberColumn,
} from "./column.ts";
export type { ColumnTable };
export type Row = Readonly<Record<string, Cell>>;

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
  if (!(Symbol.iterator in input)) {
    const facts = { verb: "asTable", argument: "input", got: typeof input, expected: "a table or rows" };
    throw new ComparandaError("argument.invalid", { ...facts, suggestion: null });
  }
  const rows = [...input] as Record<string, Cell | undefined>[];
  const kinds: Record<string, ColumnKind> = {};
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      // One text makes a text column; a column of nothing but null is text as well.
      const kind: ColumnKind = typeof value === "number" ? "number" : "string";
      if (value !== null && value !== undefined && kinds[name] !== "string") kinds[name] = kind;
    }
  }
  const names = [...new Set(rows.flatMap(Object.keys))];
  return fromRows(rows, Object.fromEntries(names.map((name) => [name, kinds[name] ?? "string"])));
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

/** The columns of a settled table with its rows in another order; rows may be left out. Gathered when first read. */
export function takeRows(table: ColumnTable, rows: ArrayLike<number>): Record<string, Column> {
  const taken = (column: Column): Column => {
    if (column instanceof NumberColumn)
      return new NumberColumn(rows.length, () => gathered(column.values, rows, new Float64Array(rows.length)));
    if (column instanceof DictionaryColumn) {
      const gather = () => gathered(column.codes, rows, new Int32Array(rows.length));
      return new DictionaryColumn(rows.length, () => ({ codes: gather(), values: column.values }));
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
