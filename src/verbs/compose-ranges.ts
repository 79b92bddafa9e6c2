import { max, min } from "d3-array";
import { aggregateScores } from "./aggregate-scores.ts";
import type { Better } from "./better.ts";
import type { CompositeInputs } from "./compose-scores.ts";
import {
  type CompositeBranch,
  type CompositeDefinition,
  type CompositeLeaf,
  isLeaf,
  nodeId,
  nodesOf,
} from "./composite-definition.ts";
import { type Places, placesOf } from "./places.ts";
import { type Spans, scoreSpans } from "./score-spans.ts";

/** Between which scores and places each region lies in a node, by region; NaN without a score, and where a score is open. */
export interface NodeRange {
  readonly score_lower: Float64Array;
  readonly score_upper: Float64Array;
  readonly rank_from: Float64Array;
  readonly rank_to: Float64Array;
}

type Scores = ReadonlyMap<string, Float64Array>;

/** The figures of an indicator. */
interface LeafSpans extends Spans {
  readonly better: Better;
  readonly edged: boolean;
}

/** Spans of the scores of a node. */
interface NodeSpans extends Spans {
  /** Regions that some values leave with a score and others without: a scale of equal figures, a mean of scores not above 0. */
  readonly varies: Uint8Array;
}

/**
 * What the edges of figures leave open in a composite index, whatever the true values are.
 *
 * The figures of different indicators do not depend on each other, and a mean rises with each of its parts: its limits are the
 * means of the limits of its parts. One region is surely above another where its lower limit is above the other's upper one,
 * or where it is nowhere behind and somewhere ahead in the figures themselves, whatever the scale. A treatment makes every
 * figure depend on all others: where it meets edges its scores are open.
 */
export function composeRanges(
  definition: CompositeDefinition,
  inputs: CompositeInputs,
  nominal: Scores,
): ReadonlyMap<string, NodeRange> {
  const nodes = nodesOf(definition);
  const figures = new Map(nodes.filter(isLeaf).map((leaf) => [leaf.indicator, spansOfLeaf(inputs, leaf.indicator)]));
  const ranges = new Map<string, NodeRange>();
  const scored = new Map<string, NodeSpans>();
  // Parts stand behind what they are part of.
  for (const node of nodes.toReversed()) {
    const own = nominal.get(nodeId(node)) as Float64Array;
    const leaves = weighedLeaves(node);
    const edged = leaves.some(({ indicator }) => figures.get(indicator)?.edged);
    const spans = !edged
      ? { lower: own, upper: own, varies: new Uint8Array(own.length) }
      : isLeaf(node)
        ? spansOfScores(node, definition, inputs, figures.get(node.indicator) as LeafSpans)
        : spansOfBranch(node, definition, scored);
    scored.set(nodeId(node), spans);
    ranges.set(nodeId(node), edged ? rangeOf(spans, surelyAhead(node, definition, figures), own) : pointRange(own));
  }
  return ranges;
}

function spansOfLeaf({ leaves }: CompositeInputs, indicator: string): LeafSpans {
  const { values = [], better = "higher", edges = {} } = leaves[indicator] ?? {};
  const lower = Float64Array.from(values, (value) => value ?? Number.NaN);
  const upper = lower.slice();
  for (const [at, one] of Object.entries(edges)) {
    lower[Number(at)] = one.lower ?? Number.NEGATIVE_INFINITY;
    upper[Number(at)] = one.upper ?? Number.POSITIVE_INFINITY;
  }
  const edged = lower.some((one, i) => one !== upper[i] && !Number.isNaN(one));
  return { lower, upper, better, edged };
}

function spansOfScores(
  leaf: CompositeLeaf,
  definition: CompositeDefinition,
  { regions }: CompositeInputs,
  figures: LeafSpans,
): NodeSpans {
  const scaling = leaf.normalise ?? definition.normalise;
  const reference = "reference" in scaling ? regions.indexOf(scaling.reference) : -1;
  const scores = scoreSpans(figures, scaling, figures.better, reference);
  const treated = (leaf.treat ?? definition.treat).method !== "none";
  const known = (column: Float64Array, open: number) =>
    treated ? figures.lower.map((one) => (Number.isNaN(one) ? one : open)) : column;
  const spans = {
    lower: known(scores.lower, Number.NEGATIVE_INFINITY),
    upper: known(scores.upper, Number.POSITIVE_INFINITY),
  };
  const mayBeEqual = (max(figures.lower) as number) <= (min(figures.upper) as number);
  const varies = Uint8Array.from(spans.lower, (lower, i) =>
    Number(mayBeEqual || lower === Number.NEGATIVE_INFINITY || spans.upper[i] === Number.POSITIVE_INFINITY),
  );
  return { ...spans, varies };
}

