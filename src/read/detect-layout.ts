import type { RegionIndex } from "../registry/region-index.ts";
import { type ColumnFacts, columnFacts } from "./column-facts.ts";
import { decimalMark } from "./decimal-mark.ts";
import { fixedFacts, type TitleFacts } from "./fixed-facts.ts";
import { type HeaderRows, headerRows, sampleRows } from "./header-rows.ts";
import { type LabelColumns, labelColumns } from "./label-columns.ts";
import type { Block, FixedFacts, Layout, LeftOutReason, ValueColumn } from "./layout.ts";
import { regionFit } from "./region-texts.ts";
import { sideBySide } from "./side-by-side.ts";
import { type ValueHeadings, valueColumns } from "./value-columns.ts";

export interface DetectOptions {
  readonly indexes: readonly RegionIndex[];
  /** Texts around the table, nearest last. */
  readonly titles: readonly string[];
  readonly fileName: string;
  /** What the caller or a mapping fixes; null is to be found. */
  readonly fixed?: Partial<FixedFacts>;
  /** The format says that every text column tells rows apart. */
  readonly everyTextTells?: boolean;
  /** Semicolons part the cells. */
  readonly semicolons?: boolean;
  /** Records: no blank repeats what is above it. */
  readonly records?: boolean;
  /** First row of figures, where it is known. */
  readonly bodyStart?: number;
}

/**
 * How is this table to be read: where are its headings, and which columns are which nouns?
 *
 * @remarks
 * Works on the first rows of a table. `certainty` falls with each step that rests on less than a heading that says so;
 * a mapping file replaces the guess. Nothing is read here: the same layout then holds for the rows that follow.
 *
 * @param given - cells of the first rows, merged cells filled
 */
export function detectLayout(given: readonly (readonly string[])[], options: DetectOptions): Layout {
  const rows = given.slice(0, sampleRows(given));
  const header = headerRows(rows, options.bodyStart);
  const columns = columnFacts(rows, header);
  const above = header.titles.map((row) => [...new Set(rows[row] as readonly string[])].filter(Boolean).join(" "));
  const titles = fixedFacts([...options.titles, ...above], options.fileName, options.indexes);
  const runs = sideBySide(columns);
  const parts = runs.map((run) => part(run, options));
  const fixed = fixFacts(parts, titles, options.fixed ?? {});
  const first = parts[0] as Part;
  const leftOut = parts.flatMap(({ labels, unused, block }) => [
    ...labels.leftOut.filter(({ column }) => !block.dimensions.includes(column)),
    ...yearless(block, fixed).map(({ column }) => ({ column, reason: "no_year" as LeftOutReason })),
    ...unused.map(({ column }) => ({ column, reason: "text" as LeftOutReason })),
  ]);
  return {
    shape: first.headings.shape,
    certainty: certaintyOf(header, runs.length, first, titles, fixed, options),
    bodyStart: header.bodyStart,
    headings: columns.map(({ path }) => path.join(" / ")),
    blocks: parts.map(({ block }) => withYears(block, fixed)),
    fillDown: options.records ? [] : parts.flatMap(({ labels }) => fillDownColumns(labels)),
    fixed,
    section: header.section === null ? null : ((rows[header.section] ?? []).find((cell) => cell.trim() !== "") ?? null),
    datesAs: first.headings.datesAs,
    leftOut,
    decimal: decimalMark(
      parts.flatMap(({ labels }) => labels.values.flatMap(({ distinct }) => [...distinct].slice(0, 500))),
      options.semicolons,
    ),
  };
}

/** Columns whose headings name no year beside columns that name theirs: a growth rate, a first year of estimates. */
function yearless({ values, year }: Block, fixed: FixedFacts): readonly ValueColumn[] {
  const some = year === null && fixed.when === null && values.some(({ when }) => when !== null);
  return some ? values.filter(({ when }) => when === null) : [];
}

