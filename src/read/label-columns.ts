import { matchRegion } from "../registry/match-region.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import { isUnit } from "../registry/unit.ts";
import { type ColumnFacts, isFigures, isYears } from "./column-facts.ts";
import { statedColumn } from "./header-words.ts";
import { heading } from "./heading.ts";
import type { LeftOutReason, StatedColumn } from "./layout.ts";
import { isTotal, type RegionFit, regionFit } from "./region-texts.ts";

/** The columns of a block that are not figures, by what they are. */
export interface LabelColumns {
  readonly region: ColumnFacts | null;
  /** Share of the labels that are known places. */
  readonly regionShare: number;
  readonly regionName: ColumnFacts | null;
  readonly parents: readonly ColumnFacts[];
  readonly year: ColumnFacts | null;
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
  readonly leftOut: readonly { readonly column: number; readonly reason: LeftOutReason }[];
}

const LEVELS = ["country", "nuts0", "nuts1", "province", "nuts2", "prefecture", "nuts3", "county"];
const CODE = /^(?:[A-Z]{2,3}|[A-Z]{2}[A-Z0-9_]{1,8}|\d{2,4}|\d{6}|\d{9}|\d{12})$/;

type Kind =
  | "region"
  | "year"
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
  const years = of("year");
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
    leftOut,
  };
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
  if (named === "year" && years) return "year";
  if (named === "value" && (figures || counts.number + counts.sign > 0)) return "value";
  if (named === "region" || named === "regionName" || named === "parent") {
    const fit = regionFit(facts.distinct, indexes);
    if (fit !== null) fits.set(facts, fit);
    if (!figures) return "region";
    if (fit !== null && fit.share >= 0.6 && counts.year < filled) return "region";
    if (named === "region" && areCodes(facts)) return "region";
    return years ? "year" : CODED.test(facts.last) ? "attribute" : "value";
  }
  if (named === "serial") return !figures || isSerial(facts) ? "serial" : "value";
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
  if (figures) return CODED.test(facts.last) && facts.texts.every((text) => /^\d*$/.test(text)) ? "attribute" : "value";
  const fit = regionFit(facts.distinct, indexes);
  if (fit !== null) fits.set(facts, fit);
  return fit !== null && fit.share >= 0.6 ? "region" : "text";
}

const OFFICE = /(?:局|厅|委|院|部|处|所|会|中心|公司|学校|政府|大学|医院)$/u;

/** `Item Code`, 指标编码: whole numbers that count nothing. */
const CODED = /(?:^|[\s_])(?:code|id)s?(?:$|[\s_(])|编码$|代码$|编号$/iu;

const isMultiplier = ({ distinct }: ColumnFacts) =>
  [...distinct].every((text) => /^-?\d{1,2}(?::|$)|^(?:units?|thousands?|millions?|billions?|trillions?)$/i.test(text));

/** Digits that are no numbers: with a zero in front, or all of the length of a code. */
const areCodes = ({ distinct }: ColumnFacts): boolean => {
  const codes = [...distinct];
  const zero = codes.some((code) => /^0\d/.test(code));
  return codes.every((code) => /^\d+$/.test(code) && (zero || /^(?:\d{6}|\d{9}|\d{12})$/.test(code)));
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

/** In a table of observations the region is what the column of that name says, whatever stands beside it. */
function ownRegion(columns: readonly ColumnFacts[]): ReturnType<typeof regionColumns> {
  const region = columns.find(({ last }) => last === "region") ?? null;
  return { region, name: null, parents: [], others: columns.filter((facts) => facts !== region) };
}

/** The finest place of a row is its region; coarser ones are what it lies in; a code goes before a name. */
function regionColumns(columns: readonly ColumnFacts[], fits: ReadonlyMap<ColumnFacts, RegionFit>) {
  const rank = (facts: ColumnFacts) => {
    const level = facts.named === "parent" ? "country" : (fits.get(facts)?.level ?? null);
    return level === null ? -1 : LEVELS.indexOf(level);
  };
  const share = (facts: ColumnFacts) => fits.get(facts)?.share ?? 0;
  const isCode = (facts: ColumnFacts) => [...facts.distinct].every((text) => CODE.test(text));
  const names = columns.filter((facts) => share(facts) >= 0.6 && !isCode(facts));
  // Numbers of another system may look like codes of ours: names of another set of places beside them tell.
  const foreign = (facts: ColumnFacts) =>
    isCode(facts) && names.length > 0 && !names.some((name) => fits.get(name)?.index === fits.get(facts)?.index);
  const known = columns.filter((facts) => share(facts) >= 0.3 && facts.named !== "parent" && !foreign(facts));
  const pool = known.length > 0 ? known : columns.filter(({ named }) => named !== "parent");
  const finest = Math.max(...pool.map(rank));
  const level = pool.filter((facts) => rank(facts) === finest);
  // Aggregates have no code of their own in some files, so a code column may be known a little less than the names.
  const best = [...level].sort(
    (a, b) => Number(isCode(b)) - Number(isCode(a)) || b.filled - a.filled || share(b) - share(a),
  );
  if (best[1] !== undefined && contradict(best[0] as ColumnFacts, best[1], fits)) best.shift();
  const region = best[0] ?? null;
  const name =
    best[1] ??
    (known.length > 0 ? (columns.find((facts) => share(facts) < 0.3 && facts.named === "regionName") ?? null) : null);
  const parents = columns
    .filter(
      (facts) =>
        facts !== region && facts !== name && (facts.named === "parent" || (rank(facts) >= 0 && rank(facts) < finest)),
    )
    .sort((a, b) => rank(a) - rank(b));
  const others = columns.filter((facts) => facts !== region && facts !== name && !parents.includes(facts));
  return { region, name, parents, others };
}

/** Whether two columns of places mean different places in most of the rows in which both are known. */
function contradict(a: ColumnFacts, b: ColumnFacts, fits: ReadonlyMap<ColumnFacts, RegionFit>): boolean {
  const [first, second] = [fits.get(a)?.index, fits.get(b)?.index];
  if (first === undefined || second === undefined) return false;
  let both = 0;
  let differ = 0;
  for (let row = 0; row < Math.min(a.texts.length, b.texts.length, 300); row += 1) {
    const [one, other] = [a.texts[row] as string, b.texts[row] as string];
    const left = matchRegion(one, first, { suggest: false });
    const right = matchRegion(other, second, { suggest: false });
    if (left.code === null || right.code === null) continue;
    both += 1;
    if (left.code !== right.code) differ += 1;
  }
  return both > 0 && differ > both * 0.3;
}
