import { randomFrom } from "../stats/random.ts";
import { aggregateScores } from "./aggregate-scores.ts";
import type { CompositeLog } from "./compose.ts";
import { composeScores } from "./compose-scores.ts";
import {
  type CompositeAggregate,
  type CompositeBranch,
  type CompositeDefinition,
  type CompositeLeaf,
  type CompositeNormalise,
  type CompositeTreat,
  isLeaf,
  nodeId,
  nodesOf,
} from "./composite-definition.ts";

export interface ScenarioChoices {
  readonly normalise: readonly CompositeNormalise[];
  readonly aggregate: readonly CompositeAggregate[];
  readonly treat: readonly CompositeTreat[];
}

/** One combination of choices with the weights drawn for it, in the order of `nodes`. */
export interface Scenario {
  readonly normalise: CompositeNormalise;
  readonly aggregate: CompositeAggregate;
  readonly treat: CompositeTreat;
  readonly weights: readonly number[];
}

export interface Scenarios {
  /** Ids of all nodes but the top, each before its children. */
  readonly nodes: readonly string[];
  readonly made: readonly Scenario[];
  /** Scores of the index by region, draw after draw; NaN without a score. */
  readonly scores: Float64Array;
}

export interface DrawOptions {
  readonly draws: number;
  readonly seed: number;
  readonly weightSpread: number;
}

/** A combination of choices with the scores of its indicators, which no weight changes. */
interface Setting extends Omit<Scenario, "weights"> {
  readonly definition: CompositeDefinition;
  readonly leaves: ReadonlyMap<string, Float64Array>;
}

/**
 * Draws scenarios and scores each of them. Only weights differ between scenarios of one combination, so its indicators are
 * treated and normalised once.
 *
 * @returns null where no combination gives any region a score
 */
export function drawScenarios(log: CompositeLog, choices: ScenarioChoices, options: DrawOptions): Scenarios | null {
  const { draws, seed, weightSpread } = options;
  const settings = settingsOf(log, choices);
  if (settings.length === 0) return null;
  const nodes = nodesOf(log.definition).slice(1);
  const random = randomFrom(seed);
  const regions = log.inputs.regions.length;
  const scores = new Float64Array(draws * regions);
  const made: Scenario[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const setting = settings[Math.floor(random.uniform() * settings.length)] as Setting;
    const weights = nodes.map(({ weight }) => weight * (1 + weightSpread * (2 * random.uniform() - 1)));
    const byId = new Map(nodes.map((node, i) => [nodeId(node), weights[i] as number]));
    scores.set(scoreOf(setting.definition, setting, byId), draw * regions);
    const { normalise, aggregate, treat } = setting;
    made.push({ normalise, aggregate, treat, weights });
  }
  return { nodes: nodes.map(nodeId), made, scores };
}

/** All combinations that score every region the definition itself could score. */
function settingsOf({ definition, inputs }: CompositeLog, choices: ScenarioChoices): Setting[] {
  const combinations = choices.normalise.flatMap((normalise) =>
    choices.aggregate.flatMap((aggregate) => choices.treat.map((treat) => ({ normalise, aggregate, treat }))),
  );
  const settings = combinations.map((choice) => {
    const own = { ...definition, ...choice };
    const composed = composeScores(own, inputs);
    const scored = (composed.scores.get(definition.id) as Float64Array).filter((score) => !Number.isNaN(score)).length;
    return { ...choice, definition: own, leaves: composed.scores, scored };
  });
  const most = Math.max(...settings.map(({ scored }) => scored));
  return settings.filter(({ scored }) => scored > 0 && scored === most);
}

type Node = CompositeLeaf | CompositeBranch;

function scoreOf(node: Node, setting: Setting, weights: ReadonlyMap<string, number>): Float64Array {
  if (isLeaf(node)) return setting.leaves.get(node.indicator) as Float64Array;
  const columns = node.children.map((child) => scoreOf(child, setting, weights));
  const own = node.children.map((child) => weights.get(nodeId(child)) as number);
  const { aggregate, missing } = setting.definition;
  return aggregateScores(columns, own, node.aggregate ?? aggregate, missing).scores;
}
