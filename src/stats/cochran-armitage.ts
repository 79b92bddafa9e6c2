import { answered, type Outcome, refused } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { requireCount, requireNumber, requireSameLength } from "./require.ts";
import { gammaUpper } from "./special/gamma.ts";

export interface CochranArmitage {
  readonly chiSquare: number;
  /** The same with the unbiased variance, (N − 1)/N of it. */
  readonly chiSquareUnbiased: number;
  readonly df: 1;
  readonly p: number;
  /** p of `chiSquareUnbiased`. */
  readonly pUnbiased: number;
  readonly z: number;
  /** Change of the share per unit of score, from the weighted least-squares line. */
  readonly slope: number;
  readonly n: number;
  readonly missing: number;
}

const KEYS = ["chiSquare", "chiSquareUnbiased", "df", "p", "pUnbiased", "z", "slope", "n", "missing"] as const;

/**
 * Cochran–Armitage test: do proportions rise or fall with a score, such as the year?
 *
 * @remarks
 * Unit: `slope` is a share per unit of score. Missing: groups without a count, population or score, and empty groups,
 * are dropped. Refused: fewer than two different scores (`few_points`), nobody or everybody with the event
 * (`no_variation`).
 * Source: Armitage (1955), Biometrics 11:375–386. Oracle: test/oracles/chi2_trend.json.
 *
 * @param events - cases per group
 * @param population - people at risk per group
 * @param scores - place of each group on the scale; default 1, 2, 3, …
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * expect(cochranArmitage([5, 9, 12, 20], [60, 62, 59, 64]).p).toBeCloseTo(0.000746, 6)
 * ```
 */
export function cochranArmitage(events: Values, population: Values, scores?: Values): Outcome<CochranArmitage> {
  requireSameLength("cochranArmitage", "events", events.length, "population", population.length);
  const placed = scores ?? Array.from({ length: events.length }, (_, i) => i + 1);
  requireSameLength("cochranArmitage", "events", events.length, "scores", placed.length);
  const groups = groupsOf(events, population, placed);
  let all = 0;
  let cases = 0;
  let scored = 0;
  for (const { x, n, score } of groups) {
    all += n;
    cases += x;
    scored += n * score;
  }
  const meanScore = scored / all;
  const rate = cases / all;
  let covariance = 0;
  let squares = 0;
  for (const { x, n, score } of groups) {
    covariance += (x - n * rate) * (score - meanScore);
    squares += n * (score - meanScore) ** 2;
  }
  if (groups.length < 2 || squares === 0) return refused("few_points", KEYS);
  if (cases === 0 || cases === all) return refused("no_variation", KEYS);
  const z = covariance / Math.sqrt(rate * (1 - rate) * squares);
  const chiSquare = z * z;
  const chiSquareUnbiased = (chiSquare * (all - 1)) / all;
  return answered<CochranArmitage>({
    chiSquare,
    chiSquareUnbiased,
    df: 1,
    p: gammaUpper(0.5, chiSquare / 2),
    pUnbiased: gammaUpper(0.5, chiSquareUnbiased / 2),
    z,
    slope: covariance / squares,
    n: groups.length,
    missing: events.length - groups.length,
  });
}

interface Group {
  readonly x: number;
  readonly n: number;
  readonly score: number;
}

function groupsOf(events: Values, population: Values, scores: Values): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < events.length; i += 1) {
    const x = events[i];
    const n = population[i];
    const score = scores[i];
    if (!isPresent(x) || !isPresent(n) || !isPresent(score)) continue;
    requireCount("cochranArmitage", "population", n);
    requireNumber("cochranArmitage", "events", x, "a count from 0 to population", x >= 0 && x <= n);
    requireNumber("cochranArmitage", "scores", score, "finite numbers", true);
    if (n > 0) groups.push({ x, n, score });
  }
  return groups;
}
