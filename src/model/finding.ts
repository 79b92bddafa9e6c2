import type { Code, Facts } from "./facts.ts";

export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where in the data a finding sits; every part is null where it does not apply. `row` counts data rows from 1. */
export interface Place {
  readonly region: string | null;
  readonly indicator: string | null;
  readonly year: number | null;
  readonly file: string | null;
  readonly row: number | null;
  readonly evidence: string | null;
}

/** A flaw in the data: collected and returned, never thrown. The words for it stand in `messages/`. */
export interface Finding<C extends Code = Code> extends Place {
  readonly code: C;
  readonly facts: Facts[C];
  readonly severity: Severity;
}

const NOWHERE: Place = { region: null, indicator: null, year: null, file: null, row: null, evidence: null };

/** Makes a finding; parts of its place that are not given are null. */
export function finding<C extends Code>(
  severity: Severity,
  code: C,
  facts: Facts[C],
  place: Partial<Place> = {},
): Finding<C> {
  return { code, facts, severity, ...NOWHERE, ...place };
}
