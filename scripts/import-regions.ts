/**
 * Rebuilds data/regions/*.csv from the packages they come from. Run by hand when a package is renewed:
 *   tsx scripts/import-regions.ts GB2260_FOLDER ID_VALIDATOR_FILE
 * where the folder holds the revisions of the npm package gb2260 (lib/*.json) and the file is src/GB2260.js of id-validator.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { areaList } from "@vant/area-data";
import Papa from "papaparse";
import { pinyin } from "pinyin-pro";
import { stemOf } from "../src/registry/region-name.ts";

interface Place {
  code: string;
  name: string;
  name_en: string;
  pinyin: string;
  level: string;
  parent: string;
  valid_from: string;
  valid_to: string;
  status: "current" | "former";
  successor: string;
  note: string;
  source: string;
}
const SHARED = path.resolve("../shared/data/regions.csv");
const VANT = "@vant/area-data 2.1.0 (MIT)";
const GB2260 = "gb2260 0.6.0 (MIT)";
const OLDER = "id-validator 1.3.0 (MIT)";
const LISTS = "GB/T 2260 yearly lists";
/** Level-2 codes that name no place: 市辖区, 县 and directly governed units. */
const PSEUDO = /^(市?辖区|县|省直辖.*|自治区直辖.*|直辖.*|市)$/;
const [gbFolder, olderFile] = process.argv.slice(2);

const levelOf = (code: string) => (code.endsWith("0000") ? "province" : code.endsWith("00") ? "prefecture" : "county");
const latin = (name: string) => pinyin(stemOf(name), { toneType: "none", type: "array" }).join("").replaceAll("ü", "v");

function row(code: string, name: string, source: string): Place {
  const level = levelOf(code);
  return {
    code,
    name,
    name_en: "",
    pinyin: latin(name),
    level,
    parent: "",
    valid_from: "",
    valid_to: "",
    status: "current",
    successor: "",
    note: "",
    source,
  };
}

function current(): Map<string, Place> {
  const places = new Map<string, Place>();
  const country = { ...row("100000", "全国", LISTS), level: "country", name_en: "China", pinyin: "quanguo" };
  places.set("100000", country);
  for (const list of [areaList.province_list, areaList.city_list, areaList.county_list]) {
    for (const [code, name] of Object.entries(list)) {
      // The districts of the four municipalities hang on the municipality itself.
      if (/^(11|12|31|50)0[12]00$/.test(code) || PSEUDO.test(name)) continue;
      places.set(code, row(code, name, VANT));
    }
  }
  return places;
}

function parentOf(code: string, known: ReadonlyMap<string, unknown>): string {
  if (code.endsWith("0000")) return "100000";
  const prefecture = `${code.slice(0, 4)}00`;
  return prefecture !== code && known.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
}

/** The one current place of the same province that keeps the stem of the name, or none. */
function successorOf(code: string, name: string, places: ReadonlyMap<string, Place>): string {
  const stem = stemOf(name);
  const home = code.startsWith("5102") ? "50" : code.slice(0, 2);
  const heirs = [...places.values()].filter(
    (place) =>
      place.code !== code &&
      place.code.startsWith(home) &&
      stemOf(place.name) === stem &&
      place.level === levelOf(code),
  );
  const near = heirs.filter((place) => place.code.slice(0, 4) === code.slice(0, 4));
  const chosen = near.length === 1 ? near : heirs;
  return chosen.length === 1 ? (chosen[0] as Place).code : "";
}

function addRevisions(places: Map<string, Place>, former: Place[], folder: string): void {
  const revisions = readdirSync(folder)
    .filter((file) => /^\d{6}\.json$/.test(file))
    .sort();
  const lists = revisions.map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Record<string, string>,
  );
  const last = new Map<string, { name: string; year: number; final: boolean }>();
  lists.forEach((list, i) => {
    for (const [code, name] of Object.entries(list)) {
      if (PSEUDO.test(name)) continue;
      const before = last.get(code);
      if (before && before.name !== name) former.push(gone(code, before.name, before.year));
      last.set(code, { name, year: Number(revisions[i]?.slice(0, 4)), final: i === lists.length - 1 });
    }
  });
  for (const [code, { name, year, final }] of last) {
    if (places.get(code)?.name === name) continue;
    // In the last list but no longer today: it went at some later time that no list here states.
    former.push(gone(code, name, final ? null : year));
  }
}

const gone = (code: string, name: string, year: number | null): Place => ({
  ...row(code, name, GB2260),
  status: "former",
  ...(year === null ? { note: "left after the list of 2016" } : { valid_to: String(year) }),
});

function addOlder(former: Place[], places: ReadonlyMap<string, Place>, file: string): void {
  const seen = new Set(former.map(({ code }) => code));
  for (const [, code, chain] of readFileSync(file, "utf8").matchAll(/"(\d{6})":"([^"]+)"/g)) {
    if (!code || !chain || places.has(code) || seen.has(code)) continue;
    const name = chain.match(/^.+?(?:省|自治区|市)(?:.+?(?:自治州|地区|盟|市))?([^市]+)$/)?.[1] ?? "";
    if (name === "" || PSEUDO.test(name)) continue;
    former.push({ ...row(code, name, OLDER), status: "former", note: "gone before the list of 2002" });
  }
}

