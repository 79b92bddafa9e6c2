import { unitOf } from "../registry/unit.ts";
import type { Block, Layout, ValueColumn } from "./layout.ts";
import { letterReason } from "./missing-reason.ts";
import { type Quantity, quantity } from "./quantity.ts";
import { cellText, type NumeralColumn, type RawTable } from "./raw-table.ts";
import { shiftDecimal } from "./shift-decimal.ts";

/** One figure with its unit, ready to be written; `asWritten` is null where the value prints as it was printed. */
export interface Figure extends Quantity {
  readonly asWritten: string | null;
}

/** A unit and the power of ten in its words, with the figures that were read on it by the code of their text. */
interface Scale {
  readonly unit: string | null;
  readonly exponent: number;
  readonly figures: (Figure | null | undefined)[];
}

const NO_FIGURE = { value: null, lower: null, upper: null, qualifier: "exact" } as const;

const SCALE_WORDS: Readonly<Record<string, number>> = { unit: 0, thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Reads the figures of one value column; equal texts are read once. */
export class CellReader {
  private readonly column: NumeralColumn;
  private readonly scales = new Map<string, Scale>();
  private readonly constant: Scale | null;
  private readonly plain: boolean;
  private bracketsAreMinus: boolean | null = null;

  constructor(
    private readonly raw: RawTable,
    private readonly block: Block,
    private readonly value: ValueColumn,
    private readonly layout: Layout,
    /** The table is one of observations: its units are ids and are not read as words. */
    private readonly own: boolean,
  ) {
    this.column = raw.columns[value.column] as NumeralColumn;
    this.plain = layout.decimal === ".";
    this.constant =
      block.unit === null && block.multiplier === null ? this.scaleOf(value.unit ?? layout.fixed.unit ?? "", "") : null;
  }

  /**
   * Unit and power of ten of a row: from its own unit column, or else from heading or title.
   *
   * @param named - unit in the name of what is counted in this row
   */
  scaleAt(row: number, named: string | null = null): Scale {
    if (named !== null) return this.scaleOf(named, this.labelAt(this.block.multiplier, row));
    if (this.constant !== null) return this.constant;
    const words = this.labelAt(this.block.unit, row) || (this.value.unit ?? this.layout.fixed.unit ?? "");
    return this.scaleOf(words, this.labelAt(this.block.multiplier, row));
  }

  private labelAt(column: number | null, row: number): string {
    return column === null ? "" : cellText(this.raw.columns[column] as RawTable["columns"][number], row).trim();
  }

  private scaleOf(words: string, multiplier: string): Scale {
    const key = multiplier === "" ? words : `${words}\u001f${multiplier}`;
    let scale = this.scales.get(key);
    if (scale === undefined) {
      const unit = words === "" ? null : this.own ? { id: words, exponent: 0 } : unitOf(words);
      // SDMX says 0 for units and 6 for millions, with its label after a colon in some files.
      const stated = multiplier.split(":")[0] as string;
      const power = SCALE_WORDS[stated.toLowerCase().replace(/s$/, "")] ?? Number(stated);
      const exponent = multiplier === "" || !Number.isInteger(power) || Math.abs(power) > 15 ? 0 : power;
      scale = { unit: unit?.id || null, exponent: (unit?.exponent ?? 0) + exponent, figures: [] };
      this.scales.set(key, scale);
    }
    return scale;
  }

  /** A plain number at this row, or NaN: the short way for most cells. */
  plainAt(row: number): number {
    return this.plain ? (this.column.values[row] as number) : Number.NaN;
  }

  /** What the cell at this row says; null where it is text that is no figure. */
  figureAt(row: number, scale: Scale): Figure | null {
    const { odd, values } = this.column;
    // A plain number here is one whose decimal mark is not the point.
    if (!Number.isNaN(values[row])) return this.read(String(values[row]), scale);
    const code = (odd?.codes[row] ?? -1) + 1;
    let figure = scale.figures[code];
    if (figure === undefined) {
      figure = this.read(code === 0 ? "" : (odd?.values[code - 1] as string), scale);
      scale.figures[code] = figure;
    }
    return figure;
  }

  private read(text: string, scale: Scale): Figure | null {
    const printed = text.trim();
    const found = quantity(this.unbracketed(printed), { decimal: this.layout.decimal, exponent: scale.exponent });
    if (found === null) {
      const missing = letterReason(printed);
      return missing === null
        ? null
        : { ...NO_FIGURE, unit: scale.unit, missing, flags: [printed], asWritten: printed };
    }
    const same = found.value !== null && String(found.value) === printed;
    return { ...found, unit: found.unit ?? scale.unit, asWritten: same || printed === "" ? null : printed };
  }

  /** (1,234) of accounts is −1,234, where few figures of the column stand in brackets; a column of them is something else. */
  private unbracketed(text: string): string {
    const inner = text.match(/^\(\s*(\d[\d.,' ]*%?)\s*\)$/)?.[1];
    if (inner === undefined || inner.length < 2) return text;
    this.bracketsAreMinus ??= this.fewBracketed();
    return this.bracketsAreMinus ? `-${inner}` : text;
  }

  private fewBracketed(): boolean {
    const { odd, values } = this.column;
    const isBracketed = (odd?.values ?? []).map((text) => /^\s*\([\d.,' ]+%?\)\s*$/.test(text));
    let bracketed = 0;
    let others = 0;
    for (let row = 0; row < values.length; row += 1) {
      const code = odd?.codes[row] ?? -1;
      if (isBracketed[code]) bracketed += 1;
      else if (code >= 0 || !Number.isNaN(values[row])) others += 1;
    }
    return bracketed * 2 < others;
  }

  textAt(row: number): string {
    return cellText(this.column, row);
  }

  /** A plain number on the scale of its column, exactly. */
  scaled(value: number, scale: Scale): number {
    return scale.exponent === 0 ? value : shiftDecimal(String(value), scale.exponent);
  }
}
