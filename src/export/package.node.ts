import { OBSERVATION_COLUMNS } from "../model/observation.ts";
import type { Panel } from "../model/panel.ts";
import type { Cell, Column, ColumnKind, ColumnTable } from "../model/table.ts";
import { csvRecord } from "../util/csv-text.ts";
import { writeFolder } from "./write-folder.node.ts";

export interface ToPackageOptions {
  /** Name of the package: small letters, digits, hyphens. Default "panel". */
  readonly name?: string;
  /** Total and aggregate rows of a loaded table: written beside the observations, not among them. */
  readonly aggregates?: ColumnTable;
  /** What the package holds, in a sentence for people. */
  readonly title?: string;
}

type Kinds = Readonly<Record<string, ColumnKind>>;
interface Resource {
  readonly name: string;
  readonly kinds: Kinds;
  readonly rows: Iterable<readonly Cell[]>;
}

/**
 * Writes a panel as a Frictionless Data Package, a folder with `datapackage.json` and a CSV for each kind of thing.
 *
 * @remarks
 * UTF-8, comma, LF; missing is an empty cell; rows stand in the order of the panel. A text that a spreadsheet would run is
 * written with an apostrophe before it and read back without. Promise: load, save and load again give the same bytes.
 * The folder appears whole or not at all.
 *
 * @param panel - any panel
 * @param folder - a new or empty folder, or one written by this function before
 * @returns names of the files written
 * @throws {@link ComparandaError} `folder.occupied`
 */
export async function toPackage(panel: Panel, folder: string, options: ToPackageOptions = {}): Promise<string[]> {
  const apart = options.aggregates === undefined ? [] : [aggregatesOf(options.aggregates)];
  const resources = [...resourcesOf(panel), ...apart].filter(
    ({ name, rows }) => name === "observations" || !isEmpty(rows),
  );
  return writeFolder(folder, async (write) => {
    for (const { name, kinds, rows } of resources) await write(`${name}.csv`, csvBytes(Object.keys(kinds), rows));
    await write("datapackage.json", `${JSON.stringify(descriptor(resources, options), null, 1)}\n`);
  });
}

const isEmpty = (rows: Iterable<unknown>) => rows[Symbol.iterator]().next().done === true;

/** Rows to bytes in pieces: a text of five million rows would be longer than a string may be. */
function csvBytes(header: readonly string[], rows: Iterable<readonly Cell[]>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let lines = [csvRecord(header)];
  const flush = () => {
    pieces.push(encoder.encode(lines.map((line) => `${line}\n`).join("")));
    lines = [];
  };
  for (const row of rows) if (lines.push(csvRecord(row)) >= 20_000) flush();
  flush();
  return Buffer.concat(pieces);
}

function resourcesOf(panel: Panel): Resource[] {
  const text = (names: string): Kinds => Object.fromEntries(names.split(" ").map((name) => [name, "string" as const]));
  const regions = [...panel.regions.values()];
  const indicators = [...panel.indicators.values()];
  return [
    { name: "observations", kinds: OBSERVATION_COLUMNS, rows: observationRows(panel.observations) },
    {
      name: "regions",
      kinds: {
        ...text("region name name_en level parent"),
        valid_from: "integer",
        valid_to: "integer",
        note: "string",
      },
      rows: regions.map((r) => [r.code, r.name, r.name_en, r.level, r.parent, r.valid_from, r.valid_to, r.note]),
    },
    {
      name: "population",
      kinds: { region: "string", year: "integer", value: "number", ...text("basis source") },
      rows: regions.flatMap((r) => r.population.map((p) => [r.code, p.year, p.value, p.basis, p.source])),
    },
    {
      name: "indicators",
      kinds: text(
        "indicator name_zh name_en unit unit_zh kind numerator denominator direction family definition comparability_note synonyms_zh",
      ),
      rows: indicators.map((i) => [
        i.id,
        i.name_zh,
        i.name_en,
        i.unit,
        i.unit_zh,
        i.kind,
        i.numerator,
        i.denominator,
        i.direction,
        i.family,
        i.definition || null,
        i.comparability_note,
        i.synonyms_zh.join("|") || null,
      ]),
    },
    {
      name: "sources",
      kinds: text("source title publisher published url note definition"),
      rows: [...panel.sources.values()].map((s) => [
        s.id,
        s.title,
        s.publisher,
        s.published,
        s.url,
        s.note,
        s.definition ?? null,
      ]),
    },
    {
      name: "breaks",
      kinds: { ...text("family indicator"), year: "integer", ...text("reason_zh reason_en") },
      rows: panel.breaks.map((b) => [b.family, b.indicator, b.year, b.reason_zh, b.reason_en]),
    },
  ];
}

const aggregatesOf = (table: ColumnTable): Resource => ({
  name: "aggregates",
  kinds: OBSERVATION_COLUMNS,
  rows: observationRows(table),
});

function observationRows(observations: ColumnTable): Iterable<readonly Cell[]> {
  const columns = Object.keys(OBSERVATION_COLUMNS).map((name) => observations.column(name) as Column | undefined);
  const rows: number[] = [];
  observations.scan((row) => {
    rows.push(row as number);
  }, true);
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield columns.map((column) => column?.at(row) ?? null);
    },
  };
}

/** Which column names a row of which other resource. */
const KEYS: Readonly<Record<string, readonly (readonly [column: string, resource: string, key: string])[]>> = {
  observations: [
    ["region", "regions", "region"],
    ["indicator", "indicators", "indicator"],
    ["source", "sources", "source"],
  ],
  population: [["region", "regions", "region"]],
};

function descriptor(resources: readonly Resource[], { name = "panel", title }: ToPackageOptions) {
  const names = resources.map((resource) => resource.name);
  return {
    profile: "tabular-data-package",
    name,
    ...(title === undefined ? {} : { title }),
    resources: resources.map((resource) => ({
      name: resource.name,
      path: `${resource.name}.csv`,
      profile: "tabular-data-resource",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        fields: Object.entries(resource.kinds).map(([field, type]) => ({ name: field, type })),
        missingValues: [""],
        ...foreignKeys(resource.name, names),
      },
    })),
  };
}

/** The keys of a resource that lead to resources of the package; the profile knows no empty list. */
function foreignKeys(resource: string, names: readonly string[]) {
  const keys = (KEYS[resource] ?? []).filter(([, other]) => names.includes(other));
  if (keys.length === 0) return {};
  return {
    foreignKeys: keys.map(([column, other, key]) => ({ fields: column, reference: { resource: other, fields: key } })),
  };
}
