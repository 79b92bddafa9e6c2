import { toPrediction } from "../prose/to-prediction.ts";
import { openGaps, type ReportCell } from "./extract-cells.ts";
import type { ReportJob, ReportRecord } from "./extract-job.ts";
import type { TableWriter } from "./extract-tables.ts";

export const NOTHING = { observations: 0, statements: 0, needs_review: 0, set_aside: 0 };
const TABLE_OF = {
  observation: "observations",
  statement: "statements",
  review: "needs_review",
  aside: "set_aside",
} as const;

const UNDECIDED = { action: null, who: null, when: null, why: null };

/** Puts the figures of a report into the tables; returns how many went where. */
export function addReport(
  tables: TableWriter,
  { id }: ReportJob,
  { extraction }: ReportRecord,
  cells: readonly ReportCell[],
  units: ReadonlyMap<string, string>,
): typeof NOTHING {
  const counted = { ...NOTHING };
  for (const cell of cells) {
    const table = TABLE_OF[cell.verdict];
    counted[table] += 1;
    const { action, who, when, why } = cell.decision ?? UNDECIDED;
    const more = { source: id, stands_in: table, decision: action, decided_by: who, decided_at: when, why };
    // The decision itself is no cell of a table.
    const row = cell.decision === null ? cell : { ...cell, decision: null };
    tables.add(table, row, more);
    tables.add("evidence", row, more);
  }
  for (const aside of extraction.setAside) {
    counted.set_aside += 1;
    tables.add("set_aside", aside, { source: id });
  }
  for (const gap of openGaps(extraction.gaps, cells)) {
    if (gap.region === null || gap.year === null) continue;
    const cell = `${id}:${gap.start}-${gap.end}:${gap.indicator}:${gap.year}:${gap.missing}`;
    const unit = units.get(gap.indicator) ?? null;
    const row = { ...gap, cell, stands_in: "observations", source: id, unit, qualifier: "exact", kind: "observation" };
    tables.add("observations", row);
    tables.add("evidence", row);
  }
  return counted;
}

/** Figures that the text states, one a line, as the scorer takes them. */
export function predictionLines(name: string, cells: readonly ReportCell[]): string {
  return cells
    .filter(({ stated }) => stated)
    .map((cell) => `${JSON.stringify(toPrediction(name, { ...cell, section: [] }))}\n`)
    .join("");
}

/** A report as a row of the sources. */
export const sourceRow = ({ id, name, file }: ReportJob, record: ReportRecord, digest: string) => ({
  source: id,
  title: record.title ?? titleIn(record.text) ?? name,
  publisher: record.issuer,
  published: record.published,
  url: null,
  note: null,
  file,
  region: record.region,
  year: record.year,
  digest,
});

const LONGEST_TITLE = 60;

/** The first line, where it is one that could be a title. */
function titleIn(text: string): string | null {
  const line = text.trimStart().split("\n", 1)[0]?.trim() ?? "";
  return line === "" || line.length > LONGEST_TITLE || line.includes("。") ? null : line;
}
