import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ColumnTable } from "../model/table.ts";
import { Break, breakMarks, breakWords } from "./break-marks.ts";
import { ChartOptions, readOptions } from "./chart-options.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
import { dodge } from "./dodge.ts";
import { extentOf } from "./edges.ts";
import { bodyWord } from "./evidence.ts";
import {
  altText,
  basisNote,
  emptyChart,
  frameTexts,
  inexactNote,
  missingNote,
  partYearNote,
  yearsOf,
} from "./frame.ts";
import { legendOf } from "./legend.ts";
import { numberScale } from "./number-scale.ts";
import { measureName, shortQuantity, unitWord, valueInWords } from "./quantity.ts";
import { carried, dotOf, whiskerOf, words } from "./row-marks.ts";
import { scalePosition } from "./scale-position.ts";
import type { Description, Mark, Scale, TextRow } from "./spec.ts";
import { lineRows, type Series, seriesOf } from "./trend-series.ts";

/** Options of {@link trendLines}; `breaks` are drawn, and no line crosses them. */
export const TrendLinesOptions = ChartOptions.extend({ breaks: z.array(Break).default([]) });
export type TrendLinesOptions = z.input<typeof TrendLinesOptions>;
type Settings = z.output<typeof TrendLinesOptions>;

const HEIGHT = 320;
const LABEL_LINE = 17;

/** Labels at the last points, moved apart, with a hairline where one had to move. */
function endLabels(series: readonly Series[], y: Scale, settings: Settings): TextRow[] {
  const ends = series.flatMap((line) => {
    const row = line.rows.findLast((candidate) => candidate.value !== null);
    return row === undefined ? [] : [{ line, row }];
  });
  const places = ends.map(({ row }) => (1 - scalePosition(y, row.value as number)) * HEIGHT);
  const middles = dodge(places, LABEL_LINE, 0, HEIGHT);
  return ends.map(({ line, row }, i) => {
    const dy = (middles[i] as number) - (places[i] as number);
    const last = row.year === Math.max(...ends.map((end) => end.row.year));
    const say = CHART_WORDS[settings.language];
    const text = `${line.label} ${valueInWords(row, settings.language, true)}${last ? "" : say.inBrackets(say.year(row.year))}`;
    const moved = { x: null, edge: "end" as const, y: row.value, dx: 14, dy, leader: Math.abs(dy) > 3 || !last };
    return {
      ...words(text, row.key, moved),
      ...carried(row, line.tone === "muted" ? "plain" : line.tone, settings.language),
    };
  });
}

