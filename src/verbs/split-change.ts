/** Counts of regions in two years. */
export interface TwoYears {
  readonly numerator: readonly [Float64Array, Float64Array];
  readonly denominator: readonly [Float64Array, Float64Array];
}

/** What part of a change each cause has; the first three are cases and add up to the change of the region's numerator. */
export interface ChangeParts {
  /** There is more or less of everything: the denominators of all regions together. */
  readonly volume: Float64Array;
  /** The region has another share of the whole. */
  readonly mix: Float64Array;
  /** The region's own rate. */
  readonly rate: Float64Array;
  /** Contributions to the change of the common rate; over all regions both together add up to it. */
  readonly mixShare: Float64Array;
  readonly rateShare: Float64Array;
}

/**
 * Splits the change of counts into volume, mix and rate effects, exactly: nothing is left over, and the order of the causes
 * does not matter.
 *
 * @remarks
 * A region's count is volume × share × rate; its effects are Shapley values of the three factors. The common rate is the sum
 * of share × rate; mix and rate parts are Kitagawa's. A region without a case in one year keeps the rate of the other.
 * Source: Kitagawa (1955), J. Am. Stat. Assoc. 50:1168–1194; Shapley values: Sun (1998), Energy Econ. 20:85–100.
 *
 * @param counts - denominators of at least 0; in each year at least one above 0
 * @returns a number per region in each column, in their order
 */
export function splitChange({ numerator, denominator }: TwoYears): ChangeParts {
  const volume = [total(denominator[0]), total(denominator[1])] as const;
  const common = (total(numerator[0]) / volume[0] + total(numerator[1]) / volume[1]) / 2;
  const { length } = numerator[0];
  const empty = () => new Float64Array(length);
  const parts = { volume: empty(), mix: empty(), rate: empty(), mixShare: empty(), rateShare: empty() };
  for (let i = 0; i < length; i += 1) {
    const [before, after] = [denominator[0][i] as number, denominator[1][i] as number];
    const [share0, share1] = [before / volume[0], after / volume[1]];
    const known1 = after > 0 ? (numerator[1][i] as number) / after : 0;
    const rate0 = before > 0 ? (numerator[0][i] as number) / before : known1;
    const rate1 = after > 0 ? known1 : rate0;
    parts.volume[i] = (volume[1] - volume[0]) * shared(share0, share1, rate0, rate1);
    parts.mix[i] = (share1 - share0) * shared(volume[0], volume[1], rate0, rate1);
    parts.rate[i] = (rate1 - rate0) * shared(volume[0], volume[1], share0, share1);
    parts.mixShare[i] = (share1 - share0) * ((rate0 + rate1) / 2 - common);
    parts.rateShare[i] = ((share0 + share1) / 2) * (rate1 - rate0);
  }
  return parts;
}

function total(counts: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) sum += counts[i] as number;
  return sum;
}

/** What the change of one factor of a product of three is multiplied with: the Shapley mean of the other two. */
function shared(b0: number, b1: number, c0: number, c1: number): number {
  return (b0 * c0 + b1 * c1) / 3 + (b0 * c1 + b1 * c0) / 6;
}
