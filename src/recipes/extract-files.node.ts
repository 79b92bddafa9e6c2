import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, parse, resolve, sep } from "node:path";
import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { KnownReport, ReportJob } from "./extract-job.ts";
import { journalOf } from "./extract-journal.node.ts";

export interface FindReportsOptions {
  /** What is known of a report by its name; asked once for each. */
  readonly knownOf: (name: string) => KnownReport;
  /** Stands for the words and rules with which reports are read. */
  readonly version: string;
  /** A folder that is no input, since output goes there; nor is the journal beside it. */
  readonly target: string;
  /** The file that holds standard input, shown as `stdin`. */
  readonly stdin?: string | null;
}

interface Found {
  readonly path: string;
  readonly file: string;
  readonly size: number;
  readonly changed: number;
}

const ENDINGS = new Set([".txt", ".html", ".htm", ".xhtml", ".docx", ".pdf"]);

/**
 * Which reports are in these files and folders?
 *
 * @remarks
 * Folders are walked, hidden ones and the target left out; files in a folder that are no reports are passed over, with a
 * finding. Order: that of the paths, inside folders that of the names. Reports of one name get ids that differ.
 *
 * @throws {@link ComparandaError} `file.missing` for a path that is not there, or where there is no report at all
 */
export async function findReports(
  paths: readonly string[],
  { knownOf, version, target, stdin }: FindReportsOptions,
): Promise<{ jobs: ReportJob[]; findings: Finding[] }> {
  const skipped: string[] = [];
  const found = new Map<string, Found>();
  const expected = "a report (txt, html, docx, pdf), a folder of them, or -";
  for (const path of paths) {
    const status = await stat(path).catch((cause: unknown) => {
      const facts = { verb: "extract", path, expected };
      throw new ComparandaError("file.missing", facts, { cause });
    });
    const walked = status.isDirectory()
      ? walk(path, [resolve(target), journalOf(target)], skipped)
      : [await report(path)];
    for await (const one of walked) if (!found.has(one.path)) found.set(one.path, one);
  }
  const files = [...found.values()];
  if (files.length === 0)
    throw new ComparandaError("file.missing", { verb: "extract", path: paths.join(" "), expected });
  const ids = idsOf(files.map(({ file }) => file));
  const jobs = files.map(({ path, file, size, changed }, i) => {
    const name = parse(file).name;
    const known = knownOf(name);
    const key = createHash("sha256")
      .update(JSON.stringify([path, size, changed, version, ids[i], known]))
      .digest("hex");
    return { id: ids[i] as string, name, path, file: path === stdin ? "stdin" : file, key, known };
  });
  const endings = [...new Set(skipped.map((name) => extname(name) || name))].sort();
  const passed = finding("note", "reports.skipped", { count: skipped.length, endings });
  return { jobs, findings: skipped.length > 0 ? [passed] : [] };
}

async function* walk(folder: string, own: readonly string[], skipped: string[]): AsyncGenerator<Found> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = join(folder, entry.name);
    if (entry.name.startsWith(".") || own.includes(resolve(inner))) continue;
    if (entry.isDirectory()) yield* walk(inner, own, skipped);
    else if (ENDINGS.has(extname(entry.name).toLowerCase())) yield await report(inner);
    else skipped.push(entry.name);
  }
}

/** A file that cannot even be looked at is found out when it is read. */
async function report(path: string): Promise<Found> {
  const status = await stat(path).catch(() => null);
  const file = path.split(sep).join("/");
  return { path: resolve(path), file, size: status?.size ?? 0, changed: status?.mtimeMs ?? 0 };
}

/** The name without its ending; where several reports share it, with its ending or the folders before it. */
function idsOf(files: readonly string[]): string[] {
  const ways: ((file: string) => string)[] = [
    (file) => parse(file).name,
    (file) => basename(file),
    (file) => file.replace(/^[./]+/, "").replaceAll("/", "_"),
    (file) => file.replaceAll("/", "_"),
  ];
  let ids = files.map(() => "");
  let open = new Set(files.keys());
  for (const way of ways) {
    ids = ids.map((id, i) => (open.has(i) ? way(files[i] as string) : id));
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    open = new Set([...open].filter((i) => (counts.get(ids[i] as string) ?? 0) > 1));
  }
  return ids;
}
