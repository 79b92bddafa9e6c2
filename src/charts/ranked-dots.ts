import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { ColumnTable } from "../model/table.ts";
import { ChartOptions, highlighted, readOptions } from "./chart-options.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
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
  regionTone,
  yearsOf,
} from "./frame.ts";
import { legendOf } from "./legend.ts";
import { numberScale } from "./number-scale.ts";
import { measureName, shortQuantity, unitWord, valueInWords } from "./quantity.ts";
import { rankTakeaway } from "./rank-takeaway.ts";
import { rowHeight, rowLabel } from "./row-label.ts";
import { carried, dotOf, intervalOf, words } from "./row-marks.ts";
import type { Description, Mark, Scale } from "./spec.ts";
import { valueColumns } from "./value-columns.ts";

/** Options of {@link rankedDots}; `values` and `ranks` print the columns at the right. */
export const RankedDotsOptions = ChartOptions.extend({
  values: z.boolean().default(true),
  ranks: z.boolean().default(true),
});
export type RankedDotsOptions = z.input<typeof RankedDotsOptions>;
type Settings = z.output<typeof RankedDotsOptions>;

/** Height of a row: airy for a few regions, still legible for sixty. */
const airy = (rows: number) => (rows <= 12 ? 28 : rows <= 35 ? 22 : 19);

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

/** Names of the rows, with year and body where rows differ in them. */
function labelsOf(rows: readonly ChartRow[], { language, width }: Settings): string[] {
  const say = CHART_WORDS[language];
  const years = new Set(rows.map((row) => row.year)).size > 1;
  const bodies = differInBody(rows);
  return rows.map((row) => {
    const body = bodies ? bodyWord(row.body, language) : null;
    const name = years ? `${row.name} ${say.year(row.year)}` : row.name;
    return rowLabel(body === null ? name : name + say.inBrackets(body), width);
  });
}

/** Whether the figures count more than one body; rows without a figure count none. */
const differInBody = (rows: readonly ChartRow[]) =>
  new Set(rows.filter((row) => row.value !== null).map((row) => row.body)).size > 1;

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
  const side = valueColumns(known, settings);
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
    title: say.rankTitle(measureName(first, language), yearsOf(sorted, language)),
    takeaway: rankTakeaway(known, highlighted(settings), language),
    subtitle: [percent || unit === "" ? null : say.unitTitle(unit), say.reporting(reported, total), better],
    note: [
      inexactNote(sorted, language),
      partYearNote(sorted, language),
      differInBody(sorted) ? say.bodiesDiffer : null,
      basisNote(sorted, language),
    ],
  });
  const labels = labelsOf(sorted, settings);
  const ticks = sorted.map((row, i) => ({
    value: row.region,
    label: labels[i] as string,
    tone: regionTone(row, highlighted(settings)),
  }));
  const y: Scale = { kind: "band", domain: sorted.map((row) => row.region), ticks, title: null, grid: true };
  const missing = sorted.length - known.length;
  return {
    chart: "ranked-dots",
    language,
    width: settings.width,
    plotHeight: sorted.length * rowHeight(labels, airy(sorted.length)),
    ...texts,
    unit,
    alt: altText(
      [
        say.altRank(texts.title, sorted.length),
        rankTakeaway(known, new Set(), language),
        missing > 0 ? say.altMissing(missing) : null,
        missingNote(sorted, language),
      ],
      language,
    ),
    legend: legendOf(known, language),
    panels: [{ key: "values", title: null, x, y, marks: marksOf(sorted, settings, x) }],
  };
}
