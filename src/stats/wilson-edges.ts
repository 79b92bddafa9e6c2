/** Lower Wilson edge without the textbook's subtraction, which loses digits for few events; 0 exactly for 0 events. */
export function wilsonLower(events: number, population: number, z: number): number {
  const edge = (2 * events * events) / (population * (2 * events + spread(events, population, z)));
  return Math.min(edge, events / population);
}

/** Upper Wilson edge, never below the rate nor above 1. */
export function wilsonUpper(events: number, population: number, z: number): number {
  const edge = (2 * events + spread(events, population, z)) / (2 * (population + z * z));
  return Math.min(1, Math.max(edge, events / population));
}

function spread(events: number, population: number, z: number): number {
  return z * z + z * Math.sqrt(z * z + 4 * events * (1 - events / population));
}
