import type { Severity } from "../model/finding.ts";
import type { Language } from "../model/messages/message.ts";
import type { Account, AsideReason, ColumnRole, TableAccount } from "./account.ts";
import type { LeftOutReason, Shape } from "./layout.ts";

interface MatchCounts {
  readonly certain: number;
  readonly likely: number;
  readonly aggregate: number;
  readonly ambiguous: number;
  readonly unknown: number;
}

/** Every word of a printed account in one language. */
export interface AccountWords {
  readonly comma: string;
  readonly colon: string;
  file(account: Account): string;
  rows(read: number, kept: number, aggregate: number, aside: number): string;
  table(name: string, read: number, kept: number): string;
  shape(shape: string, certainty: number, blocks: number): string;
  fixed(parts: string): string;
  filledDown(count: number): string;
  cells(cells: TableAccount["cells"]): string;
  column(number: number, heading: string, role: string): string;
  aside(from: number, to: number, reason: string, text: string): string;
  matches(counts: MatchCounts): string;
  likely(written: string, place: string, certainty: number): string;
  more(count: number): string;
  readonly shapes: Readonly<Record<Shape, string>>;
  readonly roles: Readonly<Record<ColumnRole, string>>;
  readonly leftOut: Readonly<Record<LeftOutReason, string>>;
  readonly reasons: Readonly<Record<AsideReason, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
}

const shown = (delimiter: string) => (delimiter === "\t" ? "TAB" : delimiter);
const known = (parts: readonly (string | null)[], comma: string) => parts.filter((part) => part !== null).join(comma);

const en: AccountWords = {
  comma: ", ",
  colon: ": ",
  file: ({ file, format, compression, encoding, delimiter }) =>
    `${file}: ${known([format, compression, encoding && `${encoding.name} (${encoding.stated ? "stated" : `certainty ${encoding.certainty.toFixed(2)}`})`, delimiter && `delimiter "${shown(delimiter)}"`], ", ")}`,
  rows: (read, kept, aggregate, aside) =>
    `${read} rows read: ${kept} kept, ${aggregate} total or aggregate rows kept apart, ${aside} set aside in whole or in part`,
  table: (name, read, kept) => `table "${name}": ${read} rows read, ${kept} kept`,
  shape: (shape, certainty, blocks) =>
    `shape: ${shape}${blocks > 1 ? `, ${blocks} tables side by side` : ""} (certainty ${certainty.toFixed(2)})`,
  fixed: (parts) => `for the whole table: ${parts}`,
  filledDown: (count) => `${count} blank labels repeat the one above`,
  cells: ({ kept, missing, aggregate, aside }) =>
    `${kept} figures kept, ${missing} cells state or leave open that there is none, ${aggregate} figures of aggregates, ${aside} cells set aside`,
  column: (number, heading, role) => `  column ${number} "${heading}" → ${role}`,
  aside: (from, to, reason, text) =>
    `  ${from === to ? `row ${from}` : `rows ${from}–${to}`} set aside, ${reason}${text === "" ? "" : `: "${text}"`}`,
  matches: (c) =>
    `region labels: ${c.certain} certain, ${c.likely} likely, ${c.aggregate} aggregates, ${c.ambiguous} ambiguous, ${c.unknown} unknown`,
  likely: (written, place, certainty) => `  "${written}" → ${place} (certainty ${certainty.toFixed(2)})`,
  more: (count) => `  … and ${count} more`,
  shapes: {
    long: "long",
    wide_by_year: "wide by year",
    wide_by_indicator: "wide by indicator",
    wide_by_region: "wide by region",
    wide_by_year_and_indicator: "wide by year and indicator",
  },
  roles: {
    region: "region",
    region_name: "name of the region",
    parent: "what the region lies in",
    year: "year",
    part: "month or quarter",
    indicator: "indicator",
    unit: "unit",
    multiplier: "power of ten",
    flag: "flag",
    note: "note",
    source: "source",
    dimension: "part of the indicator",
    stated: "as in an observation table",
    value: "figures",
    left_out: "left out",
  },
  leftOut: {
    empty: "empty",
    serial: "row numbers",
    attribute: "says nothing more",
    text: "text that tells no rows apart",
    no_year: "no year, where others name theirs",
  },
  reasons: {
    note: "note",
    section: "section title",
    repeated_heading: "headings again",
    ragged: "more cells than headings",
    no_region: "no region",
    ambiguous_region: "several regions of that name",
    no_year: "no year",
    not_a_figure: "not a figure",
  },
  severity: { error: "error", warning: "warning", note: "note" },
};

