import { ComparandaError } from "../model/errors.ts";
import { type Finding, finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import { type ColumnTable, DictionaryColumn } from "../model/table.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import { regionIndex } from "../registry/region-index.ts";
import type { RegionSet } from "../registry/region-set.ts";
import { append } from "../util/append.ts";
import { unescapeText } from "../util/csv-text.ts";
import type { Account, TableAccount } from "./account.ts";
import { type Assembled, assemble } from "./assemble.ts";
import { assembleColumns } from "./assemble-columns.ts";
import type { ByteSource } from "./byte-source.ts";
import { concatTables } from "./concat-tables.ts";
import { detectLayout } from "./detect-layout.ts";
import type { Encoding } from "./encoding.ts";
import { kindsOf } from "./kinds-of.ts";
import type { Layout } from "./layout.ts";
import { fixedOf, type Mapping, mapped } from "./mapping.ts";
import { panelOf } from "./panel-of.ts";
import type { RawTable } from "./raw-table.ts";
import { readTables } from "./read-tables.ts";
import { namesPartOfCountry } from "./region-columns.ts";
import { RegionResolver } from "./resolve-regions.ts";
import type { Format } from "./sniff-format.ts";
import { matchAccounts, tableAccount } from "./table-account.ts";
import type { TableInput } from "./table-input.ts";

export interface FromTableOptions {
  /** Overrides what the bytes say. */
  readonly format?: Format;
  readonly encoding?: Encoding;
  readonly delimiter?: "," | ";" | "\t" | "|";
  readonly decimal?: "." | ",";
  /** Name or number (from 1) of the one sheet to read. Default: all. */
  readonly sheet?: string | number;
  /** What holds for every figure that says nothing else itself. */
  readonly region?: string;
  readonly year?: number | string;
  readonly indicator?: string;
  readonly unit?: string;
  /** A read mapping file; options beside it go first. */
  readonly mapping?: Mapping;
  /** The only region set of the package to match against, or a list of your own that goes before both. Default: both. */
  readonly regions?: "china" | "world" | RegionSet;
  /** Below this certainty no region is matched. Default 0.8. */
  readonly least?: number;
}

export interface LoadedTable {
  readonly panel: Panel;
  /** Total and aggregate rows, with the columns of observations: kept apart so that nothing sums or ranks them. */
  readonly aggregates: ColumnTable;
  readonly account: Account;
}

/**
 * Which observations does this table hold, and what became of each row and column of it?
 *
 * @remarks
 * Any format of {@link Format}, gzip undone. Nothing is dropped without a line in the account; names that are not known
 * stay as written, with a finding. Missing: blank cells and signs become null with a reason.
 *
 * @throws {@link ComparandaError} `file.unreadable` for bytes that are no table, `mapping.invalid`, `column.missing`
 * @example
 * ```ts @import.meta.vitest
 * const { bytesSource } = await import("./byte-source.ts");
 * const bytes = new TextEncoder().encode("地区,2021年,2022年\n盐津县,12,98%以上\n");
 * const { panel, account } = await fromTable(bytesSource("率.csv", bytes));
 * expect(panel.observations.array("value")).toEqual([12, 98]);
 * expect(account.tables[0]?.shape).toBe("wide_by_year");
 * ```
 */
export async function fromTable(source: ByteSource, options: FromTableOptions = {}): Promise<LoadedTable> {
  const settings = settingsOf(options);
  const read = await readTables(source, settings);
  const indexes = await regionIndexes(settings.regions);
  const tables: { account: TableAccount; assembled: Assembled; resolver: RegionResolver }[] = [];
  const findings: Finding[] = [...read.findings];
  for (const [at, input] of read.inputs.entries()) {
    const label = input.name ?? `table ${at + 1}`;
    const loaded = await loadOne(input, source.name, label, settings, indexes);
    append(findings, loaded.findings);
    tables.push(loaded);
  }
  append(findings, read.closing());
  const observations = concatTables(tables.map(({ assembled }) => assembled.observations));
  const place = (code: string) => indexes.map((index) => index.place(code)).find((found) => found !== null) ?? null;
  const sum = (count: (table: TableAccount) => number) =>
    tables.reduce((total, { account }) => total + count(account), 0);
  const account: Account = {
    ...read.account(),
    tables: tables.map((table) => table.account),
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsKept: sum(({ rowsKept }) => rowsKept),
    rowsAside: sum((table) => table.rowsAside),
    rowsAggregate: sum(({ rowsAggregate }) => rowsAggregate),
    matches: tables.flatMap(({ resolver }) => matchAccounts(resolver)),
    findings,
  };
  const names = new Map(tables.flatMap(({ resolver }) => [...resolver.names]));
  const panel = panelOf(observations, place, names, source.name, findings);
  return { panel, aggregates: concatTables(tables.map(({ assembled }) => assembled.aggregates)), account };
}

type Settings = FromTableOptions & { readonly fixed: Mapping["fixed"] };

/** Options of the caller before those of the mapping. */
function settingsOf(options: FromTableOptions): Settings {
  const { mapping = {} } = options;
  const { region, year, indicator, unit } = options;
  const given = Object.fromEntries(
    Object.entries({ region, year, indicator, unit }).filter(([, value]) => value !== undefined),
  );
  const { encoding, delimiter, decimal, sheet, least_certainty: least } = mapping;
  const { regions } = mapping;
  if (regions !== undefined && regions !== "china" && regions !== "world" && options.regions === undefined)
    throw new ComparandaError("mapping.invalid", {
      path: "mapping",
      got: `regions: ${regions}`,
      expected: "china or world, or the option regions",
    });
  const fromMapping = Object.fromEntries(
    Object.entries({ encoding, delimiter, decimal, sheet, regions, least }).filter(([, value]) => value !== undefined),
  );
  return { ...fromMapping, ...options, fixed: { ...mapping.fixed, ...given } };
}

async function regionIndexes(only: FromTableOptions["regions"]): Promise<readonly RegionIndex[]> {
  const own = typeof only === "object" ? [only] : [];
  const china = only === "world" ? [] : [(await import("../registry/china-regions.ts")).chinaRegions()];
  const world = only === "china" ? [] : [(await import("../registry/world-regions.ts")).worldRegions()];
  return [...own, ...china, ...world].map(regionIndex);
}

async function loadOne(
  input: TableInput,
  file: string,
  label: string,
  settings: Settings,
  indexes: readonly RegionIndex[],
) {
  const detected = detectLayout(input.rows, {
    indexes,
    titles: input.titles,
    fileName: file,
    fixed: fixedOf(settings.fixed),
    everyTextTells: input.everyTextTells ?? false,
    records: input.records ?? false,
    semicolons: input.semicolons ?? false,
    ...(settings.mapping?.body_row === undefined ? {} : { bodyStart: settings.mapping.body_row - 1 }),
  });
  const layout = withDecimal(mapped(detected, settings.mapping ?? {}), settings.decimal);
  const body = await input.body(layout.bodyStart, kindsOf(layout));
  const raw = Object.keys(layout.blocks[0]?.stated ?? {}).length > 0 ? unescaped(body) : body;
  const resolver = new RegionResolver(
    regionLabels(raw, layout),
    indexes,
    settings.least ?? 0.8,
    isBelowCountry(layout),
  );
  const damaged = damagedTexts(raw, file);
  const how = { file, source: file, locate: input.locate };
  const assembled = assembleColumns(raw, layout, resolver, how) ?? assemble(raw, layout, resolver, how);
  const account = tableAccount(input.name, raw.length, layout, assembled);
  return {
    account,
    assembled,
    resolver,
    findings: [...damaged, ...assembled.findings, ...tableFindings(file, label, account, resolver)],
  };
}

const withDecimal = (layout: Layout, decimal: "." | "," | undefined): Layout =>
  decimal === undefined ? layout : { ...layout, decimal };

/** Whether a heading says that the places are parts of countries. */
const isBelowCountry = ({ blocks, headings }: Layout) =>
  blocks.some(({ region }) => region !== null && namesPartOfCountry(headings[region] ?? ""));

/** Every label of a region, from the columns and from the headings. */
function regionLabels(raw: RawTable, layout: Layout): string[] {
  return layout.blocks.flatMap(({ region, values }) => {
    const column = region === null ? undefined : raw.columns[region];
    const headings = values.flatMap((value) => (value.region === null ? [] : [value.region]));
    return [...(column?.kind === "text" ? column.texts.values : []), ...headings];
  });
}

function unescaped(raw: RawTable): RawTable {
  const columns = raw.columns.map((column) =>
    column.kind === "text"
      ? { ...column, texts: new DictionaryColumn(column.texts.codes, column.texts.values.map(unescapeText)) }
      : column,
  );
  return { ...raw, columns };
}

/** Texts with NUL or with characters that could not be decoded: kept, for what they were nobody can say. */
function damagedTexts(raw: RawTable, file: string): Finding[] {
  const texts = raw.columns.flatMap((column) =>
    column.kind === "text" ? column.texts.values : (column.odd?.values ?? []),
  );
  const damaged = texts.filter((text) => /[\u0000\ufffd]/.test(text));
  const example = (damaged[0] ?? "").replaceAll("\u0000", "\\0").slice(0, 40);
  return damaged.length === 0
    ? []
    : [finding("warning", "text.damaged", { file, count: damaged.length, example }, { file })];
}

const MOST_NAMES = 200;

function tableFindings(file: string, table: string, account: TableAccount, resolver: RegionResolver): Finding[] {
  const findings: Finding[] = [];
  const place = { file };
  const values = account.columns.filter(({ role }) => role === "value").length;
  if (values === 0) findings.push(finding("warning", "table.empty", { file, table }, place));
  for (const lacks of ["region", "year"] as const) {
    const rows = account.asideCounts[`no_${lacks}`];
    if (rows > 0) findings.push(finding("error", "table.unplaced", { file, table, lacks, rows }, place));
  }
  if (values > 0 && account.certainty < 0.75)
    findings.push(
      finding("note", "shape.unsure", { file, table, shape: account.shape, certainty: account.certainty }, place),
    );
  for (const { kind, written, match } of resolver.resolved().slice(0, MOST_NAMES)) {
    if (kind === "unknown")
      findings.push(
        finding(
          "warning",
          "region.unmatched",
          { file, got: written, suggestions: resolver.suggestions(written) },
          place,
        ),
      );
    if (kind === "ambiguous") {
      const candidates = (match?.candidates ?? []).slice(0, 5).map(({ code, name }) => `${code} ${name}`);
      findings.push(finding("error", "region.unclear", { file, got: written, candidates }, place));
    }
  }
  return findings;
}
