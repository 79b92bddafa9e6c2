import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { ENCODINGS } from "./encoding.ts";
import type { Block, FixedFacts, Layout, ValueColumn } from "./layout.ts";
import { period } from "./period.ts";

const ROLES = [
  "region",
  "region_name",
  "parent",
  "year",
  "part",
  "indicator",
  "unit",
  "multiplier",
  "flag",
  "note",
  "source",
  "dimension",
  "value",
  "left_out",
] as const;

const Column = z.strictObject({
  role: z.enum(ROLES),
  indicator: z.string().optional().describe("what the figures of a value column count"),
  year: z.union([z.number().int(), z.string()]).optional().describe("year or period of a value column"),
  region: z.string().optional().describe("code or name of the region of a value column"),
  unit: z.string().optional().describe("unit of a value column"),
});

/** A mapping file: what a table means, where guessing is not wanted. Everything in it is optional. */
export const Mapping = z.strictObject({
  $schema: z.string().optional(),
  sheet: z
    .union([z.string(), z.number().int().min(1)])
    .optional()
    .describe("name or number of the sheet to read"),
  body_row: z.number().int().min(1).optional().describe("number of the first row of figures, counted from 1"),
  columns: z
    .record(z.string(), Column)
    .optional()
    .describe("by heading, or by number from 1 as #3; columns that are not named keep their guessed role"),
  fixed: z
    .strictObject({
      region: z.string().optional(),
      year: z.union([z.number().int(), z.string()]).optional(),
      indicator: z.string().optional(),
      unit: z.string().optional(),
    })
    .optional()
    .describe("what holds for every figure that says nothing else itself"),
  fill_down: z.array(z.string()).optional().describe("headings of columns in which a blank cell repeats the one above"),
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  decimal: z.enum([".", ","]).optional(),
  regions: z
    .string()
    .optional()
    .describe(
      "china or world: the only region set to match against; or the path, from this file, of a CSV with your own regions: code, name and, as far as you have them, name_en, level, parent, other_names, other_codes",
    ),
  least_certainty: z.number().min(0).max(1).optional().describe("below it no region is matched; 0.8 if not given"),
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping from the text of a mapping file. Throws `mapping.invalid` with the place of the first mistake. */
export function fromMapping(path: string, text: string): Mapping {
  const invalid = (got: string, cause: unknown) =>
    new ComparandaError(
      "mapping.invalid",
      { path, got, expected: "a mapping as in schemas/mapping.schema.json" },
      { cause },
    );
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw invalid("text that is not JSON", cause);
  }
  const read = Mapping.safeParse(document);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(`${issue?.path.join(".") || "document"}: ${issue?.message}`, read.error);
}

/** What a mapping or the caller fixes for all figures. */
export function fixedOf(fixed: Mapping["fixed"]): Partial<FixedFacts> {
  const when = fixed?.year === undefined ? null : period(String(fixed.year));
  return {
    ...(fixed?.region === undefined ? {} : { region: fixed.region }),
    ...(when === null ? {} : { when }),
    ...(fixed?.indicator === undefined ? {} : { indicator: fixed.indicator }),
    ...(fixed?.unit === undefined ? {} : { unit: fixed.unit }),
  };
}

/** The guessed layout with everything a mapping says in its place. */
export function mapped(layout: Layout, mapping: Mapping): Layout {
  const columns = new Map(
    Object.entries(mapping.columns ?? {}).map(([heading, column]) => [columnOf(layout, heading), column] as const),
  );
  const blocks =
    columns.size === 0 ? layout.blocks : layout.blocks.map((block, at) => mappedBlock(block, columns, at === 0));
  const fillDown = mapping.fill_down?.map((heading) => columnOf(layout, heading)) ?? layout.fillDown;
  return {
    ...layout,
    blocks,
    fillDown,
    decimal: mapping.decimal ?? layout.decimal,
    certainty: columns.size > 0 ? 1 : layout.certainty,
    leftOut: layout.leftOut.filter(({ column }) => (columns.get(column)?.role ?? "left_out") === "left_out"),
  };
}

function columnOf({ headings }: Layout, heading: string): number {
  const number = heading.match(/^#(\d+)$/);
  const at = number === null ? headings.indexOf(heading) : Number(number[1]) - 1;
  if (at >= 0 && at < headings.length) return at;
  const available = headings.filter((text) => text !== "");
  throw new ComparandaError("column.missing", { verb: "load", column: heading, available, suggestion: null });
}

type Columns = ReadonlyMap<number, z.infer<typeof Column>>;

function mappedBlock(block: Block, columns: Columns, first: boolean): Block {
  const free = (column: number | null) => (column !== null && columns.has(column) ? null : column);
  const others = (list: readonly number[]) => list.filter((column) => !columns.has(column));
  // Columns of a mapping belong to the first block: several blocks are fixed by their own headings.
  const named = (role: (typeof ROLES)[number]) =>
    first ? [...columns].filter(([, column]) => column.role === role).map(([at]) => at) : [];
  const [region] = named("region");
  const values = named("value").map((at): ValueColumn => {
    const column = columns.get(at) as z.infer<typeof Column>;
    const guessed = block.values.find((value) => value.column === at);
    return {
      column: at,
      indicator: column.indicator ?? guessed?.indicator ?? null,
      when: column.year === undefined ? (guessed?.when ?? null) : period(String(column.year)),
      part: column.year === undefined ? (guessed?.part ?? null) : null,
      region: column.region ?? guessed?.region ?? null,
      unit: column.unit ?? guessed?.unit ?? null,
    };
  });
  return {
    region: region ?? free(block.region),
    regionName: named("region_name")[0] ?? free(block.regionName),
    parents: [...others(block.parents), ...named("parent")],
    year: named("year")[0] ?? free(block.year),
    part: named("part")[0] ?? free(block.part),
    indicator: [...named("indicator"), ...others(block.indicator)],
    unit: named("unit")[0] ?? free(block.unit),
    multiplier: named("multiplier")[0] ?? free(block.multiplier),
    flags: [...others(block.flags), ...named("flag")],
    notes: [...others(block.notes), ...named("note")],
    source: named("source")[0] ?? free(block.source),
    dimensions: [...others(block.dimensions), ...named("dimension")],
    stated: block.stated,
    values: [...block.values.filter(({ column }) => !columns.has(column)), ...values].sort(
      (a, b) => a.column - b.column,
    ),
  };
}
