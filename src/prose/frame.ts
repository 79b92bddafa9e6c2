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

/** The frame in which a report is read. */
export function frameOf(known: KnownOfReport, text: string): Frame {
  const places = new Map<string, string>();
  let own: string | null = null;
  for (const { code, name } of known.places ?? []) {
    if (code === known.region) own = name;
    const stem = stemOf(name);
    const kind = AUTONOMOUS.exec(name)?.[1];
    for (const short of kind ? [stem, stem + kind] : [stem])
      if (short.length >= 2 && !places.has(short)) places.set(short, code);
    places.set(name, code);
  }
  return {
    region: known.region ?? null,
    year: known.year ?? null,
    published: publishedOf(known.published ?? null),
    places,
    head: `${own ?? ""}\n${text.slice(0, HEAD)}`,
    above: new Set(
      own === null || /自治区$/.test(own) ? [] : (ABOVE.find(([end]) => end.test(own as string))?.[1] ?? []),
    ),
  };
}

function publishedOf(published: string | null): Frame["published"] {
  const parts = /^(\d{4})(?:-(\d{2}))?/.exec(published ?? "");
  return parts ? { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null } : null;
}
