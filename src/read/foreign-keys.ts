import { type Finding, finding } from "../model/finding.ts";
import type { Column, ColumnTable } from "../model/table.ts";
import { nearest } from "../util/nearest.ts";
import { FOREIGN_KEYS, type ResourceName } from "./data-package.ts";

/**
 * Which keys of a package lead nowhere: regions, indicators and sources that no table lists.
 *
 * @param tables - the resources that were read, with `file` and `row` columns
 * @returns one `key.broken` finding per cell, naming file, row and the nearest known key
 */
export function brokenKeys(tables: Readonly<Partial<Record<ResourceName, ColumnTable>>>): Finding[] {
  const findings: Finding[] = [];
  for (const { from, column, to, key } of FOREIGN_KEYS) {
    const table = tables[from];
    const target = tables[to];
    if (table === undefined || target === undefined) continue;
    const known = new Set(target.column(key) as Column<string | null>);
    const cells = table.column(column) as Column<string | null>;
    const suggestions = new Map<string, string | null>();
    for (let i = 0; i < cells.length; i += 1) {
      const got = cells.at(i);
      if (got === null || known.has(got)) continue;
      if (!suggestions.has(got)) suggestions.set(got, nearest(got, known as Set<string>)[0] ?? null);
      const [file, row] = [String(table.get("file", i)), Number(table.get("row", i))];
      const facts = { file, row, column, got, resource: to, suggestion: suggestions.get(got) ?? null };
      findings.push(finding("error", "key.broken", facts, { file, row, evidence: got }));
    }
  }
  return findings;
}
