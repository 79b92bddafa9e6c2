import { ComparandaError } from "../model/errors.ts";
import { finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { Population, Region } from "../model/region.ts";
import { type ColumnKind, type ColumnTable, fromRows } from "../model/table.ts";
import { withFindings } from "../model/table-findings.ts";
import { nearestBy } from "./nearest-by.ts";
import type { Found, PeerRule } from "./peer-rule.ts";
import { type PopulationChoice, populationFor } from "./population-for.ts";
import { resolveRegion } from "./resolve.ts";

export type PeersOptions = PeerRule & {
  /** Code or name of the region whose peers are looked for. */
  readonly region: string;
};

/** Columns of a table of peers, nearest first. */
export const PEER_COLUMNS = {
  region: "string",
  name: "string",
  name_en: "string",
  level: "string",
  parent: "string",
  place: "integer",
  rule: "string",
  population: "number",
  population_year: "integer",
  basis: "string",
  population_ratio: "number",
  distance: "number",
  n_used: "integer",
  n_missing: "integer",
  flags: "string",
} as const satisfies Record<string, ColumnKind>;

/**
 * Which other regions is a region fairly compared with?
 *
 * @remarks
 * Unit: `population_ratio` is the larger over the smaller population, `distance` is in standard deviations (Euclidean over
 * z-scores of the regions that have all indicators). Missing: a candidate without a population, or without one of the
 * indicators, is no peer and counts in `n_missing`. A region is never its own peer. Fewer peers than `k`, or none at all, are
 * found as `peers.few`.
 *
 * @returns one row per peer with the columns of {@link PEER_COLUMNS}: nearest first, equals and lists in the order of the
 * region table and of the list
 * @throws {@link ComparandaError} `region.unknown`, `region.ambiguous`, `indicator.unknown`, `number.invalid`,
 * `selection.empty` where an indicator has no figure at all that year
 */
export function peers(panel: Panel, options: PeersOptions): ColumnTable {
  const region = resolveRegion(panel, options.region, "peers");
  const found = byRule(panel, region, options);
  const wanted = options.by === "nearest" ? options.k : 1;
  const findings = [...(found.findings ?? [])];
  if (found.peers.length < wanted) {
    findings.push(finding("warning", "peers.few", { wanted, found: found.peers.length }, { region: region.code }));
  }
  const flags = findings.length === 0 ? null : [...new Set(findings.map((one) => one.code))].join(" ");
  const rows = found.peers.map(({ region: one, population, population_ratio, distance }, i) => ({
    region: one.code,
    name: one.name,
    name_en: one.name_en ?? one.name,
    level: one.level,
    parent: one.parent,
    place: i + 1,
    rule: options.by,
    population: population?.value ?? null,
    population_year: population?.year ?? null,
    basis: population?.basis ?? null,
    population_ratio: population_ratio ?? null,
    distance: distance ?? null,
    n_used: found.peers.length,
    n_missing: found.missing,
    flags,
  }));
  return withFindings(fromRows(rows, PEER_COLUMNS), findings);
}

function byRule(panel: Panel, region: Region, rule: PeerRule): Found {
  const alike = [...panel.regions.values()].filter((one) => one.level === region.level && one.code !== region.code);
  switch (rule.by) {
    case "sameParent": {
      const siblings = region.parent === null ? [] : alike.filter((one) => one.parent === region.parent);
      return { peers: siblings.map((one) => ({ region: one })), missing: 0 };
    }
    case "similarPopulation":
      return similar(region, alike, rule);
    case "nearest":
      return nearestBy(panel, region, alike, rule);
    case "list": {
      const listed = rule.regions.map((name) => resolveRegion(panel, name, "peers"));
      const others = [...new Set(listed)].filter((one) => one.code !== region.code);
      return { peers: others.map((one) => ({ region: one })), missing: 0 };
    }
  }
}

/** The population that stands for a region: of the year asked for, otherwise its latest one. */
function populationOf(region: Region, year: number | undefined, choice: PopulationChoice): Population | null {
  const latest = Math.max(...region.population.map((one) => one.year));
  return region.population.length === 0 ? null : populationFor(region.population, year ?? latest, choice);
}

function similar(
  region: Region,
  alike: readonly Region[],
  rule: Extract<PeerRule, { by: "similarPopulation" }>,
): Found {
  const { ratio = 1.5, year } = rule;
  if (!(ratio >= 1)) {
    const facts = { verb: "peers", argument: "ratio", got: String(ratio), expected: "a number of at least 1" };
    throw new ComparandaError("number.invalid", facts);
  }
  const own = populationOf(region, year, rule);
  if (own === null) {
    const facts = { year: year ?? 0, tolerance: rule.tolerance ?? 1, nearest: null };
    const found = year === undefined ? [] : [finding("warning", "population.missing", facts, { region: region.code })];
    return { peers: [], missing: alike.length, findings: found };
  }
  const measured = alike.flatMap((one) => {
    const population = populationOf(one, year ?? own.year, rule);
    if (population === null || population.value <= 0) return [];
    const [less, more] = [own.value, population.value].sort((a, b) => a - b) as [number, number];
    return [{ region: one, population, population_ratio: more / less }];
  });
  const peersFound = measured
    .filter((one) => one.population_ratio <= ratio)
    .sort((a, b) => a.population_ratio - b.population_ratio);
  return { peers: peersFound, missing: alike.length - measured.length };
}
