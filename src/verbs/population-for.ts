import type { Population } from "../model/region.ts";

export interface PopulationChoice {
  /** How many years the population may lie away; default 1. */
  readonly tolerance?: number;
  /** Only populations of this basis (`census`, `resident_year_end`, `registered`); default: residents before registered. */
  readonly basis?: string;
}

/** The population of a year: the nearest one within reach; residents before registered, then the earlier of equals. */
export function populationFor(
  populations: readonly Population[],
  year: number,
  { tolerance = 1, basis }: PopulationChoice,
): Population | null {
  let best: Population | null = null;
  for (const one of populations) {
    if (Math.abs(one.year - year) > tolerance || (basis !== undefined && one.basis !== basis)) continue;
    if (best === null || comesBefore(one, best, year)) best = one;
  }
  return best;
}

function comesBefore(a: Population, b: Population, year: number): boolean {
  const registered = a.basis === "registered";
  if (registered !== (b.basis === "registered")) return !registered;
  const nearer = Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year;
  return nearer < 0 || (nearer === 0 && a.basis < b.basis);
}
