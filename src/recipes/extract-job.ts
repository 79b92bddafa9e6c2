import type { Finding } from "../model/finding.ts";
import type { Extraction } from "../prose/extraction.ts";

/**
 * What is known of a report before it is read. Null: nobody knows, and the report is not asked. Absent: nothing was said,
 * and the report may tell.
 */
export interface KnownReport {
  readonly region?: string | null | undefined;
  readonly level: string | null;
  readonly year?: number | null | undefined;
  /** `2021`, `2021-03` or `2021-03-04`. */
  readonly published?: string | null | undefined;
}

/** One report to be read. */
export interface ReportJob {
  /** Stands for the report in the package: no other report has it. */
  readonly id: string;
  /** Name of the file without its ending, as manifests and predictions have it. */
  readonly name: string;
  readonly path: string;
  /** The path as the user gave it, with / between folders. */
  readonly file: string;
  /** Changes with the file, with what is known of it and with the words of the extractor. */
  readonly key: string;
  readonly known: KnownReport;
}

/** One report as it was read: a line of the journal. */
export interface ReportRecord {
  readonly key: string;
  /** False: nothing could be read, and the findings say why. */
  readonly ok: boolean;
  readonly text: string;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly published: string | null;
  readonly region: string | null;
  readonly year: number | null;
  readonly extraction: Extraction;
  readonly findings: readonly Finding[];
}

export const NO_EXTRACTION: Extraction = {
  observations: [],
  statements: [],
  needsReview: [],
  setAside: [],
  gaps: [],
  findings: [],
};
