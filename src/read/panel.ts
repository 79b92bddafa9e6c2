import type { Finding } from "../model/finding.ts";
import type { Direction, Indicator, IndicatorKind } from "../model/indicator.ts";
import type { Panel } from "../model/panel.ts";
import type { Population, Region } from "../model/region.ts";
import type { SeriesBreak } from "../model/series-break.ts";
import type { Source } from "../model/source.ts";
import { type ColumnTable, type Row, rowsOf } from "../model/table.ts";
import { completeObservations } from "./complete-observations.ts";
import type { ResourceName } from "./data-package.ts";
import { brokenKeys } from "./foreign-keys.ts";

const text = (row: Row, column: string): string | null => (row[column] ?? null) as string | null;
const number = (row: Row, column: string): number | null => (row[column] ?? null) as number | null;

function indicatorOf(row: Row): Indicator {
  const id = text(row, "indicator") ?? "";
  const unit = text(row, "unit") ?? "";
  return {
    id,
    name_zh: text(row, "name_zh") ?? text(row, "name_en") ?? id,
    name_en: text(row, "name_en") ?? text(row, "name_zh") ?? id,
    unit,
    unit_zh: text(row, "unit_zh") ?? unit,
    kind: (text(row, "kind") ?? (unit === "percent" ? "rate" : "count")) as IndicatorKind,
    numerator: text(row, "numerator"),
    denominator: text(row, "denominator"),
    direction: (text(row, "direction") ?? "neutral") as Direction,
    family: text(row, "family") ?? "",
    definition: text(row, "definition") ?? "",
    comparability_note: text(row, "comparability_note"),
    synonyms_zh: (text(row, "synonyms_zh") ?? "").split("|").filter((word) => word !== ""),
  };
}

function populationsOf(table: ColumnTable | undefined): Map<string, Population[]> {
  const populations = new Map<string, Population[]>();
  for (const row of table ? rowsOf(table) : []) {
    const [region, year, value] = [text(row, "region"), number(row, "year"), number(row, "value")];
    if (region === null || year === null || value === null) continue;
    const list = populations.get(region) ?? [];
    list.push({ year, value, basis: text(row, "basis") ?? "", source: text(row, "source") });
    populations.set(region, list);
  }
  return populations;
}

function regionOf(row: Row, populations: ReadonlyMap<string, readonly Population[]>): Region {
  const code = text(row, "region") ?? "";
  return {
    code,
    name: text(row, "name") ?? text(row, "name_en") ?? code,
    name_en: text(row, "name_en"),
    level: text(row, "level") ?? "",
    parent: text(row, "parent"),
    valid_from: number(row, "valid_from"),
    valid_to: number(row, "valid_to"),
    population: populations.get(code) ?? [],
    note: text(row, "note"),
  };
}

const sourceOf = (row: Row): Source => ({
  id: text(row, "source") ?? "",
  title: text(row, "title") ?? text(row, "source") ?? "",
  publisher: text(row, "publisher"),
  published: text(row, "published"),
  url: text(row, "url"),
  note: text(row, "note"),
  definition: text(row, "definition"),
});

const breakOf = (row: Row): SeriesBreak => ({
  indicator: text(row, "indicator"),
  family: text(row, "family"),
  year: number(row, "year") ?? 0,
  reason_zh: text(row, "reason_zh") ?? text(row, "reason_en") ?? "",
  reason_en: text(row, "reason_en") ?? text(row, "reason_zh") ?? "",
});

/**
 * Puts the tables of a package together into a panel.
 *
 * @param tables - typed resources with `file` and `row` columns; `observations` must be there
 * @param findings - what was found while reading them
 * @returns a panel with all rows kept; its findings are those given, then broken keys, then cells that were completed
 */
export function toPanel(
  tables: Readonly<Partial<Record<ResourceName, ColumnTable>> & { observations: ColumnTable }>,
  findings: readonly Finding[],
): Panel {
  const rows = (name: ResourceName): Row[] => (tables[name] ? rowsOf(tables[name]) : []);
  const indicators = new Map(rows("indicators").map((row) => [text(row, "indicator") ?? "", indicatorOf(row)]));
  const populations = populationsOf(tables.population);
  const regions = new Map(rows("regions").map((row) => [text(row, "region") ?? "", regionOf(row, populations)]));
  const completed = completeObservations(tables.observations, indicators);
  return {
    observations: completed.table,
    regions,
    indicators: completed.indicators,
    sources: new Map(rows("sources").map((row) => [text(row, "source") ?? "", sourceOf(row)])),
    breaks: rows("breaks").map(breakOf),
    findings: [...findings, ...brokenKeys(tables), ...completed.findings],
  };
}
