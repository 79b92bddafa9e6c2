import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { pick } from "../util/pick.ts";
import { perCapita } from "./per-capita.ts";
import type { PopulationChoice } from "./population-for.ts";
import { rate } from "./rate.ts";
import { resolveIndicator } from "./resolve.ts";
import { select } from "./select.ts";
import type { Selection } from "./selection.ts";

export interface FiguresOptions extends Selection, PopulationChoice {
  /** Residents to divide by; left out: figures as they are. */
  readonly per?: number;
}

/**
 * The figures of an indicator in the form they can be compared in: divided by population where that is asked for, with
 * Wilson limits where it is a percentage, as they are otherwise.
 *
 * @returns the table of `perCapita`, `rate` or `select`
 * @throws {@link ComparandaError} what these throw
 */
export function compareRegions(panel: Panel, options: FiguresOptions, verb = "select"): ColumnTable {
  const { per, tolerance: _tolerance, basis: _basis, ...selection } = options;
  const indicator = resolveIndicator(panel, selection.indicator, verb);
  if (per === undefined) return indicator.unit === "percent" ? rate(panel, selection) : select(panel, selection);
  return perCapita(panel, { ...selection, per, ...pick(options, ["tolerance", "basis"]) });
}
