import { ComparandaError } from "../model/errors.ts";
import type { Code } from "../model/facts.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { wilsonInterval } from "../stats/wilson-interval.ts";
import { agrees } from "../util/agrees.ts";
import { withFlag } from "./columns.ts";
import { type CountsBehind, countsBehind } from "./counts-behind.ts";
import { type Comparison, type ComparisonRow, compareFigures, comparisonTable, described } from "./select.ts";
import type { Selection } from "./selection.ts";

export interface RateOptions extends Selection {
  /** Share of intervals that would cover the true rate; default 0.95. */
  readonly confidence?: number;
  /** Cases a rate must rest on, where its denominator is known; default 0. */
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`. */
  readonly allow?: readonly string[];
}

const placeOf = ({ region, indicator, year }: ComparisonRow) =>
  ({ region, indicator, year }) as { region: string; indicator: string; year: number };

/** A row for a rate nobody printed, from its two counts; counts with edges give a rate with edges. */
function derivedRow(panel: Panel, row: ComparisonRow, counts: CountsBehind): ComparisonRow {
  const { numerator, denominator, period, body, source } = counts;
  const source_title = panel.sources.get(source ?? "")?.title ?? source;
  const as_written = `${numerator}/${denominator}`;
  const kept = { ...row, period, body, source, source_title, as_written, numerator, denominator };
  const partial = period === null ? [] : ["period.partial"];
  if (denominator === 0) {
    const flags = [...partial, "denominator.zero"].join(" ");
    return { ...kept, kind: "derived", missing: "not_applicable", flags };
  }
  const value = (numerator / denominator) * 100;
  const flags = [...partial, "rate.derived"].join(" ");
  return { ...kept, ...edgesOfRate(value, counts), value, kind: "derived", missing: null, flags };
}

/** The lowest and the highest rate that both counts leave open, between 0 and 100. */
function edgesOfRate(value: number, { edges }: CountsBehind): Pick<ComparisonRow, "qualifier" | "lower" | "upper"> {
  if (edges === null) return { qualifier: "exact", lower: null, upper: null };
  const share = (numerator: number, denominator: number) => Math.min(100, (numerator / denominator) * 100 || 0);
  const lower = share(edges.numerator.lower, edges.denominator.upper);
  const upper = edges.denominator.lower > 0 ? share(edges.numerator.upper, edges.denominator.lower) : 100;
  const qualifier = lower === value ? "at_least" : upper === value ? "at_most" : "approx";
  return { qualifier, lower, upper };
}

/** A rate of nobody is none, and one of fewer cases than asked for is not shown. */
function refusalOf(row: ComparisonRow, { minimumCases = 0, allow = [] }: RateOptions): Finding[] {
  const { numerator, denominator } = row as { numerator: number | null; denominator: number | null };
  if (denominator === 0) return [finding("warning", "denominator.zero", { numerator: numerator ?? 0 }, placeOf(row))];
  if (row.value === null || denominator === null || denominator >= minimumCases) return [];
  if (allow.includes("cases.few")) return [];
  return [finding("warning", "cases.few", { cases: denominator, least: minimumCases }, placeOf(row))];
}

/** Adds Wilson limits where the counts are known and carry the printed rate; says so where they do not. */
function withInterval(row: ComparisonRow, confidence: number): { row: ComparisonRow; found: Finding[] } {
  const { numerator, denominator, value } = row as { numerator: number; denominator: number; value: number };
  if (row.value === null || row.numerator === null || row.denominator === null) return { row, found: [] };
  const computedHere = row.kind === "derived" && String(row.flags).includes("rate.derived");
  const derived = computedHere ? [derivedFinding(row)] : [];
  if (computedHere && row.qualifier !== "exact") return { row, found: derived };
  const place = placeOf(row);
  const flagged = (code: string) => ({ ...row, flags: [row.flags, code].filter((flag) => flag !== null).join(" ") });
  if (denominator < 0 || numerator > denominator) {
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
  return { row: Object.assign(row, limits), found: derived };
}

function refusedRow(row: ComparisonRow, code: Code): ComparisonRow {
  const missing = code === "cases.few" ? "suppressed" : "not_applicable";
  return { ...row, value: null, lower: null, upper: null, missing, flags: withFlag(row.flags as string | null, code) };
}

const derivedFinding = (row: ComparisonRow) =>
  finding(
    "note",
    "rate.derived",
    { numerator: row.numerator as number, denominator: row.denominator as number },
    placeOf(row),
  );

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
    counts.denominator >= 0 &&
    counts.numerator <= counts.denominator;
  const printed = new Set(
    comparison.rows.filter((row) => row.value !== null).map((row) => `${row.region} ${row.year}`),
  );
  const derived = new Map<string, ComparisonRow>();
  for (const counts of countsBehind(panel, indicator, true).filter(wanted)) {
    const key = `${counts.region} ${counts.year}`;
    if (printed.has(key) || derived.has(key)) continue;
    derived.set(key, derivedRow(panel, described(panel, indicator, counts.region, counts.year), counts));
  }
  // Rates of nobody are listed beside others; where there is nothing else, nothing was found.
  if ([...derived.values()].every((row) => row.value === null) && printed.size === 0) derived.clear();
  const kept = comparison.rows.filter((row) => !derived.has(`${row.region} ${row.year}`));
  const found: Finding[] = [];
  const rows = [...derived.values(), ...kept].map((row) => {
    const refused = refusalOf(row, options);
    found.push(...refused);
    if (refused.length > 0) return refusedRow(row, (refused[0] as Finding).code);
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
 * where the counts contradict the printed rate, the interval is null. Counts with edges (`近1600`) give a computed rate with
 * edges, and no interval. Missing: null with its reason, as in {@link select}; a rate of nobody is `not_applicable`
 * (`denominator.zero`), one that rests on fewer cases than `minimumCases` is `suppressed` (`cases.few`).
 *
 * @param panel - the panel; its rows stay as they are
 * @param options - which figures, and the confidence of intervals
 * @returns an Arquero table with the columns of `COMPARISON_COLUMNS`; one row per region, year and body
 * @throws {@link ComparandaError} `argument.invalid` where the indicator is no rate or share, `selection.empty`
 */
export function rate(panel: Panel, options: RateOptions): ColumnTable {
  return comparisonTable(panel, compareRates(panel, options, "rate"), options, "rate");
}