/** Ticks at whole years, thinned where they would touch. */
function yearScale(rows: readonly ChartRow[], width: number): Scale {
  const years = rows.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const most = Math.max(2, Math.floor((width * 0.6) / 44));
  const step = [1, 2, 5, 10, 20, 50, 100].find((candidate) => (last - first) / candidate + 1 <= most) ?? 200;
  const ticks: number[] = [];
  for (let year = step === 1 ? first : Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return {
    kind: "linear",
    domain: first === last ? [first - 1, last + 1] : [first - (last - first) * 0.03, last + (last - first) * 0.03],
    ticks: ticks.map((value) => ({ value, label: String(value), tone: "muted" })),
    title: null,
    grid: false,
  };
}

/** First and last figure of a line, in words; none where they are not comparable or the same. */
function change(line: Series, breaks: readonly Break[], language: Language): string | null {
  const known = line.rows.filter((row) => row.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  if (breaks.some(({ year }) => first.year < year && year <= last.year)) return null;
  const say = CHART_WORDS[language];
  const value = (row: ChartRow) => say.qualifier[row.qualifier](shortQuantity(row.value as number, row, language));
  return say.altSeries(line.label, say.year(first.year), value(first), say.year(last.year), value(last));
}

function marksOf(series: readonly Series[], x: Scale, y: Scale, breaks: readonly Break[], settings: Settings): Mark[] {
  const { language } = settings;
  const years = breaks.map((one) => one.year);
  const domain = y.domain as [number, number];
  // What is brought out is drawn last, above the others.
  const drawn = series.toSorted((a, b) => Number(a.tone === "highlight") - Number(b.tone === "highlight"));
  const points = drawn.flatMap((line) => line.rows.filter((row) => row.value !== null).map((row) => ({ line, row })));
  return [
    ...breakMarks(breaks, x, language),
    { kind: "line", rows: drawn.flatMap((line) => lineRows(line, years, language)) },
    { kind: "whisker", rows: points.flatMap(({ line, row }) => whiskerOf(row, line.tone, language, domain)) },
    {
      kind: "dot",
      rows: points.map(({ line, row }) => dotOf(row, line.tone, language, row.year, row.value as number)),
    },
    { kind: "text", rows: endLabels(series, y, settings) },
  ];
}

/**
 * How did figures move over the years? One line a region, and a line of its own for each indicator and body, named at its
 * end.
 *
 * @remarks
 * Unit: that of the rows, one for all. Missing: a year without a figure is a gap and stands in the note with its reason;
 * no line crosses a gap or a series break. A value that is only an edge or an approximation is a hollow dot.
 *
 * @param rows - figures of several years; no rows give a chart that says so
 * @param options - texts, `highlight`, `breaks`, `language`, `width`
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid`, `unit.conflicting`
 * @example
 * ```ts @import.meta.vitest
 * const rows = [2018, 2020].map((year) => ({ region: "370000", name: "山东省", year, indicator: "rate", value: year - 2010, unit: "percent" }))
 * expect(trendLines(rows).panels[0]?.marks.find((mark) => mark.kind === "line")?.rows).toHaveLength(3)
 * ```
 */
export function trendLines(rows: ColumnTable | Iterable<object>, options: TrendLinesOptions = {}): Description {
  const settings = readOptions("trendLines", TrendLinesOptions, options);
  const { language } = settings;
  const say = CHART_WORDS[language];
  const read = chartRows("trendLines", rows, language);
  const [first] = read;
  if (first === undefined) return emptyChart("trend-lines", settings);
  refuseConflicts(read);
  const known = read.filter((row) => row.value !== null);
  const percent = first.unit === "percent";
  const unit = unitWord(first, language);
  const y = numberScale(known.flatMap(extentOf), {
    language,
    percent,
    title: null,
  });
  const x = yearScale(read, settings.width);
  const years = read.map((row) => row.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const indicators = [...new Set(read.map((row) => row.indicator))];
  const breaks = settings.breaks.filter(
    (one) => from < one.year && one.year <= to && (one.indicator == null || indicators.includes(one.indicator)),
  );
  const series = seriesOf(read, settings);
  const changes = series.map((line) => change(line, breaks, language)).filter((sentence) => sentence !== null);
  const names = [...new Set(read.map((row) => measureName(row, language)))];
  const bodies = [...new Set(read.map((row) => bodyWord(row.body, language)))].filter((body) => body !== null);
  const gaps = series.some((line) => lineRows(line, [], language).some((row) => row.y === null));
  const texts = frameTexts(settings, read, {
    title: say.trendTitle(say.list(names), yearsOf(read, language)),
    takeaway: changes.length > 0 && changes.length <= 2 ? say.sentence(changes.join(say.pause)) : null,
    subtitle: [
      percent || unit === "" ? null : say.unitTitle(unit),
      bodies.length === 1 ? say.countedBody(bodies[0] as string) : null,
      bodies.length > 1 ? say.bodiesNamed : null,
    ],
    note: [
      missingNote(read, language),
      gaps ? say.gaps : null,
      inexactNote(read, language),
      partYearNote(read, language),
      basisNote(read, language),
    ],
  });
  return {
    chart: "trend-lines",
    language,
    width: settings.width,
    plotHeight: HEIGHT,
    ...texts,
    unit,
    alt: altText(
      [
        say.altTrend(texts.title, series.length),
        ...changes.slice(0, 5),
        ...breaks.map((one) => breakWords(one, language)),
        missingNote(read, language),
      ],
      language,
    ),
    legend: legendOf(known, language, true),
    panels: [{ key: "values", title: null, x, y, marks: marksOf(series, x, y, breaks, settings) }],
  };
}

/** One axis takes one unit, and one line one figure a year. */
function refuseConflicts(rows: readonly ChartRow[]): void {
  const [first] = rows as [ChartRow];
  const other = rows.find((row) => row.unit !== first.unit);
  if (other !== undefined) throw new ComparandaError("unit.conflicting", { got: other.unit, expected: first.unit });
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(row.key)) {
      const expected = "one row for a region, year, indicator and body";
      throw new ComparandaError("argument.invalid", {
        verb: "trendLines",
        argument: "rows",
        got: row.key,
        expected,
        suggestion: null,
      });
    }
    seen.add(row.key);
  }
}
