import { answered, type Outcome, refused } from "./outcome.ts";
import { byarLower, byarUpper, garwoodLower, garwoodUpper } from "./poisson-edges.ts";
import { requireConfidence, requireCount } from "./require.ts";
import { normalWidth } from "./special/normal-quantile.ts";

export interface PoissonOptions {
  /** Share of intervals that would hold the true mean; default 0.95. */
  readonly confidence?: number;
  /** `exact` is Garwood's, `byar` Byar's approximation; default: exact below 10 events, Byar from 10. */
  readonly method?: "exact" | "byar" | "auto";
}

/** Edges of a count, and how they were reached. */
export interface PoissonInterval {
  readonly lower: number;
  readonly upper: number;
  readonly method: "exact" | "byar";
}

/**
 * Interval for the mean behind a count: how far a number of cases could move by chance alone.
 *
 * @remarks
 * Unit: events; divide both edges by the population for a rate.
 * Missing: Byar's approximation asked for by name has no lower edge for hardly any events (reason `out_of_reach`).
 * Source: Garwood (1936), Biometrika 28:437–442; Breslow & Day (1987), vol. II, p. 69; the rule "exact below 10" is
 * Public Health England's. Oracle: test/oracles/poisson_rate_ci.json.
 *
 * @param events - cases, at least 0; weighted counts may be fractional
 * @returns edges that surround `events`, the lower one never negative
 * @throws {@link ComparandaError} `number.invalid`
 * @example
 * ```ts @import.meta.vitest
 * expect(poissonInterval(7).upper).toBeCloseTo(14.4227, 4)
 * expect(poissonInterval(88, { confidence: 0.998 }).method).toBe("byar")
 * ```
 */
export function poissonInterval(
  events: number,
  { confidence = 0.95, method = "auto" }: PoissonOptions = {},
): Outcome<PoissonInterval> {
  requireConfidence("poissonInterval", confidence);
  requireCount("poissonInterval", "events", events);
  const tail = (1 - confidence) / 2;
  if (method === "exact" || (method === "auto" && events < 10)) {
    return answered({ lower: garwoodLower(events, tail), upper: garwoodUpper(events, tail), method: "exact" });
  }
  const z = normalWidth(confidence);
  const lower = byarLower(events, z);
  if (lower < 0) return refused("out_of_reach", ["lower", "upper", "method"]);
  return answered({ lower, upper: byarUpper(events, z), method: "byar" });
}
