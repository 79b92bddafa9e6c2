import { appendFile, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as z from "zod";
import type { Language } from "../model/messages/message.ts";
import type { Row } from "../model/table.ts";
import type { ReviewCell, ReviewEntry, ReviewOverview, ReviewReport, ReviewRequest } from "../review/review-types.ts";
import { CellFields, DECISION_ACTIONS, DECISIONS_FILE, Decision, fromDecisions } from "./extract-decisions.ts";
import { doubtOf, type ReviewTables, reviewStamp, reviewTables } from "./review-tables.node.ts";

/** What the page may ask for. */
export interface ReviewFolder {
  overview(): Promise<ReviewOverview>;
  /** Null: there is no such report. */
  report(id: string): Promise<ReviewReport | null>;
  /** Adds a decision to the file of decisions; null: there is no such figure, or nothing that can be decided. */
  decide(request: unknown): Promise<ReviewCell | null>;
}

export interface ReviewFolderOptions {
  readonly language: Language;
  /** Stands beside every decision. */
  readonly who: string;
  /** The time, for decisions. */
  readonly now?: () => Date;
}

const Request = z.strictObject({
  cell: z.string(),
  action: z.enum(DECISION_ACTIONS),
  new: CellFields.nullable(),
  why: z.string().max(2000).nullable(),
}) satisfies z.ZodType<ReviewRequest>;

/**
 * Opens a package of reports for review.
 *
 * @remarks
 * Tables are read when they are first asked for, and again when the package was written anew. Decisions are only ever
 * added to the end of `decisions.jsonl`; the next extract into the folder applies them.
 *
 * @throws {@link ComparandaError} `file.missing` where the folder holds no package of reports
 */
export async function reviewFolder(
  folder: string,
  { language, who, now = () => new Date() }: ReviewFolderOptions,
): Promise<ReviewFolder> {
  let held = await reviewTables(folder, language);
  const decisionsPath = join(folder, DECISIONS_FILE);
  const current = async () => {
    if ((await reviewStamp(folder)) !== held.stamp) held = await reviewTables(folder, language);
    const text = await readFile(decisionsPath, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    return { tables: held, decisions: fromDecisions(text).decisions };
  };
  return {
    async overview() {
      const { tables, decisions } = await current();
      const entries = [...tables.sources.keys()].map((id) => entryOf(id, tables, decisions));
      entries.sort((a, b) => a.doubt - b.doubt);
      return { reports: entries.map(({ doubt: _, ...entry }) => entry), indicators: tables.indicators };
    },
    async report(id) {
      const { tables, decisions } = await current();
      if (!tables.sources.has(id) || basename(id) !== id) return null;
      const { doubt: _, ...entry } = entryOf(id, tables, decisions);
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        await readFile(join(folder, "reports", `${id}.txt`)),
      );
      const figures = (tables.cells.get(id) ?? []).map((cell) => decided(cell, decisions.get(cell.cell)));
      const aside = (tables.aside.get(id) ?? []).map(({ start, end, reason }) => {
        return { start: Number(start), end: Number(end), reason: String(reason) };
      });
      return { ...entry, text, figures, aside };
    },
    async decide(request) {
      const parsed = Request.safeParse(request);
      const cell = parsed.success ? (await current()).tables.byName.get(parsed.data.cell) : undefined;
      if (!parsed.success || cell === undefined) return null;
      const { action, why } = parsed.data;
      const when = now().toISOString();
      const made = {
        cell: cell.cell,
        action,
        as_written: cell.asWritten,
        old: cell.fields,
        new: parsed.data.new,
        who,
        when,
        why,
      };
      const decision = Decision.safeParse(made);
      if (!decision.success) return null;
      await appendFile(decisionsPath, `${JSON.stringify(decision.data)}\n`);
      return decided(cell, action === "clear" ? undefined : decision.data);
    },
  };
}

/** The figure with the decision on it, where it is about this numeral. */
function decided(cell: ReviewCell, decision: Decision | undefined): ReviewCell {
  if (decision === undefined || decision.as_written !== cell.asWritten) return { ...cell, decision: null };
  const { action, who, when, why } = decision;
  return { ...cell, decision: { action, new: decision.new, who, when, why } };
}

function entryOf(
  id: string,
  { sources, regions, cells }: ReviewTables,
  decisions: ReadonlyMap<string, Decision>,
): ReviewEntry & { doubt: number } {
  const source = sources.get(id) as Row;
  const own = cells.get(id) ?? [];
  const open = own.filter((cell) => decided(cell, decisions.get(cell.cell)).decision === null);
  const region = source.region === null ? null : (regions.get(String(source.region)) ?? String(source.region));
  return {
    id,
    title: String(source.title),
    region,
    year: source.year as number | null,
    cells: own.length,
    open: open.length,
    // Figures stand in the order of their doubt.
    doubt: open[0] === undefined ? Number.POSITIVE_INFINITY : doubtOf(open[0]),
  };
}