function withYears(block: Block, fixed: FixedFacts): Block {
  const lacking = new Set(yearless(block, fixed));
  return lacking.size === 0 ? block : { ...block, values: block.values.filter((value) => !lacking.has(value)) };
}

interface Part {
  readonly labels: LabelColumns;
  readonly headings: ValueHeadings;
  readonly block: Block;
  readonly unused: readonly ColumnFacts[];
  /** How the region and indicator were told apart where no heading says so. */
  readonly guessed: boolean;
}

function part(columns: readonly ColumnFacts[], { indexes, everyTextTells = false }: DetectOptions): Part {
  const labels = labelColumns(columns, indexes);
  const headings = valueColumns(labels.values, labels.year !== null, labels.region !== null, indexes);
  const placed = placeTexts(labels, headings, everyTextTells, indexes);
  const columnOf = (facts: ColumnFacts | null) => facts?.column ?? null;
  const list = (facts: readonly ColumnFacts[]) => facts.map(({ column }) => column);
  return {
    labels,
    headings,
    unused: placed.unused,
    guessed: placed.guessed,
    block: {
      region: columnOf(placed.region),
      regionName: columnOf(labels.regionName),
      parents: list(labels.parents),
      year: columnOf(labels.year),
      part: columnOf(labels.part),
      indicator: list(placed.indicator),
      unit: columnOf(labels.unit),
      multiplier: columnOf(labels.multiplier),
      flags: list(labels.flags),
      notes: list(labels.notes),
      source: columnOf(labels.source),
      dimensions: list(placed.dimensions),
      stated: labels.stated,
      values: headings.values,
    },
  };
}

/** What texts of no known role are: the region, names of indicators, or what tells rows apart. */
function placeTexts(labels: LabelColumns, headings: ValueHeadings, all: boolean, indexes: readonly RegionIndex[]) {
  const { texts, doubtful } = labels;
  const indicator = preferNames(labels.indicator);
  if (labels.region !== null || headings.byRegion || texts.length === 0) {
    const known = [labels.region, labels.year, labels.part, ...indicator, ...labels.dimensions].filter(
      (facts) => facts !== null,
    );
    const telling = texts.filter((facts) => all || tellsApart(facts, known));
    const names = indicator.length === 0 && (labels.region === null || headings.byRegion) ? telling : [];
    const also = doubtful.filter((facts) => tellsApart(facts, [...known, ...telling]));
    const dimensions = withoutLabels([
      ...labels.dimensions,
      ...telling.filter((facts) => !names.includes(facts)),
      ...also,
    ]);
    const unused = texts.filter((facts) => !telling.includes(facts));
    return {
      region: labels.region,
      indicator: [...indicator, ...names],
      dimensions,
      unused,
      guessed: names.length > 0,
    };
  }
  // A text of which some labels are places is the region; texts of which none is name what is counted.
  const region = texts.find((facts) => (regionFit(facts.distinct, indexes)?.share ?? 0) >= 0.2) ?? null;
  const rest = texts.filter((facts) => facts !== region);
  return region !== null || indicator.length > 0
    ? { region, indicator, dimensions: [...labels.dimensions, ...rest], unused: [], guessed: true }
    : { region: null, indicator: texts, dimensions: labels.dimensions, unused: [], guessed: true };
}

/** Of a code and its label, one for one, the later is enough: SEX and Sex. */
function withoutLabels(dimensions: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const varied = (facts: ColumnFacts) => facts.distinct.size > 1;
  return dimensions.filter(
    (facts, at) =>
      !dimensions
        .slice(at + 1)
        .some((other) => varied(facts) && varied(other) && !tellsApart(other, [facts]) && !tellsApart(facts, [other])),
  );
}

/** A name of the indicator is read rather than its code, so that the table explains itself. */
function preferNames(columns: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const named = columns.filter((facts) => facts.named === "indicatorName" || /名称|name|label/i.test(facts.last));
  return named.length > 0
    ? named.slice(0, 1)
    : columns.slice(0, 1).concat(columns.slice(1).filter((facts) => tellsApart(facts, columns.slice(0, 1))));
}

