import { createHash } from "node:crypto";
import { appendFile, rename, writeFile } from "node:fs/promises";
import { type WriteFile, writeFolder } from "../export/write-folder.node.ts";
import { type Finding, finding, type Severity } from "../model/finding.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import { reportCells } from "./extract-cells.ts";
import { DECISIONS_FILE, type Decision } from "./extract-decisions.ts";
import { houseTables } from "./extract-house.node.ts";
import type { ReportJob } from "./extract-job.ts";
import type { Journal } from "./extract-journal.node.ts";
import { regionRows } from "./extract-regions.ts";
import { addReport, NOTHING, predictionLines, sourceRow } from "./extract-report-rows.ts";
import { EXTRACT_TABLES, type ExtractTable, resourceOf, tableWriter } from "./extract-tables.ts";
import { findingRecords } from "./finding-records.ts";

/** What one report gave. */
export interface ReportAccount {
  readonly id: string;
  readonly file: string;
  readonly ok: boolean;
  readonly region: string | null;
  readonly year: number | null;
  readonly observations: number;
  readonly statements: number;
  readonly needs_review: number;
  readonly set_aside: number;
}

export interface PackageAccount {
  readonly reports: readonly ReportAccount[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** The first findings on files and folders; all stand in findings.csv. */
  readonly findings: readonly Finding[];
  readonly files: readonly string[];
}

export interface WriteReportsOptions {
  readonly jobs: readonly ReportJob[];
  readonly journal: Journal;
  readonly index: RegionIndex;
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Found before reports were read. */
  readonly findings: readonly Finding[];
  /** A file for predictions, or none. */
  readonly predictions?: string | undefined;
  readonly onReport: (done: number, id: string) => void;
}

/** Findings on single figures are many and stand in the tables. */
const OF_FIGURES = new Set(["figure.doubtful", "place.unmatched"]);
const MOST_SHOWN = 200;
const TITLE = "从报告读出的观测值及其原文依据 / Observations read from reports, with their evidence";

/**
 * Writes what was read as a data package, one report after the other in the order of the jobs.
 *
 * @remarks
 * Memory holds one report and the names of all. The folder appears whole or not at all, and decisions stay in it. The
 * same text for the same region and year counts once.
 *
 * @throws {@link ComparandaError} `folder.occupied`
 */
export async function writeReports(target: string, options: WriteReportsOptions): Promise<PackageAccount> {
  const { predictions } = options;
  const partial = predictions === undefined ? null : `${predictions}.partial`;
  if (partial !== null) await writeFile(partial, "");
  const account: Account = { reports: [], counts: { error: 0, warning: 0, note: 0 }, findings: [] };
  const fill = (write: WriteFile, append: WriteFile) => fillFolder(options, account, partial, write, append);
  const files = await writeFolder(target, fill, { keep: [DECISIONS_FILE] });
  if (partial !== null) await rename(partial, predictions as string);
  return { ...account, files };
}

interface Account {
  readonly reports: ReportAccount[];
  readonly counts: Record<Severity, number>;
  readonly findings: Finding[];
}

async function fillFolder(
  { jobs, journal, index, decisions, findings, onReport }: WriteReportsOptions,
  account: Account,
  partial: string | null,
  write: WriteFile,
  append: WriteFile,
): Promise<void> {
  const house = await houseTables();
  const tables = tableWriter(append);
  const regions = new Map<string, string | null>();
  const firsts = new Map<string, string>();
  const met = new Set<string>();
  const note = async (found: Finding) => {
    account.counts[found.severity] += 1;
    if (!OF_FIGURES.has(found.code) && account.findings.length < MOST_SHOWN) account.findings.push(found);
    for (const row of findingRecords([found])) await tables.add("findings", row);
  };
  for (const found of findings) await note(found);
  for (const [done, job] of jobs.entries()) {
    onReport(done, job.id);
    const record = await journal.read(job.key);
    const { ok, region, year, text } = record;
    const cells = reportCells(job.id, record.extraction, decisions, { region, unitOf: (id) => house.units.get(id) });
    const found = [...record.findings, ...record.extraction.findings];
    for (const cell of cells) {
      if (cell.decision !== null) met.add(cell.cell);
      if (cell.region !== null && !regions.has(cell.region)) regions.set(cell.region, null);
      if (cell.reason === "place_unknown")
        found.push(finding("note", "place.unmatched", { place: cell.place ?? "" }, { evidence: cell.as_written }));
    }
    if (region !== null) regions.set(region, job.known.level);
    if (partial !== null) await appendFile(partial, predictionLines(job.name, cells));
    const digest = createHash("sha256").update(text).digest("hex");
    const first = ok ? firsts.get(`${digest} ${region} ${year}`) : undefined;
    if (first !== undefined) found.push(finding("warning", "report.duplicate", { first }));
    if (ok) {
      firsts.set(`${digest} ${region} ${year}`, first ?? job.id);
      await write(`reports/${job.id}.txt`, text);
      await tables.add("sources", sourceRow(job, record, digest));
    }
    const counted = first === undefined ? await addReport(tables, job, record, cells, house.units) : NOTHING;
    for (const one of found) await note({ ...one, file: job.file });
    account.reports.push({ id: job.id, file: job.file, ok, region, year, ...counted });
  }
  for (const [cell, { action }] of decisions) {
    if (!met.has(cell)) await note(finding("warning", "decision.orphaned", { cell, action }, { file: DECISIONS_FILE }));
  }
  const found = regionRows(regions, index);
  for (const row of found.rows) await tables.add("regions", row);
  for (const one of found.findings) await note(one);
  await tables.finish();
  for (const [name, content] of house.files) await write(name, content);
  const own = Object.keys(EXTRACT_TABLES).map((name) => resourceOf(name as ExtractTable));
  const descriptor = { profile: "tabular-data-package", name: "reports", title: TITLE };
  const resources = [...own, ...house.resources];
  await write("datapackage.json", `${JSON.stringify({ ...descriptor, resources }, null, 1)}\n`);
}
