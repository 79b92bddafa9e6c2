import { OBSERVATION_COLUMNS } from "../model/observation.ts";
import type { Cell, ColumnKind } from "../model/table.ts";
import { csvRecord } from "../util/csv-text.ts";

type Kinds = Readonly<Record<string, ColumnKind>>;
const text = (names: string): Kinds => Object.fromEntries(names.split(" ").map((name) => [name, "string" as const]));
const span = { start: "integer", end: "integer" } as const;

/** The tables of a package of reports, with the columns of each in order. */
export const EXTRACT_TABLES = {
  observations: { ...OBSERVATION_COLUMNS, cell: "string" },
  statements: { ...OBSERVATION_COLUMNS, cell: "string" },
  evidence: {
    ...text("cell stands_in reason source"),
    ...span,
    ...text("as_written region"),
    year: "integer",
    ...text("period indicator"),
    value: "number",
    ...text("unit qualifier body kind place context section rule"),
    confidence: "number",
    ...text("decision decided_by decided_at why"),
  },
  needs_review: {
    ...text("cell reason"),
    ...OBSERVATION_COLUMNS,
    place: "string",
    ...span,
    ...text("context section rule"),
    confidence: "number",
  },
  audit: text("cell verdict reckoning"),
  set_aside: { source: "string", ...span, ...text("as_written reason cell") },
  findings: {
    ...text("severity code region indicator"),
    year: "integer",
    file: "string",
    row: "integer",
    ...text("evidence message_zh message_en"),
  },
  sources: { ...text("source title publisher published url note file region"), year: "integer", digest: "string" },
  regions: { ...text("region name name_en level parent"), valid_from: "integer", valid_to: "integer", note: "string" },
} as const satisfies Record<string, Kinds>;
export type ExtractTable = keyof typeof EXTRACT_TABLES;

/** Which column names a row of which table. */
const KEYS: Readonly<
  Partial<Record<ExtractTable, readonly (readonly [column: string, table: string, key: string])[]>>
> = {
  observations: [
    ["region", "regions", "region"],
    ["indicator", "indicators", "indicator"],
    ["source", "sources", "source"],
    ["cell", "evidence", "cell"],
  ],
  statements: [
    ["region", "regions", "region"],
    ["indicator", "indicators", "indicator"],
    ["source", "sources", "source"],
    ["cell", "evidence", "cell"],
  ],
  evidence: [["source", "sources", "source"]],
  audit: [["cell", "evidence", "cell"]],
  needs_review: [["source", "sources", "source"]],
  set_aside: [["source", "sources", "source"]],
};
const PRIMARY: Readonly<Partial<Record<ExtractTable, string>>> = {
  observations: "cell",
  statements: "cell",
  evidence: "cell",
  audit: "cell",
  needs_review: "cell",
  sources: "source",
  regions: "region",
};

/** The resource of a table in the descriptor of a data package. */
export function resourceOf(table: ExtractTable): object {
  const primaryKey = PRIMARY[table];
  const keys = (KEYS[table] ?? []).map(([fields, resource, key]) => ({ fields, reference: { resource, fields: key } }));
  return {
    name: table,
    path: `${table}.csv`,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    // Said, so that no reader has to guess it from tables of few rows.
    dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: Object.entries(EXTRACT_TABLES[table]).map(([name, type]) => ({ name, type })),
      missingValues: [""],
      ...(primaryKey === undefined ? {} : { primaryKey }),
      // A list of keys may not be empty.
      ...(keys.length === 0 ? {} : { foreignKeys: keys }),
    },
  };
}

/** Adds rows to the tables of a package being written. */
export interface TableWriter {
  /** A cell is taken from `more` where it has one, otherwise from `row`. */
  add(table: ExtractTable, row: object, more?: object): void;
  /** Writes tables of which much is held back. */
  relieve(): Promise<void>;
  /** Writes all that is held back; every table is there then, if only with its header. */
  finish(): Promise<void>;
}

/** Rows of a table that are held back before they are written. */
const MOST_HELD = 2000;

/** Writes tables row by row, so that no table is ever held as a whole. */
export function tableWriter(append: (name: string, content: string) => Promise<void>): TableWriter {
  const names = Object.keys(EXTRACT_TABLES) as ExtractTable[];
  const columns = new Map(names.map((name) => [name, Object.keys(EXTRACT_TABLES[name])]));
  const held = new Map(names.map((name) => [name, [csvRecord(columns.get(name) as string[])]]));
  const flush = async (table: ExtractTable) => {
    const lines = held.get(table) as string[];
    held.set(table, []);
    await append(`${table}.csv`, lines.map((line) => `${line}\n`).join(""));
  };
  return {
    add(table, row, more = {}) {
      const cell = (name: string) =>
        (more as Record<string, Cell>)[name] ?? (row as Record<string, Cell>)[name] ?? null;
      held.get(table)?.push(csvRecord((columns.get(table) as string[]).map(cell)));
    },
    async relieve() {
      for (const table of names) if ((held.get(table) as string[]).length > MOST_HELD) await flush(table);
    },
    async finish() {
      for (const table of names) await flush(table);
    },
  };
}
