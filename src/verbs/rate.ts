import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { agrees } from "../util/agrees.ts";
import { type CountsBehind, countsBehind } from "./counts-behind.ts";
import { type Comparison, type ComparisonRow, compareFigures, comparisonTable, described } from "./select.ts";
import type { Selection } from "./selection.ts";

export interface RateOptions extends Selection {
  /** Share of intervals that would cover the true rate; default 0.95. */
  readonly confidence?: number;
}

const placeOf = ({ region, indicator, year }: ComparisonRow) =>
  ({ region, indicator, year }) as { region: string; indicator: string; year: number };

/** A row for a rate nobody printed, from its two counts. */
function derivedRow(panel: Panel, row: ComparisonRow, counts: CountsBehind): ComparisonRow {
  const { numerator, denominator, period, body, source } = counts;
  const value = (numerator / denominator) * 100;
  const source_title = panel.sources.get(source ?? "")?.title ?? source;
  const as_written = `${numerator}/${denominator}`;
  const flags = period === null ? "rate.derived" : "period.partial rate.derived";
  const kept = { period, body, source, source_title, as_written, numerator, denominator };
  return { ...row, ...kept, value, qualifier: "exact", kind: "derived", missing: null, flags };
}

/** Adds Wilson limits where the counts are known and carry the printed rate; says so where they do not. */
function withInterval(row: ComparisonRow, confidence: number): { row: ComparisonRow; found: Finding[] } {
  const { numerator, denominator, value } = row as { numerator: number; denominator: number; value: number };
  if (row.value === null || row.numerator === null || row.denominator === null) return { row, found: [] };
  const place = placeOf(row);
  const flagged = (code: string) => ({ ...row, flags: [row.flags, code].filter((flag) => flag !== null).join(" ") });
  if (denominator <= 0 || numerator > denominator) {
    const found = finding("error", "rate.inverted", { numerator, denominator }, place);
    return { row: flagged(found.code), found: [found] };
  }
  const computed = (numerator / denominator) * 100;
  if (!agrees(value, computed) && row.qualifier === "exact") {
    const facts = { printed: value, computed, numerator, denominator };
    const found = finding("error", "rate.contradicted", facts, place);
    return { row: flagged(found.code), found: [found] };
  }
  const { lower, upper } = wilsonInterval(numerator, denominator, { confidence });
  const percent = (share: number | null) => (share === null ? null : share * 100);
  const limits = { interval_lower: percent(lower), interval_upper: percent(upper), interval_method: "wilson" };
  const derived =
    row.kind === "derived" && String(row.flags).includes("rate.derived")
      ? [finding("note", "rate.derived", { numerator, denominator }, place)]
      : [];
  return { row: { ...row, ...limits }, found: derived };
}

/** Rows of a comparison of rates, computed where only their counts were printed, with limits where counts carry them. */
export function compareRates(panel: Panel, options: RateOptions, verb: string): Comparison {
  const comparison = compareFigures(panel, options, verb);
  const { indicator, years, regions, body } = comparison.asked;
  if (indicator.unit !== "percent") {
    const facts = { verb, argument: "indicator", got: indicator.id, suggestion: null };
    throw new ComparandaError("argument.invalid", {
      ...facts,
      expected: `a percentage; its unit is ${indicator.unit}`,
    });
  }
  const main = body ?? comparison.rows.find((row) => row.body !== null)?.body ?? null;
  const wanted = (counts: CountsBehind) =>
    (years === null || years.has(counts.year)) &&
    (regions === null || regions.includes(counts.region)) &&
    (main === null || main === "all" || counts.body === main) &&
    counts.denominator > 0 &&
    counts.numerator <= counts.denominator;
  const printed = new Set(
    comparison.rows.filter((row) => row.value !== null).map((row) => `${row.region} ${row.year}`),
  );
  const derived = new Map<string, ComparisonRow>();
  for (const counts of countsBehind(panel, indicator).filter(wanted)) {
    const key = `${counts.region} ${counts.year}`;
    if (printed.has(key) || derived.has(key)) continue;
    derived.set(key, derivedRow(panel, described(panel, indicator, counts.region, counts.year), counts));
  }
  const kept = comparison.rows.filter((row) => !derived.has(`${row.region} ${row.year}`));
  const found: Finding[] = [];
  const rows = [...derived.values(), ...kept].map((row) => {
    const result = withInterval(row, options.confidence ?? 0.95);
    found.push(...result.found);
    return result.row;
  });
  return { asked: comparison.asked, rows, findings: [...comparison.findings, ...found] };
}

/**
 * How high is a rate in each region, and how far could it move by chance alone?
 *
 * @remarks
 * Unit: percent, 0–100. Printed rates are kept as printed. Where a region prints none but both counts stand in one source,
 * the rate is computed (`kind` derived, flag `rate.derived`). Intervals are Wilson's and need both counts; without them, or
 * where the counts contradict the printed rate, the interval is null. Missing: null with its reason, as in {@link select}.
 *
 * @param panel - the panel; its rows stay as they are
 * @param options - which figures, and the confidence of intervals
 * @returns an Arquero table with the columns of `COMPARISON_COLUMNS`; one row per region, year and body
 * @throws {@link ComparandaError} `argument.invalid` where the indicator is no rate or share, `selection.empty`
 */
export function rate(panel: Panel, options: RateOptions): ColumnTable {
  return comparisonTable(panel, compareRates(panel, options, "rate"), options, "rate");
}
