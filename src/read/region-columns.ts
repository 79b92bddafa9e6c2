import { matchRegion } from "../registry/match-region.ts";
import type { ColumnFacts } from "./column-facts.ts";
import type { RegionFit } from "./region-texts.ts";

const LEVELS = ["country", "nuts0", "nuts1", "province", "nuts2", "prefecture", "nuts3", "county"];
const CODE = /^(?:[A-Z]{2,3}|[A-Z]{2}[A-Z0-9_]{1,8}|\d{1,4}|\d{6}|\d{9}|\d{12})$/;

/** State, County FIPS: a heading over parts of countries, in English. */
export const namesPartOfCountry = (heading: string): boolean =>
  /^(?:us[\s_]?)?(?:states?|province|county|city|district|municipality)(?:[\s_](?:code|id|fips|name|abbr(?:eviation)?))?$/i.test(
    heading,
  );

/** In a table of observations the region is what the column of that name says, whatever stands beside it. */
export function ownRegion(columns: readonly ColumnFacts[]): ReturnType<typeof regionColumns> {
  const region = columns.find(({ last }) => last === "region") ?? null;
  return { region, name: null, parents: [], others: columns.filter((facts) => facts !== region) };
}

/** The finest place of a row is its region; coarser ones are what it lies in; a code goes before a name. */
export function regionColumns(columns: readonly ColumnFacts[], fits: ReadonlyMap<ColumnFacts, RegionFit>) {
  const rank = (facts: ColumnFacts) => {
    const level = facts.named === "parent" ? "country" : doubted(facts) ? null : (fits.get(facts)?.level ?? null);
    if (level === null || level === "aggregate") return -1;
    // A level of somebody's own list lies below the country.
    const at = LEVELS.indexOf(level);
    return at < 0 ? LEVELS.indexOf("province") : at;
  };
  const share = (facts: ColumnFacts) => fits.get(facts)?.share ?? 0;
  const isCode = (facts: ColumnFacts) => [...facts.distinct].every((text) => CODE.test(text));
  const names = columns.filter((facts) => share(facts) >= 0.6 && !isCode(facts));
  // Numbers of another system may look like codes of ours: names of another set of places beside them tell.
  const foreign = (facts: ColumnFacts) =>
    isCode(facts) && names.length > 0 && !names.some((name) => fits.get(name)?.index === fits.get(facts)?.index);
  const doubted = (facts: ColumnFacts) =>
    namesPartOfCountry(facts.last) && fits.get(facts)?.index.set.name === "world" && share(facts) < 0.9;
  const known = columns.filter(
    (facts) => !doubted(facts) && share(facts) >= 0.3 && facts.named !== "parent" && !foreign(facts),
  );
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
