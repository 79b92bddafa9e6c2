import { ComparandaError } from "../model/errors.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Panel } from "../model/panel.ts";
import { nearest } from "../util/nearest.ts";
import { liesWithin, resolveIndicator, resolveRegion } from "./resolve.ts";

/** Which figures to compare. What is left out is not narrowed. */
export interface Selection {
  /** Id of the indicator table. */
  readonly indicator: string;
  /** One year or several; left out: all years. */
  readonly year?: number | readonly number[];
  /** `province`, `prefecture`, `county` … as the region table has them. */
  readonly level?: string;
  /** Code or name of a region; only regions inside it, at any depth. */
  readonly within?: string;
  /** Codes or names; these regions, in this order. */
  readonly regions?: readonly string[];
  /** Who is counted; left out: the body most figures count, the others being not comparable; `all`: every body. */
  readonly body?: string;
}

/** A selection whose names have been looked up. `regions` is null where any region may report. */
export interface ResolvedSelection {
  readonly indicator: Indicator;
  readonly years: ReadonlySet<number> | null;
  readonly regions: readonly string[] | null;
  readonly body: string | null;
}

function regionsAsked(panel: Panel, selection: Selection, verb: string): readonly string[] | null {
  const { level, within, regions } = selection;
  if (regions !== undefined) return regions.map((region) => resolveRegion(panel, region, verb).code);
  if (level === undefined && within === undefined) return null;
  const levels = [...new Set([...panel.regions.values()].map((region) => region.level))];
  if (level !== undefined && !levels.includes(level)) {
    throw new ComparandaError("level.unknown", { verb, got: level, available: levels.filter((name) => name !== "") });
  }
  const ancestor = within === undefined ? null : resolveRegion(panel, within, verb).code;
  return [...panel.regions.values()]
    .filter((region) => level === undefined || region.level === level)
    .filter((region) => ancestor === null || liesWithin(panel, region.code, ancestor))
    .map((region) => region.code);
}

/**
 * Looks up every name of a selection.
 *
 * @throws {@link ComparandaError} `indicator.unknown`, `region.unknown`, `region.ambiguous`, `level.unknown`,
 * `argument.invalid` for a year that is no whole number or a body no figure counts
 */
export function resolveSelection(panel: Panel, selection: Selection, verb: string): ResolvedSelection {
  const indicator = resolveIndicator(panel, selection.indicator, verb);
  const years = selection.year === undefined ? null : new Set([selection.year].flat() as number[]);
  for (const year of years ?? []) {
    if (Number.isInteger(year)) continue;
    const facts = { verb, argument: "year", got: String(year), expected: "a calendar year", suggestion: null };
    throw new ComparandaError("argument.invalid", facts);
  }
  const body = selection.body ?? null;
  if (body !== null && body !== "all") {
    const bodies = [...new Set(panel.observations.array("body") as Iterable<string | null>)].filter(
      (one) => one !== null,
    );
    if (!bodies.includes(body)) {
      const expected = [...bodies, "all"].join(" | ");
      const suggestion = nearest(body, bodies)[0] ?? null;
      throw new ComparandaError("argument.invalid", { verb, argument: "body", got: body, expected, suggestion });
    }
  }
  return { indicator, years, regions: regionsAsked(panel, selection, verb), body };
}
