import { z } from "zod";
import { ComparandaError } from "../model/errors.ts";
import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ColumnTable } from "../model/table.ts";
import { ChartOptions, highlighted, readOptions } from "./chart-options.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
import { dodge } from "./dodge.ts";
import { bodyWord } from "./evidence.ts";
import { altText, basisNote, emptyChart, frameTexts, inexactNote } from "./frame.ts";
import { numberScale } from "./number-scale.ts";
import { unitWord, valueInWords } from "./quantity.ts";
import { carried, dotOf, words } from "./row-marks.ts";
import { scalePosition } from "./scale-position.ts";
import type { Description, Mark, Scale, TextRow, Tone } from "./spec.ts";

/** Options of {@link slope}; `years`: the two years, by default the first and the last of the rows. */
export const SlopeOptions = ChartOptions.extend({ years: z.tuple([z.int(), z.int()]).optional() });
export type SlopeOptions = z.input<typeof SlopeOptions>;
type Settings = z.output<typeof SlopeOptions>;

const LABEL_LINE = 17;
const LOWEST = 320;

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

/** Names and values at one end, moved apart. */
function endTexts(
  pairs: readonly Pair[],
  end: "before" | "after",
  y: Scale,
  height: number,
  language: Language,
): TextRow[] {
  const places = pairs.map((pair) => (1 - scalePosition(y, pair[end].value as number)) * height);
  const middles = dodge(places, LABEL_LINE, 0, height);
  const side = end === "before" ? -1 : 1;
  // Where one label had to move, all stand farther off, flush below each other.
  const moved = middles.some((middle, i) => Math.abs(middle - (places[i] as number)) > 3);
  return pairs.map((pair, i) => {
    const row = pair[end];
    const value = valueInWords(row, language, true);
    const dy = (middles[i] as number) - (places[i] as number);
    const leader = Math.abs(dy) > 3;
    const place = {
      x: row.year,
      y: row.value,
      dx: side * (moved ? 26 : 12),
      dy,
      anchor: side < 0 ? "end" : "start",
      leader,
    } as const;
    const text = side < 0 ? `${row.name} ${value}` : `${value} ${row.name}`;
    return { ...words(text, row.key, place), ...carried(row, pair.tone === "muted" ? "plain" : pair.tone, language) };
  });
}

function marksOf(
  pairs: readonly Pair[],
  years: readonly [number, number],
  y: Scale,
  height: number,
  language: Language,
): Mark[] {
  const drawn = pairs.toSorted((a, b) => Number(a.tone === "highlight") - Number(b.tone === "highlight"));
  const ends = drawn.flatMap(({ before, after, tone }) => [before, after].map((row) => ({ row, tone })));
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
    {
      kind: "text",
      rows: [...endTexts(pairs, "before", y, height, language), ...endTexts(pairs, "after", y, height, language)],
    },
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
  const height = Math.max(LOWEST, pairs.length * (LABEL_LINE + 3));
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
    title: say.slopeTitle(first.indicatorName, years[0], years[1]),
    takeaway: changes,
    subtitle: [
      unit === "" || first.unit === "percent" ? null : say.unitTitle(unit),
      say.bothYears(pairs.length, new Set(read.map((row) => row.region)).size),
    ],
    note: [missing, bodyNote(pairs, language), inexactNote(ends, language), basisNote(read, language)],
  });
  return {
    chart: "slope",
    language,
    width: settings.width,
    plotHeight: height,
    ...texts,
    unit,
    alt: altText([say.altSlope(texts.title, pairs.length), changes, missing], language),
    legend: [],
    panels: [{ key: "values", title: null, x, y, marks: marksOf(pairs, years, y, height, language) }],
  };
}