const zhCN: AccountWords = {
  comma: "、",
  colon: "：",
  file: ({ file, format, compression, encoding, delimiter }) =>
    `${file}：${known([format, compression, encoding && `${encoding.name}（${encoding.stated ? "指定" : `把握 ${encoding.certainty.toFixed(2)}`}）`, delimiter && `分隔符“${shown(delimiter)}”`], "，")}`,
  rows: (read, kept, aggregate, aside) =>
    `读取 ${read} 行：保留 ${kept} 行，合计或汇总行 ${aggregate} 行另存，全部或部分搁置 ${aside} 行`,
  table: (name, read, kept) => `表“${name}”：读取 ${read} 行，保留 ${kept} 行`,
  shape: (shape, certainty, blocks) =>
    `表式：${shape}${blocks > 1 ? `，${blocks} 个表并排` : ""}（把握 ${certainty.toFixed(2)}）`,
  fixed: (parts) => `适用于全表：${parts}`,
  filledDown: (count) => `${count} 个空白标签沿用上一行`,
  cells: ({ kept, missing, aggregate, aside }) =>
    `保留数字 ${kept} 个，无数字的单元格 ${missing} 个，汇总行数字 ${aggregate} 个，搁置单元格 ${aside} 个`,
  column: (number, heading, role) => `  第 ${number} 列“${heading}”→ ${role}`,
  aside: (from, to, reason, text) =>
    `  第 ${from === to ? from : `${from}–${to}`} 行搁置（${reason}）${text === "" ? "" : `：“${text}”`}`,
  matches: (c) =>
    `地区名称：确定 ${c.certain} 个，较有把握 ${c.likely} 个，汇总 ${c.aggregate} 个，有歧义 ${c.ambiguous} 个，未知 ${c.unknown} 个`,
  likely: (written, place, certainty) => `  “${written}”→ ${place}（把握 ${certainty.toFixed(2)}）`,
  more: (count) => `  ……另有 ${count} 条`,
  shapes: {
    long: "长表",
    wide_by_year: "按年份展开的宽表",
    wide_by_indicator: "按指标展开的宽表",
    wide_by_region: "按地区展开的宽表",
    wide_by_year_and_indicator: "按年份和指标展开的宽表",
  },
  roles: {
    region: "地区",
    region_name: "地区名称",
    parent: "上级地区",
    year: "年份",
    part: "月份或季度",
    indicator: "指标",
    unit: "单位",
    multiplier: "十的幂",
    flag: "标记",
    note: "备注",
    source: "来源",
    dimension: "指标的一部分",
    stated: "同观测表",
    value: "数字",
    left_out: "未采用",
  },
  leftOut: {
    empty: "空列",
    serial: "序号",
    attribute: "无更多信息",
    text: "不区分行的文字",
    no_year: "其他列写明年份而此列没有",
  },
  reasons: {
    note: "注释",
    section: "分节标题",
    repeated_heading: "重复的表头",
    ragged: "单元格多于表头",
    no_region: "没有地区",
    ambiguous_region: "地区同名",
    no_year: "没有年份",
    not_a_figure: "不是数字",
  },
  severity: { error: "错误", warning: "警告", note: "提示" },
};

export const ACCOUNT_WORDS: Readonly<Record<Language, AccountWords>> = { en, "zh-CN": zhCN };
