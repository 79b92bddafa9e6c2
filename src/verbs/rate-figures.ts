import { type Finding, finding } from "../model/finding.ts";
import {
  type Column,
  type ColumnTable,
  DictionaryBuilder,
  DictionaryColumn,
  NumberColumn,
  tableOf,
} from "../model/table.ts";
import type { Findings } from "../model/table-findings.ts";
import { wilsonIntervals } from "../stats/wilson-intervals.ts";
import { agrees } from "../util/agrees.ts";
import { numbersBy } from "../util/fill.ts";
import { allowedFinding, allowedNote } from "./allowed.ts";
import { columnsOf, constantText, dictionaryOf, hasColumn, markedTexts, numbersOrNone, withFlag } from "./columns.ts";
import { groupCounts } from "./group-counts.ts";
import { placing } from "./place-of-row.ts";

export interface RateFiguresOptions {
  readonly verb: string;
  readonly confidence?: number;
  readonly minimumCases?: number;
  readonly allow?: readonly string[];
}

/** What was done with a row, as bits. */
const DERIVED = 1;
const NOBODY = 2;
const FEW = 4;
const ALLOWED = 8;
const INVERTED = 16;
const CONTRADICTED = 32;
const INTERVAL = 64;
const ABSENT = 128;
const CODES = [
  [DERIVED, "rate.derived"],
  [NOBODY, "denominator.zero"],
  [FEW, "cases.few"],
  [ALLOWED, "cases.few"],
  [INVERTED, "rate.inverted"],
  [CONTRADICTED, "rate.contradicted"],
] as const;

/** Reasons that are more than a figure not being there: it is not computed against them. */
const WITHHELD: readonly string[] = ["redacted", "suppressed", "not_comparable", "not_applicable"];

/** The rates of a table by its counts: computed where they are missing, refused where they are of nobody or of too few. */
export function rateFigures(
  table: ColumnTable,
  options: RateFiguresOptions,
): { table: ColumnTable; findings: Findings } {
  const { verb, confidence = 0.95, minimumCases = 0, allow = [] } = options;
  const values = numbersOrNone(table, "value").slice();
  const counts = { numerator: numbersOrNone(table, "numerator"), denominator: numbersOrNone(table, "denominator") };
  const marks = marksOf(table, values, counts, minimumCases, allow.includes("cases.few"));
  const text = (name: string) => dictionaryOf(table, name);
  const kept = (name: string) => {
    const refused = (row: number) => ((marks[row] as number) & (NOBODY | FEW)) !== 0;
    return new NumberColumn(values.length, () =>
      numbersOrNone(table, name).map((one, row) => (refused(row) ? Number.NaN : one)),
    );
  };
  const value = new NumberColumn(values);
  const columns: Record<string, Column> = {
    ...columnsOf(table),
    value,
    lower: kept("lower"),
    upper: kept("upper"),
    ...intervals(counts, marks, confidence),
    unit: hasColumn(table, "unit") ? text("unit") : constantText("percent", values.length),
    qualifier: markedTexts(text("qualifier"), marks, (word, mark) => word ?? (mark & DERIVED ? "exact" : null)),
    kind: markedTexts(text("kind"), marks, (word, mark) => (mark & DERIVED ? "derived" : word)),
    as_written: asWritten(text("as_written"), counts, marks),
    missing: markedTexts(text("missing"), marks, reasonOf),
    note: markedTexts(text("note"), marks, (word, mark) => (mark & ALLOWED ? allowedNote(word, "cases.few") : word)),
    flags: markedTexts(text("flags"), marks, (word, mark) => withFlag(word, ...codesOf(mark))),
  };
  const found = () => findingsOfMarks(table, { marks, values, ...counts }, { verb, minimumCases });
  return { table: tableOf({ ...columns, ...groupCounts(columns, value) }), findings: found };
}

/** A figure that is not there has a reason, one that is has none. */
function reasonOf(before: string | null, mark: number): string | null {
  if (mark & NOBODY) return "not_applicable";
  if (mark & FEW) return "suppressed";
  return mark & ABSENT ? (before ?? "not_reported") : null;
}

const codesOf = (mark: number) => CODES.filter(([bit]) => (mark & bit) !== 0).map(([, code]) => code);

