import { stemOf } from "../registry/region-name.ts";
import type { Frame } from "./scene.ts";

/** A region by code and name, as a table of regions has it. */
export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

/** What is known of a report from outside its text. Null is unknown and is never guessed. */
export interface KnownOfReport {
  /** Code of the region the report is about. */
  readonly region?: string | null;
  readonly year?: number | null;
  /** When it was published: `2021`, `2021-03` or `2021-03-04`. */
  readonly published?: string | null;
  /** Places the text may name besides its own region; the lexicon knows the provinces. */
  readonly places?: Iterable<NamedPlace>;
}

const HEAD = 200;
/** 恩施土家族苗族自治州 is 恩施州 in tables, 金平苗族瑶族傣族自治县 is 金平县. */
const AUTONOMOUS = /自治([州县旗])$/;
/** 全市 in the report of a county is the city above it: the words for all levels above, by the end of the own name. */
const ABOVE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/市辖区$|区$/, ["全市", "全省", "全国"]],
  [/县$|旗$/, ["全市", "全州", "全盟", "全省", "全国"]],
  [/市$|州$|盟$|地区$/, ["全省", "全国"]],
  [/省$/, ["全国"]],
];

type Names = Pick<Frame, "places" | "endings"> & { readonly own: string | null };
/** Names of one list of places, which many reports of a region share. */
const known = new WeakMap<object, Map<string | null, Names>>();

/** The frame in which a report is read. */
export function frameOf(
  { region = null, year = null, published = null, places = [] }: KnownOfReport,
  text: string,
): Frame {
  let lists = known.get(places);
  if (!lists) {
    lists = new Map();
    known.set(places, lists);
  }
  const names = lists.get(region) ?? namesOf(places, region);
  if (Array.isArray(places)) lists.set(region, names);
  const { own } = names;
  return {
    region,
    year,
    published: publishedOf(published),
    places: names.places,
    endings: names.endings,
    head: `${own ?? ""}\n${text.slice(0, HEAD)}`,
    above: new Set(
      own === null || /自治区$/.test(own) ? [] : (ABOVE.find(([end]) => end.test(own as string))?.[1] ?? []),
    ),
  };
}

function namesOf(list: Iterable<NamedPlace>, region: string | null): Names {
  const places = new Map<string, string>();
  let own: string | null = null;
  for (const { code, name } of list) {
    if (code === region) own = name;
    const stem = stemOf(name);
    const kind = AUTONOMOUS.exec(name)?.[1];
    for (const short of kind ? [stem, stem + kind] : [stem])
      if (short.length >= 2 && !places.has(short)) places.set(short, code);
    places.set(name, code);
  }
  return { places, own, endings: new Set([...places.keys()].map((name) => name.at(-1) as string)) };
}

function publishedOf(published: string | null): Frame["published"] {
  const parts = /^(\d{4})(?:-(\d{2}))?/.exec(published ?? "");
  return parts ? { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null } : null;
}
