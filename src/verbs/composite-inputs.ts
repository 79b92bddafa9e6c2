import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { findingsOf } from "../model/table-findings.ts";
import type { Better } from "./better.ts";
import { dictionaryOf } from "./columns.ts";
import { comparable } from "./comparable.ts";
import { compareRegions, type FiguresOptions } from "./compare-regions.ts";
import type { CompositeInputs } from "./compose-scores.ts";
import { type CompositeDefinition, type CompositeLeaf, isLeaf, nodesOf } from "./composite-definition.ts";
import { resolveIndicator } from "./resolve.ts";
import { resolveSelection, type Selection } from "./selection.ts";
import { statedSpans } from "./span-columns.ts";

/** Which regions of which year a composite index is made for. */
export interface CompositeSelection extends Omit<Selection, "indicator" | "year"> {
  readonly year: number;
  readonly minimumCases?: number;
  /** Refusals to override, by code: `cases.few`, `unit.mixed`, `period.partial`. */
  readonly allow?: readonly string[];
}

interface Figure {
  readonly value: number;
  readonly edges: { readonly lower: number | null; readonly upper: number | null } | null;
}

/** The figures of one indicator by region; a figure is refused rather than compared where it cannot be. */
function columnOf(panel: Panel, leaf: CompositeLeaf, selection: CompositeSelection) {
  const { minimumCases, allow, ...where } = selection;
  const body = leaf.body ?? where.body;
  const options = {
    ...where,
    indicator: leaf.indicator,
    ...(body !== undefined && { body }),
    ...(leaf.per !== undefined && { per: leaf.per }),
  };
  const known = new Map<string, Figure>();
  const table = figuresOrNone(panel, options);
  if (table === null) {
    const place = { indicator: leaf.indicator, year: selection.year };
    return { known, found: [finding("warning", "group.few", { verb: "compose", used: 0, least: 1 }, place)] };
  }
  const checked = comparable(table, {
    verb: "compose",
    by: "value",
    groups: ["year"],
    ...(minimumCases !== undefined && { minimumCases }),
    ...(allow !== undefined && { allow }),
  });
  const found: Finding[] = [...findingsOf(table), ...checked.findings];
  const { lower, upper, edged } = statedSpans(checked.table, checked.values, "value");
  const [region, qualifier] = [dictionaryOf(checked.table, "region"), dictionaryOf(checked.table, "qualifier")];
  const closed = (edge: number | undefined) => (edge !== undefined && Number.isFinite(edge) ? edge : null);
  checked.values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const code = region.at(row) as string;
    if (edged[row] === 0) {
      known.set(code, { value, edges: null });
      return;
    }
    known.set(code, { value, edges: { lower: closed(lower[row]), upper: closed(upper[row]) } });
    const place = { region: code, indicator: leaf.indicator, year: selection.year };
    found.push(finding("note", "edge.flattened", { qualifier: qualifier.at(row) ?? "approx", value }, place));
  });
  return { known, found };
}

function figuresOrNone(panel: Panel, options: FiguresOptions): ColumnTable | null {
  try {
    return compareRegions(panel, options, "compose");
  } catch (error) {
    // An indicator nobody reports that year is a finding of the index, not a mistake of its caller.
    if (error instanceof ComparandaError && error.code === "selection.empty") return null;
    throw error;
  }
}

function betterEnd(panel: Panel, leaf: CompositeLeaf): Better {
  const direction = leaf.direction ?? resolveIndicator(panel, leaf.indicator, "compose").direction;
  if (direction === "neutral") {
    const facts = {
      where: `direction of ${leaf.indicator}`,
      got: "neutral",
      expected: "higher_better or lower_better",
    };
    throw new ComparandaError("composite.invalid", { verb: "compose", ...facts });
  }
  return direction === "lower_better" ? "lower" : "higher";
}

/**
 * Collects what a composite index is made of.
 *
 * @returns the figures of each indicator by region, regions as asked for or in the order of the region table, and what was
 * found on the way
 */
export function compositeInputs(panel: Panel, definition: CompositeDefinition, selection: CompositeSelection) {
  const leaves = nodesOf(definition).filter(isLeaf);
  const better = leaves.map((leaf) => betterEnd(panel, leaf));
  const columns = leaves.map((leaf) => columnOf(panel, leaf, selection));
  const { minimumCases: _least, allow: _allow, body: _body, ...where } = selection;
  const first = leaves[0]?.indicator ?? "";
  const asked = resolveSelection(panel, { ...where, indicator: first }, "compose").regions;
  const reporting = new Set(columns.flatMap(({ known }) => [...known.keys()]));
  const regions = asked ?? [...panel.regions.keys()].filter((code) => reporting.has(code));
  const inputs: CompositeInputs = {
    regions,
    leaves: Object.fromEntries(
      leaves.map((leaf, i) => {
        const figures = regions.map((code) => columns[i]?.known.get(code) ?? null);
        const edges = figures.flatMap((one, at) => (one?.edges ? [[at, one.edges] as const] : []));
        const values = figures.map((one) => one?.value ?? null);
        const column = { values, better: better[i] as Better };
        return [leaf.indicator, edges.length === 0 ? column : { ...column, edges: Object.fromEntries(edges) }];
      }),
    ),
  };
  return { inputs, findings: columns.flatMap(({ found }) => found) };
}
