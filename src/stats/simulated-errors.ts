import { randomFrom } from "./random.ts";
import { normalQuantileUpper } from "./special/normal-quantile.ts";

/** How many deviates of a draw are expected among its leading ones, and how many are kept at most. */
const EXPECTED = 20;
const KEPT = 32;

/** Standard normal errors of some regions in many draws, and those of each draw that lie furthest out. */
export interface SimulatedErrors {
  /** Draw behind draw, in each the regions in order. */
  readonly deviates: Float64Array;
  /** How many leading deviates of each draw are kept. */
  readonly kept: Uint8Array;
  /** The largest deviates of all draws, then the second largest, and so on; and the regions they belong to. */
  readonly leading: Float64Array;
  readonly leaders: Int32Array;
  /** The size that no other deviate of a draw exceeds. */
  readonly rest: Float64Array;
}

/** Draws one error per region, draw by draw, from the stream of the seed: the same ones for the same seed. */
export function simulatedErrors(regions: number, draws: number, seed: number): SimulatedErrors {
  const least = regions <= EXPECTED ? 0 : normalQuantileUpper(EXPECTED / regions / 2);
  const random = randomFrom(seed);
  const most = Math.min(KEPT, regions);
  const errors = {
    deviates: new Float64Array(draws * regions),
    kept: new Uint8Array(draws),
    leading: new Float64Array(draws * most),
    leaders: new Int32Array(draws * most),
    rest: new Float64Array(draws).fill(least),
  };
  const { deviates, kept, leading, leaders, rest } = errors;
  const [top, whose] = [new Float64Array(most + 1), new Int32Array(most + 1)];
  for (let draw = 0, at = 0; draw < draws; draw += 1) {
    let count = 0;
    for (let region = 0; region < regions; region += 1, at += 1) {
      const deviate = random.normal();
      deviates[at] = deviate;
      const size = Math.abs(deviate);
      if (size <= least) continue;
      let place = count;
      for (; place > 0 && Math.abs(top[place - 1] as number) < size; place -= 1) {
        top[place] = top[place - 1] as number;
        whose[place] = whose[place - 1] as number;
      }
      top[place] = deviate;
      whose[place] = region;
      if (count < most) count += 1;
      else rest[draw] = Math.max(rest[draw] as number, Math.abs(top[most] as number));
    }
    kept[draw] = count;
    for (let place = 0; place < count; place += 1) {
      leading[place * draws + draw] = top[place] as number;
      leaders[place * draws + draw] = whose[place] as number;
    }
  }
  return errors;
}
