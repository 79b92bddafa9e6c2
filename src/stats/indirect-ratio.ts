import { fsum } from "d3-array";
import { answered, type Outcome, refused } from "./outcome.ts";
import { poissonInterval } from "./poisson-interval.ts";
import { isPresent, type Values } from "./present.ts";
import { requireConfidence, requireCount, requireSameLength } from "./require.ts";
import type { ConfidenceOptions } from "./wilson-interval.ts";

export interface IndirectRatio {
  /** Observed over expected: 1 is "as the reference". */
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly rate: number;
  readonly rateLower: number;
  readonly rateUpper: number;
  readonly method: "exact" | "byar";
}

/** What is known even where there is no ratio. */
export interface IndirectCounts {
  readonly observed: number;
  /** Null where a reference band has no people. */
  readonly expected: number | null;
  /** Crude rate of the reference, per person; times the ratio it gives the rates. */
  readonly referenceRate: number | null;
}

const KEYS = ["ratio", "lower", "upper", "rate", "rateLower", "rateUpper", "method"] as const;

/**
 * Indirectly standardised ratio and rate: how many events are there for each one the reference rates would give?
 *
 * @remarks
 * Unit: ratio 1 = as expected; rates per person. Missing: a band without a count has no events, one without people
 * expects none. Refused: a reference band without people, or nothing expected (`no_population`, `few_events`); what was
 * counted is told all the same.
 * Source: Breslow & Day (1987), vol. II, ch. 2; edges exact below 10 events, Byar from 10.
 * Oracle: test/oracles/isr.json.
 *
 * @param events - cases per band, or their total alone (`[36]`) where bands are not known
 * @param population - people at risk per band
 * @returns edges that surround the ratio
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const { ratio } = indirectRatio([5, 9, 22], [9000, 7000, 3000], [100, 400, 900], [200000, 150000, 80000])
 * expect(ratio).toBeCloseTo(0.6325, 4)
 * ```
 */
export function indirectRatio(
  events: Values,
  population: Values,
  referenceEvents: Values,
  referencePopulation: Values,
  { confidence = 0.95 }: ConfidenceOptions = {},
): IndirectCounts & Outcome<IndirectRatio> {
  requireConfidence("indirectRatio", confidence);
  const bands = population.length;
  if (events.length !== 1) requireSameLength("indirectRatio", "events", events.length, "population", bands);
  requireSameLength("indirectRatio", "referenceEvents", referenceEvents.length, "population", bands);
  requireSameLength("indirectRatio", "referencePopulation", referencePopulation.length, "population", bands);
  const x = counts("events", events);
  const n = counts("population", population);
  const xs = counts("referenceEvents", referenceEvents);
  const ns = counts("referencePopulation", referencePopulation);
  const observed = fsum(x);
  if (bands === 0 || ns.includes(0)) {
    return { observed, expected: null, referenceRate: null, ...refused<IndirectRatio>("no_population", KEYS) };
  }
  const expected = fsum(xs.map((each, i) => (each / (ns[i] as number)) * (n[i] as number)));
  const referenceRate = fsum(xs) / fsum(ns);
  const counted = { observed, expected, referenceRate };
  if (expected === 0) return { ...counted, ...refused<IndirectRatio>("few_events", KEYS) };
  const edges = poissonInterval(observed, { confidence });
  if (edges.reason !== null) return { ...counted, ...refused<IndirectRatio>(edges.reason, KEYS) };
  const ratio = observed / expected;
  const lower = edges.lower / expected;
  const upper = edges.upper / expected;
  const answer = answered<IndirectRatio>({
    ratio,
    lower,
    upper,
    rate: ratio * referenceRate,
    rateLower: lower * referenceRate,
    rateUpper: upper * referenceRate,
    method: edges.method,
  });
  return { ...counted, ...answer };
}

function counts(argument: string, values: Values): number[] {
  return Array.from(values as ArrayLike<number | null>, (value) => {
    if (!isPresent(value)) return 0;
    requireCount("indirectRatio", argument, value);
    return value;
  });
}
