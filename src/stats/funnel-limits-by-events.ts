import { garwoodLower, garwoodUpper } from "./poisson-edges.ts";
import { requireCount } from "./require.ts";

/** Ratios between which so many observed events are no surprise. */
export interface EventFunnel {
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

/**
 * Funnel limits of a ratio drawn over observed events: which observed ÷ expected would not be a surprise?
 *
 * @remarks
 * Unit: ratio, 1 = as expected. Missing: there is no blank input; 0 events have 0 as lower and upper limit.
 * The limit is the observed count over the expected count at which it would just be surprising (exact Poisson).
 * Source: Public Health England, technical guide on funnel plots; Spiegelhalter (2005). Oracle:
 * test/oracles/funnel_limits.json.
 *
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(funnelLimitsByEvents(20).upper95).toBeCloseTo(1.6371, 4)
 * ```
 */
export function funnelLimitsByEvents(observed: number): EventFunnel {
  requireCount("funnelLimitsByEvents", "observed", observed);
  const lower = (tail: number) => observed / garwoodUpper(observed, tail);
  const upper = (tail: number) => (observed === 0 ? 0 : observed / garwoodLower(observed, tail));
  return { lower95: lower(0.025), upper95: upper(0.025), lower998: lower(0.001), upper998: upper(0.001) };
}
