import { ComparandaError } from "../model/errors.ts";
import type { Panel } from "../model/panel.ts";
import { asTable, type ColumnTable, requireColumns, settled } from "../model/table.ts";
import { allFindings, findingsOf, withFindings } from "../model/table-findings.ts";
import { requireConfidence } from "../stats/require.ts";
import { requireAllowed } from "./allowed.ts";
import { perCapitaFigures } from "./per-capita-figures.ts";
import type { PopulationChoice } from "./population-for.ts";
import { compareFigures, comparisonTable } from "./select.ts";
import type { Selection } from "./selection.ts";

export interface PerCapitaChoice extends PopulationChoice {
  /** Residents a figure is stated for; default 100 000. */
  readonly per?: number;
  /** Share of intervals that would cover the true rate; default 0.95. */
  readonly confidence?: number;
  /** Cases a figure must rest on; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`. */
  readonly allow?: readonly string[];
}

export interface PerCapitaOptions extends Selection, PerCapitaChoice {}

/** For a table: whose people, and which column counts the cases. */
export interface PerCapitaTableOptions extends PerCapitaChoice {
  /** The panel whose region table has the populations. */
  readonly panel: Panel;
  /** Column of the counts; default `value`. */
  readonly by?: string;
}

/** Kinds of indicators that may be divided by people: sums, not rates. */
const DIVISIBLE: readonly string[] = ["count", "amount", "stock"];

/**
 * How many cases are there for the people who live there, and how far could that move by chance alone?
 *
 * @remarks
 * Unit: the indicator's unit per `per` residents. The population is that of the figure's own year or, within `tolerance`
 * years, the nearest one; `basis` and `basis_year` name it, findings say where it is not the same year, where bases differ
 * and where a figure was refused (`population.missing`, the row then missing as `not_comparable`). Intervals: exact Poisson
 * below 10 events, Byar's from 10; none for values that are not exact counts. Edges are divided like the value. Fewer cases
 * than `minimumCases` are `suppressed` (`cases.few`) unless `allow` names that; a population of 0 makes no figure
 * (`denominator.zero`).
 *
 * @param input - a panel (options then say which figures), or a table or rows with region, year and a count
 * @param options - which figures, per how many people, how far a population may lie away
 * @returns of a panel a table with the columns of `COMPARISON_COLUMNS`; of a table all its rows and columns in their order with
 * the same columns of a figure per head; `numerator` is the count, `denominator` the population
 * @throws {@link ComparandaError} `argument.invalid` where the indicator is no count or amount or `allow` names no refusal,
 * `column.missing`, `selection.empty`
 */
export function perCapita(panel: Panel, options: PerCapitaOptions): ColumnTable;
export function perCapita(input: ColumnTable | Iterable<object>, options: PerCapitaTableOptions): ColumnTable;
export function perCapita(
  input: Panel | ColumnTable | Iterable<object>,
  options: PerCapitaOptions | PerCapitaTableOptions,
): ColumnTable {
  const { per = 100_000, tolerance = 1, confidence = 0.95, minimumCases = 0, allow = [] } = options;
  if (!(per > 0)) throw refusal("per", String(per), "a number above 0");
  if (!(tolerance >= 0)) throw refusal("tolerance", String(tolerance), "a number of years, at least 0");
  requireConfidence("perCapita", confidence);
  requireAllowed("perCapita", allow);
  const basis = options.basis === undefined ? {} : { basis: options.basis };
  const shared = { verb: "perCapita", per, tolerance, ...basis, confidence, minimumCases, allow };
  if ("observations" in input) {
    const selection = options as PerCapitaOptions;
    const comparison = compareFigures(input, selection, "perCapita");
    const { indicator } = comparison.asked;
    if (!DIVISIBLE.includes(indicator.kind)) {
      throw refusal("indicator", indicator.id, `a count, amount or stock; it is a ${indicator.kind}`);
    }
    const divided = perCapitaFigures(input, comparison.table, { ...shared, by: "value" });
    const findings = allFindings(comparison.findings, divided.findings);
    return comparisonTable(input, { ...comparison, table: divided.table, findings }, selection, "perCapita");
  }
  const { by = "value", panel } = options as PerCapitaTableOptions;
  if (panel === undefined) throw refusal("panel", "none", "the panel that has the populations");
  const given = asTable(input);
  requireColumns(given, "perCapita", ["region", "year", by]);
  const { table, findings } = perCapitaFigures(panel, settled(given), { ...shared, by });
  return withFindings(
    table,
    allFindings(() => findingsOf(given), findings),
  );
}

function refusal(argument: string, got: string, expected: string): ComparandaError {
  return new ComparandaError("argument.invalid", { verb: "perCapita", argument, got, expected, suggestion: null });
}
