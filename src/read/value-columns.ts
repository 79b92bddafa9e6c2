import type { RegionIndex } from "../registry/region-index.ts";
import { calendarOf } from "./calendar.ts";
import type { ColumnFacts } from "./column-facts.ts";
import { datesAs, widened } from "./dates-as.ts";
import { roleOf } from "./header-words.ts";
import { heading, isUnitLine } from "./heading.ts";
import type { Shape, ValueColumn } from "./layout.ts";
import { regionFit } from "./region-texts.ts";

export interface ValueHeadings {
  readonly values: readonly ValueColumn[];
  readonly shape: Shape;
  /** What single days in the headings stand for. */
  readonly datesAs: "year" | "month" | null;
  /** Whether the headings of figures name regions. */
  readonly byRegion: boolean;
}

/**
 * What do the headings over the figures say: which year, which indicator, which region, which unit?
 *
 * @param hasYear - years stand in a column; then a year in a heading is part of its name
 * @param hasRegion - regions stand in a column; then a place in a heading is part of its name
 */
export function valueColumns(
  given: readonly ColumnFacts[],
  hasYear: boolean,
  hasRegion: boolean,
  indexes: readonly RegionIndex[],
): ValueHeadings {
  const columns = hasRegion ? given : withPlacesApart(given, indexes);
  const level = hasRegion ? -1 : regionLevel(columns, indexes);
  const calendar = calendarOf(columns.flatMap(({ path }) => path));
  const values = columns.map(({ column, path }): ValueColumn => {
    const region = level < 0 ? null : (path[level] ?? null);
    const rest = (level < 0 ? path : path.filter((_, at) => at !== level)).map(calendar);
    const { name, when, part, unit } = hasYear ? { ...heading(rest), when: null } : heading(rest);
    const printed = hasYear ? yearKept(rest, name) : name;
    const generic = printed === "" || roleOf(printed) === "value";
    return { column, region, when, part, unit, indicator: generic ? null : printed };
  });
  const dates = datesAs(values.map(({ when }) => when));
  const dated =
    dates === null ? values : values.map((value) => ({ ...value, when: value.when && widened(value.when, dates) }));
  return { values: toldApart(dated), datesAs: dates, shape: shapeOf(values, level >= 0), byRegion: level >= 0 };
}

/** GDP (current US$) and GDP (constant 2015 US$): names that only their units tell apart keep them. */
function toldApart(values: readonly ValueColumn[]): readonly ValueColumn[] {
  const key = ({ indicator, when, part, region }: ValueColumn) =>
    [indicator, when?.year, when?.period, part, region].join("\u001f");
  const units = new Map<string, Set<string | null>>();
  for (const value of values) units.set(key(value), (units.get(key(value)) ?? new Set()).add(value.unit));
  return values.map((value) => {
    const several = (units.get(key(value))?.size ?? 0) > 1;
    return several && value.unit !== null && value.indicator !== null
      ? { ...value, indicator: `${value.indicator} (${value.unit})` }
      : value;
  });
}

/** With years in a column, 2015 in `GDP (constant 2015)` belongs to the name. */
function yearKept(path: readonly string[], name: string): string {
  return heading(path).when === null ? name : path.join(" / ");
}

type Headed = Pick<ColumnFacts, "column" | "path">;

/** GDP:北京, CPI_France: a place as one part of every heading; as they are where no part is a place. */
function withPlacesApart(columns: readonly ColumnFacts[], indexes: readonly RegionIndex[]): readonly Headed[] {
  if (columns.length < 2 || regionLevel(columns, indexes) >= 0) return columns;
  const apart = columns.map(({ column, path }) => ({
    column,
    path: path.flatMap((text) => (isUnitLine(text) ? [text] : text.split(/\s*[:\uff1a_]\s*/u))),
  }));
  const depth = apart[0]?.path.length ?? 0;
  return apart.every(({ path }) => path.length === depth) && regionLevel(apart, indexes) >= 0 ? apart : columns;
}

/** Row of the headings that names places, or −1. */
function regionLevel(columns: readonly Headed[], indexes: readonly RegionIndex[]): number {
  const depth = Math.max(0, ...columns.map(({ path }) => path.length));
  for (let level = 0; level < depth; level += 1) {
    const names = new Set(columns.map(({ path }) => path[level] ?? "").filter((name) => name !== ""));
    if (names.size < 2) continue;
    if ((regionFit(names, indexes)?.share ?? 0) >= 0.7) return level;
  }
  return -1;
}

function shapeOf(values: readonly ValueColumn[], byRegion: boolean): Shape {
  if (byRegion) return "wide_by_region";
  const years = new Set(values.map(({ when, part }) => (when === null ? (part ?? "") : `${when.year} ${when.period}`)));
  const names = new Set(values.map(({ indicator }) => indicator ?? ""));
  if (years.size === 1 && years.has("")) return values.length <= 1 ? "long" : "wide_by_indicator";
  return names.size > 1 ? "wide_by_year_and_indicator" : "wide_by_year";
}
