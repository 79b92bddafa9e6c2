import type { CompositeAggregate, CompositeDefinition } from "./composite-definition.ts";

/** Scores of a group of nodes and what share of the weight was behind them, by region; NaN where there is no score. */
export interface Aggregated {
  readonly scores: Float64Array;
  readonly share: Float64Array;
}

/**
 * Weighted means of several columns of scores, region by region, as `weightedMean` gives them.
 *
 * @param missing - whether one missing score refuses the mean, or how much of the weight must be there
 * @returns NaN where scores are missing beyond what is allowed, and where a mean has no answer (geometric and harmonic means
 * of scores that are not above 0)
 */
export function aggregateScores(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  method: CompositeAggregate,
  missing: CompositeDefinition["missing"],
): Aggregated {
  const length = columns[0]?.length ?? 0;
  const scores = new Float64Array(length);
  const share = new Float64Array(length);
  let all = 0;
  for (let k = 0; k < columns.length; k += 1) all += weights[k] as number;
  const least = missing.policy === "refuse" ? 1 : missing.least;
  for (let i = 0; i < length; i += 1) {
    let [sum, weight, complete] = [0, 0, true];
    for (let k = 0; k < columns.length; k += 1) {
      const score = (columns[k] as Float64Array)[i] as number;
      const own = weights[k] as number;
      if (own === 0) continue;
      if (Number.isNaN(score)) complete = false;
      else {
        weight += own;
        sum += own * termOf(score, method);
      }
    }
    share[i] = complete ? 1 : weight / all;
    scores[i] = weight > 0 && (share[i] as number) >= least ? meanOf(sum / weight, method) : Number.NaN;
  }
  return { scores, share };
}

function termOf(score: number, method: CompositeAggregate): number {
  if (method === "arithmetic") return score;
  if (score <= 0) return Number.NaN;
  return method === "geometric" ? Math.log(score) : 1 / score;
}

function meanOf(mean: number, method: CompositeAggregate): number {
  if (method === "arithmetic") return mean;
  return method === "geometric" ? Math.exp(mean) : 1 / mean;
}
