import type { Extracted } from "./extraction.ts";

/** One line of the format in which extractions are scored. */
export interface Prediction {
  readonly case: string;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
  readonly kind: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly as_written: string;
  readonly start: number;
  readonly end: number;
  readonly region_code?: string;
}

/** How does the scorer want this figure? Its qualifiers are fewer: 近 is approx there, 以下 likewise. */
export function toPrediction(id: string, row: Extracted): Prediction {
  const qualifier = row.qualifier === "under" || row.qualifier === "at_most" ? "approx" : row.qualifier;
  return {
    case: id,
    indicator: row.indicator,
    value: row.value,
    unit: row.unit,
    qualifier,
    kind: row.kind,
    body: row.body,
    year: row.year,
    as_written: row.as_written,
    start: row.start,
    end: row.end,
    ...(row.region === null ? {} : { region_code: row.region }),
  };
}
