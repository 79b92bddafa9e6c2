import { bisectLeft, bisectRight, max, median, min } from "d3-array";
import type { Better } from "./better.ts";
import type { Scaling } from "./score-groups.ts";

/** Between which numbers each figure, or each score, of a group lies; ±Infinity where open, NaN where there is none. */
export interface Spans {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Between which scores each figure of a group lies, whatever the true values of all of them are.
 *
 * A score depends on its own figure and on the scale, which the others make. Where it rises with its own figure and falls with
 * every other (spans, places, shares of a maximum) the limits are reached; means, medians and lowest figures are bounded by
 * themselves, so that the limits of z-scores and of distances from a target or a region may be wider than need be.
 *
 * @param figures - spans of the figures, NaN where there is none
 * @param reference - place of the region that others are measured against; −1 without one
 */
export function scoreSpans(figures: Spans, scaling: Scaling, better: Better, reference: number): Spans {
  const turned = better === "lower" ? negated(figures) : figures;
  const sign = better === "lower" ? -1 : 1;
  switch (scaling.method) {
    case "min_max": {
      const { lower = 0, upper = 100 } = scaling;
      return mapped(shareSpans(turned), (share) => share * (upper - lower) + lower);
    }
    case "distance_to_maximum":
      return shareSpans(turned);
    case "fraction_of_maximum":
      return fractionSpans(figures, better);
    case "rank":
    case "borda":
    case "percentile_rank":
      return placeSpans(turned, scaling);
    case "z_score": {
      const { mean = 0, sd = 1 } = scaling;
      return mapped(momentSpans(turned), (z) => z * sd + mean);
    }
    case "robust_z":
      return robustSpans(turned);
    case "scaled": {
      const [from, to] = better === "lower" ? [-scaling.upper, -scaling.lower] : [scaling.lower, scaling.upper];
      return mapped(turned, (value) => ((value - from) / (to - from)) * 100);
    }
    case "goalposts": {
      const { lower, upper, scale = 1, truncated = true } = scaling;
      const [from, to] = better === "lower" ? [-upper, -lower] : [lower, upper];
      const cut = (share: number) => (truncated ? Math.min(1, Math.max(0, share)) : share);
      return mapped(turned, (value) => cut((value - from) / (to - from)) * scale);
    }
    case "distance_to_target":
      return distanceSpans(turned, { lower: sign * scaling.target, upper: sign * scaling.target }, scaling.capped, -1);
    case "distance_to_reference": {
      const to = { lower: turned.lower[reference] ?? Number.NaN, upper: turned.upper[reference] ?? Number.NaN };
      return distanceSpans(turned, to, scaling.capped, reference);
    }
  }
}

const negated = ({ lower, upper }: Spans): Spans => ({
  lower: upper.map((one) => -one),
  upper: lower.map((one) => -one),
});

/** Spans through a formula that only rises or only falls. */
function mapped({ lower, upper }: Spans, formula: (value: number) => number): Spans {
  return spansBy(lower.length, (i) => {
    const [first, last] = [formula(lower[i] as number), formula(upper[i] as number)];
    return [Math.min(first, last), Math.max(first, last)];
  });
}

function spansBy(length: number, of: (i: number) => readonly [number, number]): Spans {
  const spans = { lower: new Float64Array(length), upper: new Float64Array(length) };
  for (let i = 0; i < length; i += 1) [spans.lower[i], spans.upper[i]] = of(i) as [number, number];
  return spans;
}

/** The least and the largest of all numbers but one. */
function extremesWithout(numbers: Float64Array) {
  const known = [...numbers.keys()].filter((i) => !Number.isNaN(numbers[i]));
  const order = known.sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  const but = (i: number, first: number | undefined, second: number | undefined, none: number) =>
    (numbers[(first === i ? second : first) ?? -1] ?? none) as number;
  return {
    least: (i: number) => but(i, order[0], order[1], Number.POSITIVE_INFINITY),
    most: (i: number) => but(i, order.at(-1), order.at(-2), Number.NEGATIVE_INFINITY),
  };
}

/** Where between the least and the largest figure of the group each one lies, from 0 to 1. */
function shareSpans({ lower, upper }: Spans): Spans {
  const [low, high] = [extremesWithout(lower), extremesWithout(upper)];
  const share = (value: number, least: number, most: number, flat: number) => {
    if (Number.isNaN(value)) return Number.NaN;
    if (least === most) return flat;
    if (value === most || least === Number.NEGATIVE_INFINITY) return value === least ? 0 : 1;
    return value === least || most === Number.POSITIVE_INFINITY ? 0 : (value - least) / (most - least);
  };
  return spansBy(lower.length, (i) => {
    const [worst, best] = [lower[i] as number, upper[i] as number];
    return [
      share(worst, Math.min(worst, high.least(i)), Math.max(worst, high.most(i)), 1),
      share(best, Math.min(best, low.least(i)), Math.max(best, low.most(i)), 0),
    ];
  });
}

const OPEN = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const NONE = [Number.NaN, Number.NaN] as const;

/** Shares of the largest figure, or of what the least figure is of each one; open where a figure may be 0 or below. */
function fractionSpans({ lower, upper }: Spans, better: Better): Spans {
  const [low, high] = [extremesWithout(lower), extremesWithout(upper)];
  const positive = lower.every((value) => Number.isNaN(value) || value > 0);
  const share = (part: number, whole: number) => (part === whole ? 1 : part / whole);
  return spansBy(lower.length, (i) => {
    const [least, most] = [lower[i] as number, upper[i] as number];
    if (Number.isNaN(least)) return NONE;
    if (!positive) return OPEN;
    if (better === "higher")
      return [share(least, Math.max(least, high.most(i))), share(most, Math.max(most, low.most(i)))];
    return [Math.min(most, low.least(i)) / most || 0, share(Math.min(least, high.least(i)), least)];
  });
}

/** Places counted from the worst figure. */
function placeSpans(
  { lower, upper }: Spans,
  { method, ties = "min" }: Extract<Scaling, { method: "rank" | "borda" | "percentile_rank" }>,
): Spans {
  const [low, high] = [lower, upper].map((column) => column.filter((one) => !Number.isNaN(one)).sort()) as [
    Float64Array,
    Float64Array,
  ];
  const n = low.length;
  // What one figure adds that is certainly, or possibly, no better than another.
  const equal = ties === "average" ? 0.5 : ties === "max" ? 1 : 0;
  const score = (place: number) => (method === "rank" ? place : method === "borda" ? place - 1 : (place - 1) / (n - 1));
  return spansBy(lower.length, (i) => {
    const [worst, best] = [lower[i] as number, upper[i] as number];
    if (Number.isNaN(worst)) return NONE;
    const [surely, atMost] = [bisectLeft(high, worst), bisectRight(high, worst)];
    const [below, upTo] = [bisectLeft(low, best), bisectRight(low, best)];
    const self = Number(worst === best);
    const fewest = ties === "dense" ? Math.min(1, surely) : surely + equal * (atMost - surely - self);
    const possible = ties === "first" ? 1 : equal;
    const most = below - (1 - self) + possible * (upTo - below - self);
    return [score(1 + fewest), score(1 + most)];
  });
}

/** Distances from the mean in standard deviations (n − 1), of which none is further than (n − 1) / √n. */
function momentSpans({ lower, upper }: Spans): Spans {
  const known = [...lower.keys()].filter((i) => !Number.isNaN(lower[i]));
  const n = known.length;
  const [sumLower, sumUpper] = [lower, upper].map((column) =>
    known.reduce((sum, i) => sum + (column[i] as number), 0),
  ) as [number, number];
  const squares = (of: (i: number) => number) => known.reduce((sum, i) => sum + of(i) ** 2, 0);
  const centre = (sumLower + sumUpper) / 2 / n;
  const widest = Math.sqrt(
    squares((i) => Math.max((upper[i] as number) - centre, centre - (lower[i] as number))) / (n - 1),
  );
  const apart = (at: number) => squares((i) => Math.max((lower[i] as number) - at, at - (upper[i] as number), 0));
  const closest = Math.sqrt(
    leastOf(
      apart,
      known.flatMap((i) => [lower[i] as number, upper[i] as number]),
    ) /
      (n - 1),
  );
  const furthest = (n - 1) / Math.sqrt(n);
  return spansBy(lower.length, (i) => {
    const [least, most] = [lower[i] as number, upper[i] as number];
    if (Number.isNaN(least)) return NONE;
    if (!Number.isFinite(sumUpper - sumLower)) return [-furthest, furthest];
    const distance = [least - (sumUpper - most + least) / n, most - (sumLower - least + most) / n] as const;
    return [
      distance[0] === 0 ? 0 : Math.max(-furthest, distance[0] / (distance[0] > 0 ? widest : closest)),
      distance[1] === 0 ? 0 : Math.min(furthest, distance[1] / (distance[1] < 0 ? widest : closest)),
    ];
  });
}

/** The least value of a convex function between the ends of numbers, from below. */
function leastOf(of: (at: number) => number, ends: readonly number[]): number {
  const finite = ends.filter(Number.isFinite);
  let [from, to] = [min(finite) ?? 0, max(finite) ?? 0];
  for (let step = 0; step < 100; step += 1) {
    const [first, second] = [from + (to - from) / 3, to - (to - from) / 3];
    if (of(first) < of(second)) to = second;
    else from = first;
  }
  return of((from + to) / 2) * (1 - 1e-9);
}

/** Distances from the median in median distances from it; open where more than half of the figures may be equal. */
function robustSpans({ lower, upper }: Spans): Spans {
  const known = [...lower.keys()].filter((i) => !Number.isNaN(lower[i]));
  const middle = [median(lower) as number, median(upper) as number] as const;
  const between = (of: (i: number) => number) => 1.4826 * (median(known, of) as number);
  const closest = between((i) => Math.max(0, (lower[i] as number) - middle[1], middle[0] - (upper[i] as number)));
  const widest = between((i) => Math.max((upper[i] as number) - middle[0], middle[1] - (lower[i] as number)));
  return spansBy(lower.length, (i) => {
    const [least, most] = [(lower[i] as number) - middle[1], (upper[i] as number) - middle[0]];
    if (Number.isNaN(lower[i])) return NONE;
    if (!(closest > 0) || !Number.isFinite(widest)) return OPEN;
    return [least / (least > 0 ? widest : closest), most / (most < 0 ? widest : closest)];
  });
}

/** Shares of the way from the worst figure to a target; open where the worst may reach it. */
function distanceSpans(
  { lower, upper }: Spans,
  target: { readonly lower: number; readonly upper: number },
  capped: boolean | undefined,
  reference: number,
): Spans {
  const worst = [min(lower) ?? Number.NaN, min(upper) ?? Number.NaN] as const;
  const open = !(target.lower > worst[1]) || ![...worst, target.lower, target.upper].every(Number.isFinite);
  const cap = (score: number) => (capped ? Math.min(1, score) : score);
  return spansBy(lower.length, (i) => {
    if (Number.isNaN(lower[i])) return NONE;
    if (open) return OPEN;
    if (i === reference) return [1, 1];
    const shares = [lower[i] as number, upper[i] as number].flatMap((value) =>
      worst.flatMap((least) => [target.lower, target.upper].map((end) => cap((value - least) / (end - least)))),
    );
    return [Math.max(0, Math.min(...shares)), Math.max(...shares)];
  });
}
