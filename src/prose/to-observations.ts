import type { Observation } from "../model/observation.ts";
import type { Extracted, Extraction, Gap } from "./extraction.ts";

/**
 * Which rows of the observation table does this report give?
 *
 * @remarks
 * Observations and statements keep their kind; a gap becomes a row without a value and with its reason. What has no single
 * year or no known region has no cell in the table and is left out: it stays in the extraction.
 * Missing: `value` is null exactly where `missing` says why.
 *
 * @param extraction - what `extractReport` gave
 * @param reportedBy - who issued the report, null where unknown
 * @returns rows in the order of the text, with the columns of the observation table
 * @example
 * ```ts @import.meta.vitest
 * const nothing = { observations: [], statements: [], needsReview: [], setAside: [], findings: [] }
 * const gap = { indicator: "legal_aid_cases", unit: "case", region: "990121", year: 2023, body: null, as_written: "(略)", start: 9, end: 12 }
 * const [row] = toObservations({ ...nothing, gaps: [{ ...gap, missing: "redacted" }] })
 * expect(row).toMatchObject({ value: null, missing: "redacted", as_written: "(略)" })
 * ```
 */
export function toObservations(extraction: Extraction, reportedBy: string | null = null): Observation[] {
  const { observations, statements, gaps } = extraction;
  const source = observations[0]?.source ?? statements[0]?.source ?? null;
  const rows = [
    ...[...observations, ...statements].map((one) => ({ start: one.start, row: rowOf(one, reportedBy) })),
    ...gaps.map((gap) => ({ start: gap.start, row: gapRow(gap, source, reportedBy) })),
  ];
  return rows.sort((a, b) => a.start - b.start).flatMap(({ row }) => row ?? []);
}

function rowOf(one: Extracted, reported_by: string | null): Observation | null {
  const { region, year } = one;
  if (region === null || year === null) return null;
  const { period, indicator, value, lower, upper, unit, qualifier, numerator, denominator, body, kind, missing } = one;
  const { source, locator, as_written } = one;
  return {
    region,
    year,
    period,
    indicator,
    value,
    lower,
    upper,
    unit,
    qualifier,
    numerator,
    denominator,
    body,
    kind,
    missing,
    source,
    locator,
    as_written,
    note: one.worded ? "said in words" : one.note,
    reported_by,
  };
}

function gapRow(gap: Gap, source: string | null, reported_by: string | null): Observation | null {
  const { indicator, region, year, body, missing, as_written } = gap;
  if (region === null || year === null) return null;
  return {
    region,
    year,
    period: null,
    indicator,
    value: null,
    lower: null,
    upper: null,
    unit: gap.unit,
    qualifier: "exact",
    numerator: null,
    denominator: null,
    body,
    kind: "observation",
    missing,
    source,
    locator: null,
    as_written,
    note: null,
    reported_by,
  };
}
