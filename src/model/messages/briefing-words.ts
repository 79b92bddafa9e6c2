import type { Language } from "./wording.ts";

/** Words of the briefing page around its figures. */
export interface BriefingWords {
  readonly loaded: (observations: number, regions: number, indicators: number, sources: number) => string;
  readonly checked: (errors: number, warnings: number, notes: number) => string;
  readonly figure: (number: number) => string;
  readonly table: (rows: number) => string;
  readonly remarks: string;
  readonly trends: string;
  readonly findings: string;
  readonly findingsLead: string;
  readonly noFindings: string;
  readonly sources: string;
  readonly method: string;
  readonly methodLines: readonly string[];
  readonly files: (id: string) => string;
  readonly severities: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly columns: Readonly<
    Record<
      | "rank"
      | "range"
      | "region"
      | "year"
      | "indicator"
      | "value"
      | "interval"
      | "counts"
      | "body"
      | "source"
      | "asWritten"
      | "severity"
      | "place"
      | "finding"
      | "publisher"
      | "published"
      | "unit"
      | "years"
      | "points"
      | "change"
      | "slope"
      | "p"
      | "verdict",
      string
    >
  >;
  readonly verdicts: Readonly<Record<string, string>>;
}

const zhCN: BriefingWords = {
  loaded: (observations, regions, indicators, sources) =>
    `数据：${observations} 条观测值，${regions} 个地区，${indicators} 个指标，${sources} 个来源。`,
  checked: (errors, warnings, notes) => `核对：错误 ${errors} 项，警告 ${warnings} 项，提示 ${notes} 项，列于文末。`,
  figure: (number) => `图 ${number}`,
  table: (rows) => `图后的数据（${rows} 行）`,
  remarks: "比较时须知",
  trends: "走势估计",
  findings: "核对结果",
  findingsLead: "印出的数字一律照录，不作改动；下列矛盾请对照来源判断。",
  noFindings: "没有发现问题。",
  sources: "来源",
  method: "方法",
  methodLines: [
    "率的区间用 Wilson 法；按人口折算的数在 10 件以下用精确泊松区间，10 件及以上用 Byar 法，均为 95%。",
    "并列取最前名次；没有数的地区不参加排名。名次范围为名次的 95% 置信集（成对差的自助法，固定种子），并计入数字本身的上下限。",
    "走势用 Theil–Sen 斜率和 Mann–Kendall 检验，按自然年计算；不足 5 个点或期间口径改变的不作判断，缺年不补。",
    "人口取同一年，没有时取容差以内最近的一年，并写明口径；超出容差的不作除法。",
  ],
  files: (id) => `同名文件：${id}.svg、${id}.png、${id}.csv、${id}.json`,
  severities: { error: "错误", warning: "警告", note: "提示" },
  columns: {
    rank: "名次",
    range: "名次范围",
    region: "地区",
    year: "年份",
    indicator: "指标",
    value: "数值",
    interval: "95% 区间",
    counts: "分子/分母",
    body: "统计主体",
    source: "来源",
    asWritten: "原文",
    severity: "级别",
    place: "位置",
    finding: "发现",
    publisher: "发布者",
    published: "发布日期",
    unit: "单位",
    years: "年份",
    points: "点数",
    change: "变化",
    slope: "每年变化",
    p: "p",
    verdict: "判断",
  },
  verdicts: {
    rising: "上升",
    falling: "下降",
    no_clear_trend: "无明显走势",
    too_few_points: "不足 5 个点，不作判断",
    series_broken: "期间口径改变，不作判断",
    cannot_tell: "有的数只给出上下限，断不了升降",
  },
};

const en: BriefingWords = {
  loaded: (observations, regions, indicators, sources) =>
    `Data: ${observations} observations, ${regions} regions, ${indicators} indicators, ${sources} sources.`,
  checked: (errors, warnings, notes) =>
    `Checked: ${errors} errors, ${warnings} warnings, ${notes} notes, listed below.`,
  figure: (number) => `Figure ${number}`,
  table: (rows) => `Data behind the figure (${rows} rows)`,
  remarks: "Before comparing",
  trends: "Trend estimates",
  findings: "Findings",
  findingsLead: "Printed figures are kept as they are; judge these contradictions against the sources.",
  noFindings: "Nothing was found.",
  sources: "Sources",
  method: "Methods",
  methodLines: [
    "Intervals of rates are Wilson's; those of counts per population are exact Poisson below 10 events and Byar's from 10; all at 95%.",
    "Ties take the lowest rank; regions without a figure are not ranked. Rank ranges are 95% confidence sets for ranks (bootstrap of pairwise differences, fixed seed) and take in the edges of figures that are not exact.",
    "Trends are Theil–Sen slopes with the Mann–Kendall test on calendar years; fewer than 5 points or a series break give no verdict, and missing years are not filled.",
    "Populations are of the same year or else of the nearest within the tolerance, with their basis named; beyond it nothing is divided.",
  ],
  files: (id) => `Files of the same name: ${id}.svg, ${id}.png, ${id}.csv, ${id}.json`,
  severities: { error: "error", warning: "warning", note: "note" },
  columns: {
    rank: "Rank",
    range: "Range",
    region: "Region",
    year: "Year",
    indicator: "Indicator",
    value: "Value",
    interval: "95% interval",
    counts: "Numerator/denominator",
    body: "Body",
    source: "Source",
    asWritten: "As written",
    severity: "Severity",
    place: "Place",
    finding: "Finding",
    publisher: "Publisher",
    published: "Published",
    unit: "Unit",
    years: "Years",
    points: "Points",
    change: "Change",
    slope: "A year",
    p: "p",
    verdict: "Verdict",
  },
  verdicts: {
    rising: "rising",
    falling: "falling",
    no_clear_trend: "no clear trend",
    too_few_points: "fewer than 5 points: no verdict",
    series_broken: "series break: no verdict",
    cannot_tell: "some figures are not exact: cannot tell",
  },
};

/** Words of the briefing in both languages. */
export const BRIEFING_WORDS: Record<Language, BriefingWords> = { "zh-CN": zhCN, en };
