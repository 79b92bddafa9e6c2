import { unitOf } from "../registry/unit.ts";
import type { Block, Layout, ValueColumn } from "./layout.ts";
import { type Quantity, quantity } from "./quantity.ts";
import { cellText, type NumeralColumn, type RawTable } from "./raw-table.ts";
import { shiftDecimal } from "./shift-decimal.ts";

/** One figure with its unit, ready to be written; `asWritten` is null where the value prints as it was printed. */
export interface Figure extends Quantity {
  readonly asWritten: string | null;
}

interface Scale {
  readonly unit: string | null;
  readonly exponent: number;
}

/** Reads the figures of one value column; equal texts are read once. */
export class CellReader {
  private readonly column: NumeralColumn;
  private readonly scales = new Map<string, Scale>();
  private readonly known = new Map<string, Quantity | null>();
  private readonly constant: Scale | null;

  constructor(
    private readonly raw: RawTable,
    private readonly block: Block,
    private readonly value: ValueColumn,
    private readonly layout: Layout,
    private readonly own: boolean,
  ) {
    this.column = raw.columns[value.column] as NumeralColumn;
    this.constant =
      block.unit === null && block.multiplier === null ? this.scaleOf(value.unit ?? layout.fixed.unit ?? "", "") : null;
  }

  /** Unit and power of ten of a row: from its own unit column, or else from heading or title. */
  scaleAt(row: number): Scale {
    if (this.constant !== null) return this.constant;
    const { unit, multiplier } = this.block;
    const cell = (column: number | null) =>
      column === null ? "" : cellText(this.raw.columns[column] as NumeralColumn, row).trim();
    return this.scaleOf(cell(unit) || (this.value.unit ?? this.layout.fixed.unit ?? ""), cell(multiplier));
  }

  private scaleOf(words: string, multiplier: string): Scale {
    const key = `${words}\u001f${multiplier}`;
    let scale = this.scales.get(key);
    if (scale === undefined) {
      const unit = words === "" ? null : this.own ? { id: words, exponent: 0 } : unitOf(words);
      // SDMX says 0 for units and 6 for millions, with its label after a colon in some files.
      const power = Number(multiplier.split(":")[0]);
      const exponent = multiplier === "" || !Number.isInteger(power) || Math.abs(power) > 15 ? 0 : power;
      scale = { unit: unit?.id || null, exponent: (unit?.exponent ?? 0) + exponent };
      this.scales.set(key, scale);
    }
    return scale;
  }

  /** A plain number at this row, or NaN: the short way for most cells. */
  plainAt(row: number): number {
    return this.layout.decimal === "." ? (this.column.values[row] as number) : Number.NaN;
  }

  /** What the cell at this row says; null where it is text that is no figure. */
  figureAt(row: number, scale: Scale): Figure | null {
    const text = this.textAt(row);
    const key = `${scale.exponent}\u001f${text}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = quantity(text, { decimal: this.layout.decimal, exponent: scale.exponent });
      this.known.set(key, found);
    }
    if (found === null) return null;
    const printed = text.trim();
    const same = found.value !== null && String(found.value) === printed;
    return { ...found, unit: found.unit ?? scale.unit, asWritten: same || printed === "" ? null : printed };
  }

  textAt(row: number): string {
    return cellText(this.column, row);
  }

  /** A plain number on the scale of its column, exactly. */
  scaled(value: number, scale: Scale): number {
    return scale.exponent === 0 ? value : shiftDecimal(String(value), scale.exponent);
  }
}
