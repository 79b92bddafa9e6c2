import { chineseNumber } from "../util/chinese-number.ts";
import type { NamedPlace } from "./frame.ts";
import { normalise } from "./normalise.ts";

/** A fact about a report with where it was found and how far it can be trusted. */
export interface Identified<T> {
  readonly value: T;
  readonly from: "title" | "metadata" | "file" | "text";
  /** 0 to 1. */
  readonly certainty: number;
}

/** What a report says of itself; null is unknown. */
export interface ReportIdentity {
  readonly region: Identified<NamedPlace> | null;
  readonly year: Identified<number> | null;
  /** ISO date. */
  readonly published: Identified<string> | null;
  readonly issuer: Identified<string> | null;
}

export interface IdentifyInput {
  readonly text: string;
  readonly title?: string | null;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Name of the file. */
  readonly file?: string | null;
  /** Regions that may be meant. */
  readonly places?: Iterable<NamedPlace>;
}

const HEAD = 1500;
/** Reports on a year come out until about this month of the next. */
const EARLY = "04";
const YEAR = /(?:19|20)\d{2}(?=年)/g;
const HAN_YEAR = /[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)/g;
/** A title of several years: 2018-2020年, “十三五”时期, 近三年, 五年来, 2016年以来. */
const SEVERAL =
  /(?:19|20)\d{2}年?度?[-~—–至到](?:19|20)?\d{2,4}年|十[一二三四五六]五|近[两二三四五十]年|[两二三四五十]年来|年以来/;
/** What is said of a year that is still to come. */
const PLAN = /计划|打算|安排|思路|要点|谋划|展望/;
/** 2016年以来, 2021-2025年: years that only open or close a stretch. */
const PASSING = /^年(?:度)?(?:以来|[-~—–至到])/;
const TITLE = /报告|情况|年报|白皮书|公报|统计|总结|通报|分析|公布|发布/;
const DATE = /((?:19|20)\d{2})[-年./](\d{1,2})[-月./](\d{1,2})/;
const PUBLISHED =
  /(?:发布日期|发布时间|成文日期|公开日期|时间|日期)[^\d\n]{0,8}((?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2})/;
const ISSUER = /(?:发布机构|发布单位|信息来源|稿件来源|来源)[\s::|[\]]{1,6}([\u4e00-\u9fff]{2,24})/;
const OFFICE = /^((?:[\u4e00-\u9fff]{2,16}?)(?:人民政府|司法局|司法厅|法制办公室|人民法院|管理局|委员会))(?:关于|20)/;

/**
 * Which region and year is this report about, who issued it and when?
 *
 * @remarks
 * Title before metadata before file name before text; every answer says where it comes from and how certain it is, so
 * that a caller can show or refuse it. The year of publication is never taken for the year reported on.
 *
 * @example
 * ```ts @import.meta.vitest
 * const { year, region } = identifyReport({
 *   text: "某县2023年法治政府建设情况报告\n2023年,……",
 *   places: [{ code: "999901", name: "某县" }],
 * })
 * expect(year).toEqual({ value: 2023, from: "title", certainty: 0.95 })
 * expect(region?.value.code).toBe("999901")
 * ```
 */
export function identifyReport(input: IdentifyInput): ReportIdentity {
  const head = normalise(input.text.slice(0, HEAD)).text;
  const stated = normalise(input.title ?? "").text;
  const title = TITLE.test(stated) ? stated : titleIn(head);
  const metadata = normalise(Object.values(input.metadata ?? {}).join("\n")).text;
  const places = [...(input.places ?? [])].sort((a, b) => b.name.length - a.name.length);
  const published = publishedOf(metadata, head);
  return {
    region: regionOf(title, metadata, input.file ?? "", head, places),
    year: yearOf(title, input.file ?? "", head, published?.value),
    published,
    issuer: issuerOf(title, metadata, head),
  };
}

function titleIn(head: string): string {
  return head.split("\n").find((line) => line.length <= 60 && TITLE.test(line) && !line.includes("。")) ?? "";
}

function regionOf(
  title: string,
  metadata: string,
  file: string,
  head: string,
  places: readonly NamedPlace[],
): Identified<NamedPlace> | null {
  const named = (text: string): NamedPlace | undefined => places.find(({ name }) => text.includes(name));
  const tries = [
    ["title", named(title), 0.95],
    ["metadata", named(metadata), 0.7],
    ["file", places.find(({ code, name }) => file.includes(code) || file.includes(name)), 0.8],
    ["text", named(head), 0.5],
  ] as const;
  const found = tries.find(([, value]) => value !== undefined);
  return found ? { value: found[1] as NamedPlace, from: found[0], certainty: found[2] } : null;
}

/** The years of a title of which something is reported: 2022年情况和2023年计划 reports on 2022. */
function yearsIn(title: string): Set<number> {
  const found = [...title.matchAll(YEAR)];
  const reported = found.filter((year, i) => {
    const end = found[i + 1]?.index ?? title.length;
    return found.length === 1 || !PLAN.test(title.slice(year.index, end));
  });
  return new Set(reported.map(([year]) => Number(year)));
}

function yearOf(title: string, file: string, head: string, published: string | undefined): Identified<number> | null {
  const arabic = title.replace(HAN_YEAR, (year) => String(chineseNumber(year)));
  const inTitle = yearsIn(arabic);
  const isSeveral = SEVERAL.test(arabic);
  if (inTitle.size === 1 && !isSeveral) return { value: [...inTitle][0] as number, from: "title", certainty: 0.95 };
  const inFile = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file);
  if (inFile) return { value: Number(inFile[1]), from: "file", certainty: 0.7 };
  if (isSeveral) return null;
  const counts = new Map<number, number>();
  for (const { 0: year, index } of head.matchAll(YEAR)) {
    if (!PASSING.test(head.slice(index + 4, index + 9))) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return null;
  const isDivided = second !== undefined && second[1] === first[1];
  // A report that comes out early in a year and names that year may be of the year before.
  const isFresh =
    published !== undefined && Number(published.slice(0, 4)) === first[0] && published.slice(5, 7) <= EARLY;
  return { value: first[0], from: "text", certainty: isDivided ? 0.3 : isFresh ? 0.5 : 0.6 };
}

function publishedOf(metadata: string, head: string): Identified<string> | null {
  const inMetadata = DATE.exec(metadata);
  if (inMetadata) return { value: iso(inMetadata), from: "metadata", certainty: 0.9 };
  const stated = PUBLISHED.exec(head);
  const date = stated ? DATE.exec(stated[1] as string) : null;
  return date ? { value: iso(date), from: "text", certainty: 0.8 } : null;
}

const iso = ([, year, month, day]: RegExpExecArray): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function issuerOf(title: string, metadata: string, head: string): Identified<string> | null {
  const inTitle = OFFICE.exec(title)?.[1];
  if (inTitle) return { value: inTitle, from: "title", certainty: 0.8 };
  const inMetadata = /[\u4e00-\u9fff]{2,16}(?:人民政府|司法局|司法厅|办公室|法院)/.exec(metadata)?.[0];
  if (inMetadata) return { value: inMetadata, from: "metadata", certainty: 0.6 };
  const stated = ISSUER.exec(head)?.[1];
  return stated ? { value: stated, from: "text", certainty: 0.6 } : null;
}