/** Whether rows that agree in all known columns differ in this one. */
function tellsApart(facts: ColumnFacts, known: readonly ColumnFacts[]): boolean {
  const seen = new Map<string, string>();
  const length = Math.min(facts.texts.length, ...known.map(({ texts }) => texts.length));
  if (known.length === 0 || known.some(({ texts }) => texts.length !== facts.texts.length))
    return facts.distinct.size > 1;
  for (let row = 0; row < length; row += 1) {
    const key = known.map(({ texts }) => texts[row]).join("\u001f");
    const before = seen.get(key);
    if (before !== undefined && before !== facts.texts[row]) return true;
    seen.set(key, facts.texts[row] as string);
  }
  return false;
}

/** Labels printed once for several rows: the first cell is there, others are blank, and another label goes on beside. */
function fillDownColumns(labels: LabelColumns): number[] {
  // A blank code beside a name is a region without a code, not the region above.
  const region = labels.regionName === null ? [labels.region] : [];
  const candidates = [...region, ...labels.parents, labels.year, ...labels.indicator, ...labels.texts];
  const there = candidates.filter((facts) => facts !== null);
  return there
    .filter(({ counts, filled }) => counts.blank > 0 && filled > 0 && counts.blank >= filled * 0.3)
    .filter((facts) => there.some((other) => other !== facts && other.filled > facts.filled * 1.3))
    .filter(({ firstFilled }) => firstFilled)
    .filter(isPrintedOnce)
    .map(({ column }) => column);
}

/** Most labels have a blank cell below them: a label once a group, not cells that are blank now and then. */
function isPrintedOnce({ texts }: ColumnFacts): boolean {
  const filled = texts.flatMap((text, row) => (text === "" || row + 1 === texts.length ? [] : [row]));
  return filled.filter((row) => texts[row + 1] === "").length > filled.length * 0.5;
}

function fixFacts(parts: readonly Part[], titles: TitleFacts, given: Partial<FixedFacts>): FixedFacts {
  const needs = (need: (part: Part) => boolean) => parts.some(need);
  const noRegion = needs(({ block }) => block.region === null && block.values.some(({ region }) => region === null));
  const noYear = needs(({ block }) => block.year === null && block.values.some(({ when }) => when === null));
  const noName = needs(
    ({ block }) => block.indicator.length === 0 && block.values.some(({ indicator }) => indicator === null),
  );
  const noUnit = needs(({ block }) => block.unit === null);
  return {
    region: given.region ?? (noRegion ? titles.region : null),
    when: given.when ?? (noYear ? titles.when : null),
    indicator: given.indicator ?? (noName ? titles.indicator : null),
    unit: given.unit ?? (noUnit ? titles.unit : null),
  };
}

function certaintyOf(
  header: HeaderRows,
  runs: number,
  { labels, block, guessed }: Part,
  titles: TitleFacts,
  fixed: FixedFacts,
  { fixed: given = {}, records = false }: DetectOptions,
): number {
  const steps: (number | false)[] = [
    header.headings.length === 0 && 0.6,
    runs > 1 && 0.95,
    guessed && 0.6,
    block.region !== null && labels.regionShare < 0.9 && 0.6 + 0.4 * labels.regionShare,
    block.values.length === 0 && 0.1,
    fixed.region !== null && given.region === undefined && (titles.whence.region === "title" ? 0.9 : 0.75),
    fixed.when !== null && given.when === undefined && (titles.whence.when === "title" ? 0.95 : 0.8),
    fixed.indicator !== null && given.indicator === undefined && titles.whence.indicator === "file_name" && 0.9,
    !records && fillDownColumns(labels).length > 0 && 0.95,
  ];
  return steps.reduce<number>((product, step) => (step === false ? product : product * step), 0.99);
}
