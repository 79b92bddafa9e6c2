/**
 * Both Wilson edges are fractions of this sum, twice the events plus the widest of the spread: lower = 2x²/(n·reach),
 * upper = reach/(2(n + z²)). Written so, neither subtracts, which would lose digits for few events.
 */
export function wilsonReach(events: number, rate: number, z: number): number {
  return 2 * events + z * (z + Math.sqrt(z * z + 4 * events * (1 - rate)));
}

/** Lower Wilson edge: 0 exactly without an event, never above the rate. */
export function wilsonLower(events: number, rate: number, reach: number): number {
  return Math.min(rate, (2 * events * rate) / reach);
}

/** Upper Wilson edge: never below the rate nor above 1. */
export function wilsonUpper(population: number, rate: number, reach: number, z: number): number {
  return Math.min(1, Math.max(rate, reach / (2 * (population + z * z))));
}
