import { type Column, DictionaryColumn, NumberColumn } from "../model/table.ts";

/** A text column being written whose rows all hold one text until another is set: then only does it take room. */
export class TextOutput {
  private codes: Int32Array | null = null;
  private readonly known = new Map<string, number>();
  private readonly usual: number;
  private lastText: string | null = null;
  private lastCode = -1;

  constructor(
    private readonly capacity: number,
    usual: string | null,
  ) {
    this.usual = usual === null ? -1 : this.code(usual);
  }

  code(text: string): number {
    // Tables are mostly sorted: the same text again is the common case.
    if (text === this.lastText) return this.lastCode;
    let code = this.known.get(text);
    if (code === undefined) {
      code = this.known.size;
      this.known.set(text, code);
    }
    this.lastText = text;
    this.lastCode = code;
    return code;
  }

  set(row: number, text: string | null): void {
    this.setCode(row, text === null ? -1 : this.code(text));
  }

  setCode(row: number, code: number): void {
    if (this.codes === null) {
      if (code === this.usual) return;
      this.codes = new Int32Array(this.capacity).fill(this.usual);
    }
    this.codes[row] = code;
  }

  finish(length: number, shared: SharedArrays): DictionaryColumn {
    const own = this.codes === null || length === this.capacity ? this.codes : this.codes.subarray(0, length);
    const codes = own ?? (this.usual === -1 ? shared.missing() : shared.zeros());
    return new DictionaryColumn(codes, [...this.known.keys()]);
  }
}

/** The same for numbers; rows that are not set are missing. */
export class NumberOutput {
  private values: Float64Array | null = null;
  constructor(private readonly capacity: number) {}

  set(row: number, value: number | null): void {
    if (value === null) return;
    this.values ??= new Float64Array(this.capacity).fill(Number.NaN);
    this.values[row] = value;
  }

  finish(length: number, shared: SharedArrays): NumberColumn {
    if (this.values === null) return new NumberColumn(shared.blanks());
    return new NumberColumn(length === this.capacity ? this.values : this.values.subarray(0, length));
  }
}

/** Columns that say the same in every row share their arrays. */
export class SharedArrays {
  private zero: Int32Array | null = null;
  private none: Int32Array | null = null;
  private blank: Float64Array | null = null;
  constructor(private readonly length: number) {}
  zeros(): Int32Array {
    this.zero ??= new Int32Array(this.length);
    return this.zero;
  }
  missing(): Int32Array {
    this.none ??= new Int32Array(this.length).fill(-1);
    return this.none;
  }
  blanks(): Float64Array {
    this.blank ??= new Float64Array(this.length).fill(Number.NaN);
    return this.blank;
  }
}

/** Where a figure stands in its file, made when it is asked for: a text for each of a million rows would be too much. */
export class LocatorColumn implements Column<string | null> {
  readonly length: number;
  constructor(
    private readonly rows: Int32Array,
    private readonly columns: Uint16Array | null,
    private readonly write: (row: number, column: number) => string,
  ) {
    this.length = rows.length;
  }
  at(row: number): string | null {
    return this.write(this.rows[row] as number, this.columns?.[row] ?? -1);
  }
  *[Symbol.iterator](): Iterator<string | null> {
    for (let row = 0; row < this.length; row += 1) yield this.at(row);
  }
}
