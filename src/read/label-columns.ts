import type { RegionIndex } from "../registry/region-index.ts";
import { isUnit } from "../registry/unit.ts";
import { type ColumnFacts, isFigures, isYears } from "./column-facts.ts";
import { statedColumn } from "./header-words.ts";
import { heading } from "./heading.ts";
import type { LeftOutReason, StatedColumn } from "./layout.ts";
import { isQuarter, partOfYear } from "./part-of-year.ts";
import { period, plainYear } from "./period.ts";
import { ownRegion, regionColumns } from "./region-columns.ts";
import { isTotal, type RegionFit, regionFit } from "./region-texts.ts";

/** The columns of a block that are not figures, by what they are. */
export interface LabelColumns {
  readonly region: ColumnFacts | null;
  /** Share of the labels that are known places. */
  readonly regionShare: number;
  readonly regionName: ColumnFacts | null;
  readonly parents: readonly ColumnFacts[];
  readonly year: ColumnFacts | null;
  /** Months or quarters of the year. */
  readonly part: ColumnFacts | null;
  readonly indicator: readonly ColumnFacts[];
  readonly unit: ColumnFacts | null;
  readonly multiplier: ColumnFacts | null;
  readonly flags: readonly ColumnFacts[];
  readonly notes: readonly ColumnFacts[];
  readonly source: ColumnFacts | null;
  readonly dimensions: readonly ColumnFacts[];
  /** Texts of no known role. */
  readonly texts: readonly ColumnFacts[];
  readonly stated: Readonly<Partial<Record<StatedColumn, number>>>;
  readonly values: readonly ColumnFacts[];
  /** Columns named as places of which few are any: they may tell rows apart, Total, Urban, Rural. */
  readonly doubtful: readonly ColumnFacts[];
  readonly leftOut: readonly { readonly column: number; readonly reason: LeftOutReason }[];
}

type Kind =
  | "region"
  | "year"
  | "part"
  | "value"
  | "text"
  | "indicator"
  | "unit"
  | "multiplier"
  | "flag"
  | "note"
  | "source"
  | "dimension"
  | "stated"
  | LeftOutReason;

/** Which column of this block is which noun, judged by headings first and by cells where those say nothing. */
export function labelColumns(columns: readonly ColumnFacts[], indexes: readonly RegionIndex[]): LabelColumns {
  const own = isOwn(columns);
  const fits = new Map<ColumnFacts, RegionFit>();
  const kinds = new Map(columns.map((facts) => [facts, kindOf(facts, own, indexes, fits)] as const));
  const of = (...wanted: Kind[]) => columns.filter((facts) => wanted.includes(kinds.get(facts) as Kind));
  const places = own ? ownRegion(of("region")) : regionColumns(of("region"), fits);
  const years = finestFirst(of("year"));
  // The code of a year beside the year: 2019, 2019.
  for (const facts of of("value").filter(({ last }) => /^$|^y|年|time|period|date/iu.test(last)))
    if (years[0] !== undefined && isYears(facts) && facts.texts.every((text, row) => text === years[0]?.texts[row]))
      kinds.set(facts, "attribute");
  const leftOut = columns.flatMap((facts) => {
    const kind = kinds.get(facts) as Kind;
    if (kind === "empty" || kind === "serial" || kind === "attribute") return [{ column: facts.column, reason: kind }];
    return years.indexOf(facts) > 0 || places.others.includes(facts)
      ? [{ column: facts.column, reason: "attribute" as const }]
      : [];
  });
  const units = of("unit");
  const sources = of("source");
  return {
    region: places.region,
    regionShare: places.region === null ? 0 : (fits.get(places.region)?.share ?? 0),
    regionName: places.name,
    parents: places.parents,
    year: years[0] ?? null,
    part: of("part")[0] ?? null,
    indicator: of("indicator"),
    unit: units[0] ?? null,
    multiplier: of("multiplier")[0] ?? null,
    flags: of("flag"),
    notes: of("note"),
    source: sources[0] ?? null,
    dimensions: of("dimension"),
    texts: [...of("text"), ...units.slice(1), ...sources.slice(1)],
    stated: Object.fromEntries(of("stated").map((facts) => [facts.last, facts.column])),
    values: of("value"),
    doubtful: own ? [] : places.others.filter((facts) => (fits.get(facts)?.share ?? 0) < 0.3),
    leftOut,
  };
}

/** A column of years before one of dates, unless the dates are days and months of these very years. */
function finestFirst(columns: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const years = [...columns].sort((a, b) => Number(b.named === "year") - Number(a.named === "year"));
  const first = years[0];
  const finer = years.find(
    (facts) =>
      first !== undefined &&
      facts.distinct.size > first.distinct.size &&
      facts.texts.every((text, row) => period(text)?.year === period(first.texts[row] as string)?.year),
  );
  return finer === undefined ? years : [finer, ...years.filter((facts) => facts !== finer)];
}

/** Whether the table has our own column names: then they all mean what they mean to us. */
const isOwn = (columns: readonly ColumnFacts[]) => OWN.every((name) => columns.some(({ last }) => last === name));
const OWN = ["region", "year", "indicator", "value"] as const;

