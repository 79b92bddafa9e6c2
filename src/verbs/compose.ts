import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { type Cell, type ColumnKind, type ColumnTable, fromRows } from "../model/table.ts";
import { withFindings } from "../model/table-findings.ts";
import { requireAllowed } from "./allowed.ts";
import { orNull } from "./columns.ts";
import { composeRanges, type NodeRange } from "./compose-ranges.ts";
import { type CompositeInputs, type CompositeStep, composeScores } from "./compose-scores.ts";
import {
  type CompositeBranch,
  type CompositeDefinition,
  type CompositeLeaf,
  fromCompositeDefinition,
  isLeaf,
  nodeId,
} from "./composite-definition.ts";
import { type CompositeSelection, compositeInputs } from "./composite-inputs.ts";
import { placesOf, ranksOf } from "./places.ts";

/** Columns of a composite index: one row per region and node, the index first, each group before what it is made of. */
export const COMPOSITE_COLUMNS = {
  region: "string",
  name: "string",
  name_en: "string",
  level: "string",
  parent: "string",
  year: "integer",
  node: "string",
  node_zh: "string",
  node_en: "string",
  part_of: "string",
  depth: "integer",
  weight: "number",
  value: "number",
  treated: "number",
  score: "number",
  score_lower: "number",
  score_upper: "number",
  share: "number",
  rank: "integer",
  rank_from: "integer",
  rank_to: "integer",
  method: "string",
  n_used: "integer",
  n_missing: "integer",
  missing: "string",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

/** A name for each code, as the panel has it. */
export interface CompositeLabels {
  readonly regions: Readonly<
    Record<string, { name: string; name_en: string; level: string | null; parent: string | null }>
  >;
  readonly nodes: Readonly<Record<string, { name_zh: string; name_en: string }>>;
}

/** Everything a composite index was made from, and what was done; plain JSON. `replay` makes the index again from it. */
export interface CompositeLog {
  readonly definition: CompositeDefinition;
  readonly year: number;
  readonly inputs: CompositeInputs;
  readonly labels: CompositeLabels;
  readonly steps: readonly CompositeStep[];
}

export interface Composition {
  readonly table: ColumnTable;
  readonly log: CompositeLog;
}

/**
 * How do regions stand when several indicators are taken together, and what made them stand there?
 *
 * @remarks
 * Unit: `value` and `treated` in the indicator's own, `score` on the scale of the normalisation, the better end always high.
 * Each indicator is treated, normalised over the regions that report, then averaged group by group with the weights of its
 * definition. Missing: with the policy `refuse` one missing score leaves the group, and all above it, without one; with
 * `rescale` the other weights take its share, down to `least` of the weight (`score.incomplete`). A geometric or harmonic mean
 * of scores that are not above 0 is null (`value.unsuitable`). Edges: the score of a figure that is not exact is that of its
 * number (`edge.flattened`); between `score_lower` and `score_upper` (null where open), and between `rank_from` and `rank_to`,
 * lie score and place whatever the true values within the edges are, for every region that is measured against them. Limits of
 * z-scores and of places may be wider than need be; a treated indicator with edges leaves its scores open. The log holds
 * definition, figures and every step with its result: `replay(log)` gives the same table.
 * Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators.
 *
 * @param definition - the object of the JSON file; see `fromCompositeDefinition`
 * @param selection - the year, and which regions
 * @returns a table with the columns of {@link COMPOSITE_COLUMNS}, one row per node and region: the index first, each group
 * before its parts, regions as asked for or in the order of the region table
 * @throws {@link ComparandaError} `composite.invalid`, `indicator.unknown`, `region.unknown`, `level.unknown`
 */
export function compose(panel: Panel, definition: unknown, selection: CompositeSelection): Composition {
  requireAllowed("compose", selection.allow);
  const complete = fromCompositeDefinition(definition);
  const { inputs, findings } = compositeInputs(panel, complete, selection);
  const { steps } = composeScores(complete, inputs);
  const log = { definition: complete, year: selection.year, inputs, labels: labelsOf(panel, inputs, complete), steps };
  const { table, found } = compositeTable(log);
  return { table: withFindings(table, [...findings, ...found]), log };
}

function labelsOf(panel: Panel, inputs: CompositeInputs, definition: CompositeDefinition): CompositeLabels {
  const regions = inputs.regions.map((code) => {
    const region = panel.regions.get(code);
    const name = region?.name ?? code;
    return [
      code,
      { name, name_en: region?.name_en ?? name, level: region?.level ?? null, parent: region?.parent ?? null },
    ];
  });
  const nodes: Record<string, { name_zh: string; name_en: string }> = {};
  const label = (node: CompositeLeaf | CompositeBranch): void => {
    const named = isLeaf(node) ? panel.indicators.get(node.indicator) : node;
    const id = nodeId(node);
    nodes[id] = { name_zh: named?.name_zh ?? named?.name_en ?? id, name_en: named?.name_en ?? named?.name_zh ?? id };
    if (!isLeaf(node)) node.children.forEach(label);
  };
  label(definition);
  return { regions: Object.fromEntries(regions), nodes };
}

/** The table of a log, computed anew from its definition and inputs. */
export function compositeTable({ definition, year, inputs, labels }: Omit<CompositeLog, "steps">) {
  const composed = composeScores(definition, inputs);
  const ranges = composeRanges(definition, inputs, composed.scores);
  const found: Finding[] = [];
  const rows: Record<string, Cell>[] = [];
  const visit = (
    node: CompositeLeaf | CompositeBranch,
    part_of: string | null,
    depth: number,
    siblings: number,
  ): void => {
    const id = nodeId(node);
    const scores = composed.scores.get(id) as Float64Array;
    const own = Int32Array.from(scores.keys());
    const range = ranges.get(id) as NodeRange;
    const ranks = ranksOf(placesOf(scores, own), "higher", "min");
    const used = scores.reduce((count, score) => count + Number(!Number.isNaN(score)), 0);
    const method = isLeaf(node)
      ? [(node.treat ?? definition.treat).method, (node.normalise ?? definition.normalise).method].join(" ")
      : (node.aggregate ?? definition.aggregate);
    const shared = {
      year,
      node: id,
      node_zh: labels.nodes[id]?.name_zh ?? id,
      node_en: labels.nodes[id]?.name_en ?? id,
    };
    inputs.regions.forEach((region, i) => {
      const value = isLeaf(node) ? (inputs.leaves[id]?.values[i] ?? null) : null;
      const share = isLeaf(node) ? null : orNull(composed.shares.get(id)?.[i]);
      const why = isLeaf(node) ? (value === null ? null : "group.flat") : reasonOf(share, definition);
      const lacking = Number.isNaN(scores[i]);
      if (lacking && why !== null && !isLeaf(node)) found.push(lackOf(why, id, region, year, share, definition));
      rows.push({
        region,
        ...labels.regions[region],
        ...shared,
        part_of,
        depth,
        weight: siblings > 0 ? node.weight / siblings : null,
        value,
        treated: isLeaf(node) ? orNull(composed.treated.get(id)?.[i]) : null,
        score: orNull(scores[i]),
        score_lower: orNull(range.score_lower[i]),
        score_upper: orNull(range.score_upper[i]),
        share,
        rank: orNull(ranks[i]),
        rank_from: orNull(range.rank_from[i]),
        rank_to: orNull(range.rank_to[i]),
        method,
        n_used: used,
        n_missing: scores.length - used,
        missing: lacking ? (value === null && isLeaf(node) ? "not_reported" : "not_comparable") : null,
        flags: lacking ? why : null,
      });
    });
    if (isLeaf(node)) return;
    const sum = node.children.reduce((total, { weight }) => total + weight, 0);
    for (const child of node.children) visit(child, id, depth + 1, sum);
  };
  visit(definition, null, 0, definition.weight);
  return { table: fromRows(rows, COMPOSITE_COLUMNS), found };
}

/** Why a group has no score: too little of its weight reports, or the mean has no answer. */
function reasonOf(share: number | null, { missing }: CompositeDefinition): "score.incomplete" | "value.unsuitable" {
  const least = missing.policy === "refuse" ? 1 : missing.least;
  return share === null || share < least || share === 0 ? "score.incomplete" : "value.unsuitable";
}

function lackOf(
  why: string,
  node: string,
  region: string,
  year: number,
  share: number | null,
  { missing, aggregate }: CompositeDefinition,
): Finding {
  if (why === "value.unsuitable") {
    const facts = { verb: "compose", method: aggregate, got: `scores of ${node} that are not above 0` };
    return finding("warning", "value.unsuitable", facts, { region, year });
  }
  const least = missing.policy === "refuse" ? 1 : missing.least;
  return finding("warning", "score.incomplete", { node, share: share ?? 0, least }, { region, year });
}
