import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ColumnTable } from "../model/table.ts";
import { ChartOptions, highlighted, readOptions } from "./chart-options.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
import { dodge } from "./dodge.ts";
import { bodyWord } from "./evidence.ts";
import { altText, basisNote, emptyChart, frameTexts, inexactNote, partYearNote } from "./frame.ts";
import { numberScale } from "./number-scale.ts";
import { measureName, unitWord, valueInWords } from "./quantity.ts";
import { rowHeight, rowLabel } from "./row-label.ts";
import { carried, dotOf, words } from "./row-marks.ts";
import { scalePosition } from "./scale-position.ts";
import type { Description, Mark, Scale, TextRow, Tone } from "./spec.ts";

/** Options of {@link slope}; `years`: the two years, by default the first and the last of the rows. */
export const SlopeOptions = ChartOptions.extend({ years: z.tuple([z.int(), z.int()]).optional() });
export type SlopeOptions = z.input<typeof SlopeOptions>;
type Settings = z.output<typeof SlopeOptions>;

const LABEL_LINE = 17;
const LOWEST = 320;
/** Share of the picture that labels of one side may take before they are broken into lines. */
const LABEL_SHARE = 0.26;

/** One end of a line: −1 left, 1 right. */
interface End {
  readonly row: ChartRow;
  readonly side: -1 | 1;
  readonly tone: Tone;
}

/** Height of a label with the space below it, and of the plot. */
interface Frame {
  readonly line: number;
  readonly height: number;
}

/** A region with a figure in both years. */
interface Pair {
  readonly before: ChartRow;
  readonly after: ChartRow;
  readonly tone: Tone;
}

/** Regions with both years, and what the others lack. */
function pairsOf(rows: readonly ChartRow[], years: readonly [number, number], settings: Settings) {
  const marked = highlighted(settings);
  const pairs: Pair[] = [];
  const lacking: { name: string; year: number; row: ChartRow | undefined }[] = [];
  for (const region of new Set(rows.map((row) => row.region))) {
    const own = rows.filter((row) => row.region === region);
    const [before, after] = years.map((year) => own.find((row) => row.year === year));
    if (before !== undefined && after !== undefined && before.value !== null && after.value !== null) {
      const tone = marked.has(region) ? "highlight" : marked.size > 0 ? "muted" : "plain";
      pairs.push({ before, after, tone });
    }
    for (const [i, row] of [before, after].entries())
      if (row === undefined || row.value === null)
        lacking.push({ name: own[0]?.name ?? region, year: years[i] as number, row });
  }
  return { pairs, lacking };
}

/** Name and value at one end of a line, broken where the name is long. */
function endLabel({ row, side }: End, { language, width }: Settings): string {
  const value = valueInWords(row, language, true);
  return rowLabel(side < 0 ? `${row.name} ${value}` : `${value} ${row.name}`, width, LABEL_SHARE);
}

/** Labels of one end, moved apart. */
function endTexts(ends: readonly End[], y: Scale, frame: Frame, settings: Settings): TextRow[] {
  const places = ends.map(({ row }) => (1 - scalePosition(y, row.value as number)) * frame.height);
  const middles = dodge(places, frame.line, frame.line / 2 - 9, frame.height - frame.line / 2 + 9);
  // Where one label had to move, all stand farther off, flush below each other.
  const moved = middles.some((middle, i) => Math.abs(middle - (places[i] as number)) > 3);
  return ends.map((end, i) => {
    const { row, side, tone } = end;
    const dy = (middles[i] as number) - (places[i] as number);
    const place = { x: row.year, y: row.value, dx: side * (moved ? 26 : 12), dy, leader: Math.abs(dy) > 3 } as const;
    const text = words(endLabel(end, settings), row.key, { ...place, anchor: side < 0 ? "end" : "start" });
    return { ...text, ...carried(row, tone === "muted" ? "plain" : tone, settings.language) };
  });
}

/** Both ends of all lines, those brought out last, above the others. */
function endsOf(pairs: readonly Pair[], side: -1 | 1): End[] {
  const drawn = pairs.toSorted((a, b) => Number(a.tone === "highlight") - Number(b.tone === "highlight"));
  return drawn.map(({ before, after, tone }) => ({ row: side < 0 ? before : after, side, tone }));
}

/** Room for the labels: as high as the tallest, and high enough for all below each other. */
function frameOf(pairs: readonly Pair[], settings: Settings): Frame {
  const labels = ([-1, 1] as const).flatMap((side) => endsOf(pairs, side).map((end) => endLabel(end, settings)));
  const line = rowHeight(labels, LABEL_LINE);
  return { line, height: Math.max(LOWEST, pairs.length * (line + 3)) };
}

function marksOf(
  pairs: readonly Pair[],
  years: readonly [number, number],
  y: Scale,
  frame: Frame,
  settings: Settings,
): Mark[] {
  const { language } = settings;
  const [before, after] = [endsOf(pairs, -1), endsOf(pairs, 1)];
  const ends = before.flatMap((end, i) => [end, after[i] as End]);
  const uprights = years.map((x) => ({
    key: `year ${x}`,
    tone: "muted" as const,
    evidence: null,
    x,
    y: null,
    dashed: false,
  }));
  const points = ends.map(({ row, tone }) => ({
    ...carried(row, tone, language),
    series: row.region,
    x: row.year,
    y: row.value,
    dashed: false,
  }));
  return [
    { kind: "rule", rows: uprights },
    { kind: "line", rows: points },
    { kind: "dot", rows: ends.map(({ row, tone }) => dotOf(row, tone, language, row.year, row.value as number)) },
    { kind: "text", rows: [...endTexts(before, y, frame, settings), ...endTexts(after, y, frame, settings)] },
  ];
}

