import type { ColumnAccount, ColumnRole, MatchAccount, TableAccount } from "./account.ts";
import type { Assembled } from "./assemble.ts";
import type { Block, Layout } from "./layout.ts";
import type { RegionResolver } from "./resolve-regions.ts";

/** The account of one table: its guessed shape, and what became of rows and columns. */
export function tableAccount(
  name: string | null,
  rowsRead: number,
  layout: Layout,
  assembled: Assembled,
): TableAccount {
  return {
    name,
    shape: layout.shape,
    certainty: layout.certainty,
    blocks: layout.blocks.length,
    rowsRead,
    rowsKept: assembled.rowsKept,
    rowsAggregate: assembled.rowsAggregate,
    aside: assembled.aside.listed,
    asideCounts: assembled.aside.counts,
    rowsAside: assembled.aside.rows,
    cells: assembled.cells,
    filledDown: assembled.filledDown,
    decimal: layout.decimal,
    columns: columnAccounts(layout),
    fixed: layout.fixed,
  };
}

const NOTHING = { reason: null, indicator: null, year: null, region: null, unit: null };

function columnAccounts(layout: Layout): ColumnAccount[] {
  const values = new Map(layout.blocks.flatMap((block) => block.values.map((value) => [value.column, value] as const)));
  const reasons = new Map(layout.leftOut.map(({ column, reason }) => [column, reason] as const));
  return layout.headings.map((heading, column) => {
    const value = values.get(column);
    if (value !== undefined) {
      const { indicator, region, unit, when } = value;
      return { column, heading, role: "value", reason: null, indicator, year: when?.year ?? null, region, unit };
    }
    const role = layout.blocks.map((block) => labelRole(block, column)).find((found) => found !== null);
    if (role) return { column, heading, role, ...NOTHING };
    return { column, heading, role: "left_out", ...NOTHING, reason: reasons.get(column) ?? "attribute" };
  });
}

function labelRole(block: Block, column: number): ColumnRole | null {
  const single = {
    region: block.region,
    region_name: block.regionName,
    year: block.year,
    part: block.part,
    unit: block.unit,
    multiplier: block.multiplier,
    source: block.source,
  };
  for (const [role, at] of Object.entries(single)) if (at === column) return role as ColumnRole;
  const lists = {
    parent: block.parents,
    indicator: block.indicator,
    flag: block.flags,
    note: block.notes,
    dimension: block.dimensions,
  };
  for (const [role, columns] of Object.entries(lists)) if (columns.includes(column)) return role as ColumnRole;
  return Object.values(block.stated).includes(column) ? "stated" : null;
}

/** What each label of the region columns was taken for. */
export function matchAccounts(resolver: RegionResolver): MatchAccount[] {
  return resolver.resolved().flatMap(({ kind, written, match }): MatchAccount[] => {
    if (kind === "blank") return [];
    const place = match?.place ?? null;
    const suggestions =
      kind === "ambiguous"
        ? (match?.candidates ?? []).map((candidate) => `${candidate.code} ${candidate.name}`)
        : kind === "unknown"
          ? resolver.suggestions(written)
          : [];
    return [
      {
        written,
        kind,
        code: place?.code ?? null,
        name: place?.name ?? null,
        certainty: match?.certainty ?? (kind === "aggregate" ? 1 : 0),
        way: match?.way ?? null,
        suggestions,
      },
    ];
  });
}
