import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { perCapita } from "../verbs/per-capita.ts";
import { rate } from "../verbs/rate.ts";
import { select } from "../verbs/select.ts";
import type { Selection } from "../verbs/selection.ts";

export interface CompareOptions extends Selection {
  /** Residents to divide by; left out: figures as they are. */
  readonly per?: number;
  readonly tolerance?: number;
  readonly basis?: string;
}

/**
 * The figures of an indicator in the form they can be compared in: divided by population where that is asked for, with
 * Wilson limits where it is a percentage, as they are otherwise.
 *
 * @returns the table of `perCapita`, `rate` or `select`
 */
export function compareRegions(panel: Panel, { per, tolerance, basis, ...selection }: CompareOptions): ColumnTable {
  if (per !== undefined) {
    return perCapita(panel, {
      ...selection,
      per,
      ...(tolerance !== undefined && { tolerance }),
      ...(basis !== undefined && { basis }),
    });
  }
  return panel.indicators.get(selection.indicator)?.unit === "percent"
    ? rate(panel, selection)
    : select(panel, selection);
}
