import { type Column, type ColumnTable, DictionaryColumn, NumberColumn } from "../model/table.ts";

/** Rows of a table parted into groups: rows of group `g` are `rows[starts[g]] … rows[starts[g + 1] − 1]`, in their order. */
export interface Groups {
  readonly count: number;
  /** Number of the group of each row, in order of first appearance. */
  readonly of: Int32Array;
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** Codes of one column: equal cells have equal codes, from 0 to `size` − 1. */
interface Coded {
  readonly codes: Int32Array;
  readonly size: number;
}

/** Codes below this are numbered through an array, larger products through a map. */
const DENSE = 1 << 22;

function codedDictionary({ codes, values }: DictionaryColumn): Coded {
  // Missing is code −1: everything moves up by one.
  const moved = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) moved[row] = (codes[row] as number) + 1;
  return { codes: moved, size: values.length + 1 };
}

function codedNumbers({ values }: NumberColumn): Coded {
  let [lowest, highest, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    if (value % 1 !== 0) whole = false;
  }
  if (lowest > highest) return { codes: new Int32Array(values.length), size: 1 };
  if (!whole || !(highest - lowest < DENSE)) return codedCells(new NumberColumn(values));
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    codes[i] = Number.isNaN(value) ? 0 : value - lowest + 1;
  }
  return { codes, size: highest - lowest + 2 };
}

function codedCells(column: Column): Coded {
  const known = new Map<unknown, number>();
  const codes = new Int32Array(column.length);
  for (let i = 0; i < column.length; i += 1) {
    const cell = column.at(i) ?? null;
    let code = known.get(cell);
    if (code === undefined) {
      code = known.size;
      known.set(cell, code);
    }
    codes[i] = code;
  }
  return { codes, size: known.size };
}

function coded(column: Column): Coded {
  if (column instanceof DictionaryColumn) return codedDictionary(column);
  return column instanceof NumberColumn ? codedNumbers(column) : codedCells(column);
}

/** Renumbers codes from 0 in order of first appearance. */
function renumbered({ codes, size }: Coded): Coded {
  const number = new Int32Array(size).fill(-1);
  const result = new Int32Array(codes.length);
  let count = 0;
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number;
    let group = number[code] as number;
    if (group === -1) {
      group = count;
      count += 1;
      number[code] = group;
    }
    result[i] = group;
  }
  return { codes: result, size: count };
}

/** Pairs of codes, numbered densely again as soon as there could be more of them than a small array holds. */
function combined(first: Coded, second: Coded): Coded {
  if (first.size * second.size > DENSE) {
    const [a, b] = [renumbered(first), renumbered(second)];
    return a.size * b.size > DENSE ? pairs(a, b) : multiplied(a, b);
  }
  return multiplied(first, second);
}

function multiplied(first: Coded, second: Coded): Coded {
  const codes = new Int32Array(first.codes.length);
  for (let i = 0; i < codes.length; i += 1) {
    codes[i] = (first.codes[i] as number) * second.size + (second.codes[i] as number);
  }
  return { codes, size: first.size * second.size };
}

/** Pairs of very many values: a map holds those that occur. */
function pairs(first: Coded, second: Coded): Coded {
  const known = new Map<number, number>();
  const codes = first.codes.map((code, i) => {
    const pair = code * second.size + (second.codes[i] as number);
    const group = known.get(pair) ?? known.size;
    if (group === known.size) known.set(pair, group);
    return group;
  });
  return { codes, size: known.size };
}

/** Groups made before, by their first column: tables that share columns share their groups. */
const made = new WeakMap<object, { readonly columns: readonly Column[]; readonly groups: Groups }[]>();

/**
 * Parts the rows of a settled table by the values of some columns, missing being a value of its own.
 *
 * @param names - columns that are there; none: all rows are one group
 * @returns groups in order of their first row; each row in exactly one
 */
export function groupsOf(table: ColumnTable, names: readonly string[]): Groups {
  const columns = names.map((name) => table.column(name) as Column);
  const [first] = columns;
  if (first === undefined)
    return sorted({ codes: new Int32Array(table.totalRows()), size: Math.min(1, table.totalRows()) });
  const before = made.get(first) ?? [];
  const same = before.find(
    (one) => one.columns.length === columns.length && one.columns.every((own, i) => own === columns[i]),
  );
  if (same !== undefined) return same.groups;
  const groups = sorted(renumbered(columns.map(coded).reduce(combined)));
  made.set(first, [...before, { columns, groups }]);
  return groups;
}

/** All of so many rows together. */
export function oneGroup(length: number): Groups {
  return sorted({ codes: new Int32Array(length), size: Math.min(1, length) });
}

/** Rows in the order of their groups. */
function sorted({ codes: of, size: count }: Coded): Groups {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < of.length; i += 1) starts[(of[i] as number) + 1] = (starts[(of[i] as number) + 1] as number) + 1;
  for (let g = 0; g < count; g += 1) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number);
  const next = starts.slice();
  const rows = new Int32Array(of.length);
  for (let i = 0; i < of.length; i += 1) {
    const group = of[i] as number;
    rows[next[group] as number] = i;
    next[group] = (next[group] as number) + 1;
  }
  return { count, of, rows, starts };
}

/** The rows of one group, without a copy. */
export function rowsOfGroup({ rows, starts }: Groups, group: number): Int32Array {
  return rows.subarray(starts[group], starts[group + 1]);
}

/** A number per group as a column of rows: a million rows of four hundred groups need no million numbers. */
export class GroupColumn implements Column<number> {
  readonly length: number;
  constructor(
    private readonly values: Int32Array,
    private readonly of: Int32Array,
  ) {
    this.length = of.length;
  }
  at(row: number): number {
    return this.values[this.of[row] as number] as number;
  }
  *[Symbol.iterator](): Iterator<number> {
    for (let row = 0; row < this.length; row += 1) yield this.at(row);
  }
}

/** How many rows of its group have a figure, how many have none, and how many there are, by row. */
export function countColumns({ of, starts }: Groups, used: Int32Array) {
  const total = used.map((_, group) => (starts[group + 1] as number) - (starts[group] as number));
  const missing = used.map((n, group) => (total[group] as number) - n);
  return {
    n_used: new GroupColumn(used, of),
    n_missing: new GroupColumn(missing, of),
    n_total: new GroupColumn(total, of),
  };
}
