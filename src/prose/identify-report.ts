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
const YEAR = /(?:19|20)\d{2}(?=年)/g;
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
  return {
    region: regionOf(title, metadata, input.file ?? "", head, places),
    year: yearOf(title, input.file ?? "", head),
    published: publishedOf(metadata, head),
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

function yearOf(title: string, file: string, head: string): Identified<number> | null {
  const inTitle = [...title.matchAll(YEAR)].map(([year]) => Number(year));
  if (inTitle.length > 0 && new Set(inTitle).size === 1)
    return { value: inTitle[0] as number, from: "title", certainty: 0.95 };
  const inFile = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file);
  if (inFile) return { value: Number(inFile[1]), from: "file", certainty: 0.7 };
  const counts = new Map<number, number>();
  for (const [year] of head.matchAll(YEAR)) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return null;
  return { value: first[0], from: "text", certainty: second && second[1] === first[1] ? 0.3 : 0.6 };
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
