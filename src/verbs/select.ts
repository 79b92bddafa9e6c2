import { ComparandaError } from "../model/errors.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Panel } from "../model/panel.ts";
import { type Cell, type Column, type ColumnKind, type ColumnTable, fromRows } from "../model/table.ts";
import { withFindings } from "../model/table-findings.ts";
import { type ChosenRows, chooseRows } from "./choose-rows.ts";
import { type ResolvedSelection, resolveSelection, type Selection } from "./selection.ts";

/** Columns of a comparison: what a figure is, how it reads, where it comes from, how sure it is. */
export const COMPARISON_COLUMNS = {
  region: "string",
  name: "string",
  name_en: "string",
  level: "string",
  parent: "string",
  year: "integer",
  period: "string",
  indicator: "string",
  indicator_zh: "string",
  indicator_en: "string",
  family: "string",
  body: "string",
  value: "number",
  lower: "number",
  upper: "number",
  interval_lower: "number",
  interval_upper: "number",
  interval_method: "string",
  unit: "string",
  unit_zh: "string",
  direction: "string",
  qualifier: "string",
  numerator: "number",
  denominator: "number",
  basis: "string",
  basis_year: "integer",
  kind: "string",
  missing: "string",
  source: "string",
  source_title: "string",
  locator: "string",
  as_written: "string",
  note: "string",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

export type ComparisonRow = { -readonly [C in keyof typeof COMPARISON_COLUMNS]: Cell };

const COPIED = [
  "period",
  "body",
  "value",
  "lower",
  "upper",
  "unit",
  "qualifier",
  "numerator",
  "denominator",
  "kind",
  "missing",
  "source",
  "locator",
  "as_written",
  "note",
] as const;

const EMPTY = Object.fromEntries(Object.keys(COMPARISON_COLUMNS).map((name) => [name, null])) as ComparisonRow;

/** A row that knows its region, year and indicator, and no figure yet. */
export function described(panel: Panel, indicator: Indicator, code: string, year: number): ComparisonRow {
  const region = panel.regions.get(code);
  return {
    ...EMPTY,
    region: code,
    name: region?.name ?? code,
    name_en: region?.name_en ?? region?.name ?? code,
    level: region?.level ?? null,
    parent: region?.parent ?? null,
    year,
    indicator: indicator.id,
    indicator_zh: indicator.name_zh,
    indicator_en: indicator.name_en,
    family: indicator.family,
    unit: indicator.unit,
    unit_zh: indicator.unit_zh,
    direction: indicator.direction,
  };
}

/** Rows of a comparison with what was found on the way, before they become a table. */
export interface Comparison {
  readonly asked: ResolvedSelection;
  readonly rows: ComparisonRow[];
  readonly findings: readonly Finding[];
}

/** A code that was not yet, or no longer, in use has nothing to report. */
function existed(panel: Panel, code: string, year: number): boolean {
  const { valid_from: from = null, valid_to: to = null } = panel.regions.get(code) ?? {};
  return (from === null || from <= year) && (to === null || year <= to);
}

function missingRows(panel: Panel, asked: ResolvedSelection, chosen: ChosenRows, rows: readonly ComparisonRow[]) {
  const present = new Set(rows.map((row) => `${row.region} ${row.year}`));
  const years = [...(asked.years ?? new Set(rows.map((row) => row.year as number)))];
  const cells = (asked.regions ?? []).flatMap((code) => years.map((year) => ({ code, year })));
  return cells
    .filter(({ code, year }) => !present.has(`${code} ${year}`) && existed(panel, code, year))
    .map(({ code, year }) => {
      const missing = chosen.otherBodies.has(`${code} ${year}`) ? "not_comparable" : "not_reported";
      return { ...described(panel, asked.indicator, code, year), body: chosen.body, missing };
    });
}

/** By region as asked for or as listed, then year and body: the order of the data does not matter. */
function inOrder(rows: readonly ComparisonRow[], regions: readonly string[]): ComparisonRow[] {
  const places = new Map(regions.map((code, place) => [code, place]));
  const keyed = rows.map((row) => ({
    row,
    place: places.get(row.region as string) ?? places.size,
    year: row.year as number,
    text: `${row.region} ${row.body ?? ""}`,
  }));
  keyed.sort((a, b) => a.place - b.place || a.year - b.year || (a.text < b.text ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** A row for each figure, and a row with its reason for each region and year asked for that has none. */
export function compareFigures(panel: Panel, selection: Selection, verb: string): Comparison {
  const asked = resolveSelection(panel, selection, verb);
  const chosen = chooseRows(panel, asked);
  const column = (name: string) => panel.observations.column(name) as Column;
  const copied = COPIED.map((name) => [name, column(name)] as const);
  const [region, year] = [column("region"), column("year")];
  const rows = chosen.rows.map((i) => {
    const row = described(panel, asked.indicator, String(region.at(i)), Number(year.at(i)));
    for (const [name, cells] of copied) row[name] = cells.at(i);
    row.source_title = panel.sources.get(String(row.source))?.title ?? row.source;
    row.flags = chosen.flags.get(i)?.join(" ") ?? null;
    return row;
  });
  const all = [...rows, ...missingRows(panel, asked, chosen, rows)];
  return { asked, rows: inOrder(all, asked.regions ?? [...panel.regions.keys()]), findings: chosen.findings };
}

/**
 * The table of a comparison.
 *
 * @throws {@link ComparandaError} `selection.empty` where no row has a figure, saying which years there are
 */
export function comparisonTable(
  panel: Panel,
  { asked, rows, findings }: Comparison,
  selection: Selection,
  verb: string,
) {
  if (rows.every((row) => row.value === null && row.missing === "not_reported")) {
    const parts = Object.entries(selection).filter(([, value]) => value !== undefined);
    const words = parts.map(([name, value]) => `${name} ${[value].flat().join(", ")}`).join("; ");
    const everything = chooseRows(panel, { ...asked, years: null, regions: null, body: "all" });
    const column = (name: string) => panel.observations.column(name) as Column;
    const [year, region] = [column("year"), column("region")];
    const years = [...new Set(everything.rows.map((i) => year.at(i) as number))].sort((a, b) => a - b);
    const codes = [...new Set(everything.rows.map((i) => region.at(i) as string))];
    const regions = codes.map((code) => [code, panel.regions.get(code)?.name ?? ""].join(" ").trim());
    throw new ComparandaError("selection.empty", { verb, asked: words, years, regions });
  }
  return withFindings(fromRows(rows, COMPARISON_COLUMNS), findings);
}

/**
 * The figures of one indicator side by side: one row per region, year and body, with what is needed to read it.
 *
 * @remarks
 * Unit: that of the indicator; percent is 0–100. Missing: where `level`, `within` or `regions` say who should be there,
 * a region without a figure has a row with null and its reason (`not_reported`, `not_comparable` for another body).
 * Targets, benchmarks and changes are never taken. Source: each row keeps source, locator and the numeral as written.
 *
 * @returns an Arquero table with the columns of {@link COMPARISON_COLUMNS}, in order of region, year and body;
 * `findingsOf(table)` says what had to be decided
 * @throws {@link ComparandaError} `selection.empty` where nothing at all fits, and what `resolveSelection` throws
 */
export function select(panel: Panel, selection: Selection): ColumnTable {
  return comparisonTable(panel, compareFigures(panel, selection, "select"), selection, "select");
}
