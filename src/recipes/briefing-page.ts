import { bodyWord } from "../charts/evidence.ts";
import { unitWord } from "../charts/quantity.ts";
import type { Page, PageSection, PageTable } from "../export/page.ts";
import type { Finding } from "../model/finding.ts";
import { BRIEFING_WORDS } from "../model/messages/briefing-words.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import { type Language, message } from "../model/messages/message.ts";
import type { MissingReason } from "../model/observation.ts";
import type { Panel } from "../model/panel.ts";
import { type ColumnTable, type Row, rowsOf } from "../model/table.ts";
import { findingsOf } from "../model/table-findings.ts";
import { numberCell, signedCell, spanCell, valueCell } from "./cell-text.ts";
import type { Figure } from "./figure.ts";
import type { BriefingPlan } from "./plan.ts";

/** All that a briefing is made of. */
export interface Briefing {
  readonly panel: Panel;
  readonly plan: BriefingPlan;
  readonly figures: readonly Figure[];
  /** What the check of the panel found. */
  readonly findings: readonly Finding[];
  readonly language: Language;
}

type Cell = readonly [label: string, numeric: boolean, text: (row: Row) => string];

/** Columns that say something: one that reads the same for every figure is said once, one that is empty not at all. */
function telling(cells: readonly Cell[], rows: readonly Row[]): { cells: Cell[]; said: string[] } {
  const figures = rows.filter((row) => row.value !== null);
  const texts = cells.map(([, , text]) => [...new Set(figures.map(text))]);
  const constant = (i: number) => figures.length > 1 && texts[i]?.length === 1;
  const said = cells.flatMap(([label], i) => {
    const only = (constant(i) ? texts[i]?.[0] : undefined) ?? "—";
    return only === "—" ? [] : [{ label, only }];
  });
  return { cells: cells.filter((_, i) => !constant(i)), said: said.map(({ label, only }) => `${label} ${only}`) };
}

function tableOf(caption: string, rows: readonly Row[], cells: readonly Cell[]): PageTable {
  const columns = cells.map(([label, numeric]) => ({ label, numeric }));
  return { caption, columns, rows: rows.map((row) => cells.map(([, , text]) => text(row))) };
}

const nameOf = (row: Row, language: Language) => String((language === "en" ? row.name_en : row.name) ?? row.region);

/** The rows behind a figure: what a reader needs to check a mark without opening the CSV. */
function figureTable(table: ColumnTable, language: Language): PageTable {
  const { columns, table: caption } = BRIEFING_WORDS[language];
  const rows = rowsOf(table);
  const several = new Set(rows.map((row) => row.indicator)).size > 1;
  const ranked = rows.some((row) => typeof row.rank === "number");
  const spread = rows.some((row) => typeof row.interval_lower === "number");
  const counted = rows.some((row) => row.numerator !== null);
  const indicator = (row: Row) => String((language === "en" ? row.indicator_en : row.indicator_zh) ?? row.indicator);
  const unit = (row: Row) => unitWord({ unit: String(row.unit), unitZh: row.unit_zh as string | null }, language);
  const missing = (row: Row) => CHART_WORDS[language].missing[row.missing as MissingReason] ?? "—";
  const cells: Cell[] = [
    ...(ranked ? ([[columns.rank, true, (row) => numberCell(row.rank)]] as Cell[]) : []),
    ...(ranked ? ([[columns.range, true, (row) => spanCell(row.rank_from, row.rank_to, 0)]] as Cell[]) : []),
    [columns.region, false, (row) => nameOf(row, language)],
    [columns.year, true, (row) => String(row.year)],
    ...(several ? ([[columns.indicator, false, indicator]] as Cell[]) : []),
    [columns.value, true, (row) => (row.value === null ? missing(row) : valueCell(row))],
    [columns.unit, false, unit],
    ...(spread
      ? ([[columns.interval, true, (row) => spanCell(row.interval_lower, row.interval_upper)]] as Cell[])
      : []),
    ...(counted ? ([[columns.counts, true, (row) => fraction(row)]] as Cell[]) : []),
    [columns.asWritten, false, (row) => String(row.as_written ?? "—")],
    [columns.body, false, (row) => bodyWord(row.body as string | null, language) ?? "—"],
    [columns.source, false, (row) => [row.source_title ?? "—", row.locator].filter((part) => part !== null).join(" ")],
  ];
  const { cells: shown, said } = telling(cells, rows);
  const { inBrackets, pause } = CHART_WORDS[language];
  return tableOf(caption(rows.length) + (said.length > 0 ? inBrackets(said.join(pause)) : ""), rows, shown);
}

const fraction = (row: Row) =>
  row.numerator === null ? "—" : `${numberCell(row.numerator)}/${numberCell(row.denominator)}`;

