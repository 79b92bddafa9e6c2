import * as z from "zod";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ColumnTable } from "../model/table.ts";
import { ChartOptions, highlighted, readOptions } from "./chart-options.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
import { edgesOf, extentOf } from "./edges.ts";
import { bodyWord } from "./evidence.ts";
import { altText, basisNote, emptyChart, frameTexts, inexactNote, partYearNote } from "./frame.ts";
import { legendOf } from "./legend.ts";
import { numberScale } from "./number-scale.ts";
import { measureName, unitWord, valueInWords } from "./quantity.ts";
import { rowHeight, rowLabel } from "./row-label.ts";
import { carried, dotOf, intervalOf, words } from "./row-marks.ts";
import { scalePosition } from "./scale-position.ts";
import type { Description, IntervalRow, Mark, PanelSpec, Scale, TextRow, Tone } from "./spec.ts";

/** Options of {@link sideBySide}; `indicators`: which, in this order, by default all in the order of the rows. */
export const SideBySideOptions = ChartOptions.extend({ indicators: z.array(z.string()).optional() });
export type SideBySideOptions = z.input<typeof SideBySideOptions>;
type Settings = z.output<typeof SideBySideOptions>;

const SLOT = 34;

/** A region in one year: a row of the picture with one slot, or more where an indicator has figures of several bodies. */
interface Line {
  readonly id: string;
  readonly name: string;
  /** The name in as many lines as it takes. */
  readonly label: string;
  readonly tone: Tone;
  readonly slots: readonly string[];
}

const lineId = (row: ChartRow) => `${row.region} ${row.year}`;

function linesOf(rows: readonly ChartRow[], settings: Settings): Line[] {
  const marked = highlighted(settings);
  const ids = [...new Set(rows.map(lineId))];
  return ids.map((id) => {
    const own = rows.filter((row) => lineId(row) === id);
    const [first] = own as [ChartRow];
    const counts = new Map<string, number>();
    for (const row of own) counts.set(row.indicator, (counts.get(row.indicator) ?? 0) + 1);
    const slots = Array.from({ length: Math.max(...counts.values()) }, (_, i) => (i === 0 ? id : `${id} ${i + 1}`));
    const name = `${first.name} ${CHART_WORDS[settings.language].year(first.year)}`;
    const label = rowLabel(name, settings.width);
    return { id, name, label, tone: marked.has(first.region) ? "highlight" : "plain", slots };
  });
}

