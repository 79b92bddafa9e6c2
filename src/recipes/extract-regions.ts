import { type Finding, finding } from "../model/finding.ts";
import type { RegionIndex } from "../registry/region-index.ts";

/**
 * Which rows has the table of regions, for the regions met and what they lie in?
 *
 * @param met - codes, with the level a manifest gives where it gives one
 * @returns rows in the order of their codes; a code the region set lacks stands for itself, with a finding
 */
export function regionRows(
  met: ReadonlyMap<string, string | null>,
  index: RegionIndex,
): { rows: object[]; findings: Finding[] } {
  const wanted = new Map(met);
  for (const code of met.keys()) {
    for (let up = index.place(code)?.parent ?? null; up !== null; up = index.place(up)?.parent ?? null) {
      if (!wanted.has(up)) wanted.set(up, null);
    }
  }
  const findings: Finding[] = [];
  const rows = [...wanted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, level]) => {
      const place = index.place(code);
      if (place !== null) return { ...place, region: code };
      const facts = { file: "regions.csv", got: code, suggestions: [] };
      findings.push(finding("warning", "region.unmatched", facts, { region: code, file: "regions.csv" }));
      return { region: code, name: code, level };
    });
  return { rows, findings };
}
