import { type ColumnTable, rowsOf } from "../../src/model/table.ts";
import type { Account } from "../../src/read/account.ts";
import type { LoadedTable } from "../../src/read/from-table.ts";

/** Columns of an observation that an expectation states; the others follow from them. */
const STATED = [
  "region",
  "year",
  "period",
  "indicator",
  "value",
  "lower",
  "upper",
  "unit",
  "qualifier",
  "missing",
  "as_written",
  "note",
  "locator",
] as const;

/** What a fixture is expected to give, short enough to be read and reviewed. */
export function summary({ panel, aggregates, account }: LoadedTable) {
  return {
    format: account.format,
    encoding: account.encoding?.name ?? null,
    delimiter: account.delimiter,
    rows: {
      read: account.rowsRead,
      kept: account.rowsKept,
      aside: account.rowsAside,
      aggregate: account.rowsAggregate,
    },
    tables: account.tables.map(tableSummary),
    findings: account.findings.map(({ code, severity }) => `${severity} ${code}`),
    observations: lines(panel.observations),
    aggregates: lines(aggregates),
  };
}

const tableSummary = (table: Account["tables"][number]) => ({
  name: table.name,
  shape: table.shape,
  blocks: table.blocks,
  columns: table.columns.map(
    ({ heading, role, reason }) => `${heading}: ${role}${reason === null ? "" : ` (${reason})`}`,
  ),
  aside: table.aside.map(({ row, reason, text }) => `row ${row} ${reason}: ${text}`),
});

const lines = (table: ColumnTable) => rowsOf(table).map((row) => STATED.map((name) => row[name] ?? "").join(" | "));
