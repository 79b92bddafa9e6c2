import { fsum } from "d3-array";
import type { Refusal } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { requireCount, requireNumber, requireSameLength } from "./require.ts";

export interface EmpiricalBayesOptions {
  /** `poisson` (default) for rare events, `binomial` for common ones. */
  readonly family?: "poisson" | "binomial";
}

export interface EmpiricalBayes {
  /** Rates as counted; null where there is no population. */
  readonly raw: readonly (number | null)[];
  /** Rates moved towards the mean, the more the smaller the population. */
  readonly shrunk: readonly (number | null)[];
  /** Rate of all regions together. */
  readonly mean: number;
  /** Variance of the true rates between regions; 0 where chance explains all differences. */
  readonly variance: number;
  readonly n: number;
  readonly missing: number;
}

/** The same without rates to trust: raw rates, mean and variance are 0 where there are people but no event. */
export interface NoEmpiricalBayes {
  readonly raw: readonly (number | null)[];
  readonly shrunk: null;
  readonly mean: number | null;
  readonly variance: number | null;
  readonly n: number;
  readonly missing: number;
  readonly reason: Refusal;
}

/**
 * Marshall's global empirical Bayes rates: what remains of each region's rate once small numbers are distrusted?
 *
 * @remarks
 * Unit: events per person. Missing: regions without a count or a population (or with a population of 0) stay null and
 * are left out of mean and variance. Refused: no region left (`no_population`), no event anywhere (`few_events`); the
 * raw rates are told all the same.
 * Source: Marshall (1991), J. R. Stat. Soc. C 40:283–294; binomial: Martuzzi & Elliott (1996), Stat. Med. 15:1867–1873.
 * Oracle: test/oracles/eb_shrinkage.json.
 *
 * @returns one rate per region, in the order given; with `poisson` each lies between the raw rate and the mean
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(empiricalBayes([2, 9, 0, 30], [300, 700, 60, 5000]).shrunk?.[1]).toBeCloseTo(0.0072085, 7)
 * ```
 */
export function empiricalBayes(
  events: Values,
  population: Values,
  { family = "poisson" }: EmpiricalBayesOptions = {},
): (EmpiricalBayes & { readonly reason: null }) | NoEmpiricalBayes {
  requireSameLength("empiricalBayes", "events", events.length, "population", population.length);
  const regions = regionsOf(events, population, family);
  const counts = { n: regions.length, missing: events.length - regions.length };
  const raw: (number | null)[] = new Array(events.length).fill(null);
  for (const { row, x, n } of regions) raw[row] = x / n;
  if (regions.length === 0) {
    return { raw, shrunk: null, mean: null, variance: null, ...counts, reason: "no_population" };
  }
  const people = fsum(regions.map(({ n }) => n));
  const mean = fsum(regions.map(({ x }) => x)) / people;
  if (mean === 0) return { raw, shrunk: null, mean, variance: 0, ...counts, reason: "few_events" };
  const spread = fsum(regions.map(({ x, n }) => n * (x / n - mean) ** 2)) / people;
  const size = people / regions.length;
  const variance = family === "poisson" ? Math.max(0, spread - mean / size) : spread;
  const trust = (n: number): number => {
    if (family === "poisson") return variance / (variance + mean / n);
    const chance = mean * (1 - mean);
    const denominator = (n - 1) * spread + ((size - n) / size) * chance;
    return denominator === 0 ? 0 : (n * spread - (n / size) * chance) / denominator;
  };
  const shrunk: (number | null)[] = new Array(events.length).fill(null);
  for (const { row, x, n } of regions) {
    shrunk[row] = mean + trust(n) * (x / n - mean);
  }
  return { raw, shrunk, mean, variance, ...counts, reason: null };
}

function regionsOf(events: Values, population: Values, family: "poisson" | "binomial") {
  const regions: { row: number; x: number; n: number }[] = [];
  for (let row = 0; row < events.length; row += 1) {
    const x = events[row];
    const n = population[row];
    if (!isPresent(x) || !isPresent(n)) continue;
    requireCount("empiricalBayes", "events", x);
    requireCount("empiricalBayes", "population", n);
    if (n === 0) continue;
    if (family === "binomial") {
      requireNumber("empiricalBayes", "events", x, "a count from 0 to population", x <= n);
    }
    regions.push({ row, x, n });
  }
  return regions;
}
