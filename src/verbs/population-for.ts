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
  const distance = (one: Population) => Math.abs(one.year - year);
  const registered = (one: Population) => Number(one.basis === "registered");
  const order = (a: Population, b: Population) =>
    registered(a) - registered(b) || distance(a) - distance(b) || a.year - b.year || (a.basis < b.basis ? -1 : 1);
  const fitting = populations.filter(
    (one) => distance(one) <= tolerance && (basis === undefined || one.basis === basis),
  );
  return fitting.sort(order)[0] ?? null;
}