function kindOf(
  facts: ColumnFacts,
  own: boolean,
  indexes: readonly RegionIndex[],
  fits: Map<ColumnFacts, RegionFit>,
): Kind {
  const { named, counts, filled } = facts;
  if (own && (OWN as readonly string[]).includes(facts.last)) {
    const fit = facts.last === "region" ? regionFit(facts.distinct, indexes) : null;
    if (fit !== null) fits.set(facts, fit);
    return facts.last as (typeof OWN)[number];
  }
  if (
    own &&
    statedColumn(facts.last) !== null &&
    !["region", "year", "indicator", "value", "unit", "source", "note"].includes(facts.last)
  )
    return "stated";
  const figures = isFigures(facts);
  const years = isYears(facts);
  // A year without figures is still a year of the table; any other empty column says nothing.
  if (filled === 0) return heading(facts.path).when === null ? "empty" : "value";
  // Footnotes below the table may stand in the column as well.
  if (named === "year" && (years || (counts.number === 0 && counts.year >= filled / 2))) return "year";
  if (named === "part" && [...facts.distinct].every((text) => partOfYear(2000, text, isQuarter(facts.last)) !== null))
    return "part";
  // Dates count nothing, whatever their heading: the first such column is the year where no other is.
  if (years && [...facts.distinct].every((text) => DATE.test(text))) return "year";
  if (named === "year" && isEarlyYears(facts)) return "year";
  if (named === "value" && (figures || counts.number + counts.sign > 0)) return "value";
  if (named === "region" || named === "regionName" || named === "parent") {
    const fit = regionFit(facts.distinct, indexes);
    if (fit !== null) fits.set(facts, fit);
    if (!figures || areNamedCodes(facts)) return "region";
    if (fit !== null && fit.share >= 0.6 && counts.year < filled) return "region";
    if (named === "region" && areCodes(facts)) return "region";
    return years ? "year" : isCoded(facts.last) ? "attribute" : "value";
  }
  if (figures && facts.last === "" && filled > 3 && isSerial(facts)) return "serial";
  if (named === "serial") return !figures || isSerial(facts) ? "serial" : ID.test(facts.last) ? "attribute" : "value";
  if (named === "multiplier") return isMultiplier(facts) ? "multiplier" : figures ? "value" : "text";
  if (named === "dimension") return "dimension";
  if (named === "indicatorName" || named === "indicator") return figures ? "value" : "indicator";
  if (named === "flag" || named === "note") return named === "flag" && counts.number > 0 ? "attribute" : named;
  if (named === "source" && !figures) return named;
  // 单位 is a unit in one table and an office in another.
  if (named === "unit" && !figures) {
    const offices = [...facts.distinct].filter((text) => !isUnit(text) && OFFICE.test(text)).length;
    return offices > facts.distinct.size / 2 ? "region" : "unit";
  }
  if (named === "attribute") return "attribute";
  if (years && counts.number === 0 && (facts.last === "" || /年|year|date|time|日期/i.test(facts.last))) return "year";
  if (figures && areCodes(facts)) {
    const fit = regionFit(facts.distinct, indexes);
    if (fit !== null && fit.share >= 0.6) {
      fits.set(facts, fit);
      return "region";
    }
  }
  if (figures) return isCoded(facts.last) && facts.texts.every((text) => /^\d*$/.test(text)) ? "attribute" : "value";
  const fit = regionFit(facts.distinct, indexes);
  if (fit !== null) fits.set(facts, fit);
  return fit !== null && fit.share >= 0.6 ? "region" : "text";
}

const OFFICE = /(?:局|厅|委|院|部|处|所|会|中心|公司|学校|政府|大学|医院)$/u;

/** Headings of numbers that name a row and count nothing, in order or not. */
const ID = /^(?:id|row_?id|编号|行号)$/iu;

const DATE = /^\d{4}-\d\d?-\d\d?(?:$|[T ])|^\d{4}[年/.]\d\d?[月/.]\d|^\d\d?[./]\d\d?[./]\d{4}$/;

/** Years long before statistics, −10000 or 1000, under a heading that says they are years. */
const isEarlyYears = ({ distinct, last }: ColumnFacts) =>
  /year|年|an|jahr/iu.test(last) &&
  [...distinct].every((text) => plainYear(text) !== null) &&
  [...distinct].some((text) => Number(text) >= 1000);

/** `Item Code`, 指标编码: whole numbers that count nothing. */
const CODED = /(?:^|[\s_])(?:code|id)s?(?:$|[\s_(])|编码$|代码$|编号$/iu;

const isCoded = (heading: string) => CODED.test(heading.replace(/(?<=[a-z])(?=[A-Z])/gu, "_"));

const isMultiplier = ({ distinct }: ColumnFacts) =>
  [...distinct].every((text) => /^-?\d{1,2}(?::|$)|^(?:units?|thousands?|millions?|billions?|trillions?)$/i.test(text));

/** Digits that are no numbers: with a zero in front, or all of the length of a code. */
const areCodes = ({ distinct }: ColumnFacts): boolean => {
  const codes = [...distinct];
  const zero = codes.some((code) => /^0\d/.test(code));
  return codes.every((code) => /^\d+$/.test(code) && (zero || /^(?:\d{6}|\d{9}|\d{12})$/.test(code)));
};

/** `0301 Oslo`: a code and a name in one cell, which alone might be a figure with its unit. */
const areNamedCodes = ({ distinct }: ColumnFacts): boolean => {
  const names = [...distinct].map((text) => text.match(/^\d+\s+(\p{L}.*)$/u)?.[1]);
  return names.every((name) => name !== undefined) && new Set(names).size > 1;
};

/** 1, 2, 3 … down the column. */
function isSerial({ texts }: ColumnFacts): boolean {
  const first = Number(texts[0]);
  // A total row has no number.
  return (
    texts.length > 1 &&
    texts.slice(0, 50).every((text, at) => text === "" || isTotal(text) || Number(text) === first + at)
  );
}
