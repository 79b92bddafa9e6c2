import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import type { ChartSettings } from "./chart-options.ts";
import type { ChartRow } from "./chart-row.ts";
import { periodInWords } from "./evidence.ts";
import type { Description, Tone } from "./spec.ts";

/** Sources named one by one before the rest is only counted. */
const NAMED_SOURCES = 3;

/** What a chart proposes for the texts around it; the caller's words come first. */
export interface FrameDefaults {
  readonly title: string;
  readonly takeaway: string | null;
  readonly subtitle: readonly (string | null)[];
  readonly note: readonly (string | null)[];
}

/** Parts of a line that follow each other; null where there is none. */
function joined(parts: readonly (string | null)[], by: string): string | null {
  const kept = parts.filter((part) => part !== null && part !== "");
  return kept.length === 0 ? null : kept.join(by);
}

/** The line of sources: each title once, in the order of the rows. */
export function sourceLine(rows: readonly ChartRow[], language: Language): string {
  const words = CHART_WORDS[language];
  const titles = [...new Set(rows.map((row) => row.source).filter((title) => title !== null))];
  if (titles.length === 0) return words.noSource;
  const named = titles.slice(0, NAMED_SOURCES);
  return words.source(titles.length > NAMED_SOURCES ? [...named, words.moreSources(titles.length)] : named);
}

/** The texts of the frame, from the caller where given, otherwise as the chart proposes. */
export function frameTexts(settings: ChartSettings, rows: readonly ChartRow[], defaults: FrameDefaults) {
  const own = (text: string | null | undefined, otherwise: string | null) => (text === undefined ? otherwise : text);
  const between = settings.language === "en" ? " " : "";
  return {
    title: settings.title ?? defaults.title,
    takeaway: own(settings.takeaway, defaults.takeaway),
    subtitle: own(settings.subtitle, joined(defaults.subtitle, " · ")),
    note: own(settings.note, joined(defaults.note, between)),
    source: settings.source ?? sourceLine(rows, settings.language),
  };
}

/** A chart of no rows: it says so, and shows nothing. */
export function emptyChart(chart: string, settings: ChartSettings): Description {
  const words = CHART_WORDS[settings.language];
  const texts = frameTexts(settings, [], { title: words.noRows, takeaway: null, subtitle: [], note: [] });
  return {
    chart,
    language: settings.language,
    width: settings.width,
    plotHeight: 0,
    ...texts,
    takeaway: settings.title === undefined ? texts.takeaway : (texts.takeaway ?? words.noRows),
    unit: "",
    alt: words.sentence([...new Set([texts.title, words.noRows])].join(words.stop)),
    legend: [],
    panels: [],
  };
}

/** Tone of a region's marks: brought out, or as all others. */
export function regionTone(row: ChartRow, highlight: ReadonlySet<string>): Tone {
  return highlight.has(row.region) ? "highlight" : row.value === null ? "missing" : "plain";
}

/** The list of rows without a value, with region, year and reason. */
export function missingNote(rows: readonly ChartRow[], language: Language): string | null {
  const words = CHART_WORDS[language];
  const entries = rows
    .filter((row) => row.missing !== null)
    .map(
      (row) => `${row.name} ${words.year(row.year)}${words.inBrackets(words.missing[row.missing ?? "not_reported"])}`,
    );
  return entries.length === 0 ? null : words.missingList(words.list([...new Set(entries)]));
}

/** What the population is that figures are divided by, once for all rows. */
export function basisNote(rows: readonly ChartRow[], language: Language): string | null {
  const words = CHART_WORDS[language];
  const known = rows.filter((row) => row.basis !== null);
  const said = known.map((row) =>
    words.basis(words.basisNames[row.basis as string] ?? (row.basis as string), row.basisYear),
  );
  return said.length === 0 ? null : [...new Set(said)].join(language === "en" ? " " : "");
}

/** The note on hollow dots, where there are any. */
export function inexactNote(rows: readonly ChartRow[], language: Language): string | null {
  return rows.some((row) => row.value !== null && row.qualifier !== "exact") ? CHART_WORDS[language].inexactNote : null;
}

/** The rows that do not cover their calendar year. */
export function partYearNote(rows: readonly ChartRow[], language: Language): string | null {
  const words = CHART_WORDS[language];
  const parts = rows.filter((row) => row.period !== null && row.value !== null);
  const entries = parts.map((row) => row.name + words.inBrackets(periodInWords(row, language)));
  return entries.length === 0 ? null : words.partYears(words.list([...new Set(entries)]));
}

/** Years of the rows, in words. */
export function yearsOf(rows: readonly ChartRow[], language: Language): string {
  const years = rows.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? CHART_WORDS[language].year(first) : CHART_WORDS[language].years(first, last);
}

/** Alternative text of several sentences. */
export function altText(sentences: readonly (string | null)[], language: Language): string {
  const words = CHART_WORDS[language];
  const kept = sentences.filter((sentence) => sentence !== null && sentence !== "") as string[];
  return kept.map(words.sentence).join(language === "en" ? " " : "");
}
