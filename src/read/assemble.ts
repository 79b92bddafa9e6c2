import { type Finding, finding } from "../model/finding.ts";
import type { ColumnTable } from "../model/table.ts";
import type { AsideReason } from "./account.ts";
import type { AsideLog } from "./aside-log.ts";
import { BlockRows } from "./block-rows.ts";
import { CellReader } from "./cell-reader.ts";
import type { Block, Layout, ValueColumn } from "./layout.ts";
import { ObservationOutput, UNSTATED } from "./observation-output.ts";
import type { Period } from "./period.ts";
import type { RawTable } from "./raw-table.ts";
import type { RegionResolver, Resolved } from "./resolve-regions.ts";
import { isBlockBlank, labelsOf, RowFacts } from "./row-facts.ts";
import { StatedColumns } from "./stated-columns.ts";

export interface AssembleOptions {
  readonly file: string;
  /** Id of the source, where the file names none itself. */
  readonly source: string;
  /** Writes where a figure stands. */
  readonly locate: (row: number, column: number) => string;
}

export interface Assembled {
  readonly observations: ColumnTable;
  /** Total and aggregate rows, in the same columns. */
  readonly aggregates: ColumnTable;
  readonly aside: AsideLog;
  readonly rowsKept: number;
  readonly rowsAggregate: number;
  readonly cells: { kept: number; missing: number; aggregate: number; aside: number };
  readonly filledDown: number;
  readonly findings: readonly Finding[];
}

const MOST_FINDINGS = 1000;

/** Observations from the columns of a table, read row by row as its layout says. */
export function assemble(raw: RawTable, layout: Layout, resolver: RegionResolver, options: AssembleOptions): Assembled {
  const assembly = new Assembly(raw, layout, resolver, options);
  const parts = layout.blocks.map((block) => assembly.prepare(block));
  for (let row = 0; row < raw.length; row += 1) {
    if (assembly.rowFacts.state[row] !== 0) continue;
    for (const part of parts) assembly.readRow(part, row);
  }
  return assembly.finish(parts);
}

interface Part {
  readonly block: Block;
  readonly rows: BlockRows;
  readonly cells: readonly { readonly value: ValueColumn; readonly reader: CellReader }[];
  /** The titles between the rows are part of what is counted. */
  readonly bySection: boolean;
}

class Assembly {
  readonly rowFacts: RowFacts;
  private readonly main: ObservationOutput;
  private readonly apart: ObservationOutput;
  private readonly stated: StatedColumns;
  private readonly findings: Finding[] = [];
  private readonly cells = { kept: 0, missing: 0, aggregate: 0, aside: 0 };
  private lastKept = -1;
  private lastApart = -1;
  private lastAside = -1;
  private rowsKept = 0;
  private rowsAggregate = 0;

  constructor(
    private readonly raw: RawTable,
    private readonly layout: Layout,
    private readonly resolver: RegionResolver,
    private readonly options: AssembleOptions,
  ) {
    this.rowFacts = new RowFacts(raw, layout, resolver);
    const width = layout.blocks.reduce((sum, { values }) => sum + values.length, 0);
    const rows = this.rowFacts.state.reduce((sum, state) => sum + (state === 0 ? 1 : 0), 0);
    this.stated = new StatedColumns(raw, layout.blocks[0]?.stated ?? {});
    this.main = new ObservationOutput(rows * width, options.source, width > 1);
    this.apart = new ObservationOutput(rows * width, options.source, width > 1);
  }

  prepare(block: Block): Part {
    const cells = block.values.map((value) => ({
      value,
      reader: new CellReader(this.raw, block, value, this.layout, this.stated.any),
    }));
    const { sections } = this.rowFacts;
    const rows = new BlockRows(this.raw, block, this.layout, this.resolver, sections);
    const bySection = sections.any && block.indicator.length === 0 && sections.tellApart(this.labels(block, rows));
    return { block, rows, cells, bySection };
  }

  /** What tells the rows of figures apart, but for the titles between them. */
  private *labels(block: Block, rows: BlockRows): Generator<readonly [number, string]> {
    const regions = labelsOf(this.raw, block.region);
    for (let row = 0; row < this.raw.length; row += 1)
      if (this.rowFacts.state[row] === 0 && regions?.at(row))
        yield [row, [regions.at(row), rows.years.textAt(row), rows.nameAt(row)].join("\u001f")];
  }

  readRow(part: Part, row: number): void {
    const { block, rows, cells } = part;
    if (this.layout.blocks.length > 1 && isBlockBlank(this.raw, block, row)) return;
    rows.pass(row);
    const section = part.bySection ? this.rowFacts.sections.nameAt(row) : "";
    const own = rows.nameAt(row);
    const name = [section, own].filter(Boolean).join(own.startsWith("[") ? " " : " / ");
    const note = block.flags.length + block.notes.length > 0 ? rows.noteAt(row) : [];
    for (const { value, reader } of cells) {
      const when = rows.years.at(row, value);
      const region = rows.regionAt(row, value, when?.year ?? null);
      region.used = true;
      const reason = whyAside(region, when === null);
      if (reason !== null) {
        this.setCellAside(row, value, reason, reason === "no_year" ? rows.years.textAt(row) : region.written);
        continue;
      }
      const output = region.kind === "aggregate" ? this.apart : this.main;
      if (this.writeFigure(output, part, row, value, reader, note)) {
        this.writeKeys(output, part, value, region.code, when as Period, row, name);
        this.count(output, row);
      }
    }
  }

