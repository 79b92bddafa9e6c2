import { rankedDots } from "../charts/ranked-dots.ts";
import { sideBySide } from "../charts/side-by-side.ts";
import { slope } from "../charts/slope.ts";
import type { Description } from "../charts/spec.ts";
import { trendLines } from "../charts/trend-lines.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Language } from "../model/messages/message.ts";
import type { Panel } from "../model/panel.ts";
import { type ColumnTable, fromRows, rowsOf } from "../model/table.ts";
import { allFindings, type Findings, withFindings } from "../model/table-findings.ts";
import { breaksOf } from "../verbs/breaks-of.ts";
import { compareRegions } from "../verbs/compare-regions.ts";
import { rank } from "../verbs/rank.ts";
import { compareRates } from "../verbs/rate.ts";
import { COMPARISON_COLUMNS, compareFigures } from "../verbs/select.ts";
import { trend } from "../verbs/trend.ts";
import type { PlannedFigure } from "./plan.ts";

/** A figure with the table behind it: every mark is a row there. */
export interface Figure {
  readonly id: string;
  readonly description: Description;
  readonly table: ColumnTable;
  /** Estimates beside the table: slopes and verdicts of trends; null where there are none. */
  readonly results: ColumnTable | null;
  readonly text: string | null;
}

type Planned<C extends PlannedFigure["chart"]> = Extract<PlannedFigure, { chart: C }>;
type Drawn = Omit<Figure, "id" | "text">;

function wordsOf({ title, takeaway, note, highlight }: PlannedFigure, language: Language) {
  return {
    language,
    ...(title && { title: title[language] }),
    ...(takeaway && { takeaway: takeaway[language] }),
    ...(note && { note: note[language] }),
    ...(highlight && { highlight }),
  };
}

/** Options of a plan that are given, without the keys that are not. */
function given<T extends object, K extends keyof T>(planned: T, keys: readonly K[]) {
  const entries = keys.filter((key) => planned[key] !== undefined).map((key) => [key, planned[key]]);
  return Object.fromEntries(entries) as { [P in K]?: Exclude<T[P], undefined> };
}

function drawRanking(panel: Panel, planned: Planned<"rankedDots">, language: Language): Drawn {
  const basics = given(planned, ["indicator", "year", "body", "per", "tolerance", "basis"]);
  const options = { ...basics, indicator: planned.indicator };
  const table = rank(compareRegions(panel, { ...options, ...given(planned, ["level", "within", "regions"]) }));
  const words = wordsOf(planned, language);
  if (planned.benchmark === undefined) return { description: rankedDots(table, words), table, results: null };
  const [line] = rowsOf(compareRegions(panel, { ...options, regions: [planned.benchmark] }));
  const label = String(language === "en" ? line?.name_en : line?.name);
  const benchmark = typeof line?.value === "number" ? { value: line.value, label } : null;
  return { description: rankedDots(table, { ...words, benchmark }), table, results: null };
}

function drawTrend(panel: Panel, planned: Planned<"trendLines">, language: Language): Drawn {
  const options = given(planned, ["regions", "year", "body", "per", "tolerance", "basis"]);
  const table = compareRegions(panel, { indicator: planned.indicator, ...options });
  const family = panel.indicators.get(planned.indicator)?.family ?? null;
  const breaks = breaksOf(panel.breaks, { indicator: planned.indicator, family });
  return {
    description: trendLines(table, { ...wordsOf(planned, language), breaks }),
    table,
    results: trend(table, { breaks }),
  };
}

function drawSlope(panel: Panel, planned: Planned<"slope">, language: Language): Drawn {
  const options = given(planned, ["level", "within", "regions", "body", "per", "tolerance", "basis"]);
  const table = compareRegions(panel, { indicator: planned.indicator, year: planned.years, ...options });
  return { description: slope(table, wordsOf(planned, language)), table, results: null };
}

/** Regions of different years and bodies: nothing is ranked, what differs is stated. */
function drawSideBySide(panel: Panel, planned: Planned<"sideBySide">, language: Language): Drawn {
  const found: Findings[] = [];
  const rows = planned.indicators.flatMap((indicator) =>
    planned.rows.flatMap(({ region, year }) => {
      const selection = { indicator, year, regions: [region], body: planned.body ?? "all" };
      const compare = panel.indicators.get(indicator)?.unit === "percent" ? compareRates : compareFigures;
      const comparison = compare(panel, selection, "sideBySide");
      found.push(comparison.findings);
      return rowsOf(comparison.table);
    }),
  );
  const years = [...new Set(planned.rows.map((row) => row.year))].sort();
  const bodies = [...new Set(rows.map((row) => row.body).filter((body) => body !== null))].map(String);
  const findings: Finding[] = [];
  if (years.length > 1) findings.push(finding("warning", "year.mixed", { years }));
  if (bodies.length > 1) findings.push(finding("warning", "body.stated", { bodies }));
  const table = withFindings(fromRows(rows, COMPARISON_COLUMNS), allFindings(...found, findings));
  // English names of indicators are longer words: a panel must hold the longest.
  const width = Math.max(760, 200 + (language === "en" ? 190 : 160) * planned.indicators.length);
  return { description: sideBySide(table, { ...wordsOf(planned, language), width }), table, results: null };
}

const DRAW: {
  readonly [C in PlannedFigure["chart"]]: (panel: Panel, planned: Planned<C>, language: Language) => Drawn;
} = {
  rankedDots: drawRanking,
  trendLines: drawTrend,
  slope: drawSlope,
  sideBySide: drawSideBySide,
};

/** Draws one figure of a plan: a verb, then a chart. */
export function drawFigure(panel: Panel, planned: PlannedFigure, language: Language): Figure {
  const draw = DRAW[planned.chart] as (panel: Panel, planned: PlannedFigure, language: Language) => Drawn;
  return { id: planned.id, text: planned.text?.[language] ?? null, ...draw(panel, planned, language) };
}
