import { type Finding, finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Column, type ColumnTable, DictionaryBuilder, tableOf } from "../model/table.ts";

/** Observations whose empty cells have their defaults, and indicators for all of them. */
export interface Completed {
  readonly table: ColumnTable;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly findings: readonly Finding[];
}

/**
 * Gives empty cells the meaning the data model has for them, so that no verb has to guess.
 *
 * @remarks
 * `qualifier` exact, `kind` observation, `unit` that of the indicator; an empty value without a reason is
 * `not_reported`, with a `value.unexplained` finding. An indicator that no table lists is made up from its id and the
 * unit of its first row, direction neutral.
 *
 * @returns all rows kept, in order
 */
export function completeObservations(table: ColumnTable, listed: ReadonlyMap<string, Indicator>): Completed {
  const length = table.totalRows();
  const column = (name: string) => table.column(name) as Column<string | null>;
  const value = table.column("value") as Column<number | null>;
  const built = { unit: new DictionaryBuilder(), qualifier: new DictionaryBuilder(), kind: new DictionaryBuilder() };
  const missing = new DictionaryBuilder();
  const indicators = new Map(listed);
  const findings: Finding[] = [];
  for (let i = 0; i < length; i += 1) {
    const id = column("indicator").at(i) ?? "";
    const unit = column("unit").at(i);
    if (!indicators.has(id)) indicators.set(id, unlisted(id, unit ?? ""));
    built.unit.push(unit ?? indicators.get(id)?.unit ?? "");
    built.qualifier.push(column("qualifier").at(i) ?? "exact");
    built.kind.push(column("kind").at(i) ?? "observation");
    const reason = column("missing").at(i);
    const unexplained = value.at(i) === null && reason === null;
    missing.push(unexplained ? "not_reported" : reason);
    if (unexplained) {
      const [file, row] = [table.get("file", i) as string, table.get("row", i) as number];
      const place = { file, row, region: column("region").at(i), indicator: id, year: table.get("year", i) as number };
      findings.push(finding("note", "value.unexplained", { verb: "loadPanel" }, place));
    }
  }
  const columns: Record<string, Column> = {};
  for (const name of table.columnNames()) columns[name] = table.column(name) as Column;
  for (const [name, builder] of Object.entries({ ...built, missing })) columns[name] = builder.finish();
  return { table: tableOf(columns), indicators, findings };
}

const unlisted = (id: string, unit: string): Indicator => ({
  id,
  name_zh: id,
  name_en: id,
  unit,
  unit_zh: unit,
  kind: unit === "percent" ? "rate" : "count",
  numerator: null,
  denominator: null,
  direction: "neutral",
  family: "",
  definition: "",
  comparability_note: null,
  synonyms_zh: [],
});