/** What the developers' region table says of former codes and names, with its years. */
function addStated(places: Map<string, Place>, former: Place[]): void {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(SHARED, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  for (const stated of data) {
    const place = places.get(stated.code ?? "");
    if (place && stated.valid_to === "") {
      place.name_en = stated.name_en ?? "";
      place.valid_from = stated.valid_from ?? "";
    } else if (stated.code === "XPCC") {
      places.set("XPCC", {
        ...row("XPCC", stated.name ?? "", LISTS),
        level: "province",
        parent: "100000",
        name_en: stated.name_en ?? "",
      });
    } else if (place === undefined) {
      const successor = stated.note?.match(/(\d{6}) since/)?.[1] ?? "";
      replace(former, {
        ...row(stated.code ?? "", stated.name ?? "", LISTS),
        valid_from: stated.valid_from ?? "",
        valid_to: stated.valid_to ?? "",
        successor,
      });
    }
    const until = stated.valid_from ? String(Number(stated.valid_from) - 1) : "";
    const before = stated.note?.match(/before: (\d{6}) ([^;,]+)/);
    if (before && !former.some(({ code, source }) => code === before[1] && source === LISTS))
      replace(former, {
        ...row(before[1] as string, before[2] as string, LISTS),
        valid_to: until,
        successor: stated.code ?? "",
      });
    for (const name of stated.note?.match(/same code earlier named ([^;,]+)/)?.[1]?.split("/") ?? [])
      former.push({
        ...row(stated.code ?? "", name, LISTS),
        valid_to: until,
        status: "former",
        successor: stated.code ?? "",
      });
  }
  // 巴县 was 510222 until it became 巴南区 (510219) in 1994, and 500113 with the municipality in 1997.
  replace(former, { ...row("510222", "巴县", LISTS), valid_to: "1993", successor: "500113" });
}

function replace(former: Place[], stated: Place): void {
  const place: Place = { ...stated, status: "former" };
  for (let i = former.length - 1; i >= 0; i -= 1) if (former[i]?.code === place.code) former.splice(i, 1);
  former.push(place);
}

function china(): Place[] {
  const places = current();
  const former: Place[] = [];
  if (gbFolder) addRevisions(places, former, gbFolder);
  if (olderFile) addOlder(former, places, olderFile);
  if (existsSync(SHARED)) addStated(places, former);
  const known = new Map([...places, ...former.map((place) => [place.code, place] as const)]);
  for (const place of [...places.values(), ...former])
    if (place.level !== "country") place.parent ||= parentOf(place.code, known);
  for (const place of former)
    place.successor ||= places.has(place.code) ? place.code : successorOf(place.code, place.name, places);
  const rank = (place: Place) => `${place.code}${place.status === "current" ? "~" : place.valid_to}`;
  return [...places.values(), ...former].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

const ISO = "i18n-iso-countries 7.14.0 (MIT)";
/** In use by the World Bank and Eurostat, not a code of ISO 3166. */
const KOSOVO = {
  code: "XKX",
  alpha2: "XK",
  numeric: "",
  name: "科索沃",
  name_en: "Kosovo",
  level: "country",
  other_names: "",
  source: "World Bank list of economies and aggregates, 2024",
};
function world(): object[] {
  const require = createRequire(import.meta.url);
  const codes = require("i18n-iso-countries/codes.json") as [string, string, string, string][];
  const en = require("i18n-iso-countries/langs/en.json").countries as Record<string, string | string[]>;
  const zh = require("i18n-iso-countries/langs/zh.json").countries as Record<string, string | string[]>;
  const OTHER_LANGUAGES = ["de", "fr", "es", "it", "pt", "ru"].map(
    (language) => require(`i18n-iso-countries/langs/${language}.json`).countries as Record<string, string | string[]>,
  );
  const cldrEn = new Intl.DisplayNames("en", { type: "region" });
  const cldrZh = new Intl.DisplayNames("zh-Hans", { type: "region" });
  return codes
    .map(([alpha2, alpha3, numeric]) => {
      const english = [en[alpha2] ?? []].flat();
      const foreign = OTHER_LANGUAGES.flatMap((names) => [names[alpha2] ?? []].flat());
      const chinese = [zh[alpha2] ?? []].flat();
      const name = cldrZh.of(alpha2) ?? chinese[0] ?? "";
      const name_en = english[0] ?? cldrEn.of(alpha2) ?? "";
      const others = new Set(
        [...english.slice(1), cldrEn.of(alpha2) ?? "", ...chinese, ...foreign].filter(
          (text) => text !== "" && text !== name && text !== name_en,
        ),
      );
      return {
        code: alpha3,
        alpha2,
        numeric,
        name,
        name_en,
        level: "country",
        other_names: [...others].join("|"),
        source: ISO,
      };
    })
    .concat(KOSOVO)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const csv = (rows: object[]) => `${Papa.unparse(rows, { newline: "\n" })}\n`;
writeFileSync("data/regions/china.csv", csv(china()));
writeFileSync("data/regions/world.csv", csv(world()));