function refuseMixture(rows: readonly ChartRow[]): void {
  const refuse = (got: string, expected: string) => {
    throw new ComparandaError("argument.invalid", { verb: "slope", argument: "rows", got, expected, suggestion: null });
  };
  const indicators = [...new Set(rows.map((row) => row.indicator))];
  if (indicators.length > 1) refuse(indicators.join(", "), "one indicator");
  const seen = new Set<string>();
  for (const { region, year } of rows) {
    if (seen.has(`${region} ${year}`)) refuse(`${region} ${year} twice`, "one row for a region and year");
    seen.add(`${region} ${year}`);
  }
}

/** Bodies of a region that differ between the two years make its slope a false one: said in the note. */
function bodyNote(pairs: readonly Pair[], language: Language): string | null {
  const say = CHART_WORDS[language];
  const changed = pairs
    .filter(({ before, after }) => before.body !== after.body)
    .map(({ before, after }) => {
      const bodies = [before, after].map((row) => bodyWord(row.body, language) ?? say.notStated);
      return before.name + say.inBrackets(bodies.join(" → "));
    });
  return changed.length === 0 ? null : say.sentence(say.labelled(say.bodyChanged, say.list(changed)));
}

/**
 * Who rose and who fell between two years? A line a region, name and value at both ends.
 *
 * @remarks
 * Unit: that of the rows. Missing: a region without one of the years has no line and stands in the note with the year it
 * lacks and the reason. Years between the two are not drawn.
 *
 * @param rows - one indicator, one row a region and year; no rows give a chart that says so
 * @param options - texts, `highlight`, `years`, `language`, `width`
 * @throws {@link ComparandaError} `column.missing`, `argument.invalid`, `unit.conflicting`; `argument.missing` where the
 * rows have but one year
 * @example
 * ```ts @import.meta.vitest
 * const rows = [2013, 2014].map((year) => ({ region: "530100", name: "昆明市", year, indicator: "cases", value: year - 2000, unit: "case" }))
 * expect(slope(rows).panels[0]?.x.domain).toEqual([2013, 2014])
 * ```
 */
export function slope(rows: ColumnTable | Iterable<object>, options: SlopeOptions = {}): Description {
  const settings = readOptions("slope", SlopeOptions, options);
  const { language } = settings;
  const say = CHART_WORDS[language];
  const read = chartRows("slope", rows, language);
  const [first] = read;
  if (first === undefined) return emptyChart("slope", settings);
  refuseMixture(read);
  const all = read.map((row) => row.year);
  const years = settings.years ?? [Math.min(...all), Math.max(...all)];
  if (years[0] === years[1])
    throw new ComparandaError("argument.missing", { verb: "slope", argument: "years", expected: "rows of two years" });
  const { pairs, lacking } = pairsOf(read, years, settings);
  const frame = frameOf(pairs, settings);
  const unit = unitWord(first, language);
  const ends = pairs.flatMap(({ before, after }) => [before, after]);
  const y: Scale = {
    ...numberScale(
      ends.map((row) => row.value as number),
      { language, percent: first.unit === "percent", title: null },
    ),
    ticks: [],
    grid: false,
  };
  const ticks = years.map((year) => ({ value: year, label: String(year), tone: "plain" as const }));
  const x: Scale = { kind: "linear", domain: years, ticks, title: null, grid: false };
  const moved = (sign: number) =>
    pairs.filter(({ before, after }) => Math.sign((after.value as number) - (before.value as number)) === sign).length;
  const changes = pairs.length === 0 ? null : say.sentence(say.changes(moved(1), moved(-1), moved(0)));
  const lack = lacking.map(
    ({ name, year, row }) => name + say.inBrackets(`${say.year(year)} ${say.missing[row?.missing ?? "not_reported"]}`),
  );
  const missing = lack.length === 0 ? null : say.missingList(say.list(lack));
  const texts = frameTexts(settings, read, {
    title: say.slopeTitle(measureName(first, language), years[0], years[1]),
    takeaway: changes,
    subtitle: [
      unit === "" || first.unit === "percent" ? null : say.unitTitle(unit),
      say.bothYears(pairs.length, new Set(read.map((row) => row.region)).size),
    ],
    note: [
      missing,
      bodyNote(pairs, language),
      inexactNote(ends, language),
      partYearNote(ends, language),
      basisNote(read, language),
    ],
  });
  return {
    chart: "slope",
    language,
    width: settings.width,
    plotHeight: frame.height,
    ...texts,
    unit,
    alt: altText([say.altSlope(texts.title, pairs.length), changes, missing], language),
    legend: [],
    panels: [{ key: "values", title: null, x, y, marks: marksOf(pairs, years, y, frame, settings) }],
  };
}
