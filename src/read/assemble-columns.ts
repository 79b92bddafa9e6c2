import { type Column, DictionaryColumn, tableOf } from "../model/table.ts";
import { AsideLog } from "./aside-log.ts";
import { type Assembled, type AssembleOptions, dateFindings } from "./assemble.ts";
import { BlockRows } from "./block-rows.ts";
import { CellReader } from "./cell-reader.ts";
import type { Block, Layout, ValueColumn } from "./layout.ts";
import { mergedColumn } from "./merged-column.ts";
import { ObservationOutput, UNSTATED } from "./observation-output.ts";
import type { NumeralColumn, RawTable, TextColumn } from "./raw-table.ts";
import type { RegionResolver } from "./resolve-regions.ts";
import { StatedColumns } from "./stated-columns.ts";

/**
 * The same as `assemble` for a plain long table, column by column: what holds for a label is looked up once for all rows.
 *
 * @returns null where a row needs to be looked at: a label without a place, a blank key, a text that is no figure
 */
export function assembleColumns(
  raw: RawTable,
  layout: Layout,
  resolver: RegionResolver,
  options: AssembleOptions,
): Assembled | null {
  const [block] = layout.blocks;
  if (block === undefined || !isPlain(raw, layout, block)) return null;
  const [value] = block.values as [ValueColumn];
  const rows = new BlockRows(raw, block, layout, resolver);
  const regions = regionCodes(raw, block, rows, value, resolver);
  const keys = rows.wholeKeys();
  if (regions === null || keys === null || rows.hasUnits) return null;
  const stated = new StatedColumns(raw, block.stated);
  const figures = figureColumns(raw, layout, block, value, stated.any, options);
  if (figures === null) return null;
  const text = (column: number | null) => (column === null ? null : (raw.columns[column] as TextColumn).texts);
  const own = stated.over(figures.columns);
  if (own === null) return null;
  const columns: Record<string, Column> = {
    ...figures.columns,
    region: regions,
    year: keys.year,
    ...(keys.period === null ? {} : { period: keys.period }),
    indicator: keys.name ?? constant(raw.length, value.indicator ?? layout.fixed.indicator ?? ""),
    ...(block.source === null ? {} : { source: text(block.source) as DictionaryColumn }),
    ...own,
  };
  const observations = tableOf(
    Object.fromEntries(Object.keys(figures.columns).map((name) => [name, columns[name] as Column])),
  );
  const nothing = new ObservationOutput(0, null, false).finish(null);
  const cells = { kept: raw.length, missing: figures.missing, aggregate: 0, aside: 0 };
  return {
    observations,
    aggregates: nothing,
    aside: new AsideLog(0),
    rowsKept: raw.length,
    rowsAggregate: 0,
    cells,
    filledDown: 0,
    findings: dateFindings(rows.years.datesAs, layout, options.file),
  };
}

/** One figure a row, all keys in columns, no row that is not like the others. */
function isPlain(raw: RawTable, layout: Layout, block: Block): boolean {
  const { values } = block;
  return (
    raw.oddRows.length === 0 &&
    layout.blocks.length === 1 &&
    values.length === 1 &&
    layout.fillDown.length === 0 &&
    layout.decimal === "." &&
    block.region !== null &&
    block.year !== null &&
    block.part === null &&
    values[0]?.when === null &&
    values[0]?.part === null &&
    block.parents.length + block.flags.length + block.notes.length === 0 &&
    block.multiplier === null &&
    (block.indicator.length === 0 || values[0]?.indicator === null)
  );
}

function constant(length: number, text: string): DictionaryColumn {
  return new DictionaryColumn(new Int32Array(length), [text]);
}

/** Codes of the regions, where every label in use is one place whatever stands beside it. */
function regionCodes(
  raw: RawTable,
  block: Block,
  rows: BlockRows,
  value: ValueColumn,
  resolver: RegionResolver,
): DictionaryColumn | null {
  const { texts } = raw.columns[block.region as number] as TextColumn;
  const first = firstRows(texts);
  if (first === null) return null;
  const places: string[] = [];
  const headings = new Set(["region", "地区"]);
  for (const [code, label] of texts.values.entries()) {
    if (headings.has(label) || resolver.varies(label)) return null;
    const resolved = rows.regionAt(first[code] as number, value, null);
    if (resolved.kind !== "place" && !(resolved.kind === "unknown" && block.regionName === null)) return null;
    resolved.used = true;
    places.push(resolved.code);
  }
  return mergedColumn(texts.codes, places);
}

/** The first row of each text; null where a cell is blank. */
function firstRows(texts: DictionaryColumn): Int32Array | null {
  const first = new Int32Array(texts.values.length).fill(-1);
  const { codes } = texts;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number;
    if (code < 0) return null;
    if ((first[code] as number) < 0) first[code] = row;
  }
  return first;
}

/** Value and all that is read off its cell; null where a cell is text that is no figure. */
function figureColumns(
  raw: RawTable,
  layout: Layout,
  block: Block,
  value: ValueColumn,
  own: boolean,
  options: AssembleOptions,
) {
  const reader = new CellReader(raw, block, value, layout, own);
  const column = raw.columns[value.column] as NumeralColumn;
  const output = new ObservationOutput(raw.length, options.source, false);
  const { texts } = output;
  let missing = 0;
  for (let row = 0; row < raw.length; row += 1) {
    const scale = reader.scaleAt(row);
    const plain = column.values[row] as number;
    output.place(row, value.column);
    output.length = row + 1;
    if (!Number.isNaN(plain)) {
      output.value[row] = reader.scaled(plain, scale);
      if (scale.exponent !== 0) texts.as_written.set(row, String(plain));
      texts.unit.set(row, scale.unit ?? UNSTATED);
      continue;
    }
    const figure = reader.figureAt(row, scale);
    if (figure === null) return null;
    output.writeFigure(row, figure, figure.flags);
    if (figure.missing !== null) missing += 1;
  }
  const table = output.finish(options.locate);
  return {
    columns: Object.fromEntries(table.columnNames().map((name) => [name, table.column(name) as Column])),
    missing,
  };
}
