import { olsTrend } from "./ols-trend.ts";
import { answered, type Outcome, refused } from "./outcome.ts";
import { isPresent, type Values } from "./present.ts";
import { requireNumber, requireSameLength } from "./require.ts";

export interface BetaConvergence {
  readonly alpha: number;
  /** Change of yearly growth per unit of log starting value; negative: the poor grow faster. */
  readonly beta: number;
  /** The next four are null where two regions leave nothing to judge by. */
  readonly standardError: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly rSquared: number | null;
  /** Yearly speed at which the gap closes; null where it cannot be (1 + T·beta not positive). */
  readonly speed: number | null;
  /** Years until half the gap is closed; null where it does not close. */
  readonly halfLife: number | null;
  readonly n: number;
  readonly missing: number;
}

const KEYS = ["alpha", "beta", "standardError", "t", "p", "rSquared", "speed", "halfLife", "n", "missing"] as const;

/**
 * Beta convergence: have regions that started low grown faster?
 *
 * @remarks
 * Unit: growth per year on the log scale; half-life in years. Missing: regions without a start or an end are dropped.
 * Refused: a value of 0 or below (`not_positive`), fewer than two different starts (`few_points`).
 * Least squares of ln(end/start)/T on ln(start); speed −ln(1 + T·beta)/T.
 * Source: Barro & Sala-i-Martin (1992), J. Polit. Econ. 100:223–251. Oracle: test/oracles/convergence.json.
 *
 * @param years - first and last year
 * @throws {@link ComparandaError} `number.invalid`, `length.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const { beta } = betaConvergence([20, 35, 50, 80, 120], [40, 50, 62, 90, 125], [2000, 2015])
 * expect(beta).toBeCloseTo(-0.023617, 6)
 * ```
 */
export function betaConvergence(
  start: Values,
  end: Values,
  years: readonly [number, number],
): Outcome<BetaConvergence> {
  requireSameLength("betaConvergence", "start", start.length, "end", end.length);
  const span = years[1] - years[0];
  requireNumber("betaConvergence", "years", span, "a last year after the first one", span > 0);
  const logs: number[] = [];
  const growth: number[] = [];
  for (let i = 0; i < start.length; i += 1) {
    const first = start[i];
    const last = end[i];
    if (!isPresent(first) || !isPresent(last)) continue;
    if (first <= 0 || last <= 0) return refused("not_positive", KEYS);
    logs.push(Math.log(first));
    growth.push(Math.log(last / first) / span);
  }
  const line = olsTrend(logs, growth);
  if (line.reason !== null) return refused(line.reason, KEYS);
  const kept = 1 + span * line.slope;
  const speed = kept > 0 ? -Math.log(kept) / span : null;
  return answered<BetaConvergence>({
    alpha: line.intercept,
    beta: line.slope,
    standardError: line.standardError,
    t: line.t,
    p: line.p,
    rSquared: line.rSquared,
    speed,
    halfLife: speed === null || speed <= 0 ? null : Math.LN2 / speed,
    n: line.n,
    missing: start.length - line.n,
  });
}
