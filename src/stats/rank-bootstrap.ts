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
  private readonly leaders: Int32Array;
  private readonly sizes: Float64Array;
  private readonly kept: number;

  constructor(
    private readonly standardError: Float64Array,
    readonly draws: number,
    seed: number,
  ) {
    const p = standardError.length;
    this.kept = Math.min(LEADERS, p);
    this.deviates = new Float64Array(draws * p);
    this.leaders = new Int32Array(draws * this.kept);
    this.sizes = new Float64Array(draws * this.kept).fill(-1);
    const random = randomFrom(seed);
    for (let draw = 0; draw < draws; draw += 1) {
      for (let i = 0; i < p; i += 1) this.keep(draw, i, random.normal());
    }
  }

  /** Stores a deviate, and its place among the largest of the draw. */
  private keep(draw: number, region: number, deviate: number): void {
    const { leaders, sizes, kept } = this;
    this.deviates[draw * this.standardError.length + region] = deviate;
    const size = Math.abs(deviate);
    const first = draw * kept;
    let place = first + kept - 1;
    if (size <= (sizes[place] as number)) return;
    for (; place > first && (sizes[place - 1] as number) < size; place -= 1) {
      sizes[place] = sizes[place - 1] as number;
      leaders[place] = leaders[place - 1] as number;
    }
    sizes[place] = size;
    leaders[place] = region;
  }

  /** Upper bounds, one per draw, of any difference that this region takes part in. */
  boundsOf(region: number): Float64Array {
    const { leaders, sizes, kept, deviates } = this;
    const p = this.standardError.length;
    const bounds = new Float64Array(this.draws);
    for (let draw = 0; draw < this.draws; draw += 1) {
      const first = draw * kept;
      const own = deviates[draw * p + region] as number;
      const other = sizes[leaders[first] === region ? first + 1 : first] as number;
      bounds[draw] = Math.sqrt(own * own + other * other) * ROUNDING;
    }
    return bounds;
  }

  /** Upper bounds, one per draw, of any difference at all. */
  boundsOfAll(): Float64Array {
    const { sizes, kept } = this;
    const bound = (_: number, draw: number) => Math.hypot(sizes[draw * kept] ?? 0, sizes[draw * kept + 1] ?? 0);
    return Float64Array.from({ length: this.draws }, (_: number, draw) => bound(_, draw) * ROUNDING);
  }

  /** Largest open difference of one draw that this region takes part in, or `least` where none is larger. */
  largestOf(draw: number, region: number, open: Uint8Array, least = Number.NEGATIVE_INFINITY): number {
    const { leaders, sizes, kept } = this;
    const p = this.standardError.length;
    const own = this.deviates[draw * p + region] as number;
    let largest = least;
    for (let place = draw * kept, end = place + kept; place < end; place += 1) {
      const size = sizes[place] as number;
      if (largest > 0 && (own * own + size * size) * ROUNDING < largest * largest) return largest;
      largest = Math.max(largest, this.difference(draw, region, leaders[place] as number, open));
    }
    const smallest = sizes[draw * kept + kept - 1] as number;
    if (largest > 0 && (own * own + smallest * smallest) * ROUNDING < largest * largest) return largest;
    for (let j = 0; j < p; j += 1) largest = Math.max(largest, this.difference(draw, region, j, open));
    return largest;
  }

  /** Largest open difference of one draw among all regions. */
  largestOfAll(draw: number, open: Uint8Array): number {
    const { leaders, sizes, kept } = this;
    const first = draw * kept;
    const reach = (sizes[first] as number) ** 2;
    let largest = Number.NEGATIVE_INFINITY;
    for (let place = first; place < first + kept; place += 1) {
      const size = sizes[place] as number;
      if (largest > 0 && (size * size + reach) * ROUNDING < largest * largest) return largest;
      largest = this.largestOf(draw, leaders[place] as number, open, largest);
    }
    for (let i = 0; i < this.standardError.length; i += 1) largest = this.largestOf(draw, i, open, largest);
    return largest;
  }

  /** Difference of two errors in units of its standard error, in the directions that are still open. */
  private difference(draw: number, i: number, j: number, open: Uint8Array): number {
    const p = this.standardError.length;
    const code = open[i * p + j] as number;
    if (code === 0) return Number.NEGATIVE_INFINITY;
    const a = this.standardError[i] as number;
    const b = this.standardError[j] as number;
    const spread = Math.sqrt(a * a + b * b);
    const raw = a * (this.deviates[draw * p + i] as number) - b * (this.deviates[draw * p + j] as number);
    const difference = spread === 0 ? 0 : raw / spread;
    return code === ABOVE ? difference : code === BELOW ? -difference : Math.abs(difference);
  }
}

/**
 * Quantile (type 7) of a maximum over draws of which only upper bounds are known at first.
 *
 * @param bounds - upper bound per draw; lowered to the exact maximum where that is computed
 * @param exact - the maximum of one draw
 */
export function upperQuantile(bounds: Float64Array, exact: (draw: number) => number, share: number): number {
  const draws = bounds.length;
  const position = (draws - 1) * share;
  const needed = draws - Math.floor(position);
  const start = Math.max(0, draws - 2 * needed);
  const computed = new Uint8Array(draws);
  const values: number[] = [];
  const compute = (from: number) => {
    for (let draw = 0; draw < draws; draw += 1) {
      if (computed[draw] === 1 || (bounds[draw] as number) < from) continue;
      computed[draw] = 1;
      bounds[draw] = exact(draw);
      values.push(bounds[draw] as number);
    }
    return Float64Array.from(values).sort();
  };
  const sample = bounds.slice();
  quickselect(sample, start);
  const tail = compute(sample[start] as number);
  // What lies below this many computed values cannot be among the largest.
  const sorted = compute(tail[tail.length - needed] as number);
  const lower = sorted[sorted.length - needed] as number;
  const upper = sorted[Math.min(sorted.length - 1, sorted.length - needed + 1)] as number;
  return lower + (upper - lower) * (position - Math.floor(position));
}
