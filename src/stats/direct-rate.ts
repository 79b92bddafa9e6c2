import { fsum } from "d3-array";
import type { Refusal } from "./outcome.ts";
import { poissonInterval } from "./poisson-interval.ts";
import { isPresent, type Values } from "./present.ts";
import { requireConfidence, requireCount, requireSameLength } from "./require.ts";
import { gammaQuantile, gammaQuantileUpper } from "./special/gamma.ts";

export interface DirectRateOptions {
  /** Default 0.95. */
  readonly confidence?: number;
  /** `dobson` (default) scales the Byar edges of the total count; `fay_feuer` is the gamma interval. */
  readonly method?: "dobson" | "fay_feuer";
  /** Fewer events than this are not turned into a rate; default 10. */
  readonly minimumEvents?: number;
}

export interface DirectRate {
  /** Rate per person of the standard population. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly events: number;
  readonly population: number;
  readonly confidence: number;
  readonly method: "dobson" | "fay_feuer";
  readonly reason: Refusal | null;
}

/**
 * Directly standardised rate: which rate would the region have with the age structure of the standard population?
 *
 * @remarks
 * Unit: events per person; multiply all three by 100 000 or so. Missing: a band without a count has no events, a band
 * without people (or without their number), and an empty standard, leave the rate unknown: reason `no_population`. Fewer events than
 * `minimumEvents` are suppressed: reason `few_events`.
 * Source: Dobson et al. (1991), Stat. Med. 10:457–462, with Byar's edges; Fay & Feuer (1997), Stat. Med. 16:791–801.
 * Oracle: test/oracles/dsr.json.
 *
 * @param events - cases per age band
 * @param population - people at risk per band
 * @param standard - standard population per band, on any scale
 * @returns a rate with edges around it
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const { value } = directRate([4, 9, 15, 60], [20000, 15000, 9000, 4000], [45, 30, 15, 10])
 * expect(value).toBeCloseTo(0.00202, 12)
 * ```
 */
export function directRate(
  events: Values,
  population: Values,
  standard: ArrayLike<number>,
  { confidence = 0.95, method = "dobson", minimumEvents = 10 }: DirectRateOptions = {},
): DirectRate {
  requireConfidence("directRate", confidence);
  requireSameLength("directRate", "events", events.length, "population", population.length);
  requireSameLength("directRate", "events", events.length, "standard", standard.length);
  const bands = bandsOf(events, population, standard);
  const total = fsum(bands.map((band) => band.x));
  const people = fsum(bands.map((band) => band.n));
  const shared = { events: total, population: people, confidence, method };
  const refuse = (reason: Refusal): DirectRate => ({ value: null, lower: null, upper: null, ...shared, reason });
  if (bands.length === 0 || bands.some((band) => band.n === 0)) return refuse("no_population");
  if (total < minimumEvents) return refuse("few_events");
  const weight = fsum(bands.map((band) => band.weight));
  if (weight === 0) return refuse("no_population");
  const value = fsum(bands.map(({ x, n, weight: w }) => (w * x) / n)) / weight;
  const variance = fsum(bands.map(({ x, n, weight: w }) => x * (w / n) ** 2)) / weight ** 2;
  if (method === "fay_feuer") {
    const largest = Math.max(...bands.map((band) => band.weight / weight / band.n));
    return { value, ...gammaEdges(value, variance, largest, (1 - confidence) / 2), ...shared, reason: null };
  }
  const edges = poissonInterval(total, { confidence, method: "byar" });
  if (edges.reason !== null) return refuse(edges.reason);
  const scale = Math.sqrt(variance / total);
  return {
    value,
    lower: value + scale * (edges.lower - total),
    upper: value + scale * (edges.upper - total),
    ...shared,
    reason: null,
  };
}

interface Band {
  readonly x: number;
  readonly n: number;
  readonly weight: number;
}

function bandsOf(events: Values, population: Values, standard: ArrayLike<number>): Band[] {
  return Array.from({ length: events.length }, (_, i) => {
    const x = isPresent(events[i]) ? events[i] : 0;
    const n = isPresent(population[i]) ? population[i] : 0;
    const weight = standard[i] as number;
    requireCount("directRate", "events", x);
    requireCount("directRate", "population", n);
    requireCount("directRate", "standard", weight);
    return { x, n, weight };
  });
}

/** Fay & Feuer: the upper edge adds one event where an event weighs most. */
function gammaEdges(value: number, variance: number, largest: number, tail: number) {
  const lower = variance === 0 ? 0 : gammaQuantile(tail, value ** 2 / variance) * (variance / value);
  const mean = value + largest;
  const spread = variance + largest ** 2;
  return { lower, upper: gammaQuantileUpper(tail, mean ** 2 / spread) * (spread / mean) };
}