/** The body that most figures count; only others are written beside their marks. */
function usualBody(rows: readonly ChartRow[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { body, value } of rows) if (value !== null) counts.set(body, (counts.get(body) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The label of a value beside its mark: right of it, or left where the mark stands in the right half of the panel. */
function valueText(row: ChartRow, tone: Tone, x: Scale, y: string, usual: string | null, language: Language): TextRow {
  const domain = x.domain as [number, number];
  const span = edgesOf(row, domain);
  const left = scalePosition(x, row.value as number) > 0.5;
  const body = row.body === usual ? null : bodyWord(row.body, language);
  const value = valueInWords(row, language, true);
  const gap = span !== null && (left ? span.openStart : span.openEnd) ? 18 : 10;
  const [from, to] = span === null ? [row.value as number, row.value as number] : [span.from, span.to];
  const place = { x: left ? from : to, y, dx: left ? -gap : gap, anchor: left ? "end" : "start" } as const;
  const text = body === null ? value : value + CHART_WORDS[language].inBrackets(body);
  return { ...words(text, row.key, place), ...carried(row, tone, language) };
}

/** Marks of one indicator; a region without a row for it is not reported. */
function panelMarks(
  rows: readonly ChartRow[],
  lines: readonly Line[],
  indicator: string,
  x: Scale,
  usual: string | null,
  settings: Settings,
): Mark[] {
  const { language } = settings;
  const say = CHART_WORDS[language];
  const domain = x.domain as [number, number];
  const dots: { row: ChartRow; y: string; tone: Tone }[] = [];
  const texts: TextRow[] = [];
  for (const line of lines) {
    const own = rows.filter((row) => row.indicator === indicator && lineId(row) === line.id);
    if (own.length === 0)
      texts.push(words(say.missing.not_reported, `${line.id} ${indicator}`, { y: line.id, dx: 6, tone: "missing" }));
    for (const [i, row] of own.entries()) {
      const y = line.slots[i] as string;
      if (row.value !== null) dots.push({ row, y, tone: line.tone });
      else
        texts.push({
          ...words(valueInWords(row, language), row.key, { y, dx: 6 }),
          ...carried(row, "missing", language),
        });
    }
  }
  const spans: IntervalRow[] = dots.flatMap(({ row, y, tone }) => intervalOf(row, tone, language, domain, y));
  return [
    { kind: "interval", rows: spans },
    { kind: "dot", rows: dots.map(({ row, y, tone }) => dotOf(row, tone, language, row.value as number, y)) },
    { kind: "text", rows: [...texts, ...dots.map(({ row, y, tone }) => valueText(row, tone, x, y, usual, language))] },
  ];
}

/** The words in cells without a figure. */
const missingCells = (panel: PanelSpec): TextRow[] =>
  panel.marks.flatMap((mark) => (mark.kind === "text" ? mark.rows.filter((row) => row.tone === "missing") : []));

function panelsOf(
  rows: readonly ChartRow[],
  lines: readonly Line[],
  indicators: readonly string[],
  settings: Settings,
): PanelSpec[] {
  const { language } = settings;
  const say = CHART_WORDS[language];
  const usual = usualBody(rows);
  const domain = lines.flatMap((line) => line.slots);
  const labels = lines.flatMap((line) =>
    line.slots.map((value, i) => ({ value, label: line.label, tone: i === 0 ? line.tone : ("muted" as const) })),
  );
  return indicators.map((indicator, i) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const first = own[0] as ChartRow;
    const percent = first.unit === "percent";
    const values = own.flatMap(extentOf);
    const unit = unitWord(first, language);
    const x = numberScale(values.length === 0 ? values : [0, ...values], {
      language,
      percent,
      whole: true,
      count: 2,
      title: percent || unit === "" ? null : say.unitTitle(unit),
    });
    const y: Scale = { kind: "band", domain, ticks: i === 0 ? labels : [], title: null, grid: true };
    return {
      key: indicator,
      title: measureName(first, language),
      x,
      y,
      marks: panelMarks(rows, lines, indicator, x, usual, settings),
    };
  });
}

/** What is said below: that figures count different bodies, what hollow dots are, which residents are counted. */
function notes(shown: readonly ChartRow[], language: Language): (string | null)[] {
  const say = CHART_WORDS[language];
  const usual = usualBody(shown);
  const bodies = new Set(shown.filter((row) => row.value !== null).map((row) => row.body)).size > 1;
  return [
    bodies ? say.bodiesDiffer : null,
    bodies && usual !== null ? say.bodyOtherwise(bodyWord(usual, language) as string) : null,
    inexactNote(shown, language),
    partYearNote(shown, language),
    basisNote(shown, language),
  ];
}

/** Every figure in words, a sentence for each region. */
function inSentences(shown: readonly ChartRow[], lines: readonly Line[], language: Language): string[] {
  const say = CHART_WORDS[language];
  return lines.map((line) => {
    const own = shown.filter((row) => lineId(row) === line.id);
    return say.labelled(line.name, say.list(own.map((row) => `${row.indicatorName} ${valueInWords(row, language)}`)));
  });
}

/**
 * How do a few regions compare on several indicators at once? Regions are rows, each indicator is a panel with its own
 * scale.
 *
 * @remarks
 * Unit: each panel has its own; percentages run from 0 to 100. Missing: the reason stands in words in its cell; a region
 * without a row for an indicator has not reported it. Year stands in the label of the row, a body other than the usual
 * one beside its mark; figures of several bodies stand below each other. An edge such as 98 per cent and above is a
 * hollow dot at 98 with an open span.
 *
 * @param rows - a few regions, each in its year, several indicators; no rows give a chart that says so
 * @param options - texts, `highlight`, `indicators`, `language`, `width`
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid`, `unit.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const rows = ["loss_rate", "attendance_rate"].map((indicator) => ({ region: "530623", name: "盐津县", year: 2021, indicator, value: 48.74, unit: "percent" }))
 * expect(sideBySide(rows).panels.map((panel) => panel.key)).toEqual(["loss_rate", "attendance_rate"])
 * ```
 */
export function sideBySide(rows: ColumnTable | Iterable<object>, options: SideBySideOptions = {}): Description {
  const settings = readOptions("sideBySide", SideBySideOptions, options);
  const { language } = settings;
  const say = CHART_WORDS[language];
  const read = chartRows("sideBySide", rows, language);
  const present = [...new Set(read.map((row) => row.indicator))];
  const indicators = settings.indicators?.filter((indicator) => present.includes(indicator)) ?? present;
  if (read.length === 0 || indicators.length === 0) return emptyChart("side-by-side", settings);
  const lines = linesOf(read, settings);
  const shown = read.filter((row) => indicators.includes(row.indicator));
  const panels = panelsOf(shown, lines, indicators, settings);
  const missing = panels.flatMap(missingCells).length;
  const regions = new Set(read.map((row) => row.region)).size;
  const units = indicators.map((id) => unitWord(shown.find((row) => row.indicator === id) as ChartRow, language));
  const labels = lines.map((line) => line.label);
  const texts = frameTexts(settings, shown, {
    title: say.sideTitle(regions),
    takeaway: null,
    subtitle: [new Set(read.map((row) => row.year)).size > 1 ? say.yearsDiffer : null],
    note: notes(shown, language),
  });
  const alt = [
    say.altSide(texts.title, regions, indicators.length),
    missing > 0 ? say.altMissing(missing) : null,
    ...inSentences(shown, lines, language),
  ];
  return {
    chart: "side-by-side",
    language,
    width: settings.width,
    plotHeight: lines.flatMap((line) => line.slots).length * rowHeight(labels, SLOT),
    ...texts,
    unit: [...new Set(units)].join(", "),
    alt: altText(alt, language),
    legend: legendOf(shown, language),
    panels,
  };
}
