import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { Population } from "../model/region.ts";
import type { ColumnTable } from "../model/table.ts";
import { poissonInterval } from "../stats/poisson-interval.ts";
import { PopulationMatrix } from "./population-matrix.ts";
import { type ComparisonRow, compareFigures, comparisonTable } from "./select.ts";
import type { Selection } from "./selection.ts";

export interface PerCapitaOptions extends Selection {
  /** Residents a figure is stated for; default 100 000. */
  readonly per?: number;
  /** How many years the population may lie away from the figure; default 1. */
  readonly tolerance?: number;
  /** Only populations of this basis (`census`, `resident_year_end`, `registered`); default: residents before registered. */
  readonly basis?: string;
  /** Share of intervals that would cover the true rate; default 0.95. */
  readonly confidence?: number;
  /** Cases a figure must rest on; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`. */
  readonly allow?: readonly string[];
}

function nearestShown(populations: readonly Population[], year: number): string | null {
  const [nearest] = [...populations].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
  return nearest === undefined ? null : `${nearest.year} (${nearest.basis})`;
}

/** One figure divided by its population; refused, with the reason, where there is no population near enough. */
function divide(
  panel: Panel,
  matrix: PopulationMatrix,
  row: ComparisonRow,
  options: PerCapitaOptions,
): { row: ComparisonRow; found: Finding[] } {
  const { per = 100_000, tolerance = 1, confidence = 0.95, minimumCases = 0, allow = [] } = options;
  const unit = { unit: `${row.unit}_per_${per}`, unit_zh: `${row.unit_zh}/${perZh(per)}人` };
  const count = row.value as number | null;
  if (count === null) return { row: { ...row, ...unit }, found: [] };
  const year = row.year as number;
  const place = { region: row.region as string, indicator: row.indicator as string, year };
  const populations = panel.regions.get(place.region)?.population ?? [];
  const population = matrix.at(place.region, year);
  const flagged = (...codes: string[]) => [row.flags, ...codes].filter((flag) => flag !== null).join(" ") || null;
  if (count < minimumCases && !allow.includes("cases.few")) {
    const found = finding("warning", "cases.few", { cases: count, least: minimumCases }, place);
    const empty = { value: null, lower: null, upper: null, numerator: count, missing: "suppressed" };
    return { row: { ...row, ...unit, ...empty, flags: flagged(found.code) }, found: [found] };
  }
  if (population === null) {
    const facts = { year, tolerance, nearest: nearestShown(populations, year) };
    const found = finding("warning", "population.missing", facts, place);
    const empty = { value: null, lower: null, upper: null, numerator: count, denominator: null };
    return {
      row: { ...row, ...unit, ...empty, missing: "not_comparable", flags: flagged(found.code) },
      found: [found],
    };
  }
  const scale = per / population.value;
  const found: Finding[] = [];
  if (population.year !== year) {
    const facts = { year, used: population.year, basis: population.basis };
    found.push(finding("note", "population.shifted", facts, place));
  }
  if (population.basis === "registered")
    found.push(finding("warning", "basis.registered", { year: population.year }, place));
  const exact = row.qualifier === "exact" && Number.isInteger(count) && count >= 0;
  const limits = exact ? poissonInterval(count, { confidence }) : null;
  const scaled = (value: number | null) => (value === null ? null : value * scale);
  return {
    row: {
      ...row,
      ...unit,
      value: count * scale,
      lower: scaled(row.lower as number | null),
      upper: scaled(row.upper as number | null),
      interval_lower: scaled(limits?.lower ?? null),
      interval_upper: scaled(limits?.upper ?? null),
      interval_method: limits?.method ?? null,
      numerator: count,
      denominator: population.value,
      basis: population.basis,
      basis_year: population.year,
      kind: "derived",
      flags: flagged(...found.map((one) => one.code)),
    },
    found,
  };
}

/** 100000 → 10万, 10000 → 万, 1000 → 千: how Chinese tables say it. */
function perZh(per: number): string {
  if (per % 10_000 === 0) return per === 10_000 ? "万" : `${per / 10_000}万`;
  return per === 1000 ? "千" : String(per);
}

/**
 * How many cases are there for the people who live there, and how far could that move by chance alone?
 *
 * @remarks
 * Unit: the indicator's unit per `per` residents. The population is that of the figure's own year or, within `tolerance`
 * years, the nearest one; `basis` and `basis_year` name it, findings say where it is not the same year, where bases differ
 * and where a figure was refused (`population.missing`, the row then missing as `not_comparable`). Intervals: exact Poisson
 * below 10 events, Byar's from 10; none for values that are not exact counts. Fewer cases than `minimumCases` are `suppressed`
 * (`cases.few`).
 *
 * @param panel - the panel; its rows stay as they are
 * @param options - which figures, per how many people, how far a population may lie away
 * @returns an Arquero table with the columns of `COMPARISON_COLUMNS`; `numerator` is the count, `denominator` the population
 * @throws {@link ComparandaError} `argument.invalid` where the indicator is no count or amount, `selection.empty`
 */
export function perCapita(panel: Panel, options: PerCapitaOptions): ColumnTable {
  const { per = 100_000, tolerance = 1 } = options;
  const refuse = (argument: string, got: string, expected: string) =>
    new ComparandaError("argument.invalid", { verb: "perCapita", argument, got, expected, suggestion: null });
  if (!(per > 0)) throw refuse("per", String(per), "a number above 0");
  if (!(tolerance >= 0)) throw refuse("tolerance", String(tolerance), "a number of years, at least 0");
  const comparison = compareFigures(panel, options, "perCapita");
  const { indicator } = comparison.asked;
  if (!["count", "amount", "stock"].includes(indicator.kind)) {
    throw refuse("indicator", indicator.id, `a count, amount or stock; it is a ${indicator.kind}`);
  }
  const found: Finding[] = [];
  const matrix = new PopulationMatrix(panel.regions, options);
  const rows = comparison.rows.map((row) => {
    const divided = divide(panel, matrix, row, options);
    found.push(...divided.found);
    return divided.row;
  });
  const bases = [...new Set(rows.map((row) => row.basis).filter((basis) => basis !== null))] as string[];
  if (bases.length > 1) found.push(finding("warning", "population.mixed", { bases }, { indicator: indicator.id }));
  return comparisonTable(
    panel,
    { ...comparison, rows, findings: [...comparison.findings, ...found] },
    options,
    "perCapita",
  );
}
