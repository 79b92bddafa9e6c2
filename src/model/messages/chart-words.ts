import type { Body, MissingReason, Qualifier } from "../observation.ts";
import type { Language } from "./wording.ts";

/** Words of charts, their legends and their alternative texts. Sentences take what varies as arguments. */
export interface ChartWords {
  readonly missing: Record<MissingReason, string>;
  readonly body: Record<Body, string>;
  readonly qualifier: Record<Qualifier, (value: string) => string>;
  /** Units whose id is not a word; others are printed from the unit_zh column or their id. */
  readonly unit: Readonly<Record<string, string>>;
  readonly perResidents: (unit: string, residents: string) => string;
  readonly noRows: string;
  readonly noSource: string;
  readonly noValue: string;
  readonly year: (year: number | string) => string;
  readonly years: (first: number, last: number) => string;
  readonly source: (titles: readonly string[]) => string;
  readonly moreSources: (count: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly stop: string;
  readonly sentence: (text: string) => string;
  readonly inBrackets: (text: string) => string;
  readonly labelled: (label: string, text: string) => string;
  readonly unitTitle: (unit: string) => string;
  readonly reporting: (reported: number, total: number) => string;
  readonly interval: (methods: string | null) => string;
  readonly intervalText: (from: string, to: string) => string;
  readonly exactDot: string;
  readonly inexactDot: string;
  readonly inexactNote: string;
  readonly intervalMark: string;
  readonly openMark: string;
  readonly rankHead: string;
  readonly rankRangeHead: string;
  readonly valueHead: string;
  readonly rankCell: (rank: number, from: number | null, to: number | null) => string;
  /** Names of interval methods; others are printed as their id. */
  readonly methods: Readonly<Record<string, string>>;
  readonly standing: (name: string, value: string, rank: string) => string;
  readonly pause: string;
  readonly rankLine: (rank: number, from: number | null, to: number | null) => string;
  readonly rankTitle: (indicator: string, year: string) => string;
  readonly trendTitle: (indicator: string, years: string) => string;
  readonly slopeTitle: (indicator: string, from: number, to: number) => string;
  readonly sideTitle: (regions: number) => string;
  readonly better: { readonly higher_better: string; readonly lower_better: string };
  readonly extremes: (high: string, highValue: string, low: string, lowValue: string) => string;
  readonly changes: (up: number, down: number, same: number) => string;
  readonly missingList: (entries: string) => string;
  readonly notStated: string;
  readonly bodyChanged: string;
  readonly bothYears: (pairs: number, regions: number) => string;
  readonly countedBody: (body: string) => string;
  readonly bodiesNamed: string;
  readonly bodyOtherwise: (body: string) => string;
  readonly bodiesDiffer: string;
  readonly yearsDiffer: string;
  readonly breakAt: (year: number, reason: string) => string;
  readonly gaps: string;
  readonly written: (text: string) => string;
  readonly counts: (numerator: string, denominator: string) => string;
  readonly basis: (basis: string, year: number | null) => string;
  readonly basisNames: Readonly<Record<string, string>>;
  readonly altRank: (title: string, regions: number) => string;
  readonly altTrend: (title: string, series: number) => string;
  readonly altSlope: (title: string, regions: number) => string;
  readonly altSide: (title: string, regions: number, indicators: number) => string;
  readonly altMissing: (missing: number) => string;
  readonly altSeries: (name: string, first: string, firstValue: string, last: string, lastValue: string) => string;
}

const zhCN: ChartWords = {
  missing: {
    not_reported: "未报告",
    redacted: "已隐去",
    suppressed: "未公布",
    not_applicable: "不适用",
    relative_only: "只有增减说法",
    not_comparable: "不可比",
  },
  body: { whole_region: "全地区", government: "政府本级", departments: "部门", bureau: "司法行政机关", courts: "法院" },
  qualifier: {
    exact: (value) => value,
    approx: (value) => `约${value}`,
    at_least: (value) => `${value}以上`,
    at_most: (value) => `${value}以下`,
    over: (value) => `超过${value}`,
    under: (value) => `不足${value}`,
  },
  unit: {
    percent: "%",
    case: "件",
    person: "人",
    yuan: "元",
    document: "件",
    time: "次",
    point: "分",
    item: "项",
    percentage_point: "个百分点",
  },
  perResidents: (unit, residents) => `${unit}/${residents}人`,
  noRows: "没有可用数据",
  noSource: "来源：未注明",
  noValue: "无数值",
  year: (year) => `${year}年`,
  years: (first, last) => `${first}—${last}年`,
  source: (titles) => `来源：${titles.join("；")}`,
  moreSources: (count) => `共 ${count} 份资料`,
  list: (items) => items.join("、"),
  stop: "。",
  sentence: (text) => (/[。！？]$/.test(text) ? text : `${text}。`),
  inBrackets: (text) => `（${text}）`,
  labelled: (label, text) => `${label}：${text}`,
  unitTitle: (unit) => `单位：${unit}`,
  reporting: (reported, total) => `${total} 个地区中 ${reported} 个有数`,
  interval: (method) => (method === null ? "区间" : `95% 区间（${method}）`),
  intervalText: (from, to) => `区间 ${from} 至 ${to}`,
  exactDot: "报告值",
  inexactDot: "约数或上下限",
  inexactNote: "空心点：原文为约数或只给出上限、下限。",
  intervalMark: "不确定区间",
  openMark: "只知一端的值",
  rankHead: "位次",
  rankRangeHead: "位次（范围）",
  valueHead: "数值",
  rankCell: (rank, from, to) => (from === null || to === null || from === to ? `${rank}` : `${rank}(${from}–${to})`),
  methods: { wilson: "Wilson 法", byar: "Byar 法", exact: "泊松精确法" },
  standing: (name, value, rank) => `${name}为 ${value}，${rank}`,
  pause: "；",
  rankLine: (rank, from, to) =>
    from === null || to === null || from === to ? `第 ${rank} 位` : `第 ${rank} 位，范围 ${from}–${to}`,
  rankTitle: (indicator, year) => `${year}各地区${indicator}`,
  trendTitle: (indicator, years) => `${years}${indicator}`,
  slopeTitle: (indicator, from, to) => `${indicator}：${from}年与${to}年`,
  sideTitle: (regions) => `${regions} 个地区对照`,
  better: { higher_better: "数值越高越好", lower_better: "数值越低越好" },
  extremes: (high, highValue, low, lowValue) => `最高为${high}（${highValue}），最低为${low}（${lowValue}）`,
  changes: (up, down, same) => `${up} 个上升，${down} 个下降${same > 0 ? `，${same} 个持平` : ""}`,
  missingList: (entries) => `无数值：${entries}。`,
  notStated: "未注明",
  bodyChanged: "两年统计主体不同",
  bothYears: (pairs, regions) => `${regions} 个地区中 ${pairs} 个两年都有数`,
  countedBody: (body) => `统计主体：${body}`,
  bodiesNamed: "统计主体不同，已在名称后注明",
  bodyOtherwise: (body) => `未注明主体的数为${body}。`,
  bodiesDiffer: "各数的统计主体不同，已在旁注明，不宜直接比较。",
  yearsDiffer: "各地区年份不同，已在名称后注明。",
  breakAt: (year, reason) => `${year}年起口径改变：${reason}`,
  gaps: "缺数年份不连线。",
  written: (text) => `原文“${text}”`,
  counts: (numerator, denominator) => `${numerator}/${denominator}`,
  basis: (basis, year) => `人口基数：${year === null ? "" : `${year}年`}${basis}。`,
  basisNames: {
    census: "普查常住人口",
    resident_year_end: "年末常住人口",
    resident: "常住人口",
    registered: "户籍人口",
  },
  altRank: (title, regions) => `点图。${title}。共 ${regions} 个地区，按位次自上而下排列`,
  altTrend: (title, series) => `折线图。${title}。共 ${series} 条线`,
  altSlope: (title, regions) => `斜线图。${title}。共 ${regions} 个地区`,
  altSide: (title, regions, indicators) => `并列点图。${title}。共 ${regions} 个地区、${indicators} 项指标`,
  altMissing: (missing) => `${missing} 处无数值，图中以文字注明原因`,
  altSeries: (name, first, firstValue, last, lastValue) => `${name}${first}为 ${firstValue}，${last}为 ${lastValue}`,
};

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

const en: ChartWords = {
  missing: {
    not_reported: "not reported",
    redacted: "redacted",
    suppressed: "suppressed",
    not_applicable: "not applicable",
    relative_only: "only a change given",
    not_comparable: "not comparable",
  },
  body: {
    whole_region: "whole region",
    government: "government only",
    departments: "departments",
    bureau: "justice bureau",
    courts: "courts",
  },
  qualifier: {
    exact: (value) => value,
    approx: (value) => `about ${value}`,
    at_least: (value) => `at least ${value}`,
    at_most: (value) => `at most ${value}`,
    over: (value) => `over ${value}`,
    under: (value) => `under ${value}`,
  },
  unit: {
    percent: "%",
    case: "cases",
    person: "persons",
    yuan: "yuan",
    document: "documents",
    time: "times",
    point: "points",
    item: "items",
    percentage_point: "percentage points",
  },
  perResidents: (unit, residents) => `${unit} per ${residents} residents`,
  noRows: "No figures to show",
  noSource: "Source: not stated",
  noValue: "no figure",
  year: (year) => `${year}`,
  years: (first, last) => `${first}–${last}`,
  source: (titles) => `Source: ${titles.join("; ")}`,
  moreSources: (count) => `${plural(count, "document")} in all`,
  list: (items) => items.join(", "),
  stop: ". ",
  sentence: (text) => (/[.!?]$/.test(text) ? text : `${text}.`),
  inBrackets: (text) => ` (${text})`,
  labelled: (label, text) => `${label}: ${text}`,
  unitTitle: (unit) => `Unit: ${unit}`,
  reporting: (reported, total) => `${reported} of ${plural(total, "region")} report`,
  interval: (method) => (method === null ? "Interval" : `95% interval (${method})`),
  intervalText: (from, to) => `interval ${from} to ${to}`,
  exactDot: "Reported value",
  inexactDot: "Approximate, or only an edge",
  inexactNote: "Hollow dot: the text gives an approximate number, or only an upper or lower edge.",
  intervalMark: "Uncertainty interval",
  openMark: "Only one edge known",
  rankHead: "Rank",
  rankRangeHead: "Rank (range)",
  valueHead: "Value",
  rankCell: (rank, from, to) => (from === null || to === null || from === to ? `${rank}` : `${rank} (${from}–${to})`),
  methods: { wilson: "Wilson", byar: "Byar", exact: "exact Poisson" },
  standing: (name, value, rank) => `${name}: ${value}, ${rank}`,
  pause: "; ",
  rankLine: (rank, from, to) =>
    from === null || to === null || from === to ? `rank ${rank}` : `rank ${rank}, range ${from}–${to}`,
  rankTitle: (indicator, year) => `${indicator} by region, ${year}`,
  trendTitle: (indicator, years) => `${indicator}, ${years}`,
  slopeTitle: (indicator, from, to) => `${indicator}: ${from} and ${to}`,
  sideTitle: (regions) => `${plural(regions, "region")} side by side`,
  better: { higher_better: "Higher is better", lower_better: "Lower is better" },
  extremes: (high, highValue, low, lowValue) => `Highest: ${high} (${highValue}); lowest: ${low} (${lowValue})`,
  changes: (up, down, same) => `${up} up, ${down} down${same > 0 ? `, ${same} unchanged` : ""}`,
  missingList: (entries) => `No figure: ${entries}.`,
  notStated: "not stated",
  bodyChanged: "Another body counted in the second year",
  bothYears: (pairs, regions) => `${pairs} of ${plural(regions, "region")} report both years`,
  countedBody: (body) => `Body counted: ${body}`,
  bodiesNamed: "Bodies differ, as written after the names",
  bodyOtherwise: (body) => `Where no body is named: ${body}.`,
  bodiesDiffer: "The figures count different bodies, as written beside them; they do not compare directly.",
  yearsDiffer: "The regions report for different years, as written after their names.",
  breakAt: (year, reason) => `Counted differently from ${year}: ${reason}`,
  gaps: "Years without a figure are not joined.",
  written: (text) => `as written: “${text}”`,
  counts: (numerator, denominator) => `${numerator} of ${denominator}`,
  basis: (basis, year) => `Population: ${basis}${year === null ? "" : `, ${year}`}.`,
  basisNames: {
    census: "residents by census",
    resident_year_end: "residents at year end",
    resident: "residents",
    registered: "registered population",
  },
  altRank: (title, regions) => `Dot plot. ${title}. ${plural(regions, "region")}, ordered by rank from the top`,
  altTrend: (title, series) => `Line chart. ${title}. ${plural(series, "line")}`,
  altSlope: (title, regions) => `Slope chart. ${title}. ${plural(regions, "region")}`,
  altSide: (title, regions, indicators) =>
    `Dot plots side by side. ${title}. ${plural(regions, "region")}, ${plural(indicators, "indicator")}`,
  altMissing: (missing) =>
    missing === 1
      ? "1 figure is missing; its reason is written in its place"
      : `${missing} figures are missing; their reasons are written in their places`,
  altSeries: (name, first, firstValue, last, lastValue) =>
    `${name}: ${firstValue} in ${first}, ${lastValue} in ${last}`,
};

/** The words of charts, Chinese first; a word without both wordings does not compile. */
export const CHART_WORDS: Record<Language, ChartWords> = { "zh-CN": zhCN, en };
