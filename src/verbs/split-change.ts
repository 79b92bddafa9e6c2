/** Counts of one region in two years. */
export interface TwoYears {
  readonly numerator: readonly [number, number];
  readonly denominator: readonly [number, number];
}

/** What part of a change each cause has; the first three are cases and add up to the change of the region's numerator. */
export interface ChangeParts {
  /** There is more or less of everything: the denominators of all regions together. */
  readonly volume: number;
  /** The region has another share of the whole. */
  readonly mix: number;
  /** The region's own rate. */
  readonly rate: number;
  /** Contributions to the change of the common rate; over all regions both together add up to it. */
  readonly mixShare: number;
  readonly rateShare: number;
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
 * @param regions - denominators of at least 0; in each year at least one above 0
 * @returns one entry per region, in their order
 */
export function splitChange(regions: readonly TwoYears[]): ChangeParts[] {
  const total = (year: 0 | 1) => regions.reduce((sum, { denominator }) => sum + denominator[year], 0);
  const volume = [total(0), total(1)] as const;
  const events = (year: 0 | 1) => regions.reduce((sum, { numerator }) => sum + numerator[year], 0);
  const common = (events(0) / volume[0] + events(1) / volume[1]) / 2;
  return regions.map(({ numerator, denominator }) => {
    const share = [denominator[0] / volume[0], denominator[1] / volume[1]] as const;
    const own = [numerator[0] / denominator[0], numerator[1] / denominator[1]];
    const first = denominator[0] > 0 ? (own[0] as number) : denominator[1] > 0 ? (own[1] as number) : 0;
    const rate = [first, denominator[1] > 0 ? (own[1] as number) : first] as const;
    return {
      volume: effect(volume, share, rate),
      mix: effect(share, volume, rate),
      rate: effect(rate, volume, share),
      mixShare: (share[1] - share[0]) * ((rate[0] + rate[1]) / 2 - common),
      rateShare: ((share[0] + share[1]) / 2) * (rate[1] - rate[0]),
    };
  });
}

type Pair = readonly [number, number];

/** Shapley value of one factor of a product of three. */
function effect(of: Pair, b: Pair, c: Pair): number {
  return (of[1] - of[0]) * ((b[0] * c[0] + b[1] * c[1]) / 3 + (b[0] * c[1] + b[1] * c[0]) / 6);
}
