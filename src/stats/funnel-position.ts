import { fsum } from "d3-array";
import { poissonInterval } from "./poisson-interval.ts";
import { isPresent, type Values } from "./present.ts";
import { requireCount, requireNumber, requireSameLength } from "./require.ts";
import { normalWidth } from "./special/normal-quantile.ts";

/** Where a region stands in the funnel; `low_998` is below the 99.8 % limit, `low_95` between that and the 95 % one. */
export type FunnelPosition = "low_998" | "low_95" | "within" | "high_95" | "high_998";

export interface FunnelPositionOptions {
  /** `proportion` and `rate`: sizes are populations; `ratio`: expected events. */
  readonly statistic: "proportion" | "rate" | "ratio";
  /** The centre line; default: all events over all sizes, and 1 for ratios. */
  readonly benchmark?: number;
  /** Regions with fewer events are not judged; 10 for standardised rates, default 0. */
  readonly minimumEvents?: number;
}

export interface FunnelPositions {
  readonly benchmark: number | null;
  /** Null where events or size are missing, a size is 0 or events are too few. */
  readonly position: readonly (FunnelPosition | null)[];
}

/**
 * Does each region lie outside the funnel, that is further from all than its size explains?
 *
 * @remarks
 * Unit: the benchmark is events per size. Missing: not judged and not part of the benchmark.
 * Proportions are held against their score-test limits; rates and ratios ask whether the benchmark lies outside the
 * region's own interval (exact below 10 events, Byar from 10).
 * Source: Public Health England's rules for funnel plots. Oracle: test/oracles/funnel_limits.json.
 *
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const { position } = funnelPosition([2, 30, 9], [20, 60, 45], { statistic: "proportion" })
 * expect(position).toEqual(["low_95", "high_95", "within"])
 * ```
 */
export function funnelPosition(
  events: Values,
  sizes: Values,
  { statistic, benchmark, minimumEvents = 0 }: FunnelPositionOptions,
): FunnelPositions {
  requireSameLength("funnelPosition", "events", events.length, "sizes", sizes.length);
  const rows: { row: number; x: number; n: number }[] = [];
  for (let row = 0; row < events.length; row += 1) {
    const x = events[row];
    const n = sizes[row];
    if (!isPresent(x) || !isPresent(n)) continue;
    requireCount("funnelPosition", "events", x);
    requireCount("funnelPosition", "sizes", n);
    if (statistic === "proportion") {
      requireNumber("funnelPosition", "events", x, "a count from 0 to the population", x <= n);
    }
    if (n > 0) rows.push({ row, x, n });
  }
  const pooled = rows.length === 0 ? null : fsum(rows.map(({ x }) => x)) / fsum(rows.map(({ n }) => n));
  const centre = benchmark ?? (statistic === "ratio" ? 1 : pooled);
  const position: (FunnelPosition | null)[] = new Array(events.length).fill(null);
  for (const { row, x, n } of rows) {
    if (x >= minimumEvents) position[row] = statistic === "proportion" ? ofShare(x, n, centre) : ofCount(x, n, centre);
  }
  return { benchmark: benchmark ?? pooled, position };
}

function ofShare(x: number, n: number, benchmark: number | null): FunnelPosition {
  const centre = benchmark as number;
  const distance = (x / n - centre) / Math.sqrt((centre * (1 - centre)) / n);
  const side = distance < 0 ? "low" : "high";
  if (Math.abs(distance) > normalWidth(0.998)) return `${side}_998`;
  return Math.abs(distance) > normalWidth(0.95) ? `${side}_95` : "within";
}

function ofCount(x: number, n: number, benchmark: number | null): FunnelPosition {
  const expected = (benchmark as number) * n;
  for (const [confidence, level] of [
    [0.998, "998"],
    [0.95, "95"],
  ] as const) {
    const edges = poissonInterval(x, { confidence });
    if (edges.reason !== null) continue;
    if (expected < edges.lower) return `high_${level}`;
    if (expected > edges.upper) return `low_${level}`;
  }
  return "within";
}
