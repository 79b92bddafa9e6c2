import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import type { Language } from "../model/messages/message.ts";
import {
  BODIES,
  type Body,
  KINDS,
  type Kind,
  MISSING_REASONS,
  type MissingReason,
  QUALIFIERS,
  type Qualifier,
} from "../model/observation.ts";
import { asTable, type Cell, type ColumnTable, type Row, rowsOf } from "../model/table.ts";

/** A row as charts read it: names in the language of the chart, every column that is not there null. */
export interface ChartRow {
  /** Region, year and indicator, and the body where one is named: what a mark is counted by. */
  readonly key: string;
  readonly region: string;
  readonly name: string;
  readonly year: number;
  readonly period: string | null;
  readonly indicator: string;
  readonly indicatorName: string;
  readonly body: string | null;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unit: string;
  readonly unitZh: string | null;
  readonly qualifier: Qualifier;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: MissingReason | null;
  readonly source: string | null;
  readonly locator: string | null;
  readonly asWritten: string | null;
  readonly intervalLower: number | null;
  readonly intervalUpper: number | null;
  readonly intervalMethod: string | null;
  readonly rank: number | null;
  readonly rankFrom: number | null;
  readonly rankTo: number | null;
  readonly reported: number | null;
  readonly total: number | null;
  readonly direction: string | null;
  readonly basis: string | null;
  readonly basisYear: number | null;
}

/** The columns without which nothing can be drawn. */
const REQUIRED = ["region", "year", "indicator", "value"] as const;

const Numbers = z.number().nullable();

function text(row: Row, column: string): string | null {
  const cell: Cell = row[column] ?? null;
  return cell === null || cell === "" ? null : String(cell);
}

function number(verb: string, row: Row, column: string): number | null {
  const parsed = Numbers.safeParse(row[column] ?? null);
  if (parsed.success) return parsed.data;
  throw new ComparandaError("number.invalid", {
    verb,
    argument: column,
    got: String(row[column]),
    expected: "a finite number or null",
  });
}

function member<T extends string>(values: readonly T[], cell: string | null): T | null {
  return (values as readonly (string | null)[]).includes(cell) ? (cell as T) : null;
}

/** No word is exact; a word we do not know is at any rate not. */
const qualifierOf = (cell: string | null): Qualifier =>
  cell === null ? "exact" : (member(QUALIFIERS, cell) ?? "approx");

/** Targets, benchmarks and changes are no levels: drawn beside results they would be taken for such. */
const LEVELS: readonly (Kind | null)[] = ["observation", "derived", null];

function refuseOthers(verb: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const kind = member(KINDS, text(row, "kind"));
    if (LEVELS.includes(kind)) continue;
    const expected = "observations and derived values; draw others as a benchmark";
    throw new ComparandaError("argument.invalid", {
      verb,
      argument: "kind",
      got: String(kind),
      expected,
      suggestion: null,
    });
  }
}

/** The body as an id of the model where it is one. */
export const knownBody = (body: string | null): Body | null => member(BODIES, body);

function names(row: Row, language: Language) {
  const inEnglish = language === "en";
  const region = String(row.region);
  const indicator = String(row.indicator);
  return {
    name: (inEnglish ? text(row, "name_en") : null) ?? text(row, "name") ?? region,
    indicatorName:
      (inEnglish ? text(row, "indicator_en") : text(row, "indicator_zh")) ??
      text(row, "indicator_name") ??
      indicator.replaceAll("_", " "),
  };
}

function chartRow(verb: string, row: Row, language: Language): ChartRow {
  const year = number(verb, row, "year");
  if (year === null)
    throw new ComparandaError("argument.missing", { verb, argument: "year", expected: "a year in every row" });
  const region = String(row.region);
  const indicator = String(row.indicator);
  const body = text(row, "body");
  const value = number(verb, row, "value");
  const unit = text(row, "unit") ?? "";
  return {
    key: [region, year, indicator, body].filter((part) => part !== null).join(" "),
    region,
    ...names(row, language),
    year,
    period: text(row, "period"),
    indicator,
    body,
    value,
    lower: number(verb, row, "lower"),
    upper: number(verb, row, "upper"),
    unit,
    unitZh: text(row, "unit_zh"),
    qualifier: qualifierOf(text(row, "qualifier")),
    numerator: number(verb, row, "numerator"),
    denominator: number(verb, row, "denominator"),
    missing: value === null ? (member(MISSING_REASONS, text(row, "missing")) ?? "not_reported") : null,
    source: text(row, "source_title") ?? text(row, "source"),
    locator: text(row, "locator"),
    asWritten: text(row, "as_written"),
    intervalLower: number(verb, row, "interval_lower"),
    intervalUpper: number(verb, row, "interval_upper"),
    intervalMethod: text(row, "interval_method"),
    rank: number(verb, row, "rank"),
    rankFrom: number(verb, row, "rank_from"),
    rankTo: number(verb, row, "rank_to"),
    reported: number(verb, row, "n_reported"),
    total: number(verb, row, "n_total"),
    direction: text(row, "direction"),
    basis: text(row, "basis"),
    basisYear: number(verb, row, "basis_year"),
  };
}

/**
 * Reads rows for a chart, from a table or any iterable of rows.
 *
 * @remarks
 * Missing: a null value without a reason counts as not reported. Kept: every row, in its order.
 *
 * @throws {@link ComparandaError} `column.missing` where region, year, indicator or value is no column of the rows;
 * `number.invalid` where a number's column holds something else; `argument.invalid` for targets, benchmarks and changes; `unit.conflicting` where an indicator has two units
 */
export function chartRows(verb: string, input: ColumnTable | Iterable<object>, language: Language): ChartRow[] {
  const table = asTable(input);
  if (table.numRows() === 0) return [];
  const available = table.columnNames();
  for (const column of REQUIRED) {
    if (!available.includes(column))
      throw new ComparandaError("column.missing", { verb, column, available, suggestion: null });
  }
  const given = rowsOf(table);
  refuseOthers(verb, given);
  const rows = given.map((row) => chartRow(verb, row, language));
  const units = new Map<string, string>();
  for (const { indicator, unit } of rows) {
    const expected = units.get(indicator) ?? unit;
    if (expected !== unit) throw new ComparandaError("unit.conflicting", { got: unit, expected });
    units.set(indicator, unit);
  }
  return rows;
}
