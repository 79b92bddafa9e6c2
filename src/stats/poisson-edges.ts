import { gammaQuantile, gammaQuantileUpper } from "./special/gamma.ts";

/** Exact (Garwood) lower edge of a count: the mean at which so many events or more have this probability. */
export function garwoodLower(events: number, tail: number): number {
  return events === 0 ? 0 : Math.min(events, gammaQuantile(tail, events));
}

/** Exact (Garwood) upper edge of a count: the mean at which so many events or fewer have this probability. */
export function garwoodUpper(events: number, tail: number): number {
  return Math.max(events, gammaQuantileUpper(tail, events + 1));
}

/** Byar's lower edge; negative where the approximation has no answer (hardly any events, very wide intervals). */
export function byarLower(events: number, z: number): number {
  if (events === 0) return Number.NEGATIVE_INFINITY;
  return events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events)));
}

/** Byar's upper edge. Both: Breslow & Day (1987), vol. II, p. 69. */
export function byarUpper(events: number, z: number): number {
  const next = events + 1;
  return next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)));
}

const cube = (value: number) => value * value * value;
