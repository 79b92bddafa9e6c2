import type { Description } from "../charts/spec.ts";
import type { Finding } from "../model/finding.ts";
import { type ColumnTable, rowsOf } from "../model/table.ts";
import { findingsOf } from "../model/table-findings.ts";
import { columnMeaning } from "./column-meanings.ts";
import { findingRecords } from "./finding-records.ts";

/** What stands beside the table of a figure, for people and programs: columns, unit, sources, findings. */
export function tableMetadata(
  table: ColumnTable,
  description: Description,
  findings: readonly Finding[] = findingsOf(table),
) {
  const sources = new Map(
    rowsOf(table)
      .filter((row) => row.source !== null)
      .map((row) => [row.source, row.source_title]),
  );
  return {
    title: description.title,
    subtitle: description.subtitle,
    takeaway: description.takeaway,
    unit: description.unit,
    note: description.note,
    source: description.source,
    alt: description.alt,
    language: description.language,
    columns: table.columnNames().map((name) => ({ name, ...columnMeaning(name) })),
    sources: [...sources].map(([id, title]) => ({ id, title })),
    findings: findingRecords(findings),
  };
}
