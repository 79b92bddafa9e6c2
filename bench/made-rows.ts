import type { Region } from "../src/model/region.ts";
import { type Column, type ColumnTable, DictionaryColumn, NumberColumn, tableOf } from "../src/model/table.ts";
import { randomFrom } from "../src/stats/random.ts";

export interface MadeRows {
  readonly table: ColumnTable;
  readonly regions: ReadonlyMap<string, Region>;
  readonly indicators: readonly string[];
  /** Columns as a CSV text, for engines that read one. */
  readonly csv: () => string;
  readonly populationCsv: () => string;
}

export interface MadeSizes {
  readonly regions: number;
  readonly indicators: number;
  readonly years: number;
}

const named = (prefix: string, length: number) =>
  Array.from({ length }, (_, i) => `${prefix}${String(i).padStart(5, "0")}`);

/** Counts of regions, indicators and years in a random order, seeded: some missing, many tied. */
export function madeRows({ regions, indicators, years }: MadeSizes): MadeRows {
  const random = randomFrom(42);
  const length = regions * indicators * years;
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(random.uniform() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const codes = { region: new Int32Array(length), indicator: new Int32Array(length) };
  const numbers = {
    year: new Float64Array(length),
    numerator: new Float64Array(length),
    denominator: new Float64Array(length),
  };
  order.forEach((cell, row) => {
    codes.region[row] = cell % regions;
    codes.indicator[row] = Math.floor(cell / regions) % indicators;
    numbers.year[row] = 2000 + Math.floor(cell / regions / indicators);
    const denominator = 1 + Math.floor(random.uniform() * 2000);
    numbers.denominator[row] = denominator;
    numbers.numerator[row] = random.uniform() < 0.03 ? Number.NaN : Math.floor(random.uniform() * (denominator + 1));
  });
  const names = { region: named("r", regions), indicator: named("i", indicators) };
  const columns: Record<string, Column> = {
    region: new DictionaryColumn(codes.region, names.region),
    indicator: new DictionaryColumn(codes.indicator, names.indicator),
    year: new NumberColumn(numbers.year),
    numerator: new NumberColumn(numbers.numerator),
    denominator: new NumberColumn(numbers.denominator),
  };
  const people = (region: number, year: number) => 10_000 + ((region * 7919 + year * 104_729) % 900_000);
  const calendar = Array.from({ length: years }, (_, i) => 2000 + i);
  const regionOf = (code: string, i: number): [string, Region] => {
    const population = calendar.map((year) => ({ year, value: people(i, year), basis: "census", source: null }));
    const none = { valid_from: null, valid_to: null, note: null, parent: null, name_en: null };
    return [code, { code, name: code, level: "county", population, ...none }];
  };
  const text = (value: number) => (Number.isNaN(value) ? "" : String(value));
  const line = (row: number) =>
    `${names.region[codes.region[row] as number]},${names.indicator[codes.indicator[row] as number]},${numbers.year[row]},${text(numbers.numerator[row] as number)},${numbers.denominator[row]}`;
  return {
    table: tableOf(columns),
    regions: new Map(names.region.map(regionOf)),
    indicators: names.indicator,
    csv: () => `region,indicator,year,numerator,denominator\n${Array.from(order, (_, row) => line(row)).join("\n")}\n`,
    populationCsv: () =>
      `region,year,population\n${names.region.flatMap((code, i) => calendar.map((year) => `${code},${year},${people(i, year)}`)).join("\n")}\n`,
  };
}
