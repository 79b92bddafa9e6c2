export type Cell = string | number | boolean | null;
export type ColumnKind = "string" | "number" | "integer";

/** What Arquero asks of a column, and all we ask of one. */
export interface Column<T extends Cell = Cell> extends Iterable<T> {
  readonly length: number;
  at(row: number): T;
}

/** Strings held once each, and an integer per row. */
interface Texts {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** Strings held once each, with an integer per row; code −1 is missing. `keyFor` is Arquero's shortcut for filters. */
export class DictionaryColumn implements Column<string | null> {
  readonly length: number;
  private texts: Texts | (() => Texts);
  constructor(codes: Int32Array, values: readonly string[]);
  /** A column made when it is first read. */
  constructor(length: number, make: () => Texts);
  constructor(first: Int32Array | number, second: readonly string[] | (() => Texts)) {
    this.length = typeof first === "number" ? first : first.length;
    this.texts = typeof second === "function" ? second : { codes: first as Int32Array, values: second };
  }
  private made(): Texts {
    if (typeof this.texts === "function") this.texts = this.texts();
    return this.texts;
  }
  get codes(): Int32Array {
    return this.made().codes;
  }
  get values(): readonly string[] {
    return this.made().values;
  }
  at(row: number): string | null {
    const { codes, values } = this.made();
    return values[codes[row] as number] ?? null;
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
  private numbers: Float64Array | (() => Float64Array);
  constructor(values: Float64Array);
  /** A column made when it is first read. */
  constructor(length: number, make: () => Float64Array);
  constructor(first: Float64Array | number, make?: () => Float64Array) {
    this.length = typeof first === "number" ? first : first.length;
    this.numbers = make ?? (first as Float64Array);
  }
  get values(): Float64Array {
    if (typeof this.numbers === "function") this.numbers = this.numbers();
    return this.numbers;
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