function trendTable(trends: ColumnTable, language: Language): PageTable {
  const { columns, trends: caption, verdicts } = BRIEFING_WORDS[language];
  return tableOf(caption, rowsOf(trends), [
    [columns.region, false, (row) => nameOf(row, language)],
    [columns.years, false, (row) => `${row.first_year}–${row.last_year}`],
    [columns.points, true, (row) => numberCell(row.n_used)],
    [columns.change, true, (row) => signedCell(row.change)],
    [columns.slope, true, (row) => signedCell(row.slope)],
    [columns.interval, true, (row) => spanCell(row.slope_lower, row.slope_upper)],
    [columns.p, true, (row) => numberCell(row.p, 3)],
    [columns.verdict, false, (row) => verdicts[String(row.verdict)] ?? String(row.verdict)],
  ]);
}

/** Sentences for findings; one sentence said of many regions is said once, with their number. */
function remarksOf(findings: readonly Finding[], panel: Panel, language: Language): string[] {
  const regions = new Map<string, string[]>();
  for (const { code, facts, region, year } of findings) {
    const text = message(code, facts as never, language);
    const found = panel.regions.get(region ?? "");
    const name = found === undefined ? null : language === "en" ? (found.name_en ?? found.name) : found.name;
    const label = name === null ? null : [name, year].filter((part) => part !== null).join(" ");
    regions.set(text, [...(regions.get(text) ?? []), ...(label === null ? [] : [label])]);
  }
  const { list, inBrackets, labelled } = CHART_WORDS[language];
  return [...regions].map(([text, names]) => {
    if (names.length === 0) return text;
    return names.length > 3
      ? text + inBrackets(`${list(names.slice(0, 2))} … ${names.length}`)
      : labelled(list(names), text);
  });
}

function figureSection(figure: Figure, briefing: Briefing): PageSection {
  const { panel, language } = briefing;
  const words = BRIEFING_WORDS[language];
  const remarks = remarksOf(findingsOf(figure.results ?? figure.table), panel, language);
  return {
    heading: words.figure(briefing.figures.indexOf(figure) + 1),
    paragraphs: figure.text === null ? [] : [figure.text],
    figures: [figure.description],
    tables: figure.results === null ? [] : [trendTable(figure.results, language)],
    details: [
      ...(remarks.length > 0 ? [{ summary: words.remarks, paragraphs: remarks }] : []),
      {
        summary: words.table(figure.table.numRows()),
        paragraphs: [words.files(figure.id)],
        tables: [figureTable(figure.table, language)],
      },
    ],
  };
}

function findingsSection({ findings, panel, language }: Briefing): PageSection {
  const { findings: heading, findingsLead, noFindings, columns, severities } = BRIEFING_WORDS[language];
  if (findings.length === 0) return { heading, paragraphs: [noFindings] };
  const place = ({ region, year, indicator, file, row }: Finding) => {
    const found = panel.regions.get(region ?? "");
    const known = panel.indicators.get(indicator ?? "");
    const names = language === "en" ? [found?.name_en, known?.name_en] : [found?.name, known?.name_zh];
    const at = file === null ? null : `${file}:${row}`;
    return [names[0] ?? region, year, names[1] ?? indicator, at].filter((part) => part !== null).join(" · ");
  };
  const labels = [columns.severity, columns.place, columns.finding].map((label) => ({ label, numeric: false }));
  const rows = findings.map((one) => [
    severities[one.severity],
    place(one),
    message(one.code, one.facts as never, language),
  ]);
  return { heading, paragraphs: [findingsLead], tables: [{ caption: heading, columns: labels, rows }] };
}

function sourcesSection({ figures, panel, language }: Briefing): PageSection {
  const { sources: heading, columns } = BRIEFING_WORDS[language];
  const ids = new Set(figures.flatMap((figure) => rowsOf(figure.table).map((row) => row.source)));
  const used = [...panel.sources.values()].filter((source) => ids.has(source.id));
  const labels = [columns.source, columns.publisher, columns.published];
  return {
    heading,
    tables: [
      {
        caption: heading,
        columns: labels.map((label) => ({ label, numeric: false })),
        rows: used.map(({ title, publisher, published, url }) => [
          url === null ? title : { text: title, address: url },
          publisher ?? "—",
          published ?? "—",
        ]),
      },
    ],
  };
}

/** The page of a briefing: figures with what must be known to compare them, findings, sources, methods. */
export function briefingPage(briefing: Briefing): Page {
  const { panel, plan, figures, findings, language } = briefing;
  const words = BRIEFING_WORDS[language];
  const of = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const { observations, regions, indicators, sources } = panel;
  return {
    title: plan.title[language],
    language,
    lead: [
      ...(plan.summary === undefined ? [] : [plan.summary[language]]),
      words.loaded(observations.totalRows(), regions.size, indicators.size, sources.size),
      words.checked(of("error"), of("warning"), of("note")),
    ],
    sections: [
      ...figures.map((figure) => figureSection(figure, briefing)),
      findingsSection(briefing),
      sourcesSection(briefing),
      { heading: words.method, paragraphs: words.methodLines },
    ],
  };
}
