import { z } from "zod";
import { ComparandaError } from "../model/errors.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ColumnTable } from "../model/table.ts";
import { textWidth } from "../util/text-width.ts";
import { ChartOptions, type ChartSettings, highlighted, readOptions } from "./chart-options.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
import { extentOf } from "./edges.ts";
import { bodyWord } from "./evidence.ts";
import { altText, basisNote, emptyChart, frameTexts, inexactNote, missingNote, regionTone, yearsOf } from "./frame.ts";
import { legendOf } from "./legend.ts";
import { numberScale } from "./number-scale.ts";
import { columnInWords, quantity, shortQuantity, unitWord, valueInWords } from "./quantity.ts";
import { carried, dotOf, intervalOf, words } from "./row-marks.ts";
import type { Description, Mark, Scale, TextRow } from "./spec.ts";
import { TYPE_SCALE } from "./type-scale.ts";

/** Options of {@link rankedDots}; `values` and `ranks` print the columns at the right. */
export const RankedDotsOptions = ChartOptions.extend({
  values: z.boolean().default(true),
  ranks: z.boolean().default(true),
});
export type RankedDotsOptions = z.input<typeof RankedDotsOptions>;
type Settings = z.output<typeof RankedDotsOptions>;

/** Height of a row: airy for a few regions, still legible for sixty. */
const rowHeight = (rows: number) => (rows <= 12 ? 28 : rows <= 35 ? 22 : 19);

/** By rank, or by value in the better order; rows without a value last, all in the order they came otherwise. */
function ordered(rows: readonly ChartRow[]): ChartRow[] {
  const sign = rows.some((row) => row.direction === "lower_better") ? 1 : -1;
  const place = (row: ChartRow) => row.rank ?? Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return place(a) === place(b) ? sign * (a.value - b.value) : place(a) - place(b);
  });
}

function refuseRepeats(rows: readonly ChartRow[]): void {
  const seen = new Set<string>();
  for (const { region, name } of rows) {
    if (seen.has(region)) {
      const expected = "one row a region: one indicator, one year, one body";
      const got = `${name} (${region}) twice`;
      throw new ComparandaError("argument.invalid", {
        verb: "rankedDots",
        argument: "rows",
        got,
        expected,
        suggestion: null,
      });
    }
    seen.add(region);
  }
}

/** The name of a row, with year and body where rows differ in them. */
function rowLabel(row: ChartRow, rows: readonly ChartRow[], language: Language): string {
  const years = new Set(rows.map((other) => other.year)).size > 1;
  const bodies = new Set(rows.map((other) => other.body)).size > 1;
  const body = bodies ? bodyWord(row.body, language) : null;
  const name = years ? `${row.name} ${CHART_WORDS[language].year(row.year)}` : row.name;
  return body === null ? name : name + CHART_WORDS[language].inBrackets(body);
}

/** A column of texts right of the panel, set flush right below its head. */
function column(head: string, cells: readonly { row: ChartRow; text: string }[], left: number, settings: Settings) {
  const { size } = TYPE_SCALE.mark;
  const marked = highlighted(settings);
  const width = Math.max(...[head, ...cells.map((cell) => cell.text)].map((text) => textWidth(text, size, true)));
  const dx = left + Math.ceil(width);
  const texts: TextRow[] = cells.map(({ row, text }) => ({
    ...words(text, row.key, { edge: "end", y: row.region, dx, anchor: "end" }),
    ...carried(row, marked.has(row.region) ? "highlight" : "plain", settings.language),
  }));
  return {
    texts: [words(head, "head", { edge: "end", dx, dy: -13, anchor: "end", tone: "muted" }), ...texts],
    right: dx,
  };
}

/** The columns of values and ranks. */
function columns(known: readonly ChartRow[], settings: Settings): TextRow[] {
  const { language } = settings;
  const say = CHART_WORDS[language];
  const rows: TextRow[] = [];
  let left = 14;
  if (settings.values && known.length > 0) {
    const texts = columnInWords(known, language);
    const cells = known.map((row, i) => ({ row, text: texts[i] as string }));
    const values = column(say.valueHead, cells, left, settings);
    rows.push(...values.texts);
    left = values.right + 18;
  }
  if (settings.ranks && known.some((row) => row.rank !== null)) {
    const ranges = known.some((row) => row.rankFrom !== null && row.rankTo !== null);
    const cells = known
      .filter((row) => row.rank !== null)
      .map((row) => ({ row, text: say.rankCell(row.rank as number, row.rankFrom, row.rankTo) }));
    rows.push(...column(ranges ? say.rankRangeHead : say.rankHead, cells, left, settings).texts);
  }
  return rows;
}

/** The line to compare with and its label above the heads of the columns. */
function benchmarkMarks(settings: Settings, unit: ChartRow, domain: readonly [number, number], above: number): Mark[] {
  const { benchmark, language } = settings;
  if (benchmark === undefined || benchmark === null) return [];
  const label = `${benchmark.label} ${shortQuantity(benchmark.value, unit, language)}`;
  const late = benchmark.value - domain[0] > (domain[1] - domain[0]) / 2;
  const base = { key: "benchmark", tone: "benchmark", evidence: label } as const;
  const text = words(label, "benchmark", {
    x: benchmark.value,
    dx: late ? 4 : -4,
    dy: above,
    anchor: late ? "end" : "start",
    tone: "benchmark",
  });
  return [
    { kind: "rule", rows: [{ ...base, x: benchmark.value, y: null, dashed: true }] },
    { kind: "text", rows: [text] },
  ];
}

