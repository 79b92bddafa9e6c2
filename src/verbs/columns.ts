import {
  type Cell,
  type Column,
  type ColumnTable,
  DictionaryBuilder,
  DictionaryColumn,
  NumberColumn,
  numbersOf,
  tableOf,
} from "../model/table.ts";

/** Whether a table has a column of this name. */
export function hasColumn(table: ColumnTable, name: string): boolean {
  return table.columnIndex(name) !== -1;
}

/** A text column with its dictionary; all missing where the table has no such column. */
export function dictionaryOf(table: ColumnTable, name: string): DictionaryColumn {
  const column = table.column(name) as Column | undefined;
  if (column instanceof DictionaryColumn) return column;
  if (column === undefined) return new DictionaryColumn(new Int32Array(table.totalRows()).fill(-1), []);
  const builder = new DictionaryBuilder();
  for (let row = 0; row < table.totalRows(); row += 1) builder.push((column.at(row) ?? null) as Cell);
  return builder.finish();
}

/** A column of numbers, NaN where missing or where the table has no such column. */
export function numbersOrNone(table: ColumnTable, name: string): Float64Array {
  return hasColumn(table, name) ? numbersOf(table, name) : new Float64Array(table.totalRows()).fill(Number.NaN);
}

/** The same text in every row. */
export function constantText(value: string | null, length: number): DictionaryColumn {
  if (value === null)
    return new DictionaryColumn(length, () => ({ codes: new Int32Array(length).fill(-1), values: [] }));
  return new DictionaryColumn(length, () => ({ codes: new Int32Array(length), values: [value] }));
}

/** The same number in every row. */
export function constantNumber(value: number, length: number): NumberColumn {
  return new NumberColumn(length, () => new Float64Array(length).fill(value));
}

/** A text column with another text for each of its values; null where `of` has none. Made when it is first read. */
export function mappedTexts(column: DictionaryColumn, of: (value: string) => string | null): DictionaryColumn {
  return new DictionaryColumn(column.length, () => {
    const known = new Map<string, number>();
    const codeOf = Int32Array.from(column.values, (value) => {
      const text = of(value);
      if (text === null) return -1;
      if (!known.has(text)) known.set(text, known.size);
      return known.get(text) as number;
    });
    const codes = column.codes.slice();
    for (let row = 0; row < codes.length; row += 1) codes[row] = codeOf[codes[row] as number] ?? -1;
    return { codes, values: [...known.keys()] };
  });
}

/** A text column with the texts of marked rows edited; one edit for each pair of text and mark. Made when it is first read. */
export function markedTexts(
  column: DictionaryColumn,
  marks: Uint16Array,
  edit: (text: string | null, mark: number) => string | null,
): DictionaryColumn {
  return new DictionaryColumn(column.length, () => {
    const { codes, values } = column;
    const known = new Map(values.map((value, code) => [value, code]));
    const edited = new Map<number, number>();
    const codeOf = (code: number, mark: number): number => {
      const text = edit(values[code] ?? null, mark);
      if (text === null) return -1;
      if (!known.has(text)) known.set(text, known.size);
      return known.get(text) as number;
    };
    const result = codes.slice();
    // Rows that are treated alike mostly follow each other.
    let [last, now] = [-1, -1];
    for (let row = 0; row < result.length; row += 1) {
      const mark = marks[row] as number;
      if (mark === 0) continue;
      const code = codes[row] as number;
      const pair = (code + 1) * 65_536 + mark;
      if (pair !== last) {
        now = edited.get(pair) ?? codeOf(code, mark);
        edited.set(pair, now);
        last = pair;
      }
      result[row] = now;
    }
    return { codes: result, values: [...known.keys()] };
  });
}

/** A text column with some rows changed; the column itself stays as it is. */
export function editedTexts(column: DictionaryColumn, changes: ReadonlyMap<number, string | null>): DictionaryColumn {
  if (changes.size === 0) return column;
  const codes = column.codes.slice();
  const known = new Map(column.values.map((value, code) => [value, code]));
  for (const [row, value] of changes) {
    if (value !== null && !known.has(value)) known.set(value, known.size);
    codes[row] = value === null ? -1 : (known.get(value) as number);
  }
  return new DictionaryColumn(codes, [...known.keys()]);
}

/** A column of numbers with some rows changed; the column itself stays as it is. */
export function editedNumbers(table: ColumnTable, name: string, changes: ReadonlyMap<number, number>): NumberColumn {
  const values = numbersOrNone(table, name).slice();
  for (const [row, value] of changes) values[row] = value;
  return new NumberColumn(values);
}

/** Some rows of a text column of a table; all missing where the table has no such column. */
export function takenTexts(table: ColumnTable, name: string, rows: Int32Array): DictionaryColumn {
  if (!hasColumn(table, name)) return constantText(null, rows.length);
  const { codes, values } = dictionaryOf(table, name);
  return new DictionaryColumn(
    rows.map((row) => codes[row] as number),
    values,
  );
}

/** All columns of a table by name, to be spread beside new ones. */
export function columnsOf(table: ColumnTable): Record<string, Column> {
  return Object.fromEntries(table.columnNames().map((name) => [name, table.column(name) as Column]));
}

/** Typed arrays as columns by their names. */
export function numberColumns(arrays: Readonly<Record<string, Float64Array>>): Record<string, NumberColumn> {
  return Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, new NumberColumn(values)]));
}

/** A flag added to those a row has, each once. */
export function withFlag(flags: string | null, ...codes: readonly string[]): string | null {
  const all = new Set([...(flags ?? "").split(" "), ...codes].filter((flag) => flag !== ""));
  return all.size === 0 ? null : [...all].join(" ");
}

/** null for NaN, which typed columns hold where a number is missing. */
export function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A settled table of typed columns with rows behind its own; cells a row does not have are missing. */
export function appendRows(table: ColumnTable, rows: readonly Readonly<Record<string, Cell>>[]): ColumnTable {
  const length = table.totalRows();
  const longer = (name: string): Column => {
    const column = table.column(name) as Column;
    if (column instanceof NumberColumn) {
      const values = new Float64Array(length + rows.length).fill(Number.NaN);
      values.set(column.values);
      rows.forEach((row, i) => {
        values[length + i] = (row[name] as number | null | undefined) ?? Number.NaN;
      });
      return new NumberColumn(values);
    }
    const texts = dictionaryOf(table, name);
    const codes = new Int32Array(length + rows.length).fill(-1);
    codes.set(texts.codes);
    const added = new Map(rows.map((row, i) => [length + i, (row[name] as string | null | undefined) ?? null]));
    return editedTexts(new DictionaryColumn(codes, texts.values), added);
  };
  return tableOf(Object.fromEntries(table.columnNames().map((name) => [name, longer(name)])));
}
