import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireReplaceable } from "../export/write-folder.node.ts";
import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import { loadLexicon } from "../prose/lexicon.node.ts";
import { chinaRegions } from "../registry/china-regions.ts";
import { matchRegion } from "../registry/match-region.ts";
import { type RegionIndex, regionIndex } from "../registry/region-index.ts";
import { DECISIONS_FILE, type Decision, fromDecisions } from "./extract-decisions.ts";
import { findReports } from "./extract-files.node.ts";
import type { KnownReport } from "./extract-job.ts";
import { journalOf, openJournal } from "./extract-journal.node.ts";
import { fromManifest } from "./extract-manifest.ts";
import { type PackageAccount, writeReports } from "./extract-package.node.ts";
import { readAll } from "./extract-pool.node.ts";

export interface ExtractFolderOptions {
  /** Code or name of the region of every report whose manifest gives none. */
  readonly region?: string | undefined;
  readonly year?: number | undefined;
  /** A file that says of each report what is known of it. */
  readonly manifest?: string | undefined;
  /** A file, or a folder of files, of words and rules besides those of this package. */
  readonly lexicon?: string | undefined;
  /** A file to write what the text states to, one figure a line. */
  readonly predictions?: string | undefined;
  /** What comes in where a path is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly threads?: number | undefined;
  readonly onProgress?: (done: number, total: number, what: string) => void;
}

export interface ExtractionAccount extends PackageAccount {
  readonly folder: string;
  /** Reports that an earlier run, which was stopped, had read. */
  readonly resumed: number;
}

/**
 * Reads reports and writes what they state as a data package, every number with the characters it was read from.
 *
 * @remarks
 * Reports are read on all cores into a journal beside the target, `TARGET.partial.jsonl`; a run that was stopped goes on
 * there. The package is written from it in the order of the reports, with the decisions of people that stand in the
 * target, and the journal is deleted. A file that cannot be read is a finding.
 *
 * @param paths - files, folders, or `-` for standard input
 * @param target - a new folder, or one written by this function before
 * @throws {@link ComparandaError} `file.missing`, `file.unreadable` for the manifest or the lexicon, `region.unknown`, `folder.occupied`
 */
export async function extractFolder(
  paths: readonly string[],
  target: string,
  options: ExtractFolderOptions = {},
): Promise<ExtractionAccount> {
  const { manifest, threads, predictions, onProgress = () => {} } = options;
  await requireReplaceable(target, [DECISIONS_FILE]);
  const index = regionIndex(chinaRegions());
  const known = manifest === undefined ? new Map() : fromManifest(await textOf(manifest), manifest);
  const fallback = fallbackOf(options, index);
  const given = await stdinAsFile(paths, options.stdin);
  try {
    const lexicon = await loadLexicon(options.lexicon);
    const version = createHash("sha256").update(JSON.stringify(lexicon)).digest("hex");
    const knownOf = (name: string) => merged(known.get(name), fallback);
    const { jobs, findings } = await findReports(given.paths, { knownOf, version, target, stdin: given.file });
    const names = new Set(jobs.map(({ name }) => name));
    for (const id of known.keys()) {
      if (!names.has(id)) findings.push(finding("note", "manifest.unmatched", { id }, { file: manifest ?? null }));
    }
    const journal = await openJournal(journalOf(target));
    try {
      const open = jobs.filter(({ key }) => !journal.has(key));
      let done = jobs.length - open.length;
      const total = 2 * jobs.length;
      await readAll(open, {
        threads,
        lexicon: options.lexicon,
        onLine: async (line, job) => {
          await journal.add(line);
          onProgress(++done, total, job.id);
        },
      });
      const decided = await decisionsIn(target);
      const account = await writeReports(target, {
        jobs,
        journal,
        index,
        lexicon,
        decisions: decided.decisions,
        findings: [...findings, ...decided.findings],
        predictions,
        onReport: (written, id) => onProgress(jobs.length + written, total, id),
      });
      await journal.remove();
      return { ...account, folder: target, resumed: jobs.length - open.length };
    } catch (error) {
      await journal.close();
      throw error;
    }
  } finally {
    await given.remove();
  }
}

function fallbackOf({ region, year }: ExtractFolderOptions, index: RegionIndex): KnownReport {
  const nothing = { level: null, year };
  if (region === undefined) return nothing;
  if (index.place(region) !== null) return { ...nothing, region };
  const { code, candidates, suggestions } = matchRegion(region, index, { year: year ?? null });
  if (code !== null) return { ...nothing, region: code };
  if (candidates.length > 0) {
    const found = candidates.map((place) => `${place.code} ${place.name}`);
    throw new ComparandaError("region.ambiguous", { verb: "extract", got: region, candidates: found });
  }
  throw new ComparandaError("region.unknown", { verb: "extract", got: region, suggestions });
}

/** A manifest speaks of one report, so it comes before what is said of all. */
const merged = (own: KnownReport | undefined, all: KnownReport): KnownReport => ({
  level: own?.level ?? null,
  region: own?.region ?? all.region ?? own?.region,
  year: own?.year ?? all.year ?? own?.year,
  published: own?.published,
});

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new ComparandaError("file.missing", { verb: "extract", path, expected: "a manifest" }, { cause });
  }
}

async function decisionsIn(target: string): Promise<{ decisions: Map<string, Decision>; findings: Finding[] }> {
  const text = await readFile(join(target, DECISIONS_FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return fromDecisions(text);
}

/** Standard input is put into a file, since reports are told apart by their first bytes and read again where needed. */
async function stdinAsFile(paths: readonly string[], stdin: AsyncIterable<Uint8Array> | undefined) {
  if (!paths.includes("-")) return { paths, file: null, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "comparanda-"));
  const file = join(folder, "stdin");
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin ?? process.stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  await writeFile(file, Buffer.concat(chunks));
  const named = paths.map((path) => (path === "-" ? file : path));
  return { paths: named, file, remove: () => rm(folder, { recursive: true }) };
}
