import { type Column, type DictionaryColumn, NumberColumn } from "../model/table.ts";
import type { StatedColumn } from "./layout.ts";
import { mergedColumn } from "./merged-column.ts";
import type { ObservationOutput } from "./observation-output.ts";
import { cellText, type RawColumn, type RawTable, type TextColumn } from "./raw-table.ts";

const NUMBERS = ["lower", "upper", "numerator", "denominator"] as const;
const TEXTS = ["period", "qualifier", "body", "kind", "missing", "locator", "as_written", "reported_by"] as const;

/** Columns of an observation table that are there under their own names and are taken as they stand. */
export class StatedColumns {
  readonly any: boolean;
  private readonly numbers: readonly { name: (typeof NUMBERS)[number]; column: RawColumn }[];
  private readonly texts: readonly { name: (typeof TEXTS)[number]; column: TextColumn }[];

  constructor(
    raw: RawTable,
    private readonly stated: Readonly<Partial<Record<StatedColumn, number>>>,
  ) {
    const columns = <N extends StatedColumn>(names: readonly N[]) =>
      names.flatMap((name) =>
        stated[name] === undefined ? [] : [{ name, column: raw.columns[stated[name] as number] as RawColumn }],
      );
    this.numbers = columns(NUMBERS);
    this.texts = columns(TEXTS) as { name: (typeof TEXTS)[number]; column: TextColumn }[];
    this.any = this.numbers.length + this.texts.length > 0;
  }

  has(name: StatedColumn): boolean {
    return this.stated[name] !== undefined;
  }

  /** Replaces what was read off the figure by what the file states. */
  write(output: ObservationOutput, at: number, row: number): void {
    for (const { name, column } of this.numbers) {
      const plain = column.kind === "numeral" ? (column.values[row] as number) : Number.NaN;
      if (!Number.isNaN(plain)) output.numbers[name].set(at, plain);
      else {
        const text = cellText(column, row);
        if (text !== "") output.numbers[name].set(at, Number(text));
      }
    }
    for (const { name, column } of this.texts) {
      const text = column.texts.at(row);
      if (text !== null) output.texts[name].set(at, text);
      else if (name === "as_written") output.texts[name].set(at, null);
    }
  }

  /** The same for all rows at once, over the columns that were read; null where a number has to be read from its text. */
  over(read: Readonly<Record<string, Column>>): Record<string, Column> | null {
    const columns: Record<string, Column> = {};
    for (const { name, column } of this.numbers) {
      if (column.kind !== "numeral" || column.odd !== null) return null;
      const before = read[name] as NumberColumn;
      // Edges that were read off the figure itself stay where the file states none.
      columns[name] = before.values.every(Number.isNaN)
        ? new NumberColumn(column.values)
        : new NumberColumn(
            column.values.map((value, row) => (Number.isNaN(value) ? (before.values[row] as number) : value)),
          );
    }
    for (const { name, column } of this.texts) {
      const { codes, values } = column.texts;
      const before = read[name] as DictionaryColumn;
      const whole = name === "as_written" || !codes.includes(-1);
      const under = (row: number) => (before.codes[row] as number) + (before.codes[row] === -1 ? 0 : values.length);
      columns[name] = whole
        ? column.texts
        : mergedColumn(
            codes.map((code, row) => (code < 0 ? under(row) : code)),
            [...values, ...before.values],
          );
    }
    return columns;
  }
}

/** Stated columns that hold numbers. */
export const isStatedNumber = (name: string): boolean => (NUMBERS as readonly string[]).includes(name);