  /** Name of what is counted: the row's, the heading's, or both. */
  private nameOf(row: string, { indicator }: ValueColumn): string {
    if (row === "") return indicator ?? this.layout.fixed.indicator ?? "";
    // Dimensions alone need the name of the table before them.
    const base = row.startsWith("[") ? `${indicator ?? this.layout.fixed.indicator ?? ""} ${row}`.trim() : row;
    return indicator === null || row.startsWith("[") ? base : `${row} / ${indicator}`;
  }

  private writeFigure(
    output: ObservationOutput,
    part: Part,
    row: number,
    value: ValueColumn,
    reader: CellReader,
    note: string[],
  ): boolean {
    const at = output.length;
    const scale = reader.scaleAt(row, part.rows.unitAt(row));
    const plain = reader.plainAt(row);
    if (!Number.isNaN(plain)) {
      output.value[at] = reader.scaled(plain, scale);
      if (scale.exponent !== 0) output.texts.as_written.set(at, String(plain));
      output.texts.unit.set(at, scale.unit ?? UNSTATED);
      if (note.length > 0) output.texts.note.set(at, note.join("; "));
      return true;
    }
    const figure = reader.figureAt(row, scale);
    if (figure === null) {
      this.setCellAside(row, value, "not_a_figure", reader.textAt(row).trim());
      return false;
    }
    output.writeFigure(output.length, figure, [...figure.flags, ...note]);
    if (figure.missing !== null) this.cells.missing += 1;
    return true;
  }

  private writeKeys(
    output: ObservationOutput,
    { block }: Part,
    value: ValueColumn,
    region: string,
    when: Period,
    row: number,
    name: string,
  ): void {
    const at = output.length;
    const { texts } = output;
    texts.region.set(at, region);
    output.year[at] = when.year;
    if (when.period !== null) texts.period.set(at, when.period);
    texts.indicator.set(at, this.nameOf(name, value));
    if (block.source !== null) texts.source.set(at, labelsOf(this.raw, block.source)?.at(row) ?? this.options.source);
    this.stated.write(output, at, row);
    output.place(row, value.column);
    output.length += 1;
  }

  private count(output: ObservationOutput, row: number): void {
    if (output === this.main) {
      this.cells.kept += 1;
      if (this.lastKept !== row) this.rowsKept += 1;
      this.lastKept = row;
    } else {
      this.cells.aggregate += 1;
      if (this.lastApart !== row) this.rowsAggregate += 1;
      this.lastApart = row;
    }
  }

  private setCellAside(row: number, value: ValueColumn, reason: AsideReason, text: string): void {
    this.cells.aside += 1;
    // Of a row without a region or year one line is enough, however wide it is.
    if (reason !== "not_a_figure" && this.lastAside === row) return;
    this.lastAside = row;
    this.rowFacts.aside.add(row, reason, text);
    if (reason !== "not_a_figure" || this.findings.length >= MOST_FINDINGS) return;
    const column = this.layout.headings[value.column] ?? String(value.column + 1);
    this.findings.push(
      finding(
        "warning",
        "cell.invalid",
        { file: this.options.file, row: row + 1, column, got: text.slice(0, 80), expected: "a figure" },
        { file: this.options.file, row: row + 1 },
      ),
    );
  }

  finish(parts: readonly Part[]): Assembled {
    const { file } = this.options;
    const datesAs = parts.map(({ rows }) => rows.years.datesAs).find((as) => as !== null) ?? null;
    this.findings.push(...dateFindings(datesAs, this.layout, file));
    const locate = this.stated.has("locator") ? null : this.options.locate;
    return {
      observations: this.main.finish(locate),
      aggregates: this.apart.finish(locate),
      aside: this.rowFacts.aside,
      rowsKept: this.rowsKept,
      rowsAggregate: this.rowsAggregate,
      cells: this.cells,
      filledDown: parts.reduce((sum, { rows }) => sum + rows.filledDown, 0),
      findings: this.findings,
    };
  }
}

/** That days were read as the years or months they end or begin. */
export function dateFindings(datesAs: "year" | "month" | null, layout: Layout, file: string): Finding[] {
  const { blocks, headings } = layout;
  const note = (as: "year" | "month" | null, column: string) =>
    as === null ? [] : [finding("note", `date.${as}`, { file, column }, { file })];
  const dated = blocks.flatMap(({ values }) => values).find(({ when }) => when !== null);
  return [
    ...note(datesAs, headings[blocks[0]?.year ?? 0] ?? ""),
    ...note(layout.datesAs, headings[dated?.column ?? 0] ?? ""),
  ];
}

function whyAside(region: Resolved, noYear: boolean): AsideReason | null {
  if (region.kind === "blank") return "no_region";
  if (region.kind === "ambiguous") return "ambiguous_region";
  return noYear ? "no_year" : null;
}
