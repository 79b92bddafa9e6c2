import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { type Column, type ColumnTable, DictionaryColumn, NumberColumn, numbersOf, tableOf } from "../model/table.ts";
import type { Findings } from "../model/table-findings.ts";
import { poissonIntervals } from "../stats/poisson-intervals.ts";
import { numbersBy } from "../util/fill.ts";
import { allowedFinding, allowedNote } from "./allowed.ts";
import {
  columnsOf,
  constantText,
  dictionaryOf,
  hasColumn,
  mappedTexts,
  markedTexts,
  numbersOrNone,
  withFlag,
} from "./columns.ts";
import { groupCounts } from "./group-counts.ts";
import { placing } from "./place-of-row.ts";
import type { PopulationChoice } from "./population-for.ts";
import { populationsOf, type RowPopulations } from "./populations-of.ts";

export interface PerCapitaFigures extends PopulationChoice {
  readonly verb: string;
  /** Column of the counts. */
  readonly by: string;
  readonly per: number;
  readonly confidence: number;
  readonly minimumCases: number;
  readonly allow: readonly string[];
}

/** What was done with a row, as bits. */
const DERIVED = 1;
const NO_POPULATION = 2;
const FEW = 4;
const ALLOWED = 8;
const SHIFTED = 16;
const REGISTERED = 32;
const INTERVAL = 64;
const ABSENT = 128;
const NOBODY = 256;
const CODES = [
  [NO_POPULATION, "population.missing"],
  [NOBODY, "denominator.zero"],
  [FEW, "cases.few"],
  [ALLOWED, "cases.few"],
  [SHIFTED, "population.shifted"],
  [REGISTERED, "basis.registered"],
] as const;

/** The counts of a table divided by the people who live there; refused where nobody is known to, or the cases are few. */
export function perCapitaFigures(
  panel: Panel,
  table: ColumnTable,
  options: PerCapitaFigures,
): { table: ColumnTable; findings: Findings } {
  const { by, per, confidence } = options;
  const counts = numbersOf(table, by);
  const years = numbersOrNone(table, "year");
  const people = populationsOf(panel.regions, options, dictionaryOf(table, "region"), years);
  const marks = marksOf(table, counts, years, people, options);
  const divided = (given: Float64Array) =>
    numbersBy(given.length, (row) => {
      if (((marks[row] as number) & DERIVED) === 0) return Number.NaN;
      return (given[row] as number) * (per / (people.value[people.of[row] as number] as number));
    });
  const edge = (name: "lower" | "upper") =>
    new NumberColumn(counts.length, () => (by === "value" ? divided(numbersOrNone(table, name)) : noneOf(counts)));
  const ofPopulation = (numbers: readonly number[]) =>
    new NumberColumn(counts.length, () =>
      numbersBy(counts.length, (row) =>
        ((marks[row] as number) & DERIVED) === 0 ? Number.NaN : (numbers[people.of[row] as number] as number),
      ),
    );
  const text = (name: string) => dictionaryOf(table, name);
  const value = new NumberColumn(divided(counts));
  const columns: Record<string, Column> = {
    ...columnsOf(table),
    value,
    lower: edge("lower"),
    upper: edge("upper"),
    ...intervals(counts, marks, confidence, divided),
    ...units(table, options),
    qualifier: by === "value" ? text("qualifier") : constantText("exact", counts.length),
    numerator: new NumberColumn(counts),
    denominator: ofPopulation(people.value),
    basis: basisColumn(people, marks),
    basis_year: ofPopulation(people.year),
    kind: markedTexts(text("kind"), marks, (word, mark) => (mark & DERIVED ? "derived" : word)),
    missing: markedTexts(text("missing"), marks, reasonOf),
    note: markedTexts(text("note"), marks, (word, mark) => (mark & ALLOWED ? allowedNote(word, "cases.few") : word)),
    flags: markedTexts(text("flags"), marks, (word, mark) => withFlag(word, ...codesOf(mark))),
  };
  const found = () => findingsOfMarks(panel, table, { marks, counts, years, people }, options);
  return { table: tableOf({ ...columns, ...groupCounts(columns, value) }), findings: found };
}

const noneOf = (counts: Float64Array) => new Float64Array(counts.length).fill(Number.NaN);

const codesOf = (mark: number) => CODES.filter(([bit]) => (mark & bit) !== 0).map(([, code]) => code);

function reasonOf(before: string | null, mark: number): string | null {
  if (mark & NO_POPULATION) return "not_comparable";
  if (mark & NOBODY) return "not_applicable";
  if (mark & FEW) return "suppressed";
  return mark & ABSENT ? (before ?? "not_reported") : null;
}

function marksOf(
  table: ColumnTable,
  counts: Float64Array,
  years: Float64Array,
  { value, year, registered, of }: RowPopulations,
  { minimumCases, allow, by }: PerCapitaFigures,
): Uint16Array {
  const { codes: qualifiers, values: firmness } = dictionaryOf(table, by === "value" ? "qualifier" : "");
  const exact = firmness.indexOf("exact");
  const marks = new Uint16Array(counts.length);
  const allowed = allow.includes("cases.few");
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] as number;
    const which = of[row] as number;
    if (Number.isNaN(count)) {
      marks[row] = ABSENT;
      continue;
    }
    if (count < minimumCases && !allowed) {
      marks[row] = FEW;
      continue;
    }
    if (which === -1) {
      marks[row] = NO_POPULATION;
      continue;
    }
    if (!((value[which] as number) > 0)) {
      marks[row] = NOBODY;
      continue;
    }
    const code = qualifiers[row] as number;
    const whole = count >= 0 && count % 1 === 0 && (code === -1 || code === exact);
    marks[row] =
      DERIVED |
      (whole ? INTERVAL : 0) |
      (count < minimumCases ? ALLOWED : 0) |
      (year[which] === years[row] ? 0 : SHIFTED) |
      (registered[which] === 1 ? REGISTERED : 0);
  }
  return marks;
}

