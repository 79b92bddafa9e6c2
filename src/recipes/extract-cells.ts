import type { Extracted, Extraction, Gap } from "../prose/extraction.ts";
import type { Decision } from "./extract-decisions.ts";

/** Where a figure goes: to the levels, to the other statements, to a person, or out. */
export type Verdict = "observation" | "statement" | "review" | "aside";

/** A figure of a report with its name, its place in the package and what a person decided on it. */
export interface ReportCell extends Omit<Extracted, "section"> {
  /** `report:start-end:indicator:year`, as it was read: the name stays when a person changes the figure. */
  readonly cell: string;
  readonly section: string;
  readonly verdict: Verdict;
  /** Why it goes to a person or out; null for figures that stand. */
  readonly reason: string | null;
  /** Whether the text states it, wherever it goes: what is scored. */
  readonly stated: boolean;
  readonly decision: Decision | null;
}

export interface ReportCellsOptions {
  /** The region of the report. */
  readonly region: string | null;
  /** The unit of an indicator. */
  readonly unitOf: (indicator: string) => string | undefined;
}

/**
 * What becomes of the figures of a report, once people were heard?
 *
 * @remarks
 * Rejected figures go out; accepted and edited ones stand, whatever their confidence. A figure without region or year
 * can stand in no table, so it goes to a person; a sum of several years goes out.
 *
 * @param id - the report
 * @param extraction - what was read
 * @param decisions - by name of the figure; one on another numeral is not applied
 * @returns figures in the order of the text
 */
export function reportCells(
  id: string,
  extraction: Extraction,
  decisions: ReadonlyMap<string, Decision>,
  { region, unitOf }: ReportCellsOptions,
): ReportCell[] {
  const names = new Map<string, number>();
  const read: [Verdict, string | null, readonly Extracted[]][] = [
    ["observation", null, extraction.observations],
    ["statement", null, extraction.statements],
    ["review", "doubtful", extraction.needsReview],
  ];
  const cells = read.flatMap(([verdict, reason, figures]) =>
    figures.map((figure): ReportCell => {
      const cell = nameOf(id, figure, names);
      const found = decisions.get(cell);
      const decision = found?.as_written === figure.as_written ? found : null;
      const section = figure.section.join(" / ");
      const stated = verdict !== "review";
      return placed(decide({ ...figure, cell, section, verdict, reason, stated, decision }, unitOf), region);
    }),
  );
  return cells.sort((a, b) => a.start - b.start);
}

function nameOf(id: string, { start, end, indicator, year }: Extracted, names: Map<string, number>): string {
  const name = `${id}:${start}-${end}:${indicator}:${year ?? ""}`;
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name}#${count}`;
}

function decide(cell: ReportCell, unitOf: (indicator: string) => string | undefined): ReportCell {
  const { decision } = cell;
  if (decision === null) return cell;
  if (decision.action === "reject") return { ...cell, verdict: "aside", reason: "rejected", stated: false };
  return accepted(decision.new === null ? cell : edited(cell, decision.new, unitOf));
}

const accepted = (cell: ReportCell): ReportCell => ({
  ...cell,
  verdict: cell.kind === "observation" || cell.kind === "derived" ? "observation" : "statement",
  reason: null,
  stated: true,
});

/** What belongs to a value or a year goes with it. */
function edited(
  cell: ReportCell,
  fields: NonNullable<Decision["new"]>,
  unitOf: (indicator: string) => string | undefined,
): ReportCell {
  const isValueKept = fields.value === cell.value && fields.qualifier === cell.qualifier;
  const unit = fields.indicator === cell.indicator ? cell.unit : (unitOf(fields.indicator) ?? cell.unit);
  const changes = Object.keys(fields).filter(
    (name) => fields[name as keyof typeof fields] !== cell[name as keyof typeof fields],
  );
  const note = changes.map(
    (name) => `${name} ${cell[name as keyof typeof fields] ?? "–"} → ${fields[name as keyof typeof fields] ?? "–"}`,
  );
  return {
    ...cell,
    ...fields,
    unit,
    place: fields.region === cell.region ? cell.place : null,
    period: fields.year === cell.year ? cell.period : null,
    several_years: fields.year === null && cell.several_years,
    lower: isValueKept ? cell.lower : null,
    upper: isValueKept ? cell.upper : null,
    note: note.length === 0 ? cell.note : `人工复核改动：${note.join("；")}`,
  };
}

/** A figure that stands needs a region and a year. What it is measured against may lie anywhere: it is told for the report. */
function placed(cell: ReportCell, reportRegion: string | null): ReportCell {
  if (cell.verdict === "review" || cell.verdict === "aside") return cell;
  if (cell.several_years) return { ...cell, verdict: "aside", reason: "several_years" };
  const region = cell.region ?? (cell.verdict === "statement" && cell.place === null ? reportRegion : null);
  const review = (reason: string): ReportCell => ({ ...cell, verdict: "review", reason });
  if (region === null) return review(cell.place === null ? "region_unknown" : "place_unknown");
  if (cell.year === null) return review("year_unknown");
  return region === cell.region ? cell : { ...cell, region };
}

/** Gaps of a report that no figure fills. */
export function openGaps(gaps: readonly Gap[], cells: readonly ReportCell[]): Gap[] {
  const filled = new Set(
    cells.filter(({ verdict }) => verdict === "observation").map(({ indicator, year }) => `${indicator} ${year}`),
  );
  return gaps.filter(({ indicator, year }) => !filled.has(`${indicator} ${year}`));
}
