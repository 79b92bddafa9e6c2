import type { Population, Region } from "../model/region.ts";
import type { DictionaryColumn } from "../model/table.ts";
import { type PopulationChoice, populationFor } from "./population-for.ts";

/** The population of every region and year that has been asked for, each looked for once. */
export class PopulationMatrix {
  private readonly known = new Map<string, Map<number, Population | null>>();

  constructor(
    private readonly regions: ReadonlyMap<string, Region>,
    private readonly choice: PopulationChoice,
  ) {}

  /** The population to divide a figure of this region and year by; null where none is near enough. */
  at(region: string, year: number): Population | null {
    let years = this.known.get(region);
    if (years === undefined) {
      years = new Map();
      this.known.set(region, years);
    }
    let population = years.get(year);
    if (population === undefined) {
      population = this.find(region, year);
      years.set(year, population);
    }
    return population;
  }

  private find(region: string, year: number): Population | null {
    return populationFor(this.regions.get(region)?.population ?? [], year, this.choice);
  }

  /** The population of each row of a table, NaN where there is none. */
  column(regions: DictionaryColumn, years: Float64Array): Float64Array {
    const result = new Float64Array(years.length).fill(Number.NaN);
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < years.length; row += 1) {
      const year = years[row] as number;
      if (year < first) first = year;
      if (year > last) last = year;
    }
    const width = last - first + 1;
    // One entry per region and calendar year, filled when it is first met; 0 is no population anybody has.
    const cells = new Float64Array(Math.max(0, width * regions.values.length) || 0);
    for (let row = 0; row < years.length; row += 1) {
      const code = regions.codes[row] as number;
      const year = years[row] as number;
      if (code === -1 || Number.isNaN(year)) continue;
      const cell = code * width + year - first;
      if (cells[cell] === 0) cells[cell] = this.find(regions.values[code] as string, year)?.value ?? Number.NaN;
      result[row] = cells[cell] as number;
    }
    return result;
  }
}