/** One sentence: where the regions brought out stand, or who is highest and lowest. */
function takeaway(known: readonly ChartRow[], total: number, settings: ChartSettings): string | null {
  const { language } = settings;
  const say = CHART_WORDS[language];
  const marked = known.filter((row) => highlighted(settings).has(row.region)).slice(0, 2);
  if (marked.length > 0 && marked.every((row) => row.rank !== null)) {
    const sentences = marked.map((row) =>
      say.standing(row.name, valueInWords(row, language), say.rankLine(row.rank as number, row.rankFrom, row.rankTo)),
    );
    return say.sentence(sentences.join(say.pause));
  }
  if (known.length < 2 || total < 2) return null;
  const byValue = known.toSorted((a, b) => (b.value as number) - (a.value as number));
  const [high, low] = [byValue[0] as ChartRow, byValue.at(-1) as ChartRow];
  return say.sentence(
    say.extremes(
      high.name,
      quantity(high.value as number, high, language),
      low.name,
      quantity(low.value as number, low, language),
    ),
  );
}

function marksOf(rows: readonly ChartRow[], settings: Settings, x: Scale): Mark[] {
  const { language } = settings;
  const marked = highlighted(settings);
  const domain = x.domain as [number, number];
  const known = rows.filter((row) => row.value !== null);
  const tone = (row: ChartRow) => regionTone(row, marked);
  const missing = rows
    .filter((row) => row.value === null)
    .map((row) => ({
      ...words(valueInWords(row, language), row.key, { y: row.region, dx: 6 }),
      ...carried(row, "missing", language),
    }));
  const side = columns(known, settings);
  return [
    ...benchmarkMarks(settings, rows[0] as ChartRow, domain, side.length > 0 ? -30 : -13),
    { kind: "interval", rows: known.flatMap((row) => intervalOf(row, tone(row), language, domain, row.region)) },
    { kind: "dot", rows: known.map((row) => dotOf(row, tone(row), language, row.value as number, row.region)) },
    { kind: "text", rows: [...missing, ...side] },
  ];
}

/**
 * Who stands where, and how sure is that? One row a region in the order of rank, each value with its interval, a line to
 * compare with, value and range of ranks at the right.
 *
 * @remarks
 * Unit: that of the rows, one for all. Missing: regions without a value stand at the bottom with the reason in words and
 * have no dot. A value that is only an edge or an approximation is a hollow dot with an open span.
 *
 * @param rows - one row a region: observations or the result of `rank`; no rows give a chart that says so
 * @param options - texts, `highlight`, `benchmark`, `language`, `width`, `values`, `ranks`
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid` for options and for a region with two rows
 * @example
 * ```ts @import.meta.vitest
 * const rows = [{ region: "530623", name: "盐津县", year: 2021, indicator: "litigation_loss_rate", value: 48.74, unit: "percent" }]
 * expect(rankedDots(rows).panels[0]?.y.domain).toEqual(["530623"])
 * ```
 */
export function rankedDots(rows: ColumnTable | Iterable<object>, options: RankedDotsOptions = {}): Description {
  const settings = readOptions("rankedDots", RankedDotsOptions, options);
  const { language } = settings;
  const say = CHART_WORDS[language];
  const sorted = ordered(chartRows("rankedDots", rows, language));
  const [first] = sorted;
  if (first === undefined) return emptyChart("ranked-dots", settings);
  refuseRepeats(sorted);
  const known = sorted.filter((row) => row.value !== null);
  const reported = first.reported ?? known.length;
  const total = first.total ?? sorted.length;
  const values = [...known.flatMap(extentOf), ...(settings.benchmark ? [settings.benchmark.value] : [])];
  const unit = unitWord(first, language);
  const percent = first.unit === "percent";
  const x = numberScale(values, { language, percent, title: null });
  const better =
    first.direction === "higher_better" || first.direction === "lower_better" ? say.better[first.direction] : null;
  const texts = frameTexts(settings, sorted, {
    title: say.rankTitle(first.indicatorName, yearsOf(sorted, language)),
    takeaway: takeaway(known, total, settings),
    subtitle: [percent || unit === "" ? null : say.unitTitle(unit), say.reporting(reported, total), better],
    note: [
      inexactNote(sorted, language),
      new Set(sorted.map((row) => row.body)).size > 1 ? say.bodiesDiffer : null,
      basisNote(sorted, language),
    ],
  });
  const ticks = sorted.map((row) => ({
    value: row.region,
    label: rowLabel(row, sorted, language),
    tone: regionTone(row, highlighted(settings)),
  }));
  const y: Scale = { kind: "band", domain: sorted.map((row) => row.region), ticks, title: null, grid: true };
  const missing = sorted.length - known.length;
  return {
    chart: "ranked-dots",
    language,
    width: settings.width,
    plotHeight: sorted.length * rowHeight(sorted.length),
    ...texts,
    unit,
    alt: altText(
      [
        say.altRank(texts.title, sorted.length),
        takeaway(known, total, { ...settings, highlight: [] }),
        missing > 0 ? say.altMissing(missing) : null,
        missingNote(sorted, language),
      ],
      language,
    ),
    legend: legendOf(known, language),
    panels: [{ key: "values", title: null, x, y, marks: marksOf(sorted, settings, x) }],
  };
}
