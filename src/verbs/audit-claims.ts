import { type Finding, finding } from "../model/finding.ts";
import type { AuditCell } from "./audit-cell.ts";
import type { AuditCheck } from "./audit-check.ts";
import { auditClaim } from "./audit-claim.ts";
import { type Audited, placeOf } from "./audit-rates.ts";

export interface ClaimDefinitions {
  /** Codes of all regions a claim compares, the claiming one among them; null where the claim does not say. */
  readonly among: (claim: AuditCell) => readonly string[] | null;
  readonly better: (indicator: string) => "higher" | "lower";
}

/**
 * Do the figures at hand bear out that a region is first, or among the first few, of those it names?
 *
 * @remarks
 * Exact figures of the same indicator, year and body count. A claim that regions without a figure could overturn is left
 * alone: one cannot tell.
 */
export function auditClaims(cells: readonly AuditCell[], { among, better }: ClaimDefinitions): Audited {
  const checks: AuditCheck[] = [];
  const findings: Finding[] = [];
  const levels = levelsOf(cells);
  for (const claim of cells) {
    const { kind, region, value: place, row } = claim;
    const regions = kind === "claim" ? among(claim) : null;
    if (region === null || regions?.includes(region) !== true) continue;
    const known = levels.get(keyOf(claim)) ?? new Map<string, number>();
    const direction = better(claim.indicator);
    const verdict = auditClaim(known, { region, place, among: regions, better: direction });
    if (verdict === "cannot tell") continue;
    const own = known.get(region) as number;
    const others = regions.flatMap((other) => (other === region ? [] : (known.get(other) ?? [])));
    const ahead = others.filter((value) => (direction === "higher" ? value > own : value < own)).length;
    const isBorneOut = verdict === "supported";
    const reckoning = `${ahead + 1} ${isBorneOut ? "≤" : ">"} ${place} (${others.length + 1} / ${regions.length})`;
    checks.push({ check: "claim", verdict: isBorneOut ? "proved" : "contradicted", rows: [row], reckoning });
    const facts = { place, ahead, known: others.length + 1, regions: regions.length };
    if (!isBorneOut) findings.push(finding("warning", "claim.unsupported", facts, placeOf(claim)));
  }
  return { checks, findings };
}

const keyOf = ({ indicator, year, period, body }: AuditCell) => [indicator, year, period, body].join("|");

/** Figures that may be claimed about, by region. */
function levelsOf(cells: readonly AuditCell[]): Map<string, Map<string, number>> {
  const levels = new Map<string, Map<string, number>>();
  for (const cell of cells) {
    if (cell.region === null || cell.qualifier !== "exact") continue;
    if (cell.kind !== "observation" && cell.kind !== "derived") continue;
    const key = keyOf(cell);
    const group = levels.get(key) ?? new Map<string, number>();
    levels.set(key, group.set(cell.region, cell.value));
  }
  return levels;
}
