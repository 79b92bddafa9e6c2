import { ComparandaError } from "../model/errors.ts";
import type { Panel } from "../model/panel.ts";
import { type Column, type ColumnKind, type ColumnTable, fromRows, NumberColumn, tableOf } from "../model/table.ts";
import { findingsOf, withFindings } from "../model/table-findings.ts";
import { quantileSorted } from "../stats/quantile-sorted.ts";
import { type CompositeLog, compose } from "./compose.ts";
import type { CompositeAggregate, CompositeNormalise, CompositeTreat } from "./composite-definition.ts";
import type { CompositeSelection } from "./composite-inputs.ts";
import { placesOf, ranksOf } from "./places.ts";
import { drawScenarios, type ScenarioChoices, type Scenarios } from "./scenarios.ts";

export interface SensitivityOptions extends CompositeSelection {
  /** Scenarios; default 1000. */
  readonly draws?: number;
  /** Seed of the draws; default 1. */
  readonly seed?: number;
  /** How far each weight may move, as a share of itself, evenly either way; default 0.25. */
  readonly weightSpread?: number;
  /** Normalisations to choose from, for indicators without one of their own; default that of the definition and z-scores. */
  readonly normalise?: readonly CompositeNormalise[];
  /** Means to choose from, for groups without one of their own; default that of the definition. */
  readonly aggregate?: readonly CompositeAggregate[];
  /** Treatments to choose from, for indicators without one of their own; default that of the definition. */
  readonly treat?: readonly CompositeTreat[];
}

