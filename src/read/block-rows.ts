import { DictionaryColumn, NumberColumn } from "../model/table.ts";
import { BlockYears } from "./block-years.ts";
import { heading } from "./heading.ts";
import type { Block, Layout, ValueColumn } from "./layout.ts";
import { mergedColumn } from "./merged-column.ts";
import { isQuarter } from "./part-of-year.ts";
import type { Period } from "./period.ts";
import { cellText, type RawTable } from "./raw-table.ts";
import type { RegionResolver, Resolved } from "./resolve-regions.ts";
import { labelsOf } from "./row-facts.ts";
import type { Sections } from "./sections.ts";

const RANK = ["aggregate", "country", "province", "prefecture", "county"];

/** Region, year and name of the rows of one block, each label looked up once. */
export class BlockRows {
  private readonly region: DictionaryColumn | null;
  private readonly regionName: DictionaryColumn | null;
  private readonly parents: readonly DictionaryColumn[];
  readonly years: BlockYears;
  private readonly names: readonly { readonly label: string | null; readonly texts: DictionaryColumn }[];
  /** Units in the names of indicators, 人口(万人), where nothing else states one. */
  private readonly nameUnits: readonly (string | null)[];
  private readonly regions: (Resolved | null)[];
  private readonly nameOf = new Map<string, string>();
  /** The last places of each rank, for names that need what they lie in. */
  private readonly above = new Map<string, string>();
  filledDown = 0;

  constructor(
    private readonly raw: RawTable,
    private readonly block: Block,
    private readonly layout: Layout,
    private readonly resolver: RegionResolver,
    sections: Sections | null = null,
  ) {
    const labels = (column: number | null) => this.filled(column);
    this.region = labels(block.region);
    this.regionName = labels(block.regionName);
    this.parents = block.parents.map(labels).filter((column) => column !== null);
    const quarter = block.part !== null && isQuarter(lastHeading(layout, block.part));
    this.years = new BlockYears(labels(block.year), labels(block.part), quarter, layout.fixed.when, sections);
    const telling = (columns: readonly number[], named: boolean) =>
      columns.flatMap((column) => {
        const texts = labels(column);
        return texts === null ? [] : [{ label: named ? lastHeading(layout, column) : null, texts }];
      });
    const dimensions = telling(block.dimensions, true).filter(({ texts }) => texts.values.length > 1);
    const indicators = telling(block.indicator, false);
    const { units, texts } = unitsApart(indicators[0]?.texts ?? null, block);
    this.nameUnits = units;
    this.names = [
      ...indicators.map((name, at) => (at === 0 && texts !== null ? { ...name, texts } : name)),
      ...dimensions,
    ];
    this.regions = this.region === null ? [] : this.region.values.map(() => null);
  }

  private filled(column: number | null): DictionaryColumn | null {
    const texts = labelsOf(this.raw, column);
    if (texts === null || column === null || !this.layout.fillDown.includes(column)) return texts;
    const codes = texts.codes.slice();
    for (let row = 1; row < codes.length; row += 1) {
      if (codes[row] !== -1 || codes[row - 1] === -1) continue;
      codes[row] = codes[row - 1] as number;
      this.filledDown += 1;
    }
    return new DictionaryColumn(codes, texts.values);
  }

  regionAt(row: number, value: ValueColumn, year: number | null): Resolved {
    const written = value.region ?? (this.region === null ? this.layout.fixed.region : null);
    if (written !== null) return this.resolver.resolve(written, null, null);
    if (this.region === null) return this.resolver.resolve("", null, null);
    const code = this.region.codes[row] as number;
    if (code < 0) return this.byOtherColumns(row, year, "");
    const before = this.regions[code];
    if (before) return before;
    const label = this.region.values[code] as string;
    if (this.resolver.varies(label)) return this.inContext(label, row, year);
    const resolved = this.resolver.resolve(label, null, null);
    if (resolved.kind === "unknown" && this.regionName !== null) return this.byOtherColumns(row, year, label);
    if (this.parents.length === 0) this.remember(resolved);
    else if (resolved.kind === "unknown") return this.inContext(label, row, year);
    this.regions[code] = resolved;
    return resolved;
  }

  /** A blank or unknown code: the name beside it, or else what the row lies in, is the region. */
  private byOtherColumns(row: number, year: number | null, code: string): Resolved {
    const name = this.regionName?.at(row) ?? "";
    if (name !== "") {
      const resolved = this.inContext(name, row, this.resolver.varies(name) ? year : null);
      if (resolved.kind !== "unknown") return resolved;
      // Where places have codes, a name that is known nowhere and has none is a group of places.
      if (code !== "") this.resolver.names.set(code, name);
      return this.resolver.add(`${code}\u001e${name}`, () =>
        code === "" ? { ...resolved, kind: "aggregate" } : { ...resolved, code, written: code },
      );
    }
    for (const parent of [...this.parents].reverse()) {
      const label = parent.at(row);
      if (code === "" && label !== null) return this.resolver.anywhere(label, year);
    }
    return this.resolver.resolve(code, null, year);
  }

