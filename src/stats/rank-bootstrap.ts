import { type SimulatedErrors, simulatedErrors } from "./simulated-errors.ts";
import { upperQuantile } from "./upper-quantile.ts";

/** Bits of an open pair (i, j): whether "i above j" and "j above i" are still undecided. */
export const ABOVE = 1;
export const BELOW = 2;

/** Regions whose errors are read out together: as many as stand side by side in what a processor fetches at once. */
const BLOCK = 8;
/** A bound computed by another route must not fall below the value by rounding. */
const ROUNDING = 1 + 1e-12;

/**
 * Simulated estimation errors of p regions, and how large the largest studentised difference among open pairs gets.
 *
 * By Cauchy–Schwarz no difference of two independent errors, in units of its own standard error, exceeds
 * sqrt(a² + b²) of their deviates a and b. So the largest deviates are tried first and the search of a draw ends as
 * soon as that bound falls below what was found: the result is exact, most pairs are never looked at.
 */
export class RankBootstrap {
  private readonly errors: SimulatedErrors;
  /** Shares of the own and of the other error in the standard error of a difference, i by j; squares add to 1. */
  private readonly shares: Float64Array;
  private readonly others: Float64Array;
  /** Errors of a block of regions, each with its draws in order, and the first region of the block. */
  private readonly block: Float64Array;
  private start = Number.NaN;

  constructor(
    private readonly standardError: Float64Array,
    readonly draws: number,
    seed: number,
  ) {
    const p = standardError.length;
    this.errors = simulatedErrors(p, draws, seed);
    this.block = new Float64Array(BLOCK * draws);
    this.shares = new Float64Array(p * p);
    this.others = new Float64Array(p * p);
    for (let i = 0; i < p; i += 1) {
      const own = standardError[i] as number;
      for (let j = 0; j < p; j += 1) {
        const other = standardError[j] as number;
        const spread = Math.hypot(own, other);
        this.shares[i * p + j] = spread === 0 ? 0 : own / spread;
        this.others[i * p + j] = spread === 0 ? 0 : other / spread;
      }
    }
  }

  /** Upper bounds, one per draw, of any difference that this region takes part in. */
  boundsOf(region: number): Float64Array {
    const own = this.errorsOf(region);
    const bounds = new Float64Array(this.draws);
    for (let draw = 0; draw < bounds.length; draw += 1) {
      const other = this.size(draw, this.errors.leaders[draw] === region ? 1 : 0);
      bounds[draw] = reach(own[draw] as number, other);
    }
    return bounds;
  }

  /** Upper bounds, one per draw, of any difference at all. */
  boundsOfAll(): Float64Array {
    const bounds = new Float64Array(this.draws);
    for (let draw = 0; draw < bounds.length; draw += 1) bounds[draw] = reach(this.size(draw, 0), this.size(draw, 1));
    return bounds;
  }

  /** Quantile of the largest open difference that this region takes part in; `bounds` as left by the step before. */
  quantileOf(region: number, open: Uint8Array, bounds: Float64Array, share: number): number {
    const own = this.errorsOf(region);
    const largest = (draw: number, least: number) => this.largest(draw, region, own[draw] as number, open, least);
    return upperQuantile(bounds, largest, share);
  }

  /** The same among all regions. */
  quantileOfAll(open: Uint8Array, bounds: Float64Array, share: number): number {
    return upperQuantile(bounds, (draw, least) => this.largestOfAll(draw, open, least), share);
  }

  /** The errors of a region in all draws. */
  private errorsOf(region: number): Float64Array {
    const { block, draws } = this;
    const start = region - (region % BLOCK);
    if (start !== this.start) {
      const p = this.standardError.length;
      const count = Math.min(BLOCK, p - start);
      for (let draw = 0; draw < draws; draw += 1) {
        const first = draw * p + start;
        for (let i = 0; i < count; i += 1) block[i * draws + draw] = this.errors.deviates[first + i] as number;
      }
      this.start = start;
    }
    return block.subarray((region - start) * draws, (region - start + 1) * draws);
  }

  /** A size that no deviate of the draw behind the leading ones before this place exceeds. */
  private size(draw: number, place: number): number {
    const { kept, leading, rest } = this.errors;
    return place < (kept[draw] as number)
      ? Math.abs(leading[place * this.draws + draw] as number)
      : (rest[draw] as number);
  }

  /**
   * Largest open difference of one draw that this region takes part in; below `least`, any bound of it that is also
   * below `least`.
   */
  private largest(draw: number, region: number, own: number, open: Uint8Array, least: number): number {
    const { deviates, kept, leading, leaders, rest } = this.errors;
    const { shares, others, draws } = this;
    const p = this.standardError.length;
    const row = region * p;
    const square = own * own;
    let largest = Number.NEGATIVE_INFINITY;
    let needed = least > 0 ? least * least : 0;
    const end = draw + (kept[draw] as number) * draws;
    for (let at = draw; ; at += draws) {
      const other = (at < end ? leading[at] : rest[draw]) as number;
      if ((square + other * other) * ROUNDING < needed)
        return largest >= least ? largest : Math.max(largest, reach(own, other));
      if (at >= end) break;
      const j = leaders[at] as number;
      const raw = (shares[row + j] as number) * own - (others[row + j] as number) * other;
      const difference = directed(raw, open[row + j] as number);
      if (difference <= largest) continue;
      largest = difference;
      if (difference > 0) needed = Math.max(needed, difference * difference);
    }
    for (let j = 0, at = draw * p; j < p; j += 1, at += 1) {
      const raw = (shares[row + j] as number) * own - (others[row + j] as number) * (deviates[at] as number);
      largest = Math.max(largest, directed(raw, open[row + j] as number));
    }
    return largest;
  }

  private largestOfAll(draw: number, open: Uint8Array, least: number): number {
    const { deviates, kept, leading, leaders } = this.errors;
    const { draws } = this;
    const p = this.standardError.length;
    const first = this.size(draw, 0);
    let largest = Number.NEGATIVE_INFINITY;
    for (let at = draw, end = draw + (kept[draw] as number) * draws; at < end; at += draws) {
      const own = leading[at] as number;
      const bound = reach(first, own);
      if (bound < least || bound < largest) return Math.max(largest, bound < least ? bound : largest);
      largest = Math.max(largest, this.largest(draw, leaders[at] as number, own, open, Math.max(least, largest)));
    }
    for (let i = 0; i < p; i += 1) {
      const own = deviates[draw * p + i] as number;
      largest = Math.max(largest, this.largest(draw, i, own, open, Math.max(least, largest)));
    }
    return largest;
  }
}

/** What a studentised difference of two errors with these deviates cannot exceed. */
const reach = (a: number, b: number) => Math.sqrt((a * a + b * b) * ROUNDING);

/** A difference in the directions that are still open. */
function directed(difference: number, code: number): number {
  if (code === 3) return Math.abs(difference);
  if (code === ABOVE) return difference;
  return code === BELOW ? -difference : Number.NEGATIVE_INFINITY;
}
