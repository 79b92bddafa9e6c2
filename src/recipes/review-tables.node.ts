import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ComparandaError } from "../model/errors.ts";
import type { Language } from "../model/messages/message.ts";
import { type Row, rowsOf } from "../model/table.ts";
import { readResource } from "../read/resource.ts";
import type { ReviewCell, ReviewOverview } from "../review/review-types.ts";
import { EXTRACT_TABLES } from "./extract-tables.ts";

/** A package of reports as the page needs it. */
export interface ReviewTables {
  readonly stamp: string;
  readonly sources: ReadonlyMap<string, Row>;
  readonly regions: ReadonlyMap<string, string>;
  readonly indicators: ReviewOverview["indicators"];
  readonly cells: ReadonlyMap<string, readonly ReviewCell[]>;
  readonly byName: ReadonlyMap<string, ReviewCell>;
  readonly aside: ReadonlyMap<string, readonly Row[]>;
}

/** Figures for review, then those that others contradict, then the rest; the least sure first in each. */
export const doubtOf = ({ standsIn, audit, confidence }: ReviewCell) => {
  const group =
    standsIn === "needs_review" ? 0 : standsIn === "set_aside" ? 3 : audit?.verdict === "contradicted" ? 1 : 2;
  return group + (confidence ?? 1);
};

/** Changes when the package is written anew. */
export const reviewStamp = async (folder: string) => {
  const { mtimeMs, ino } = await stat(join(folder, "evidence.csv"));
  return `${mtimeMs} ${ino}`;
};

/**
 * Reads what the page shows from a package of reports.
 *
 * @throws {@link ComparandaError} `file.missing` where the folder holds no package of reports
 */
export async function reviewTables(folder: string, language: Language): Promise<ReviewTables> {
  const read = async (name: string, kinds: Parameters<typeof readResource>[1]["kinds"]) => {
    const path = join(folder, `${name}.csv`);
    const text = await readFile(path, "utf8").catch((cause: unknown) => {
      throw new ComparandaError(
        "file.missing",
        { verb: "review", path, expected: "a folder that extract has written" },
        { cause },
      );
    });
    return rowsOf(readResource([{ file: `${name}.csv`, text }], { kinds, sets: {}, required: [] }).table);
  };
  const evidence = await read("evidence", EXTRACT_TABLES.evidence);
  const sources = await read("sources", EXTRACT_TABLES.sources);
  const regions = await read("regions", EXTRACT_TABLES.regions);
  // Figures that were set aside stand among the evidence.
  const loose = (await read("set_aside", EXTRACT_TABLES.set_aside)).filter((row) => row.cell === null);
  const indicators = await read("indicators", {});
  // A gap has no value, so there is nothing to decide.
  const stated = evidence.filter((row) => row.value !== null);
  const audited = new Map((await read("audit", EXTRACT_TABLES.audit)).map((row) => [row.cell, row]));
  const cells = stated.map((row) => cellOf(row, audited.get(row.cell)));
  const bySource = grouped(stated, cells);
  for (const list of bySource.values()) list.sort((a, b) => doubtOf(a) - doubtOf(b) || a.start - b.start);
  return {
    stamp: await reviewStamp(folder),
    sources: new Map(sources.map((row) => [String(row.source), row])),
    regions: new Map(regions.map((row) => [String(row.region), String(row.name)])),
    indicators: indicators.map((row) => ({
      id: String(row.indicator),
      name: String(row[language === "en" ? "name_en" : "name_zh"] ?? row.indicator),
      unit: String(row.unit ?? ""),
      unitName: String(row[language === "en" ? "unit" : "unit_zh"] ?? ""),
    })),
    cells: bySource,
    byName: new Map(cells.map((cell) => [cell.cell, cell])),
    aside: grouped(loose, loose),
  };
}

function grouped<T>(rows: readonly Row[], values: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  rows.forEach((row, i) => {
    const key = String(row.source);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [values[i] as T]);
    else group.push(values[i] as T);
  });
  return groups;
}

function cellOf(row: Row, audit: Row | undefined): ReviewCell {
  const text = (name: string) => (row[name] ?? null) as string | null;
  const number = (name: string) => (row[name] ?? null) as number | null;
  return {
    cell: text("cell") ?? "",
    standsIn: text("stands_in") ?? "",
    reason: text("reason"),
    start: number("start") ?? 0,
    end: number("end") ?? 0,
    asWritten: text("as_written") ?? "",
    context: text("context"),
    section: text("section"),
    rule: text("rule"),
    confidence: number("confidence"),
    audit: audit === undefined ? null : { verdict: String(audit.verdict), reckoning: audit.reckoning as string | null },
    place: text("place"),
    unit: text("unit") ?? "",
    fields: {
      indicator: text("indicator") ?? "",
      value: number("value") ?? 0,
      year: number("year"),
      region: text("region"),
      body: text("body"),
      kind: text("kind") ?? "observation",
      qualifier: text("qualifier") ?? "exact",
    },
    decision: null,
  };
}