  /** The label with what it lies in: a column of this row, or the last place above it in the list. */
  private inContext(label: string, row: number, year: number | null): Resolved {
    const parent = this.parents[this.parents.length - 1]?.at(row) ?? null;
    if (parent !== null) return this.resolver.resolve(label, parent, year);
    const alone = this.resolver.resolve(label, null, year);
    if (alone.kind !== "ambiguous") {
      this.remember(alone);
      return alone;
    }
    for (const level of ["prefecture", "province"]) {
      const above = this.above.get(level);
      const resolved = above === undefined ? null : this.resolver.resolve(label, above, year);
      if (resolved !== null && resolved.kind === "place") return resolved;
    }
    return alone;
  }

  private remember({ kind, match }: Resolved): void {
    const place = match?.place;
    if (kind !== "place" || !place) return;
    this.above.set(place.level, place.code);
    for (const level of RANK.slice(RANK.indexOf(place.level) + 1)) this.above.delete(level);
  }

  /** The place of rows that were looked up before still counts as what later rows lie in. */
  pass(row: number): void {
    const code = this.region?.codes[row] ?? -1;
    const resolved = code < 0 ? null : this.regions[code];
    if (resolved && this.parents.length === 0) this.remember(resolved);
  }

  /** Name of what is counted in this row, from the columns that tell; "" where none does. */
  nameAt(row: number): string {
    const [first] = this.names;
    if (first === undefined) return "";
    if (this.names.length === 1 && first.label === null) return first.texts.at(row)?.trim() ?? "";
    const key = this.names.map(({ texts }) => texts.codes[row]).join(",");
    let name = this.nameOf.get(key);
    if (name === undefined) {
      const parts = this.names.filter(({ label }) => label === null).map(({ texts }) => texts.at(row)?.trim() ?? "");
      const told = this.names
        .filter(({ label, texts }) => label !== null && texts.at(row) !== null)
        .map(({ label, texts }) => `${label}=${texts.at(row)?.trim()}`);
      name = [[...new Set(parts.filter(Boolean))].join(" / "), told.length > 0 ? `[${told.join(", ")}]` : ""]
        .filter(Boolean)
        .join(" ");
      this.nameOf.set(key, name);
    }
    return name;
  }

  /** Years, periods and names of all rows as columns; null where a row lacks its year or its name. */
  wholeKeys(): { year: NumberColumn; period: DictionaryColumn | null; name: DictionaryColumn | null } | null {
    const { periods, year, hasParts } = this.years;
    if (year === null || hasParts || year.codes.includes(-1) || periods.includes(null)) return null;
    const values = new Float64Array(year.codes.length);
    for (let row = 0; row < values.length; row += 1) values[row] = (periods[year.codes[row] as number] as Period).year;
    const spans = periods.map((when) => (when as Period).period);
    const some = spans.some((span) => span !== null);
    // Rows of whole years have no period: then the codes of the years are not those of the periods.
    if (some && spans.includes(null)) return null;
    const name = this.names.length === 0 ? null : this.wholeNames();
    if (this.names.length > 0 && name === null) return null;
    return { year: new NumberColumn(values), period: some ? mergedColumn(year.codes, spans as string[]) : null, name };
  }

  private wholeNames(): DictionaryColumn | null {
    const [first] = this.names;
    if (this.names.length !== 1 || first === undefined || first.label !== null || first.texts.codes.includes(-1))
      return null;
    return mergedColumn(
      first.texts.codes,
      first.texts.values.map((text) => text.trim()),
    );
  }

  /** The unit in the name of what is counted in this row; null where the name has none or the unit is stated elsewhere. */
  unitAt(row: number): string | null {
    const code = this.nameUnits.length === 0 ? -1 : (this.names[0]?.texts.codes[row] ?? -1);
    return this.nameUnits[code] ?? null;
  }

  /** Whether units come with the names, row by row. */
  get hasUnits(): boolean {
    return this.nameUnits.length > 0;
  }

  /** Flags and notes beside the figure, as printed. */
  noteAt(row: number): string[] {
    const columns = [...this.block.flags, ...this.block.notes];
    return columns
      .map((column) => cellText(this.raw.columns[column] as RawTable["columns"][number], row).trim())
      .filter(Boolean);
  }
}

const lastHeading = ({ headings }: Layout, column: number): string => headings[column]?.split(" / ").pop() ?? "";

/** Names of indicators without the units in their brackets, and those units, where the table states none otherwise. */
function unitsApart(
  names: DictionaryColumn | null,
  block: Block,
): { units: (string | null)[]; texts: DictionaryColumn | null } {
  if (names === null || block.unit !== null || block.values.some(({ unit }) => unit !== null))
    return { units: [], texts: null };
  const read = names.values.map((text) => {
    const { name, unit, when } = heading([text]);
    return unit !== null && when === null && name !== text ? { name, unit } : { name: text, unit: null };
  });
  // Two names that differ in the unit alone would become one.
  const apart = new Set(read.map(({ name }) => name)).size === names.values.length;
  if (!apart || read.every(({ unit }) => unit === null)) return { units: [], texts: null };
  return {
    units: read.map(({ unit }) => unit),
    texts: new DictionaryColumn(
      names.codes,
      read.map(({ name }) => name),
    ),
  };
}
