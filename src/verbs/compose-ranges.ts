import type { CompositeInputs } from "./compose-scores.ts";
import { composeScores } from "./compose-scores.ts";
import {
  type CompositeBranch,
  type CompositeDefinition,
  type CompositeLeaf,
  isLeaf,
  nodeId,
  nodesOf,
} from "./composite-definition.ts";
import { type Ends, endsOf } from "./ends-of.ts";
import { type Places, placesOf } from "./places.ts";

/** Between which scores and places each region lies in a node, by region; NaN without a score. */
export interface NodeRange {
  readonly score_lower: Float64Array;
  readonly score_upper: Float64Array;
  readonly rank_from: Float64Array;
  readonly rank_to: Float64Array;
}

type Scores = ReadonlyMap<string, Float64Array>;

/**
 * What the edges of figures leave open in a composite index: scores and places of each region where its own figures are at
 * their good end and all others at their bad end, and the other way round.
 *
 * An open end reaches as far as the furthest figure of its indicator; its region may lie beyond, so that its place is open to
 * the first or the last, and it may stand above or below any other.
 */
export function composeRanges(
  definition: CompositeDefinition,
  inputs: CompositeInputs,
  nominal: Scores,
): ReadonlyMap<string, NodeRange> {
  const nodes = nodesOf(definition);
  const leaves = nodes.filter(isLeaf);
  const ends = new Map(leaves.map(({ indicator }) => [indicator, endsOfLeaf(inputs, indicator)]));
  const ranges = new Map(nodes.map((node) => [nodeId(node), pointRange(nominal.get(nodeId(node)) as Float64Array)]));
  const edged = new Set([...ends.values()].flatMap(({ edged }) => edged));
  if (edged.size === 0) return ranges;
  const scored = (place: number | null, side: "for" | "against") =>
    composeScores(definition, favouring(inputs, ends, place, side)).scores;
  const open = new Map(nodes.map((node) => [nodeId(node), openPlaces(node, inputs)]));
  const shared = { for: scored(null, "for"), against: scored(null, "against") };
  inputs.regions.forEach((_, place) => {
    const cases = edged.has(place) ? { for: scored(place, "for"), against: scored(place, "against") } : shared;
    for (const [id, range] of ranges) {
      const own = open.get(id) as Open;
      widen(range, place, cases.for.get(id) as Float64Array, own);
      widen(range, place, cases.against.get(id) as Float64Array, own);
    }
  });
  return ranges;
}

function endsOfLeaf({ leaves }: CompositeInputs, indicator: string): Ends {
  const { values = [], better = "higher", edges = {} } = leaves[indicator] ?? {};
  const own = Float64Array.from(values, (value) => value ?? Number.NaN);
  const [lower, upper] = [own.slice(), own.slice()];
  for (const [at, one] of Object.entries(edges)) {
    lower[Number(at)] = one.lower ?? Number.NEGATIVE_INFINITY;
    upper[Number(at)] = one.upper ?? Number.POSITIVE_INFINITY;
  }
  return endsOf(own, lower, upper, better);
}

/** The inputs as they favour one region, or as they stand against all that have no edge themselves. */
function favouring(
  inputs: CompositeInputs,
  ends: ReadonlyMap<string, Ends>,
  place: number | null,
  side: "for" | "against",
): CompositeInputs {
  const leaves = Object.entries(inputs.leaves).map(([id, leaf]) => {
    const { best, worst } = ends.get(id) as Ends;
    const [own, others] = side === "for" ? [best, worst] : [worst, best];
    const values = leaf.values.map((value, i) => (value === null ? null : ((i === place ? own : others)[i] as number)));
    return [id, { ...leaf, values }] as const;
  });
  return { regions: inputs.regions, leaves: Object.fromEntries(leaves) };
}

/** Regions that may lie beyond the scores they are given, on the good and on the bad side. */
interface Open {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function openPlaces(node: CompositeLeaf | CompositeBranch, { leaves }: CompositeInputs): Open {
  const above = new Set<number>();
  const below = new Set<number>();
  for (const leaf of nodesOf(node).filter(isLeaf)) {
    const { edges = {}, better = "higher" } = leaves[leaf.indicator] ?? {};
    for (const [at, { lower, upper }] of Object.entries(edges)) {
      if ((better === "higher" ? upper : lower) === null) above.add(Number(at));
      if ((better === "higher" ? lower : upper) === null) below.add(Number(at));
    }
  }
  return { above: [...above], below: [...below] };
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

/** Widens the range of one region by a case. */
function widen(range: NodeRange, i: number, scores: Float64Array, { above, below }: Open): void {
  const own = scores[i] as number;
  if (Number.isNaN(own) || Number.isNaN(range.score_lower[i])) return;
  let [better, equal, n] = [0, 0, 0];
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    n += 1;
    if (score > own) better += 1;
    else if (score === own) equal += 1;
  }
  const beyond = above.filter((j) => j !== i && (scores[j] as number) < own).length;
  const behind = below.filter((j) => j !== i && (scores[j] as number) > own).length;
  const [isAbove, isBelow] = [above.includes(i), below.includes(i)];
  const from = isAbove ? 1 : better + 1 - behind;
  const to = isBelow ? n : better + equal + beyond;
  range.rank_from[i] = Math.min(range.rank_from[i] as number, from);
  range.rank_to[i] = Math.max(range.rank_to[i] as number, to);
  range.score_lower[i] = Math.min(range.score_lower[i] as number, own);
  range.score_upper[i] = Math.max(range.score_upper[i] as number, own);
}
