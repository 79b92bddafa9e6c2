import { quickselect } from "d3-array";
import { randomFrom } from "./random.ts";

/** Bits of an open pair (i, j): whether "i above j" and "j above i" are still undecided. */
export const ABOVE = 1;
export const BELOW = 2;

/**
 * Simulated estimation errors of p regions, and the largest studentised difference among open pairs.
 *
 * By Cauchy–Schwarz no difference of two independent errors e_i, e_j in units of its own standard error exceeds
 * sqrt(e_i² + e_j²). That bound, and later each value once computed, spares most draws and most pairs: only the
 * upper tail of the maximum is ever computed, and that exactly.
 */
export class RankBootstrap {
  /** Errors, one row of p per draw. */
  private readonly errors: Float64Array;
  /** 1 / standard error of each difference; 0 where it is 0. */
  private readonly weights: Float64Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly firstAt: Int32Array;

  constructor(
    private readonly standardError: Float64Array,
    readonly draws: number,
    seed: number,
  ) {
    const p = standardError.length;
    this.errors = new Float64Array(draws * p);
    this.weights = new Float64Array(p * p);
    this.first = new Float64Array(draws);
    this.second = new Float64Array(draws);
    this.firstAt = new Int32Array(draws);
    for (let i = 0; i < p; i += 1) {
      for (let j = 0; j < p; j += 1) {
        const spread = Math.hypot(standardError[i] as number, standardError[j] as number);
        this.weights[i * p + j] = spread === 0 ? 0 : 1 / spread;
      }
    }
    this.simulate(seed);
  }

  private simulate(seed: number): void {
    const { standardError, errors, first, second, firstAt } = this;
    const p = standardError.length;
    const random = randomFrom(seed);
    for (let draw = 0, cell = 0; draw < this.draws; draw += 1) {
      let largest = 0;
      let next = 0;
      for (let i = 0; i < p; i += 1, cell += 1) {
        const deviate = random.normal();
        const size = Math.abs(deviate);
        errors[cell] = deviate * (standardError[i] as number);
        if (size > largest) {
          next = largest;
          largest = size;
          firstAt[draw] = i;
        } else if (size > next) next = size;
      }
      first[draw] = largest;
      second[draw] = next;
    }
  }

  /** Upper bounds, one per draw, of any difference that region i takes part in. */
  boundsOf(region: number): Float64Array {
    const p = this.standardError.length;
    const own = this.standardError[region] as number;
    const bounds = new Float64Array(this.draws);
    for (let draw = 0; draw < this.draws; draw += 1) {
      const other = (this.firstAt[draw] === region ? this.second[draw] : this.first[draw]) as number;
      const deviate = own === 0 ? 0 : (this.errors[draw * p + region] as number) / own;
      bounds[draw] = Math.sqrt(deviate * deviate + other * other) * ROUNDING;
    }
    return bounds;
  }

  /** Upper bounds, one per draw, of any difference at all. */
  boundsOfAll(): Float64Array {
    return Float64Array.from(this.first, (first, draw) => Math.hypot(first, this.second[draw] as number) * ROUNDING);
  }

  /** Largest open difference of one draw that region i takes part in, or `least` where none is larger. */
  largestOf(draw: number, region: number, open: Uint8Array, least: number): number {
    const { errors, weights } = this;
    const p = this.standardError.length;
    const base = draw * p;
    const row = region * p;
    const own = errors[base + region] as number;
    let largest = least;
    for (let j = 0; j < p; j += 1) {
      const code = open[row + j] as number;
      const difference = (own - (errors[base + j] as number)) * (weights[row + j] as number);
      if (code === 3) {
        const size = Math.abs(difference);
        if (size > largest) largest = size;
      } else if (code === ABOVE) {
        if (difference > largest) largest = difference;
      } else if (code === BELOW && -difference > largest) largest = -difference;
    }
    return largest;
  }

  /** Largest open difference of one draw among all regions. */
  largestOfAll(draw: number, open: Uint8Array): number {
    const p = this.standardError.length;
    const top = this.firstAt[draw] as number;
    const reach = (this.first[draw] as number) ** 2;
    let largest = this.largestOf(draw, top, open, Number.NEGATIVE_INFINITY);
    for (let i = 0; i < p; i += 1) {
      const own = this.standardError[i] as number;
      const deviate = own === 0 ? 0 : (this.errors[draw * p + i] as number) / own;
      if (largest > 0 && (deviate * deviate + reach) * ROUNDING < largest * largest) continue;
      largest = this.largestOf(draw, i, open, largest);
    }
    return largest;
  }
}

/** A bound computed by another route must not fall below the value by rounding. */
const ROUNDING = 1 + 1e-12;

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
