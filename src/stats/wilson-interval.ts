import { answered, type Interval, type Outcome, refused } from "./outcome.ts";
import { requireConfidence, requireCount, requireNumber } from "./require.ts";
import { normalWidth } from "./special/normal-quantile.ts";
import { wilsonLower, wilsonReach, wilsonUpper } from "./wilson-edges.ts";

export interface ConfidenceOptions {
  /** Share of intervals that would hold the true value; default 0.95. */
  readonly confidence?: number;
}

/**
 * Wilson score interval for a proportion: how far a rate could move by chance alone.
 *
 * @remarks
 * Unit: a share between 0 and 1; the indicator's multiplier is applied elsewhere.
 * Missing: a population of 0 is refused with reason `no_population`.
 * Source: Wilson (1927), J. Am. Stat. Assoc. 22:209–212. Oracle: test/oracles/proportion_ci.json.
 *
 * @param events - cases, from 0 to `population`; weighted counts may be fractional
 * @param population - people or cases at risk
 * @returns lower and upper share; both stay inside [0, 1] and surround events / population
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(wilsonInterval(8, 20).lower).toBeCloseTo(0.2188, 4)
 * expect(wilsonInterval(0, 0).reason).toBe("no_population")
 * ```
 */
export function wilsonInterval(
  events: number,
  population: number,
  { confidence = 0.95 }: ConfidenceOptions = {},
): Outcome<Interval> {
  requireConfidence("wilsonInterval", confidence);
  requireCount("wilsonInterval", "population", population);
  requireNumber(
    "wilsonInterval",
    "events",
    events,
    "a count from 0 to population",
    events >= 0 && events <= population,
  );
  if (population === 0) return refused("no_population", ["lower", "upper"]);
  const z = normalWidth(confidence);
  const rate = events / population;
  const reach = wilsonReach(events, rate, z);
  return answered({
    lower: wilsonLower(events, rate, reach),
    upper: wilsonUpper(population, rate, reach, z),
  });
}
