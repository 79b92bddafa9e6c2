import { appendFile, rename, writeFile } from "node:fs/promises";
import { type WriteFile, writeFolder } from "../export/write-folder.node.ts";
import type { Finding } from "../model/finding.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import type { AuditOptions } from "../verbs/audit.ts";
import { claimsOf } from "./claims-of.ts";
import { DECISIONS_FILE, type Decision } from "./extract-decisions.ts";
import { type AddedIndicators, houseTables } from "./extract-house.node.ts";
import type { ReportJob, ReportRecord } from "./extract-job.ts";
import type { Journal } from "./extract-journal.node.ts";
import { type Account, Ledger } from "./extract-ledger.node.ts";
import { EXTRACT_TABLES, type ExtractTable, resourceOf, tableWriter } from "./extract-tables.ts";

export interface PackageAccount extends Readonly<Account> {
  readonly files: readonly string[];
}

export interface WriteReportsOptions {
  readonly jobs: readonly ReportJob[];
  readonly journal: Journal;
  readonly index: RegionIndex;
  /** How totals and rates are made up, for the audit, and the indicators that only the lexicon knows. */
  readonly lexicon: Required<Pick<AuditOptions, "sums" | "rates">> & { readonly indicators: AddedIndicators };
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Found before reports were read. */
  readonly findings: readonly Finding[];
  /** A file for predictions, or none. */
  readonly predictions?: string | undefined;
  readonly onReport: (done: number, id: string) => void;
}

/** Reports whose texts are read and written side by side. */
const AT_ONCE = 16;
const NO_VERDICTS = { contradicted: 0, proved: 0, consistent: 0, alone: 0 };
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
  const account: Account = { reports: [], counts: { error: 0, warning: 0, note: 0 }, findings: [], audit: NO_VERDICTS };
  const fill = (write: WriteFile, append: WriteFile) => fillFolder(options, account, partial, write, append);
  const files = await writeFolder(target, fill, { keep: [DECISIONS_FILE] });
  if (partial !== null) await rename(partial, predictions as string);
  return { ...account, files };
}

async function fillFolder(
  { jobs, journal, index, lexicon, decisions, findings, onReport }: WriteReportsOptions,
  account: Account,
  partial: string | null,
  write: WriteFile,
  append: WriteFile,
): Promise<void> {
  const house = await houseTables(lexicon.indicators);
  const tables = tableWriter(append);
  const ledger = new Ledger(tables, account, house.units, decisions);
  for (const found of findings) ledger.note(found);
  for (let from = 0; from < jobs.length; from += AT_ONCE) {
    const some = jobs.slice(from, from + AT_ONCE);
    const records = await Promise.all(some.map(({ key }) => journal.read(key)));
    const read = some.map((job, i) => [job, records[i] as ReportRecord] as const).filter(([, { ok }]) => ok);
    await Promise.all(read.map(([{ id }, { text }]) => write(`reports/${id}.txt`, text)));
    const lines = some.map((job, i) => ledger.add(job, records[i] as ReportRecord));
    if (partial !== null) await appendFile(partial, lines.join(""));
    await tables.relieve();
    onReport(from + some.length, some.at(-1)?.id ?? "");
  }
  const { sums, rates } = lexicon;
  ledger.close(index, { indicators: house.indicators, sums, rates, claims: claimsOf(house.indicators, () => index) });
  await tables.finish();
  for (const [name, content] of house.files) await write(name, content);
  const own = Object.keys(EXTRACT_TABLES).map((name) => resourceOf(name as ExtractTable));
  const descriptor = { profile: "tabular-data-package", name: "reports", title: TITLE };
  const resources = [...own, ...house.resources];
  await write("datapackage.json", `${JSON.stringify({ ...descriptor, resources }, null, 1)}\n`);
}
