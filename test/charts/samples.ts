import type { ChartName } from "../../src/charts/registry.ts";

/** A row as the verbs give it, with what a test wants to be otherwise. */
export function sampleRow(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    region: "530623",
    name: "盐津县",
    name_en: "Yanjin County",
    level: "county",
    parent: "530600",
    year: 2021,
    period: null,
    indicator: "litigation_loss_rate",
    indicator_zh: "行政机关败诉率",
    indicator_en: "Loss rate of the administration",
    body: "whole_region",
    value: 48.74,
    lower: null,
    upper: null,
    unit: "percent",
    unit_zh: "%",
    qualifier: "exact",
    numerator: null,
    denominator: null,
    kind: "observation",
    missing: null,
    source: "yanjin_2021",
    source_title: "盐津县2021年报告",
    locator: "一",
    as_written: null,
    note: null,
    interval_lower: null,
    interval_upper: null,
    interval_method: null,
    rank: null,
    rank_from: null,
    rank_to: null,
    n_reported: null,
    n_total: null,
    direction: "lower_better",
    basis: null,
    basis_year: null,
    ...more,
  };
}

const LONG_NAMES: readonly [string, string][] = [
  ["双江拉祜族佤族布朗族傣族自治县", "Shuangjiang Lahu, Va, Blang and Dai Autonomous County"],
  ["积石山保安族东乡族撒拉族自治县", "Jishishan Bonan, Dongxiang and Salar Autonomous County"],
  ["盐津县", "Yanjin County"],
  ["元宝山区", "Yuanbaoshan District"],
];

/** So many regions with made-up shares: intervals, ranks, edges, approximations and two reasons of missing values. */
export function manyRegions(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, i) => {
    const [name, nameEn] = LONG_NAMES[i % LONG_NAMES.length] as [string, string];
    const missing = i % 7 === 3 ? "not_reported" : i % 11 === 5 ? "relative_only" : null;
    const value = missing === null ? Math.round(((i * 37.3) % 97) * 10) / 10 : null;
    const qualifier = value === null ? "exact" : i % 9 === 2 ? "at_least" : i % 9 === 4 ? "under" : "exact";
    const exact = value !== null && qualifier === "exact";
    return sampleRow({
      region: String(100000 + i),
      name: `${name}${i < LONG_NAMES.length ? "" : i}`,
      name_en: `${nameEn}${i < LONG_NAMES.length ? "" : ` ${i}`}`,
      value,
      missing,
      qualifier,
      lower: qualifier === "at_least" ? value : null,
      upper: qualifier === "under" ? value : null,
      interval_lower: exact ? Math.max(0, value - 6) : null,
      interval_upper: exact ? Math.min(100, value + 6) : null,
      interval_method: exact ? "wilson" : null,
    });
  });
}

const RANKING = [
  {
    region: "1",
    name: "甲县",
    name_en: "Jia County",
    value: 6.88,
    interval_lower: 5.1,
    interval_upper: 9.2,
    rank: 1,
    rank_from: 1,
    rank_to: 2,
  },
  {
    region: "2",
    name: "乙县",
    name_en: "Yi County",
    value: 9.72,
    interval_lower: 7.4,
    interval_upper: 12.6,
    rank: 2,
    rank_from: 1,
    rank_to: 3,
  },
  {
    region: "3",
    name: "丙县",
    name_en: "Bing County",
    value: 12,
    qualifier: "at_least",
    lower: 12,
    upper: 100,
    rank: 3,
    rank_from: 2,
    rank_to: 3,
  },
  { region: "4", name: "丁县", name_en: "Ding County", value: null, missing: "relative_only" },
].map((row) => sampleRow({ n_reported: 3, n_total: 4, interval_method: "wilson", ...row }));

const RATES: readonly [string, string, string, readonly [number, number | null][]][] = [
  [
    "370000",
    "山东省",
    "Shandong",
    [
      [2018, 16.4],
      [2019, 11.36],
      [2020, 9.72],
      [2021, 10.83],
      [2022, 6.88],
    ],
  ],
  [
    "340100",
    "合肥市",
    "Hefei",
    [
      [2018, 14],
      [2019, null],
      [2020, 13.5],
      [2021, 20.2],
      [2022, 15.5],
    ],
  ],
];
const TREND = RATES.flatMap(([region, name, name_en, figures]) =>
  figures.map(([year, value]) =>
    sampleRow({ region, name, name_en, year, value, body: "courts", missing: value === null ? "not_reported" : null }),
  ),
);

const RECEIVED: readonly [string, string, string, number | null, number | null][] = [
  ["530100", "昆明市", "Kunming", 227, 375],
  ["530300", "曲靖市", "Qujing", 59, 40],
  ["530600", "昭通市", "Zhaotong", 90, 133],
  ["533100", "德宏傣族景颇族自治州", "Dehong Dai and Jingpo Autonomous Prefecture", 15, 23],
  ["533300", "怒江傈僳族自治州", "Nujiang Lisu Autonomous Prefecture", 10, null],
];
const SLOPE = RECEIVED.flatMap(([region, name, name_en, before, after]) =>
  [before, after].map((value, i) =>
    sampleRow({
      region,
      name,
      name_en,
      year: 2013 + i,
      indicator: "reconsideration_received",
      indicator_zh: "收到行政复议申请数",
      indicator_en: "Reconsideration applications received",
      unit: "case",
      unit_zh: "件",
      value,
      missing: value === null ? "not_reported" : null,
      direction: "neutral",
    }),
  ),
);

const attendance = { indicator: "attendance", indicator_zh: "负责人出庭应诉率", indicator_en: "Head attendance rate" };
const mediation = { indicator: "mediation", indicator_zh: "调解成功率", indicator_en: "Mediation success rate" };
const accepted = {
  indicator: "accepted",
  indicator_zh: "受理行政复议案件数",
  indicator_en: "Cases accepted",
  unit: "case",
  unit_zh: "件",
};
const banan = { region: "500113", name: "巴南区", name_en: "Banan District", year: 2023 };
const xilingol = { region: "152500", name: "锡林郭勒盟", name_en: "Xilingol League", year: 2022 };
const SIDE = [
  sampleRow(),
  sampleRow({ ...attendance, value: 84.26, numerator: 91, denominator: 108 }),
  sampleRow({ ...accepted, value: 11, body: "government" }),
  sampleRow({ ...banan, value: 0, body: "government" }),
  sampleRow({ ...banan, value: 3, body: "departments" }),
  sampleRow({ ...banan, ...mediation, value: 98, qualifier: "at_least", lower: 98, upper: 100, as_written: "98%以上" }),
  sampleRow({ ...xilingol, ...mediation, value: 99.6 }),
  sampleRow({ ...xilingol, ...accepted, value: null, missing: "redacted" }),
];

/** Rows that show what each chart can show; every chart has some, or the test does not compile. */
export const SAMPLES: Record<ChartName, readonly Record<string, unknown>[]> = {
  "ranked-dots": RANKING,
  "trend-lines": TREND,
  slope: SLOPE,
  "side-by-side": SIDE,
};
