import { createHash } from "node:crypto";
import { type Finding, finding, type Severity } from "../model/finding.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import type { AuditOptions } from "../verbs/audit.ts";
import type { Verdict } from "../verbs/audit-check.ts";
import { AuditBook } from "./extract-audit.ts";
import { type ReportCell, reportCells } from "./extract-cells.ts";
import { DECISIONS_FILE, type Decision } from "./extract-decisions.ts";
import type { ReportJob, ReportRecord } from "./extract-job.ts";
import { regionRows } from "./extract-regions.ts";
import { addReport, NOTHING, predictionLines, sourceRow } from "./extract-report-rows.ts";
import type { TableWriter } from "./extract-tables.ts";
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

/** What all reports gave. */
export interface Account {
  readonly reports: ReportAccount[];
  readonly counts: Record<Severity, number>;
  /** How many of the figures that stand are borne out by others. */
  audit: Record<Verdict, number>;
  /** The first findings on files and folders; all stand in findings.csv. */
  readonly findings: Finding[];
}

/** Findings on single figures are many and stand in the tables. */
const OF_FIGURES = new Set(["figure.doubtful", "place.unmatched"]);
const MOST_SHOWN = 200;

/** Puts reports into the tables one after the other, and keeps what is only known when all are there. */
export class Ledger {
  /** Regions met, with the level a manifest gives. */
  private readonly regions = new Map<string, string | null>();
  /** The first report of each text, region and year. */
  private readonly firsts = new Map<string, string>();
  private readonly applied = new Set<string>();
  private readonly book = new AuditBook();

  constructor(
    private readonly tables: TableWriter,
    private readonly account: Account,
    private readonly units: ReadonlyMap<string, string>,
    private readonly decisions: ReadonlyMap<string, Decision>,
  ) {}

  note(found: Finding): void {
    const { counts, findings } = this.account;
    counts[found.severity] += 1;
    if (!OF_FIGURES.has(found.code) && findings.length < MOST_SHOWN) findings.push(found);
    for (const row of findingRecords([found])) this.tables.add("findings", row);
  }

  /** Adds a report; returns its predictions, one a line. */
  add(job: ReportJob, record: ReportRecord): string {
    const { ok, region, year, text, extraction } = record;
    const { id, file, name, known } = job;
    const cells = reportCells(id, extraction, this.decisions, { region, unitOf: (one) => this.units.get(one) });
    const findings = [...record.findings, ...extraction.findings, ...this.meet(cells)];
    if (region !== null) this.regions.set(region, known.level);
    const digest = createHash("sha256").update(text).digest("hex");
    const first = ok ? this.firstOf(`${digest} ${region} ${year}`, id) : id;
    if (ok) this.tables.add("sources", sourceRow(job, record, digest));
    if (first !== id) findings.push(finding("warning", "report.duplicate", { first }));
    if (first === id) for (const cell of cells) this.book.add(cell, id, file);
    const counted = first === id ? addReport(this.tables, job, record, cells, this.units) : NOTHING;
    for (const one of findings) this.note({ ...one, file });
    this.account.reports.push({ id, file, ok, region, year, ...counted });
    return predictionLines(name, cells);
  }

  /** Adds what could not be told before every report was there. */
  close(index: RegionIndex, definitions: AuditOptions): void {
    for (const [cell, { action }] of this.decisions) {
      const orphan = finding("warning", "decision.orphaned", { cell, action }, { file: DECISIONS_FILE });
      if (!this.applied.has(cell)) this.note(orphan);
    }
    this.account.audit = this.book.close(
      definitions,
      (audited) => this.tables.add("audit", audited),
      (found) => this.note(found),
    );
    const { rows, findings } = regionRows(this.regions, index);
    for (const row of rows) this.tables.add("regions", row);
    for (const found of findings) this.note(found);
  }

  private meet(cells: readonly ReportCell[]): Finding[] {
    for (const { cell, decision, region } of cells) {
      if (decision !== null) this.applied.add(cell);
      if (region !== null && !this.regions.has(region)) this.regions.set(region, null);
    }
    return cells
      .filter(({ reason }) => reason === "place_unknown")
      .map(({ place, as_written }) =>
        finding("note", "place.unmatched", { place: place ?? "" }, { evidence: as_written }),
      );
  }

  private firstOf(key: string, id: string): string {
    const first = this.firsts.get(key) ?? id;
    this.firsts.set(key, first);
    return first;
  }
}
