import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Indicator } from "../model/indicator.ts";
import { rowsOf } from "../model/table.ts";
import { RESOURCES } from "../read/data-package.ts";
import { readResource } from "../read/resource.ts";

/** What every package of reports takes from this one: indicators and breaks of series. */
export interface HouseTables {
  /** Their entries in the descriptor. */
  readonly resources: readonly object[];
  /** Name and text of their files. */
  readonly files: readonly (readonly [name: string, text: string])[];
  /** Unit of each indicator. */
  readonly units: ReadonlyMap<string, string>;
  /** What rates are made of. */
  readonly indicators: readonly Pick<Indicator, "id" | "numerator" | "denominator" | "direction">[];
}

const HOUSE = fileURLToPath(new URL("../../data/", import.meta.url));
const SHARED = ["indicators", "breaks"];

/** Reads the tables that hold for every report, as they are. */
export async function houseTables(): Promise<HouseTables> {
  const descriptor = JSON.parse(await readFile(`${HOUSE}datapackage.json`, "utf8")) as {
    resources: { name: string; path: string }[];
  };
  const resources = descriptor.resources.filter(({ name }) => SHARED.includes(name));
  const files = await Promise.all(
    resources.map(async ({ path }) => [path, await readFile(`${HOUSE}${path}`, "utf8")] as const),
  );
  const indicators = files.filter(([file]) => file === "indicators.csv").map(([file, text]) => ({ file, text }));
  const { table } = readResource(indicators, RESOURCES.indicators);
  const rows = rowsOf(table);
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    resources,
    files,
    units: new Map(rows.map((row) => [String(row.indicator), String(row.unit)])),
    indicators: rows.map((row) => ({
      id: String(row.indicator),
      numerator: text(row.numerator),
      denominator: text(row.denominator),
      direction: (text(row.direction) ?? "neutral") as Indicator["direction"],
    })),
  };
}
