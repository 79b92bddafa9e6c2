import type { Cell, ColumnTable } from "../model/table.ts";
import { rowsOf } from "../model/table.ts";

export interface ToWideOptions {
  /** What stands in the headings; the others of region, year and indicator stand in columns. */
  readonly by: "year" | "indicator" | "region" | "year_and_indicator";
}

type Key = "region" | "year" | "indicator";
const LABELS: Readonly<Record<ToWideOptions["by"], readonly Key[]>> = {
  year: ["region", "indicator"],
  indicator: ["region", "year"],
  region: ["year", "indicator"],
  year_and_indicator: ["region"],
};

/**
 * Observations as a wide table of texts, the way back from `fromTable`.
 *
 * @remarks
 * A figure that is not exact, or not there, is printed as it was written; others as their value. Rows and headings come in
 * the order in which they are met. Promise: a wide table of labels in this order, read and written again, is the same.
 *
 * @returns heading row first
 * @example
 * ```ts @import.meta.vitest
 * const rows = [{ region: "530623", year: 2021, indicator: "rate", value: 12, qualifier: "exact" }];
 * const { fromRows } = await import("../model/table.ts");
 * const { OBSERVATION_COLUMNS } = await import("../model/observation.ts");
 * expect(toWide(fromRows(rows, OBSERVATION_COLUMNS), { by: "year" })).toEqual([["region", "indicator", "2021"], ["530623", "rate", "12"]]);
 * ```
 */
export function toWide(observations: ColumnTable, { by }: ToWideOptions): string[][] {
  const labels = LABELS[by];
  const headings = new Map<string, number>();
  const lines = new Map<string, string[]>();
  for (const row of rowsOf(observations)) {
    const names = labels.map((label) => String(row[label] ?? ""));
    const heading = headingOf(row, by);
    if (!headings.has(heading)) headings.set(heading, headings.size);
    const key = names.join("\u001f");
    const line = lines.get(key) ?? names;
    lines.set(key, line);
    line[labels.length + (headings.get(heading) as number)] = cellOf(row);
  }
  const width = labels.length + headings.size;
  const body = [...lines.values()].map((line) => Array.from({ length: width }, (_, at) => line[at] ?? ""));
  return [[...labels, ...headings.keys()], ...body];
}

function headingOf(row: Readonly<Record<string, Cell>>, by: ToWideOptions["by"]): string {
  const year = String(row.period ?? row.year ?? "");
  if (by === "year_and_indicator") return `${year} ${row.indicator ?? ""}`;
  return by === "year" ? year : String(row[by] ?? "");
}

function cellOf(row: Readonly<Record<string, Cell>>): string {
  const firm = row.value !== null && row.qualifier === "exact" && (row.note ?? null) === null;
  const written = row.as_written ?? row.value ?? "";
  return String(firm ? row.value : written);
}
