import { matchRegion } from "../registry/match-region.ts";
import { nameKey } from "../registry/name-key.ts";
import type { RegionIndex } from "../registry/region-index.ts";
import { roleOf } from "./header-words.ts";
import { heading, plainText } from "./heading.ts";
import type { FixedFacts } from "./layout.ts";
import type { Period } from "./period.ts";

/** What is said about a table rather than what it counts: a sentence, a note on the sheet. */
const REMARK =
  /^(?:this (?:worksheet|table|sheet|file)|back to|released|coverage|frequency|publication)\b|\S+(?:\s\S+){3,}\.$|。$/iu;
/** 表2-5, Table 1:, 2-5 before a title. */
const NUMBERED = /^(?:(?:table|附?表)\s*[\dIVX]+(?:[-–—.]\d+)*[a-z]?\s*[.:\uff1a、]?\s*|\d+[-–—]\d+\s+)(?=\S)/iu;

const isName = (text: string) =>
  !NOT_A_NAME.test(text) && !REMARK.test(text) && roleOf(text) === null && heading([text]).name !== "";

/** Where a fact was found: the nearer to the table, the surer. */
export type Whence = "title" | "file_name" | null;

export interface TitleFacts extends FixedFacts {
  readonly whence: Readonly<Record<keyof FixedFacts, Whence>>;
}

const STATED_INDICATOR = /^(?:指标|统计指标|indicator)\s*[:\uff1a]\s*(.+)$/iu;
const STATED_REGION = /^(?:地区|区域|省份|行政区划|region|country|area|geo(?:graphy)?)\s*[:\uff1a]\s*(.+)$/iu;
const NOT_A_NAME =
  /^(?:(?:table|表)\s*\d+$|(?:单位|计量单位|地区|时间|数据库|来源|数据来源|注|说明|续表|sheet\s*\d*|工作表\s*\d*|unit|source|last updated.*|data source.*|附件\d*)\s*(?:[:\uff1a].*)?$)/iu;

/**
 * What do the titles of a table, its sheet and its file say of all its figures?
 *
 * @remarks The title nearest to the table goes before those further off, and any title before the name of the file.
 *
 * @param titles - texts around the table, nearest last
 * @param fileName - without folder
 */
export function fixedFacts(titles: readonly string[], fileName: string, indexes: readonly RegionIndex[]): TitleFacts {
  const stem = fileName
    .replace(/\.(?:[a-z]{2,7}|gz)$/gi, "")
    .replace(/\.(?:csv|tsv|json|xlsx)$/i, "")
    .replace(/[_]+/g, " ");
  const near = titles.map(plainText).filter((text) => text !== "");
  const when = nearest(near.map((text) => heading([text]).when));
  const fileWhen = heading([stem]).when;
  const unit = nearest(near.map(unitIn));
  const region = nearest(near.map((text) => statedPlace(text, indexes) ?? placeIn(text, indexes)));
  const fileRegion = placeIn(stem, indexes);
  const stated = near.map((text) => text.match(STATED_INDICATOR)?.[1]).find((text) => text !== undefined);
  const name = stated ?? [...near].reverse().find(isName);
  return {
    when: when ?? fileWhen,
    unit: unit ?? (name === undefined ? null : heading([name]).unit),
    region: region ?? fileRegion,
    indicator:
      heading([(name ?? stem).replace(NUMBERED, "").replace(/\s*[(\uff08]?续表[)\uff09]?\s*\d*$/u, "")]).name || stem,
    whence: {
      when: when ? "title" : fileWhen ? "file_name" : null,
      unit: unit ? "title" : null,
      region: region ? "title" : fileRegion ? "file_name" : null,
      indicator: name === undefined ? "file_name" : "title",
    },
  };
}

/** 地区：云南省, Country: France, before the headings. */
function statedPlace(text: string, indexes: readonly RegionIndex[]): string | null {
  const written = text.match(STATED_REGION)?.[1];
  if (written === undefined) return null;
  const codes = indexes.map((index) => matchRegion(written, index, { suggest: false }).code);
  return codes.find((code) => code !== null) ?? null;
}

/** The last value that is there. */
function nearest<T extends string | Period>(values: readonly (T | null)[]): T | null {
  return [...values].reverse().find((value) => value !== null) ?? null;
}

function unitIn(text: string): string | null {
  const unit = heading([text]).unit;
  // Several units in one line belong to several columns; which to which it does not say.
  return unit === null || /[、,\uff0c和]/u.test(unit) ? null : unit;
}

/** The longest name of a place at the start of the text, or after 关于; shorter than a full name does not count. */
function placeIn(text: string, indexes: readonly RegionIndex[]): string | null {
  const key = nameKey(text.replace(/^(?:关于|附件\d*[:\uff1a]?|\d{4}年度?)/u, ""));
  for (let length = Math.min(24, key.length); length >= 2; length -= 1) {
    const start = key.slice(0, length);
    for (const index of indexes) {
      const hits = index.names.get(start)?.filter(({ way }) => way === "name" || (way === "short_name" && length >= 2));
      const sure = hits?.filter(({ place, way }) => way === "name" || place.level === "province");
      const [hit] = sure ?? [];
      if (
        hit !== undefined &&
        new Set(sure?.map(({ place }) => index.identity(place).code)).size === 1 &&
        isWord(text, hit.place.name)
      )
        return index.identity(hit.place).code;
    }
  }
  return null;
}

/** A Latin name must be a whole word of the text: Niger is not in Nigeria. */
const isWord = (text: string, name: string) =>
  /\p{Script=Han}/u.test(text) ||
  new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L}\d ]/gu, ".")}(?!\\p{L})`, "iu").test(text);
