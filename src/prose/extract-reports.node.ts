import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import { extractReport } from "./extract-report.ts";
import type { Extraction } from "./extraction.ts";
import type { NamedPlace } from "./frame.ts";
import { identifyReport, type ReportIdentity } from "./identify-report.ts";
import { loadLexicon } from "./lexicon.node.ts";
import type { Lexicon } from "./lexicon.ts";
import { type ReportText, readReport } from "./read-report.node.ts";

/** What is known of one report from a manifest; null is unknown. */
export interface ManifestEntry {
  readonly id: string;
  readonly region_code?: string | null;
  readonly year?: number | null;
  readonly published?: string | null;
}

export interface ExtractReportsOptions {
  /** Without one, `data/lexicon` of this package. */
  readonly lexicon?: Lexicon;
  /** Regions that reports may be about or name. */
  readonly places?: readonly NamedPlace[];
  readonly manifest?: Iterable<ManifestEntry>;
  /** For all reports, before manifest and text. */
  readonly region?: string | null;
  readonly year?: number | null;
  readonly threshold?: number;
}

/** One report with its figures, or the finding that says why there are none. */
export interface ReportExtraction {
  readonly id: string;
  readonly path: string;
  readonly report: ReportText | null;
  readonly identity: ReportIdentity | null;
  readonly region: string | null;
  readonly year: number | null;
  readonly extraction: Extraction | null;
  readonly finding: Finding | null;
}

/** What a report says of itself is used from this certainty on. */
const CERTAIN = 0.6;
const ENDINGS = /\.(?:txt|html?|docx|pdf)$/i;

/**
 * Which figures do these reports state, one report after the other?
 *
 * @remarks
 * Holds one report at a time. Region and year come from the options, the manifest, then the report itself where it is
 * certain enough; otherwise they stay null. A file that cannot be read gives a finding and stops nothing.
 *
 * @param paths - files and folders; folders are walked, in the order of names
 */
export async function* extractReports(
  paths: Iterable<string>,
  options: ExtractReportsOptions = {},
): AsyncGenerator<ReportExtraction> {
  const lexicon = options.lexicon ?? (await loadLexicon());
  const manifest = new Map([...(options.manifest ?? [])].map((entry) => [entry.id, entry]));
  for await (const file of reportFiles(paths)) {
    yield await extractFile(file, lexicon, manifest.get(path.basename(file, path.extname(file))), options);
  }
}

async function extractFile(
  file: string,
  lexicon: Lexicon,
  entry: ManifestEntry | undefined,
  options: ExtractReportsOptions,
): Promise<ReportExtraction> {
  const id = path.basename(file, path.extname(file));
  try {
    const report = await readReport(file);
    const places = options.places ?? [];
    const identity = identifyReport({ ...report, file: path.basename(file), places });
    const region = options.region ?? entry?.region_code ?? certain(identity.region)?.code ?? null;
    const year = options.year ?? entry?.year ?? certain(identity.year);
    const published = entry?.published ?? certain(identity.published);
    const threshold = options.threshold === undefined ? {} : { threshold: options.threshold };
    const extraction = extractReport(report.text, {
      lexicon,
      region,
      year,
      published,
      places,
      source: id,
      ...threshold,
    });
    return { id, path: file, report, identity, region, year, extraction, finding: null };
  } catch (error) {
    if (!(error instanceof ComparandaError)) throw error;
    const unreadable = finding("error", error.code, error.facts, { file });
    return {
      id,
      path: file,
      report: null,
      identity: null,
      region: null,
      year: null,
      extraction: null,
      finding: unreadable,
    };
  }
}

const certain = <T>(found: { readonly value: T; readonly certainty: number } | null): T | null =>
  found && found.certainty >= CERTAIN ? found.value : null;

async function* reportFiles(paths: Iterable<string>): AsyncGenerator<string> {
  for (const one of paths) {
    const facts = { verb: "extractReports", path: one, expected: "a report file or a folder of them" };
    const status = await stat(one).catch((error: unknown) => {
      throw new ComparandaError("file.missing", facts, { cause: error });
    });
    if (!status.isDirectory()) {
      yield one;
      continue;
    }
    const entries = (await readdir(one, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inner = path.join(one, entry.name);
      if (entry.isDirectory()) yield* reportFiles([inner]);
      else if (ENDINGS.test(entry.name)) yield inner;
    }
  }
}
