import { ComparandaError } from "../model/errors.ts";
import type { Panel } from "../model/panel.ts";
import type { Region } from "../model/region.ts";
import { rowsOf } from "../model/table.ts";
import { findingsOf } from "../model/table-findings.ts";
import { normalise } from "../stats/normalise.ts";
import { compareRegions } from "./compare-regions.ts";
import type { Found, PeerRule } from "./peer-rule.ts";

type NearestRule = Extract<PeerRule, { by: "nearest" }>;

/** The regions nearest in some indicators, each as a z-score over the regions that have all of them. */
export function nearestBy(panel: Panel, region: Region, alike: readonly Region[], rule: NearestRule): Found {
  const { k, indicators, year } = rule;
  const refuse = (argument: string, got: string, expected: string) =>
    new ComparandaError("number.invalid", { verb: "peers", argument, got, expected });
  if (!(k >= 1 && k % 1 === 0)) throw refuse("k", String(k), "a whole number of at least 1");
  if (indicators.length === 0) throw refuse("indicators", "none", "at least one indicator");
  const candidates = [region, ...alike];
  const columns = indicators.map((indicator) => figures(panel, candidates, indicator, year, rule.per));
  const findings = columns.flatMap((column) => column.findings);
  const complete = candidates.filter(({ code }) => columns.every(({ values }) => values.has(code)));
  const missing = alike.length - complete.filter((one) => one !== region).length;
  if (!complete.includes(region)) return { peers: [], missing, findings };
  const scores = columns.map(({ values }) =>
    // Where all are equal an indicator sets nobody apart.
    normalise(
      complete.map(({ code }) => values.get(code) as number),
      { method: "z_score" },
    ).map((score) => score ?? 0),
  );
  const own = complete.indexOf(region);
  const distance = (i: number) =>
    Math.hypot(...scores.map((column) => (column[i] as number) - (column[own] as number)));
  const measured = complete.map((one, i) => ({ region: one, distance: distance(i) })).filter((_, i) => i !== own);
  return { peers: measured.sort((a, b) => a.distance - b.distance).slice(0, k), missing, findings };
}

function figures(panel: Panel, candidates: readonly Region[], indicator: string, year: number, per?: number) {
  const regions = candidates.map(({ code }) => code);
  const table = compareRegions(panel, { indicator, year, regions, ...(per !== undefined && { per }) }, "peers");
  const known = rowsOf(table).filter((row) => row.value !== null && row.qualifier === "exact");
  return {
    values: new Map(known.map((row) => [row.region as string, row.value as number])),
    findings: findingsOf(table),
  };
}
