import { ComparandaError } from "../model/errors.ts";
import type { Panel } from "../model/panel.ts";
import { type ColumnTable, numbersOf } from "../model/table.ts";
import { type Findings, withFindings } from "../model/table-findings.ts";
import { chooseRows } from "./choose-rows.ts";
import { dictionaryOf } from "./columns.ts";
import { figureRows } from "./figure-rows.ts";
import { figureTable } from "./figure-table.ts";
import { observedOf } from "./observed.ts";
import { type ResolvedSelection, resolveSelection, type Selection } from "./selection.ts";

export { COMPARISON_COLUMNS } from "./comparison-columns.ts";

/** Figures of a comparison, and the rows they were made of. */
export interface Comparison {
  readonly asked: ResolvedSelection;
  readonly table: ColumnTable;
  readonly findings: Findings;
}

/** A row for each figure, and a row with its reason for each region and year asked for that has none. */
export function compareFigures(panel: Panel, selection: Selection, verb: string): Comparison {
  const asked = resolveSelection(panel, selection, verb);
  const chosen = chooseRows(panel, asked);
  const figures = figureRows(panel, asked, observedOf(panel), chosen.rows);
  return { asked, table: figureTable(panel, asked, figures, chosen).table, findings: chosen.findings };
}

/**
 * The table of a comparison with its findings.
 *
 * @throws {@link ComparandaError} `selection.empty` where no row has a figure, saying which years there are
 */
export function comparisonTable(panel: Panel, comparison: Comparison, selection: Selection, verb: string): ColumnTable {
  const { asked, table, findings } = comparison;
  const missing = dictionaryOf(table, "missing");
  const silent = missing.values.indexOf("not_reported");
  if (!numbersOf(table, "value").every((value, row) => Number.isNaN(value) && missing.codes[row] === silent)) {
    return withFindings(table, findings);
  }
  const parts = Object.entries(selection).filter(([, value]) => value !== undefined);
  const words = parts.map(([name, value]) => `${name} ${[value].flat().join(", ")}`).join("; ");
  const observed = observedOf(panel);
  const everything = chooseRows(panel, { ...asked, years: null, regions: null, body: "all" });
  const [year, region] = [numbersOf(observed, "year"), dictionaryOf(observed, "region")];
  const years = [...new Set(Array.from(everything.rows, (row) => year[row] as number))].sort((a, b) => a - b);
  const codes = [...new Set(Array.from(everything.rows, (row) => region.at(row) as string))];
  const regions = codes.map((code) => [code, panel.regions.get(code)?.name ?? ""].join(" ").trim());
  throw new ComparandaError("selection.empty", { verb, asked: words, years, regions });
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
