import { ComparandaError } from "../model/errors.ts";
import { finding } from "../model/finding.ts";
import { loadLexicon } from "../prose/lexicon.node.ts";
import type { Lexicon } from "../prose/lexicon.ts";
import { readReport } from "../prose/read-report.node.ts";
import { chinaRegions } from "../registry/china-regions.ts";
import { regionIndex } from "../registry/region-index.ts";
import { NO_EXTRACTION, type ReportJob, type ReportRecord } from "./extract-job.ts";
import { extractOne } from "./extract-one.ts";
import { type Gazetteer, gazetteerOf } from "./extract-places.ts";

/** What is needed to read reports, made once for each thread. */
export interface ReportReader {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
}

/** @param lexicon - a file or folder of words and rules besides those of this package */
export async function reportReader(lexicon?: string): Promise<ReportReader> {
  return { lexicon: await loadLexicon(lexicon), gazetteer: gazetteerOf(regionIndex(chinaRegions())) };
}

/**
 * Reads one report; whatever goes wrong with it comes back as a finding, since one bad file stops nothing.
 */
export async function readJob(job: ReportJob, reader: ReportReader): Promise<ReportRecord> {
  const { key, id, file, known } = job;
  try {
    const report = await readReport(job.path);
    return { key, ok: true, ...extractOne(report, { id, file, known, ...reader }) };
  } catch (error) {
    return failedRecord(job, error);
  }
}

/** The record of a report that could not be read. */
export function failedRecord({ key, file }: ReportJob, error: unknown): ReportRecord {
  const flaw =
    error instanceof ComparandaError
      ? finding("error", error.code, error.facts, { file })
      : finding("error", "report.failed", { reason: String((error as Error)?.message ?? error) }, { file });
  const nothing = { text: "", title: null, issuer: null, published: null, region: null, year: null };
  return { key, ok: false, ...nothing, extraction: NO_EXTRACTION, findings: [flaw] };
}
