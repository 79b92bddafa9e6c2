import { quickselect } from "d3-array";
import { randomFrom } from "./random.ts";

/** Bits of an open pair (i, j): whether "i above j" and "j above i" are still undecided. */
export const ABOVE = 1;
export const BELOW = 2;

/** How many of the largest deviates of a draw are kept in order; beyond them a draw is searched whole. */
const LEADERS = 24;
/** A bound computed by another route must not fall below the value by rounding. */
const ROUNDING = 1 + 1e-12;

/**
 * Simulated estimation errors of p regions, and the largest studentised difference among open pairs.
 *
 * By Cauchy–Schwarz no difference of two independent errors, in units of its own standard error, exceeds
 * sqrt(a² + b²) of their deviates a and b. So the largest deviates are tried first and the search of a draw ends as
 * soon as that bound falls below what was found: the result is exact, most pairs are never looked at.
 */
export class RankBootstrap {
  /** Standard normal deviates, one row of p per draw. */
  private readonly deviates: Float64Array;
  /** The largest of them by size, with their regions, one row of `kept` per draw. */
  private readonly leading: Float64Array;
  private readonly leaders: Int32Array;
  private readonly kept: number;
  /** Shares of the own and of the other error in the standard error of a difference, i by j; squares add to 1. */
  private readonly shares: Float64Array;
  private readonly others: Float64Array;

  constructor(
    private readonly standardError: Float64Array,
    readonly draws: number,
    seed: number,
  ) {
    const p = standardError.length;
    this.kept = Math.min(LEADERS, p);
    this.deviates = new Float64Array(draws * p);
    this.leaders = new Int32Array(draws * this.kept);
    this.leading = new Float64Array(draws * this.kept);
    this.shares = new Float64Array(p * p);
    this.others = new Float64Array(p * p);
    for (let i = 0; i < p; i += 1) {
      const own = standardError[i] as number;
      for (let j = 0; j < p; j += 1) {
        const other = standardError[j] as number;
        const spread = Math.sqrt(own * own + other * other);
        this.shares[i * p + j] = spread === 0 ? 0 : own / spread;
        this.others[i * p + j] = spread === 0 ? 0 : other / spread;
      }
    }
    const random = randomFrom(seed);
    for (let draw = 0; draw < draws; draw += 1) {
      for (let i = 0; i < p; i += 1) this.keep(draw, i, random.normal());
    }
  }

  /** Stores a deviate, and its place among the largest of the draw. */
  private keep(draw: number, region: number, deviate: number): void {
    const { leaders, leading, kept } = this;
    this.deviates[draw * this.standardError.length + region] = deviate;
    const size = Math.abs(deviate);
    const first = draw * kept;
    let place = first + kept - 1;
    if (size <= Math.abs(leading[place] as number)) return;
    for (; place > first && Math.abs(leading[place - 1] as number) < size; place -= 1) {
      leading[place] = leading[place - 1] as number;
      leaders[place] = leaders[place - 1] as number;
    }
    leading[place] = deviate;
    leaders[place] = region;
  }

  /** Upper bounds, one per draw, of any difference that this region takes part in. */
  boundsOf(region: number): Float64Array {
    const { leaders, leading, kept, deviates } = this;
    const p = this.standardError.length;
    const bounds = new Float64Array(this.draws);
    for (let draw = 0; draw < this.draws; draw += 1) {
      const first = draw * kept;
      const other = leading[leaders[first] === region ? first + 1 : first] as number;
      bounds[draw] = reach(deviates[draw * p + region] as number, other);
    }
    return bounds;
  }

  /** Upper bounds, one per draw, of any difference at all. */
  boundsOfAll(): Float64Array {
    const { leading, kept } = this;
    const bounds = new Float64Array(this.draws);
    for (let draw = 0; draw < this.draws; draw += 1) {
      bounds[draw] = reach(leading[draw * kept] as number, leading[draw * kept + 1] as number);
    }
    return bounds;
  }