interface Counts {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

/** Goes through the rows once: rates are computed and refused in `values`, and what was done is marked. */
function marksOf(
  table: ColumnTable,
  values: Float64Array,
  { numerator, denominator }: Counts,
  minimumCases: number,
  allowed: boolean,
): Uint16Array {
  const { codes: reasons, values: words } = dictionaryOf(table, "missing");
  const withheld = Uint8Array.from(words, (reason) => Number(WITHHELD.includes(reason)));
  const { codes: qualifiers, values: firmness } = dictionaryOf(table, "qualifier");
  const exact = firmness.indexOf("exact");
  const marks = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const above = numerator[row] as number;
    const below = denominator[row] as number;
    let value = values[row] as number;
    let mark = 0;
    if (below === 0 && !(Number.isNaN(value) && Number.isNaN(above))) {
      values[row] = Number.NaN;
      marks[row] = NOBODY;
      continue;
    }
    if (Number.isNaN(value) && !Number.isNaN(above) && below > 0 && withheld[reasons[row] as number] !== 1) {
      if (above >= 0 && above <= below) {
        value = (above / below) * 100;
        mark = DERIVED;
      } else mark = INVERTED;
    }
    if (Number.isNaN(value)) {
      marks[row] = mark | ABSENT;
      continue;
    }
    if (below < minimumCases) {
      mark |= allowed ? ALLOWED : FEW;
      if (!allowed) value = Number.NaN;
    }
    values[row] = value;
    if ((mark & FEW) === 0 && !Number.isNaN(above) && !Number.isNaN(below)) {
      const code = qualifiers[row] as number;
      const isExact = code === -1 || code === exact;
      if (above < 0 || below < 0 || above > below) mark |= INVERTED;
      else if (mark & DERIVED) mark |= isExact ? INTERVAL : 0;
      else mark |= isExact && !agrees(value, (above / below) * 100) ? CONTRADICTED : INTERVAL;
    }
    marks[row] = mark;
  }
  return marks;
}

/** Wilson limits of the rows whose counts carry their rate; computed when they are first read. */
function intervals({ numerator, denominator }: Counts, marks: Uint16Array, confidence: number) {
  let made: { lower: Float64Array; upper: Float64Array } | null = null;
  const limits = () => {
    if (made !== null) return made;
    const events = numerator.map((one, row) => ((marks[row] as number) & INTERVAL ? one : Number.NaN));
    const { lower, upper } = wilsonIntervals(events, denominator, { confidence });
    for (let row = 0; row < events.length; row += 1) {
      lower[row] = (lower[row] as number) * 100;
      upper[row] = (upper[row] as number) * 100;
    }
    made = { lower, upper };
    return made;
  };
  const methods = () => ({
    codes: Int32Array.from(marks, (mark) => (mark & INTERVAL ? 0 : -1)),
    values: ["wilson"],
  });
  return {
    interval_lower: new NumberColumn(marks.length, () => limits().lower),
    interval_upper: new NumberColumn(marks.length, () => limits().upper),
    interval_method: new DictionaryColumn(marks.length, methods),
    interval_level: new NumberColumn(marks.length, () =>
      numbersBy(marks.length, (row) => ((marks[row] as number) & INTERVAL ? confidence : Number.NaN)),
    ),
  };
}

/** Rates that nobody printed are written as the counts they were computed from. */
function asWritten(given: DictionaryColumn, { numerator, denominator }: Counts, marks: Uint16Array): DictionaryColumn {
  return new DictionaryColumn(marks.length, () => {
    const builder = new DictionaryBuilder();
    for (let row = 0; row < marks.length; row += 1) {
      const written = given.at(row);
      const computed = written === null && ((marks[row] as number) & (DERIVED | NOBODY)) !== 0;
      builder.push(computed ? `${numerator[row]}/${denominator[row]}` : written);
    }
    return builder.finish();
  });
}

interface Marked extends Counts {
  readonly marks: Uint16Array;
  readonly values: Float64Array;
}

function findingsOfMarks(
  table: ColumnTable,
  { marks, values, numerator, denominator }: Marked,
  { verb, minimumCases }: { verb: string; minimumCases: number },
): Finding[] {
  const place = placing(table);
  const found: Finding[] = [];
  let allowed = false;
  for (let row = 0; row < marks.length; row += 1) {
    const mark = marks[row] as number;
    if ((mark & ~(INTERVAL | ABSENT)) === 0) continue;
    const counts = { numerator: numerator[row] as number, denominator: denominator[row] as number };
    const at = place(row);
    if (mark & NOBODY) found.push(finding("warning", "denominator.zero", { numerator: counts.numerator || 0 }, at));
    if (mark & FEW) {
      found.push(finding("warning", "cases.few", { cases: counts.denominator, least: minimumCases }, at));
    } else if (mark & DERIVED) found.push(finding("note", "rate.derived", counts, at));
    if (mark & INVERTED) found.push(finding("error", "rate.inverted", counts, at));
    if (mark & CONTRADICTED) {
      const computed = (counts.numerator / counts.denominator) * 100;
      found.push(finding("error", "rate.contradicted", { printed: values[row] as number, computed, ...counts }, at));
    }
    if (mark & ALLOWED) allowed = true;
  }
  if (allowed) found.push(allowedFinding(verb, "cases.few"));
  return found;
}
