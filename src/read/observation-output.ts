import type { OBSERVATION_COLUMNS } from "../model/observation.ts";
import { type Column, type ColumnTable, NumberColumn, tableOf } from "../model/table.ts";
import type { Figure } from "./cell-reader.ts";
import { LocatorColumn, NumberOutput, SharedArrays, TextOutput } from "./text-output.ts";

type Name = keyof typeof OBSERVATION_COLUMNS;
type TextName = { [N in Name]: (typeof OBSERVATION_COLUMNS)[N] extends "string" ? N : never }[Name];
type NumberName = Exclude<Name, TextName | "value" | "year">;

/** The unit of figures for which nothing states one. */
export const UNSTATED = "unstated";
const SUPPRESSED = /^(?:c|C|Q|confidential|suppressed)(?:$|[:\s])/;

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
    // Memory that is never written to is never given by the system: room for every row costs nothing until it is used.
    this.value = new Float64Array(capacity);
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

  /** What a cell says that is more than a plain number. */
  writeFigure(at: number, figure: Figure, notes: readonly string[]): void {
    const { texts, numbers } = this;
    this.value[at] = figure.value ?? Number.NaN;
    numbers.lower.set(at, figure.lower);
    numbers.upper.set(at, figure.upper);
    texts.qualifier.set(at, figure.qualifier);
    texts.unit.set(at, figure.unit ?? UNSTATED);
    texts.as_written.set(at, figure.asWritten);
    if (notes.length > 0) texts.note.set(at, notes.join("; "));
    if (figure.missing !== null)
      texts.missing.set(at, notes.some((flag) => SUPPRESSED.test(flag)) ? "suppressed" : figure.missing);
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
      new NumberColumn(length === this.capacity ? values : values.subarray(0, length));
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
          : new LocatorColumn(this.rows.subarray(0, length), this.columns?.subarray(0, length) ?? null, locate),
      as_written: text("as_written"),
      note: text("note"),
      reported_by: text("reported_by"),
    };
    return tableOf(columns);
  }
}