  /**
   * Largest open difference of one draw that this region takes part in; below `least`, any bound of it that is also
   * below `least`.
   */
  largestOf(draw: number, region: number, open: Uint8Array, least: number): number {
    const { leaders, leading, shares, others, kept, deviates } = this;
    const p = this.standardError.length;
    const row = region * p;
    const own = deviates[draw * p + region] as number;
    let largest = Number.NEGATIVE_INFINITY;
    for (let place = draw * kept, end = place + kept; place < end; place += 1) {
      const other = leading[place] as number;
      const bound = reach(own, other);
      if (bound < least || bound < largest) return Math.max(largest, bound < least ? bound : largest);
      const j = leaders[place] as number;
      const raw = (shares[row + j] as number) * own - (others[row + j] as number) * other;
      largest = Math.max(largest, directed(raw, open[row + j] as number));
    }
    for (let j = 0; j < p; j += 1) {
      const raw = (shares[row + j] as number) * own - (others[row + j] as number) * (deviates[draw * p + j] as number);
      largest = Math.max(largest, directed(raw, open[row + j] as number));
    }
    return largest;
  }

  /** The same among all regions. */
  largestOfAll(draw: number, open: Uint8Array, least: number): number {
    const { leaders, leading, kept } = this;
    const first = draw * kept;
    let largest = Number.NEGATIVE_INFINITY;
    for (let place = first; place < first + kept; place += 1) {
      const bound = reach(leading[first] as number, leading[place] as number);
      if (bound < least || bound < largest) return Math.max(largest, bound < least ? bound : largest);
      largest = Math.max(largest, this.largestOf(draw, leaders[place] as number, open, Math.max(least, largest)));
    }
    for (let i = 0; i < this.standardError.length; i += 1) {
      largest = Math.max(largest, this.largestOf(draw, i, open, Math.max(least, largest)));
    }
    return largest;
  }
}

/** What a studentised difference of two errors with these deviates cannot exceed. */
const reach = (a: number, b: number) => Math.sqrt(a * a + b * b) * ROUNDING;

/** A difference in the directions that are still open. */
function directed(difference: number, code: number): number {
  if (code === 3) return Math.abs(difference);
  if (code === ABOVE) return difference;
  return code === BELOW ? -difference : Number.NEGATIVE_INFINITY;
}

/**
 * Quantile (type 7) of a maximum over draws of which only upper bounds are known at first.
 *
 * @param bounds - upper bound per draw; lowered where a better one gets known
 * @param largest - the maximum of one draw; where it is below `least`, any upper bound below `least` will do
 */
export function upperQuantile(
  bounds: Float64Array,
  largest: (draw: number, least: number) => number,
  share: number,
): number {
  const draws = bounds.length;
  const position = (draws - 1) * share;
  const needed = draws - Math.floor(position);
  const sample = bounds.slice();
  const start = Math.max(0, draws - 2 * needed);
  quickselect(sample, start);
  const from = sample[start] as number;
  const values: number[] = [];
  const seen = new Uint8Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    if ((bounds[draw] as number) < from) continue;
    seen[draw] = 1;
    bounds[draw] = largest(draw, Number.NEGATIVE_INFINITY);
    values.push(bounds[draw] as number);
  }
  // What lies below this many known values cannot be among the largest.
  const least = Float64Array.from(values).sort().at(-needed) as number;
  for (let draw = 0; draw < draws; draw += 1) {
    if (seen[draw] === 1 || (bounds[draw] as number) < least) continue;
    bounds[draw] = largest(draw, least);
    if ((bounds[draw] as number) >= least) values.push(bounds[draw] as number);
  }
  const sorted = Float64Array.from(values).sort();
  const lower = sorted.at(-needed) as number;
  const upper = sorted[Math.min(sorted.length - 1, sorted.length - needed + 1)] as number;
  return lower + (upper - lower) * (position - Math.floor(position));
}
