import { garwoodLower, garwoodUpper } from "./poisson-edges.ts";
import { isPresent, type Values } from "./present.ts";
import { requireNumber } from "./require.ts";
import { normalWidth } from "./special/normal-quantile.ts";

export interface FunnelLimitOptions {
  /** `proportion`: sizes are populations. `rate`: the same, with events that may repeat. `ratio`: expected events. */
  readonly statistic: "proportion" | "rate" | "ratio";
  /** The centre line: a share, a rate per person, or a ratio (default 1 for ratios). */
  readonly benchmark?: number;
}

/** Control limits, one per size; null where a size is missing or 0. */
export interface FunnelLimits {
  readonly lower95: readonly (number | null)[];
  readonly upper95: readonly (number | null)[];
  readonly lower998: readonly (number | null)[];
  readonly upper998: readonly (number | null)[];
}

/**
 * Funnel limits: between which values would a region of this size lie if it were no different from all?
 *
 * @remarks
 * Unit: as the benchmark (a share, a rate per person, a ratio). Missing: sizes that are missing or 0 have no limits.
 * Proportions: score-test limits p ∓ z √(p(1−p)/n), cut at 0 and 1; rates and ratios: exact Poisson limits of the
 * expected events. Levels: 95 % and 99.8 %.
 * Source: Spiegelhalter (2005), Stat. Med. 24:1185–1202. Oracle: test/oracles/funnel_limits.json.
 *
 * @param sizes - populations, or expected events for a ratio
 * @returns limits that surround the benchmark, the 99.8 % ones around the 95 % ones
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * const { lower95 } = funnelLimits([12, 120], { statistic: "proportion", benchmark: 0.3 })
 * expect(lower95[0]).toBeCloseTo(0.0407, 4)
 * ```
 */
export function funnelLimits(sizes: Values, { statistic, benchmark = 1 }: FunnelLimitOptions): FunnelLimits {
  const most = statistic === "proportion" ? 1 : Number.POSITIVE_INFINITY;
  const expected = `a number from 0 to ${most}`;
  requireNumber("funnelLimits", "benchmark", benchmark, expected, benchmark >= 0 && benchmark <= most);
  const limits = statistic === "proportion" ? shareLimits : eventLimits(statistic);
  const at = (confidence: number, side: 0 | 1) =>
    Array.from(sizes as ArrayLike<number | null>, (size) => {
      if (!isPresent(size)) return null;
      requireNumber("funnelLimits", "sizes", size, "a number of at least 0", size >= 0);
      return size === 0 ? null : limits(benchmark, size, confidence)[side];
    });
  return { lower95: at(0.95, 0), upper95: at(0.95, 1), lower998: at(0.998, 0), upper998: at(0.998, 1) };
}

function shareLimits(benchmark: number, population: number, confidence: number): [number, number] {
  const width = normalWidth(confidence) * Math.sqrt((benchmark * (1 - benchmark)) / population);
  return [Math.max(0, benchmark - width), Math.min(1, benchmark + width)];
}

function eventLimits(statistic: "rate" | "ratio") {
  return (benchmark: number, size: number, confidence: number): [number, number] => {
    const tail = (1 - confidence) / 2;
    const expected = statistic === "rate" ? size * benchmark : size;
    const scale = statistic === "rate" ? size : size / benchmark;
    return [garwoodLower(expected, tail) / scale, garwoodUpper(expected, tail) / scale];
  };
}
