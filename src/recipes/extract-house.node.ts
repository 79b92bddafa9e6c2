import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Indicator, IndicatorKind } from "../model/indicator.ts";
import { rowsOf } from "../model/table.ts";
import type { IndicatorRules } from "../prose/lexicon.ts";
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

/** Indicators that a lexicon brings along. */
export type AddedIndicators = readonly Pick<IndicatorRules, "id" | "family" | "unit" | "about">[];

/** Reads the tables that hold for every report, with a row more for every indicator that only the lexicon knows. */
export async function houseTables(lexicon: AddedIndicators): Promise<HouseTables> {
  const descriptor = JSON.parse(await readFile(`${HOUSE}datapackage.json`, "utf8")) as {
    resources: { name: string; path: string }[];
  };
  const resources = descriptor.resources.filter(({ name }) => SHARED.includes(name));
  const files = await Promise.all(
    resources.map(async ({ path }) => {
      const text = await readFile(`${HOUSE}${path}`, "utf8");
      return [path, path === "indicators.csv" ? withAdded(text, lexicon) : text] as const;
    }),
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

function withAdded(table: string, lexicon: AddedIndicators): string {
  const [header = ""] = table.split("\n", 1);
  const columns = header.trim().split(",");
  const known = new Set(table.split("\n").map((line) => line.split(",", 1)[0]));
  const rows = lexicon
    .filter(({ id }) => !known.has(id))
    .map(({ id, family, unit, about }) => {
      const told = { name_zh: id, name_en: id, unit_zh: unit, kind: kindOf(unit), direction: "neutral", ...about };
      const row: Readonly<Record<string, string | undefined>> = {
        ...told,
        indicator: id,
        family,
        unit,
        origin: "lexicon",
      };
      return columns.map((name) => quoted(row[name] ?? "")).join(",");
    });
  return rows.length === 0 ? table : `${table.trimEnd()}\n${rows.join("\n")}\n`;
}

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** What a lexicon that says nothing else counts by this unit. */
function kindOf(unit: string): IndicatorKind {
  if (unit === "percent") return "rate";
  if (unit === "yuan") return "amount";
  return unit === "rank" || unit === "ratio" ? unit : "count";
}
