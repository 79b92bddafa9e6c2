import { basename, dirname } from "node:path";
import type { Finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { loadArithmetic } from "../prose/lexicon.node.ts";
import { chinaRegions } from "../registry/china-regions.ts";
import { regionIndex } from "../registry/region-index.ts";
import { audit } from "../verbs/audit.ts";
import { check } from "../verbs/check.ts";
import { claimsOf } from "./claims-of.ts";

const RANK = { error: 0, warning: 1, note: 2 };

/**
 * What is wrong with the figures of a package: each by itself, and all against each other?
 *
 * @remarks
 * The checks of `check`, then the audit: parts against totals, changes against levels, rates by another reckoning, figures
 * quoted again later. How totals are made up comes from `arithmetic.json` in the folder, or else from this package. A rate
 * that fits another reckoning is told as that.
 *
 * @returns findings in order of severity
 * @throws {@link ComparandaError} `file.unreadable` for an `arithmetic.json` that does not hold
 */
export async function checkPackage(panel: Panel, folder: string): Promise<Finding[]> {
  const arithmetic = await loadArithmetic(basename(folder) === "datapackage.json" ? dirname(folder) : folder);
  const indicators = [...panel.indicators.values()];
  const claims = claimsOf(indicators, () => regionIndex(chinaRegions()));
  const { findings } = audit(panel.observations, { indicators, ...arithmetic, claims });
  const redefined = new Set(findings.filter(({ code }) => code === "rate.redefined").map(cellOf));
  const own = check(panel).filter(
    (found) => found.code !== "rate.contradicted" || found.severity === "error" || !redefined.has(cellOf(found)),
  );
  const told = new Set(own.filter(({ code }) => code === "rate.contradicted").map(cellOf));
  const added = findings.filter((found) => found.code !== "rate.contradicted" || !told.has(cellOf(found)));
  return [...own, ...added].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const cellOf = ({ region, year, indicator }: Finding) => `${region}|${year}|${indicator}`;