/** Columns of a table of sensitivity: one row per region. */
export const SENSITIVITY_COLUMNS = {
  region: "string",
  name: "string",
  name_en: "string",
  year: "integer",
  score: "number",
  rank: "integer",
  rank_median: "number",
  rank_mean: "number",
  rank_from: "number",
  rank_to: "number",
  rank_level: "number",
  rank_best: "integer",
  rank_worst: "integer",
  rank_kept: "number",
  n_ranked: "integer",
  method: "string",
  n_used: "integer",
  n_missing: "integer",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

export interface Sensitivity {
  /** One row per region: its rank, and how it spreads over the scenarios. */
  readonly table: ColumnTable;
  /** One row per scenario: the choices made, the weight of every node (`weight_` and its id), and how far ranks moved. */
  readonly scenarios: ColumnTable;
  /** One row per scenario and region: `draw`, `region`, `score`, `rank`. */
  readonly ranks: ColumnTable;
  readonly log: CompositeLog;
}

/**
 * Would another choice of weights and methods have put regions in another order?
 *
 * @remarks
 * Unit: ranks are places, 1 the best; `rank_from` to `rank_to` holds the middle 90 % of scenarios, `rank_kept` is the share of
 * them in which the region keeps its rank. In each scenario every weight is multiplied by a number drawn evenly around 1, and
 * normalisation, treatment and mean are drawn from the choices given; combinations without an answer (a geometric mean of
 * z-scores) are not drawn. Missing: a region without a score in a scenario has no rank there; `n_ranked` counts those it has.
 * The same seed gives the same scenarios; each is logged with all it needs to be composed again.
 * Source: Saisana, Saltelli & Tarantola (2005), J. R. Stat. Soc. A 168:307–323.
 *
 * @param definition - of the index, as for `compose`
 * @returns ranks by region, the log of scenarios, ranks by scenario, and the log of the index itself
 * @throws {@link ComparandaError} what `compose` throws; `number.invalid` for draws or spread; `argument.invalid` where no
 * choice gives a score
 */
export function sensitivity(panel: Panel, definition: unknown, options: SensitivityOptions): Sensitivity {
  const { draws = 1000, seed = 1, weightSpread = 0.25, normalise, aggregate, treat, ...selection } = options;
  const refuse = (argument: string, got: number, expected: string) =>
    new ComparandaError("number.invalid", { verb: "sensitivity", argument, got: String(got), expected });
  if (!(draws >= 1 && draws % 1 === 0)) throw refuse("draws", draws, "a whole number of at least 1");
  if (!(weightSpread >= 0 && weightSpread <= 1)) throw refuse("weightSpread", weightSpread, "a share from 0 to 1");
  const composed = compose(panel, definition, selection);
  const own = composed.log.definition;
  const choices: ScenarioChoices = {
    normalise: normalise ?? [own.normalise, ...(own.normalise.method === "z_score" ? [] : [Z_SCORE])],
    aggregate: aggregate ?? [own.aggregate],
    treat: treat ?? [own.treat],
  };
  const scenarios = drawScenarios(composed.log, choices, { draws, seed, weightSpread });
  if (scenarios === null) {
    const facts = { argument: "aggregate", got: choices.aggregate.join(", "), expected: "a mean of scores above 0" };
    throw new ComparandaError("argument.invalid", { verb: "sensitivity", ...facts, suggestion: null });
  }
  const regions = composed.log.inputs.regions;
  const nominal = nominalOf(composed.table, regions.length);
  const ranks = ranksByDraw(scenarios, regions.length, draws);
  return {
    table: withFindings(regionTable(composed.log, nominal, ranks, draws), findingsOf(composed.table)),
    scenarios: scenarioTable(scenarios, nominal.rank, ranks),
    ranks: drawTable(regions, scenarios, ranks, draws),
    log: composed.log,
  };
}

const Z_SCORE: CompositeNormalise = { method: "z_score", mean: 0, sd: 1 };

interface Nominal {
  readonly score: (number | null)[];
  readonly rank: (number | null)[];
  readonly flags: (string | null)[];
}

/** Scores and ranks of the index itself: the first rows of its table. */
function nominalOf(table: ColumnTable, regions: number): Nominal {
  const column = <T>(name: string) => Array.from(table.array(name) as Iterable<T>).slice(0, regions);
  return {
    score: column<number | null>("score"),
    rank: column<number | null>("rank"),
    flags: column<string | null>("flags"),
  };
}

/** Ranks of all regions, draw after draw; NaN without a score. */
function ranksByDraw({ scores }: Scenarios, regions: number, draws: number): Float64Array {
  const ranks = new Float64Array(draws * regions);
  const rows = Int32Array.from({ length: regions }, (_, i) => i);
  for (let draw = 0; draw < draws; draw += 1) {
    const own = scores.subarray(draw * regions, (draw + 1) * regions);
    ranks.set(ranksOf(placesOf(own, rows), "higher", "min"), draw * regions);
  }
  return ranks;
}

function regionTable(log: CompositeLog, nominal: Nominal, ranks: Float64Array, draws: number): ColumnTable {
  const { regions } = log.inputs;
  const used = nominal.score.filter((score) => score !== null).length;
  const rows = regions.map((region, i) => {
    const own = Float64Array.from({ length: draws }, (_, draw) => ranks[draw * regions.length + i] as number)
      .filter((rank) => !Number.isNaN(rank))
      .sort();
    const at = (share: number) => (own.length === 0 ? null : quantileSorted(own, share, 7));
    const label = log.labels.regions[region];
    return {
      region,
      name: label?.name ?? region,
      name_en: label?.name_en ?? region,
      year: log.year,
      score: nominal.score[i] ?? null,
      rank: nominal.rank[i] ?? null,
      rank_median: at(0.5),
      rank_mean: own.length === 0 ? null : own.reduce((sum, rank) => sum + rank, 0) / own.length,
      rank_from: at(0.05),
      rank_to: at(0.95),
      rank_level: 0.9,
      rank_best: own[0] ?? null,
      rank_worst: own.at(-1) ?? null,
      rank_kept: own.length === 0 ? null : own.filter((rank) => rank === nominal.rank[i]).length / own.length,
      n_ranked: own.length,
      method: `monte carlo, ${draws} draws`,
      n_used: used,
      n_missing: regions.length - used,
      flags: nominal.flags[i] ?? null,
    };
  });
  return fromRows(rows, SENSITIVITY_COLUMNS);
}

/** The log of scenarios; `mean_shift` is the mean number of places regions moved. */
function scenarioTable(
  { made, nodes }: Scenarios,
  nominal: readonly (number | null)[],
  ranks: Float64Array,
): ColumnTable {
  const regions = nominal.length;
  const rows = made.map((scenario, draw) => {
    const own = ranks.subarray(draw * regions, (draw + 1) * regions);
    const shifts = nominal.flatMap((rank, i) =>
      rank === null || Number.isNaN(own[i]) ? [] : [Math.abs((own[i] as number) - rank)],
    );
    const weights = Object.fromEntries(nodes.map((id, k) => [`weight_${id}`, scenario.weights[k] as number]));
    const mean_shift = shifts.length === 0 ? null : shifts.reduce((a, b) => a + b, 0) / shifts.length;
    const { normalise, aggregate, treat } = scenario;
    const choice = { normalise: JSON.stringify(normalise), aggregate, treat: JSON.stringify(treat) };
    return {
      draw: draw + 1,
      ...choice,
      ...weights,
      mean_shift,
      n_used: shifts.length,
      n_missing: regions - shifts.length,
    };
  });
  const kinds: Record<string, ColumnKind> = {
    draw: "integer",
    normalise: "string",
    aggregate: "string",
    treat: "string",
  };
  for (const id of nodes) kinds[`weight_${id}`] = "number";
  return fromRows(rows, { ...kinds, mean_shift: "number", n_used: "integer", n_missing: "integer" });
}

function drawTable(regions: readonly string[], { scores }: Scenarios, ranks: Float64Array, draws: number): ColumnTable {
  const draw = Float64Array.from(ranks, (_, i) => Math.floor(i / regions.length) + 1);
  const codes = Array.from({ length: draws }, () => regions).flat();
  const columns: Record<string, Column> = {
    draw: new NumberColumn(draw),
    region: codes as unknown as Column,
    score: new NumberColumn(scores),
    rank: new NumberColumn(ranks),
  };
  return tableOf(columns);
}
