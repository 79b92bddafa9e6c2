import type { Region } from "../model/region.ts";

/** A place of a region set with everything it may be called by. */
export interface Place extends Region {
  /** Further names it goes by, in any language. */
  readonly otherNames: readonly string[];
  /** Further codes: alpha-2 and numeric beside alpha-3. */
  readonly otherCodes: readonly string[];
  readonly pinyin: string | null;
  /** false: the code or the name is no longer in use. */
  readonly current: boolean;
  /** The code under which the place goes on, where it does. */
  readonly successor: string | null;
}

/** A closed list of places that may be matched against. */
export interface RegionSet {
  readonly name: string;
  readonly places: readonly Place[];
}

const LEVELS: Readonly<Record<string, string>> = {
  n: "country",
  p: "province",
  f: "prefecture",
  c: "county",
  a: "aggregate",
};
const number = (text: string | undefined) => (text ? Number(text) : null);
const list = (text: string | undefined) => (text ? text.split("|") : []);

/** A region set from the lines a generated module holds; see scripts/generate-regions.ts. */
export function regionSet(name: string, lines: string): RegionSet {
  const places = lines.split("\n").map((line): Place => {
    const [code = "", label = "", english, level = "", parent, from, to, former, successor, pinyin, names, codes] =
      line.split("\t");
    return {
      code,
      name: label || (english ?? code),
      name_en: english || null,
      level: LEVELS[level] ?? level,
      parent: parent || null,
      valid_from: number(from),
      valid_to: number(to),
      population: [],
      note: null,
      otherNames: list(names),
      otherCodes: list(codes),
      pinyin: pinyin || null,
      current: former !== "1",
      successor: successor || null,
    };
  });
  return { name, places };
}