/** Poisson limits of the whole counts; computed when they are first read. */
function intervals(
  counts: Float64Array,
  marks: Uint16Array,
  confidence: number,
  divided: (given: Float64Array) => Float64Array,
) {
  let made: { lower: Float64Array; upper: Float64Array } | null = null;
  const limits = () => {
    if (made !== null) return made;
    const events = counts.map((one, row) => ((marks[row] as number) & INTERVAL ? one : Number.NaN));
    const { lower, upper } = poissonIntervals(events, { confidence });
    made = { lower: divided(lower), upper: divided(upper) };
    return made;
  };
  const methods = () => ({
    codes: Int32Array.from(marks, (mark, row) => (mark & INTERVAL ? Number((counts[row] as number) >= 10) : -1)),
    values: ["exact", "byar"],
  });
  return {
    interval_lower: new NumberColumn(counts.length, () => limits().lower),
    interval_upper: new NumberColumn(counts.length, () => limits().upper),
    interval_method: new DictionaryColumn(counts.length, methods),
    interval_level: new NumberColumn(counts.length, () =>
      numbersBy(counts.length, (row) => ((marks[row] as number) & INTERVAL ? confidence : Number.NaN)),
    ),
  };
}

/** 100000 → 10万, 10000 → 万, 1000 → 千: how Chinese tables say it. */
function perZh(per: number): string {
  if (per % 10_000 === 0) return per === 10_000 ? "万" : `${per / 10_000}万`;
  return per === 1000 ? "千" : String(per);
}

/** The unit of the counts per so many people; counts in a column of their own have no unit stated. */
function units(table: ColumnTable, { by, per }: PerCapitaFigures): Record<string, Column> {
  const [en, zh] = [`per_${per}`, `/${perZh(per)}人`];
  const length = table.totalRows();
  const stated = by === "value" && hasColumn(table, "unit");
  const unit = stated ? mappedTexts(dictionaryOf(table, "unit"), (word) => `${word}_${en}`) : constantText(en, length);
  if (!hasColumn(table, "unit_zh")) return { unit };
  const own = dictionaryOf(table, "unit_zh");
  return { unit, unit_zh: by === "value" ? mappedTexts(own, (word) => `${word}${zh}`) : constantText(zh, length) };
}

function basisColumn({ populations, of }: RowPopulations, marks: Uint16Array): DictionaryColumn {
  return new DictionaryColumn(of.length, () => {
    const values = [...new Set(populations.map(({ basis }) => basis))];
    const codeOf = populations.map(({ basis }) => values.indexOf(basis));
    return {
      codes: of.map((which, row) => ((marks[row] as number) & DERIVED ? (codeOf[which] as number) : -1)),
      values,
    };
  });
}

interface Marked {
  readonly marks: Uint16Array;
  readonly counts: Float64Array;
  readonly years: Float64Array;
  readonly people: RowPopulations;
}

function findingsOfMarks(
  panel: Panel,
  table: ColumnTable,
  { marks, counts, years, people }: Marked,
  { verb, tolerance = 1, minimumCases }: PerCapitaFigures,
): Finding[] {
  const place = placing(table);
  const found: Finding[] = [];
  let all = 0;
  const used = new Set<string>();
  for (let row = 0; row < marks.length; row += 1) {
    const mark = marks[row] as number;
    all |= mark;
    const population = people.populations[people.of[row] as number];
    if (mark & DERIVED && population !== undefined) used.add(population.basis);
    if ((mark & ~(DERIVED | INTERVAL | ABSENT)) === 0) continue;
    const at = place(row);
    const year = years[row] as number;
    if (mark & FEW)
      found.push(finding("warning", "cases.few", { cases: counts[row] as number, least: minimumCases }, at));
    if (mark & NO_POPULATION) {
      const facts = { year, tolerance, nearest: nearestShown(panel, at.region ?? "", year) };
      found.push(finding("warning", "population.missing", facts, at));
    }
    if (mark & NOBODY) found.push(finding("warning", "denominator.zero", { numerator: counts[row] as number }, at));
    if (population === undefined) continue;
    if (mark & SHIFTED) {
      const facts = { year, used: population.year, basis: population.basis };
      found.push(finding("note", "population.shifted", facts, at));
    }
    if (mark & REGISTERED) found.push(finding("warning", "basis.registered", { year: population.year }, at));
  }
  if (all & ALLOWED) found.push(allowedFinding(verb, "cases.few"));
  if (used.size > 1) {
    const indicator = place(0).indicator ?? null;
    found.push(finding("warning", "population.mixed", { bases: [...used] }, { indicator }));
  }
  return found;
}

function nearestShown(panel: Panel, region: string, year: number): string | null {
  const populations = panel.regions.get(region)?.population ?? [];
  const [nearest] = [...populations].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
  return nearest === undefined ? null : `${nearest.year} (${nearest.basis})`;
}
