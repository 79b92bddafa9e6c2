import type { OBSERVATION_COLUMNS } from "../model/observation.ts";
import { type Column, type ColumnTable, NumberColumn, tableOf } from "../model/table.ts";
import { LocatorColumn, NumberOutput, SharedArrays, TextOutput } from "./text-output.ts";

type Name = keyof typeof OBSERVATION_COLUMNS;
type TextName = { [N in Name]: (typeof OBSERVATION_COLUMNS)[N] extends "string" ? N : never }[Name];
type NumberName = Exclude<Name, TextName | "value" | "year">;

/** Writes observations column by column; columns that never change take no room. */
export class ObservationOutput {
  length = 0;
  readonly value: Float64Array;
  readonly year: Float64Array;
  readonly texts: Readonly<Record<TextName, TextOutput>>;
  readonly numbers: Readonly<Record<NumberName, NumberOutput>>;
  private readonly rows: Int32Array;
  private readonly columns: Uint16Array | null;

  constructor(
    private readonly capacity: number,
    source: string | null,
    manyColumns: boolean,
  ) {
    const text = (usual: string | null) => new TextOutput(capacity, usual);
    this.value = new Float64Array(capacity).fill(Number.NaN);
    this.year = new Float64Array(capacity);
    this.rows = new Int32Array(capacity);
    this.columns = manyColumns ? new Uint16Array(capacity) : null;
    this.texts = {
      region: text(null),
      period: text(null),
      indicator: text(null),
      unit: text(null),
      qualifier: text("exact"),
      body: text(null),
      kind: text("observation"),
      missing: text(null),
      source: text(source),
      locator: text(null),
      as_written: text(null),
      note: text(null),
      reported_by: text(null),
    };
    this.numbers = {
      lower: new NumberOutput(capacity),
      upper: new NumberOutput(capacity),
      numerator: new NumberOutput(capacity),
      denominator: new NumberOutput(capacity),
    };
  }

  /** Remembers where the figure stands that is being written. */
  place(row: number, column: number): void {
    this.rows[this.length] = row;
    if (this.columns !== null) this.columns[this.length] = column;
  }

  /**
   * @param locate - writes the place of a figure; null where the file states it itself
   */
  finish(locate: ((row: number, column: number) => string) | null): ColumnTable {
    const { length, texts, numbers } = this;
    const shared = new SharedArrays(length);
    const number = (values: Float64Array) =>
      new NumberColumn(length === this.capacity ? values : values.slice(0, length));
    const text = (name: TextName) => texts[name].finish(length, shared);
    const columns: Record<Name, Column> = {
      region: text("region"),
      year: number(this.year),
      period: text("period"),
      indicator: text("indicator"),
      value: number(this.value),
      lower: numbers.lower.finish(length, shared),
      upper: numbers.upper.finish(length, shared),
      unit: text("unit"),
      qualifier: text("qualifier"),
      numerator: numbers.numerator.finish(length, shared),
      denominator: numbers.denominator.finish(length, shared),
      body: text("body"),
      kind: text("kind"),
      missing: text("missing"),
      source: text("source"),
      locator:
        locate === null
          ? text("locator")
          : new LocatorColumn(this.rows.slice(0, length), this.columns?.slice(0, length) ?? null, locate),
      as_written: text("as_written"),
      note: text("note"),
      reported_by: text("reported_by"),
    };
    return tableOf(columns);
  }
}
