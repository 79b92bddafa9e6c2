import type { Panel } from "../model/panel.ts";
import { numbersOf, settled, textsOf } from "../model/table.ts";
import type { BriefingPlan, PlannedFigure } from "./plan.ts";

/** Regions below which nothing is ranked, points below which no line is drawn. */
const LEAST_REGIONS = 3;
const LEAST_YEARS = 3;
const MOST_FIGURES = 6;
const MOST_LINES = 6;

/** Which regions report an indicator of one body, by level and year; and in which years, by region. */
interface Coverage {
  readonly indicator: string;
  /** Empty where the figures name none. */
  readonly body: string;
  readonly byCell: Map<string, Set<string>>;
  readonly byRegion: Map<string, Set<number>>;
}

function coverageOf(panel: Panel): Coverage[] {
  const table = settled(panel.observations);
  const text = (name: string) => textsOf(table, name);
  const [indicators, regions, kinds, bodies] = [text("indicator"), text("region"), text("kind"), text("body")];
  const [years, values] = [numbersOf(table, "year"), numbersOf(table, "value")];
  const found = new Map<string, Coverage>();
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i]) || (kinds[i] !== "observation" && kinds[i] !== "derived")) continue;
    const [indicator, body] = [indicators[i] ?? "", bodies[i] ?? ""];
    const [region, year] = [regions[i] ?? "", years[i] as number];
    const key = `${indicator}|${body}`;
    const one = found.get(key) ?? { indicator, body, byCell: new Map(), byRegion: new Map() };
    found.set(key, one);
    const cell = `${panel.regions.get(region)?.level ?? ""}|${year}`;
    one.byCell.set(cell, (one.byCell.get(cell) ?? new Set()).add(region));
    one.byRegion.set(region, (one.byRegion.get(region) ?? new Set()).add(year));
  }
  return [...found.values()];
}

const name = (...parts: (string | number)[]) =>
  parts
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** The level and year with most regions, the later of equals. */
function best({ byCell }: Coverage): { level: string; year: number; regions: ReadonlySet<string> } | null {
  const cells = [...byCell].map(([cell, regions]) => {
    const [level = "", year] = cell.split("|");
    return { level, year: Number(year), regions };
  });
  return cells.sort((a, b) => b.regions.size - a.regions.size || b.year - a.year)[0] ?? null;
}

/** Counts are divided by population where nearly every region has one within a year. */
function perPopulation(panel: Panel, indicator: string, regions: ReadonlySet<string>, year: number): boolean {
  if (!["count", "amount", "stock"].includes(panel.indicators.get(indicator)?.kind ?? "")) return false;
  const near = [...regions].filter((code) =>
    panel.regions.get(code)?.population.some((one) => Math.abs(one.year - year) <= 1),
  );
  return near.length >= 0.9 * regions.size;
}

/** One of each indicator, the first, since figures of two bodies do not compare. */
function firstOfEach<T extends { readonly indicator: string }>(candidates: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const one of candidates) if (!first.has(one.indicator)) first.set(one.indicator, one);
  return [...first.values()].slice(0, MOST_FIGURES);
}

function rankings(panel: Panel, coverage: readonly Coverage[]): PlannedFigure[] {
  const candidates = coverage.flatMap((one) => {
    const cell = best(one);
    return cell !== null && cell.regions.size >= LEAST_REGIONS
      ? [{ indicator: one.indicator, body: one.body, ...cell }]
      : [];
  });
  candidates.sort((a, b) => b.regions.size - a.regions.size);
  return firstOfEach(candidates).map(({ indicator, body, level, year, regions }) => ({
    id: name("ranking", indicator, year, level),
    chart: "rankedDots",
    indicator,
    ...(body !== "" && { body }),
    year,
    ...(level === "" ? { regions: [...regions] } : { level }),
    ...(perPopulation(panel, indicator, regions, year) && { per: 100_000 }),
  }));
}

function trends(coverage: readonly Coverage[]): PlannedFigure[] {
  const candidates = coverage.flatMap(({ indicator, body, byRegion }) => {
    const long = [...byRegion].filter(([, years]) => years.size >= LEAST_YEARS).sort((a, b) => b[1].size - a[1].size);
    return long.length === 0 ? [] : [{ indicator, body, regions: long.slice(0, MOST_LINES).map(([region]) => region) }];
  });
  candidates.sort((a, b) => b.regions.length - a.regions.length);
  return firstOfEach(candidates).map(({ indicator, body, regions }) => ({
    id: name("trend", indicator),
    chart: "trendLines",
    indicator,
    ...(body !== "" && { body }),
    regions,
  }));
}

/**
 * What a briefing shows where nobody planned one: rankings of the indicators most regions report, lines of those with the
 * longest series.
 *
 * @returns a plan, or null where no indicator has three regions in a year or three years in a region
 */
export function defaultPlan(panel: Panel): BriefingPlan | null {
  const coverage = coverageOf(panel);
  const figures = [...rankings(panel, coverage), ...trends(coverage)];
  if (figures.length === 0) return null;
  return { title: { "zh-CN": "地区比较", en: "Regions compared" }, figures };
}
