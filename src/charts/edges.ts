import type { Qualifier } from "../model/observation.ts";
import type { ChartRow } from "./chart-row.ts";

/** A span in which a value lies; an open end is not the last value possible, or not known. */
export interface Edges {
  readonly from: number;
  readonly to: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Length of an end that is not known, as a share of the axis. */
const STUB = 0.06;

const OPEN: Record<Qualifier, { readonly below: boolean; readonly above: boolean }> = {
  exact: { below: false, above: false },
  approx: { below: false, above: false },
  at_least: { below: false, above: true },
  over: { below: false, above: true },
  at_most: { below: true, above: false },
  under: { below: true, above: false },
};

/**
 * The span a row leaves open: its edges where the number is not exact, otherwise its uncertainty interval.
 *
 * @remarks
 * An edge that is not known is drawn as a short open end, never farther than the axis. Null: exact, without an interval.
 *
 * @param row - with a value
 * @param domain - of the axis it is drawn on
 */
export function edgesOf(row: ChartRow, domain: readonly [number, number]): Edges | null {
  const value = row.value as number;
  if (row.qualifier === "exact") {
    if (row.intervalLower === null || row.intervalUpper === null) return null;
    return { from: row.intervalLower, to: row.intervalUpper, openStart: false, openEnd: false };
  }
  const open = OPEN[row.qualifier];
  const known = row.lower !== null || row.upper !== null || open.above || open.below;
  if (!known) return null;
  const stub = STUB * (domain[1] - domain[0]);
  return {
    from: row.lower ?? (open.above ? value : Math.max(domain[0], value - stub)),
    to: row.upper ?? (open.below ? value : Math.min(domain[1], value + stub)),
    openStart: open.below || (row.lower === null && !open.above),
    openEnd: open.above || (row.upper === null && !open.below),
  };
}

/** Every number a row puts on its axis. */
export function extentOf(row: ChartRow): number[] {
  const edges = row.qualifier === "exact" ? [row.intervalLower, row.intervalUpper] : [row.lower, row.upper];
  return row.value === null ? [] : [row.value, ...edges].filter((value) => value !== null);
}