function spansOfBranch(
  branch: CompositeBranch,
  definition: CompositeDefinition,
  scored: ReadonlyMap<string, NodeSpans>,
): NodeSpans {
  const method = branch.aggregate ?? definition.aggregate;
  const parts = branch.children
    .filter(({ weight }) => weight > 0)
    .map((child) => ({ ...(scored.get(nodeId(child)) as NodeSpans), weight: child.weight }));
  const weights = parts.map(({ weight }) => weight);
  const positive = method !== "arithmetic";
  // Means that have no answer for a score of 0 come down to 0 with it.
  const floor = positive ? Number.MIN_VALUE : Number.NEGATIVE_INFINITY;
  const mean = (side: "lower" | "upper") => {
    const columns = parts.map((part) => part[side].map((score) => Math.max(score, floor)));
    return aggregateScores(columns, weights, method, definition.missing).scores;
  };
  const [lower, upper] = [mean("lower"), mean("upper")];
  const varies = lower.map((_, i) => Number(parts.some((part) => part.varies[i] === 1)));
  for (let i = 0; i < lower.length; i += 1) {
    if (definition.missing.policy === "rescale" && varies[i] === 1) {
      // Any of the parts may carry the weight of the others.
      lower[i] = min(parts, (part) => part.lower[i]) ?? Number.NaN;
      upper[i] = max(parts, (part) => part.upper[i]) ?? Number.NaN;
    }
    if (positive && parts.some((part) => (part.lower[i] as number) <= 0)) varies[i] = 1;
  }
  return { lower, upper, varies: Uint8Array.from(varies) };
}

/** The indicators that have a part in the score of a node. */
function weighedLeaves(node: CompositeLeaf | CompositeBranch): CompositeLeaf[] {
  return isLeaf(node) ? [node] : node.children.filter(({ weight }) => weight > 0).flatMap(weighedLeaves);
}

/** Whether one region is ahead of another whatever the scale is: behind in no indicator, and ahead in one. */
function surelyAhead(
  node: CompositeLeaf | CompositeBranch,
  definition: CompositeDefinition,
  figures: ReadonlyMap<string, LeafSpans>,
): (i: number, j: number) => boolean {
  // Where a mean has no answer for one region alone, the weight of its other parts grows.
  const loses = nodesOf(node).some((one) => !isLeaf(one) && (one.aggregate ?? definition.aggregate) !== "arithmetic");
  if (loses && definition.missing.policy === "rescale") return () => false;
  const columns = weighedLeaves(node).map((leaf) => {
    const scaling = leaf.normalise ?? definition.normalise;
    const { lower, upper, better } = figures.get(leaf.indicator) as LeafSpans;
    // What cuts scores off, or draws figures in, may make unequal ones equal.
    const cut =
      ("capped" in scaling && scaling.capped) ||
      ("truncated" in scaling && scaling.truncated) ||
      (leaf.treat ?? definition.treat).method === "winsorise";
    const flips = "lower" in scaling && scaling.lower > scaling.upper;
    return { lower, upper, better, cut, flips };
  });
  return (i, j) => {
    let ahead = false;
    for (const { lower, upper, better, cut, flips } of columns) {
      const least = better === "higher" ? (lower[i] as number) : -(upper[i] as number);
      const most = better === "higher" ? (upper[j] as number) : -(lower[j] as number);
      if (flips || !(least >= most)) return false;
      if (least > most && !cut) ahead = true;
    }
    return ahead;
  };
}

function rangeOf(
  { lower, upper, varies }: NodeSpans,
  ahead: (i: number, j: number) => boolean,
  nominal: Float64Array,
): NodeRange {
  const possible = [...lower.keys()].filter((i) => !Number.isNaN(lower[i]));
  const above = (i: number, j: number) => (lower[i] as number) > (upper[j] as number) || ahead(i, j);
  const empty = () => nominal.map(() => Number.NaN);
  const [rank_from, rank_to] = [empty(), empty()];
  for (const i of possible) {
    if (Number.isNaN(nominal[i])) continue;
    let [better, worse] = [0, 0];
    for (const j of possible) {
      if (i === j) continue;
      if (varies[j] === 0 && above(j, i)) better += 1;
      else if (above(i, j)) worse += 1;
    }
    rank_from[i] = 1 + better;
    rank_to[i] = possible.length - worse;
  }
  const closed = (column: Float64Array) =>
    column.map((one, i) => (Number.isFinite(one) && !Number.isNaN(nominal[i]) ? one : Number.NaN));
  return { score_lower: closed(lower), score_upper: closed(upper), rank_from, rank_to };
}

/** Exact scores: each is itself, and equals share their places. */
function pointRange(scores: Float64Array): NodeRange {
  const places = placesOf(scores, Int32Array.from(scores.keys()));
  const rank = (at: "from" | "to") => scores.map((_, i) => placeOf(places, i, at));
  return { score_lower: scores.slice(), score_upper: scores.slice(), rank_from: rank("from"), rank_to: rank("to") };
}

/** The first or last place among those a score shares with its equals; high scores come first. */
function placeOf({ n, place, below }: Places, i: number, at: "from" | "to"): number {
  const own = place[i] as number;
  if (own === -1) return Number.NaN;
  return at === "from" ? n - (below[own + 1] as number) + 1 : n - (below[own] as number);
}
