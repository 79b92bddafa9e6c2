import { transform } from "../stats/transform.ts";
import { winsorise } from "../stats/winsorise.ts";
import { aggregateScores } from "./aggregate-scores.ts";
import type { Better } from "./better.ts";
import { orNull } from "./columns.ts";
import {
  type CompositeBranch,
  type CompositeDefinition,
  type CompositeLeaf,
  type CompositeTreat,
  isLeaf,
  nodeId,
} from "./composite-definition.ts";
import { oneGroup } from "./groups.ts";
import { scoreGroups } from "./score-groups.ts";

/** All a composite index is computed from: figures of each indicator by region, and which end of each is good. */
export interface CompositeInputs {
  readonly regions: readonly string[];
  readonly leaves: Readonly<Record<string, CompositeColumn>>;
}

/** The figures of one indicator by region. */
export interface CompositeColumn {
  readonly values: readonly (number | null)[];
  readonly better: Better;
  /** Edges of the figures that are not exact, by number of the region; null is an open end. */
  readonly edges?: Readonly<Record<number, { readonly lower: number | null; readonly upper: number | null }>>;
}

/** One thing done to one column, with what came out. */
export interface CompositeStep {
  readonly node: string;
  readonly step: "treat" | "normalise" | "aggregate";
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Regions whose figure a treatment changed. */
  readonly changed: readonly string[];
  readonly n_used: number;
  readonly n_missing: number;
  readonly values: readonly (number | null)[];
}

export interface ComposedScores {
  /** Scores by node. */
  readonly scores: ReadonlyMap<string, Float64Array>;
  /** Share of the weight behind the score of a group, by node. */
  readonly shares: ReadonlyMap<string, Float64Array>;
  readonly treated: ReadonlyMap<string, Float64Array>;
  readonly steps: readonly CompositeStep[];
}

/** Computes every score of a composite index from its inputs alone: the same inputs give the same scores and steps. */
export function composeScores(definition: CompositeDefinition, inputs: CompositeInputs): ComposedScores {
  const scores = new Map<string, Float64Array>();
  const shares = new Map<string, Float64Array>();
  const treated = new Map<string, Float64Array>();
  const steps: CompositeStep[] = [];
  const score = (node: CompositeLeaf | CompositeBranch): Float64Array => {
    const done = isLeaf(node) ? scoreLeaf(node, definition, inputs) : scoreBranch(node, definition, score);
    scores.set(nodeId(node), done.scores);
    if (isLeaf(node)) treated.set(nodeId(node), (done as ScoredLeaf).treated);
    else shares.set(nodeId(node), (done as ScoredBranch).share);
    steps.push(...done.steps);
    return done.scores;
  };
  score(definition);
  return { scores, shares, treated, steps };
}

interface Scored {
  readonly scores: Float64Array;
  readonly steps: readonly CompositeStep[];
}
interface ScoredLeaf extends Scored {
  readonly treated: Float64Array;
}
interface ScoredBranch extends Scored {
  readonly share: Float64Array;
}

function scoreLeaf(leaf: CompositeLeaf, definition: CompositeDefinition, inputs: CompositeInputs): ScoredLeaf {
  const { values, better } = inputs.leaves[leaf.indicator] ?? { values: [], better: "higher" as const };
  const raw = Float64Array.from(values, (value) => value ?? Number.NaN);
  const { method, ...parameters } = leaf.treat ?? definition.treat;
  const treated = treat(raw, leaf.treat ?? definition.treat);
  const changed = inputs.regions.filter((_, i) => !Object.is(orNull(treated[i]), orNull(raw[i])));
  const scaling = leaf.normalise ?? definition.normalise;
  const isReference = (row: number) => "reference" in scaling && inputs.regions[row] === scaling.reference;
  const { scores } = scoreGroups(treated, oneGroup(raw.length), scaling, () => better, isReference);
  const { method: scale, ...bounds } = scaling;
  const node = leaf.indicator;
  const steps = [
    stepOf({ node, step: "treat", method, parameters, changed }, treated),
    stepOf({ node, step: "normalise", method: scale, parameters: { ...bounds, better }, changed: [] }, scores),
  ];
  return { scores, treated, steps };
}

type Score = (node: CompositeLeaf | CompositeBranch) => Float64Array;

function scoreBranch(branch: CompositeBranch, definition: CompositeDefinition, score: Score): ScoredBranch {
  const columns = branch.children.map(score);
  const weights = branch.children.map(({ weight }) => weight);
  const method = branch.aggregate ?? definition.aggregate;
  const { scores, share } = aggregateScores(columns, weights, method, definition.missing);
  const children = branch.children.map(nodeId);
  const parameters = { children, weights, missing: definition.missing };
  return {
    scores,
    share,
    steps: [stepOf({ node: branch.id, step: "aggregate", method, parameters, changed: [] }, scores)],
  };
}

function stepOf(about: Omit<CompositeStep, "n_used" | "n_missing" | "values">, values: Float64Array): CompositeStep {
  const listed = Array.from(values, orNull);
  const missing = listed.filter((value) => value === null).length;
  return { ...about, n_used: listed.length - missing, n_missing: missing, values: listed };
}

/** Draws in outliers or long tails; what has no answer (all values equal) is missing afterwards. */
function treat(raw: Float64Array, by: CompositeTreat): Float64Array {
  if (by.method === "none") return raw;
  if (by.method === "winsorise") {
    const { method: _method, ...options } = by;
    return Float64Array.from(winsorise(raw, options).values, (value) => value ?? Number.NaN);
  }
  return Float64Array.from(transform(raw, by), (value) => value ?? Number.NaN);
}
