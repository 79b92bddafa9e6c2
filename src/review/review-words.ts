import { CHART_WORDS } from "../model/messages/chart-words.ts";
import type { Language } from "../model/messages/message.ts";
import { BODIES, KINDS, QUALIFIERS } from "../model/observation.ts";

const zhCN = {
  title: "复核",
  report: "报告",
  figures: "数字",
  text: "原文",
  why: "理由（随下一个决定记录）",
  accept: "采纳",
  reject: "退回",
  edit: "修改",
  clear: "撤销",
  next: "下一条",
  previous: "上一条",
  nextReport: "下一份报告",
  previousReport: "上一份报告",
  save: "保存",
  cancel: "取消",
  indicator: "指标",
  value: "数值",
  year: "年份",
  region: "地区代码",
  body: "统计主体",
  kind: "类别",
  qualifier: "确切程度",
  confidence: "把握",
  open: "未决",
  done: "本报告已全部复核",
  none: "没有可复核的数字",
  failed: "未能保存",
  invalid: "请填入已知的指标编号和数值",
  unknown: "未知",
  states: {
    observations: "观测值",
    statements: "其他表述",
    needs_review: "待复核",
    set_aside: "搁置",
    accept: "已采纳",
    reject: "已退回",
    edit: "已修改",
  } as Record<string, string>,
  reasons: {
    doubtful: "把握不足",
    region_unknown: "地区未知",
    place_unknown: "地名没有代码",
    year_unknown: "年份未知",
    several_years: "多年合计",
    rejected: "已退回",
    share: "占比",
    component: "其中之一部分",
    narrower: "口径较窄",
    change: "增减",
    tier: "其他层级",
    list: "列举不对应",
    repeated: "重复",
    conflicting: "与另一处不同",
    range: "范围",
    unbound: "未对应指标",
  } as Record<string, string>,
  kinds: { observation: "观测值", derived: "计算值", target: "目标", benchmark: "参照", change: "增减" } as Record<
    string,
    string
  >,
  qualifiers: {
    exact: "确数",
    approx: "约",
    at_least: "以上（含）",
    at_most: "以下（含）",
    over: "超过",
    under: "不足",
  } as Record<string, string>,
};
export type ReviewWords = typeof zhCN;

const en: ReviewWords = {
  title: "Review",
  report: "Report",
  figures: "Figures",
  text: "Text",
  why: "Why (kept with the next decision)",
  accept: "accept",
  reject: "reject",
  edit: "edit",
  clear: "undo",
  next: "next",
  previous: "previous",
  nextReport: "next report",
  previousReport: "previous report",
  save: "Save",
  cancel: "Cancel",
  indicator: "Indicator",
  value: "Value",
  year: "Year",
  region: "Region code",
  body: "Body",
  kind: "Kind",
  qualifier: "Qualifier",
  confidence: "confidence",
  open: "open",
  done: "every figure of this report is decided",
  none: "no figures to review",
  failed: "not saved",
  invalid: "give a known indicator and a number",
  unknown: "unknown",
  states: {
    observations: "observation",
    statements: "other statement",
    needs_review: "to review",
    set_aside: "set aside",
    accept: "accepted",
    reject: "rejected",
    edit: "edited",
  },
  reasons: {
    doubtful: "in doubt",
    region_unknown: "region unknown",
    place_unknown: "place without a code",
    year_unknown: "year unknown",
    several_years: "several years",
    rejected: "rejected",
    share: "share",
    component: "part of a total",
    narrower: "narrower",
    change: "change",
    tier: "another tier",
    list: "list does not match",
    repeated: "repeated",
    conflicting: "differs from another place",
    range: "range",
    unbound: "no indicator",
  },
  kinds: {
    observation: "observation",
    derived: "derived",
    target: "target",
    benchmark: "benchmark",
    change: "change",
  },
  qualifiers: {
    exact: "exact",
    approx: "about",
    at_least: "at least",
    at_most: "at most",
    over: "over",
    under: "under",
  },
};

const WORDS: Record<Language, ReviewWords> = { "zh-CN": zhCN, en };

const POINTS: Record<Language, Readonly<Record<string, string>>> = {
  "zh-CN": { point: "个百分点" },
  en: { point: "points" },
};

/** The words of the page in one language, with the choices of its form. */
export function reviewWords(language: Language) {
  const bodies = CHART_WORDS[language].body as Readonly<Record<string, string>>;
  const choices = {
    body: BODIES.map((id) => [id, bodies[id] ?? id] as const),
    kind: KINDS.map((id) => [id, WORDS[language].kinds[id] ?? id] as const),
    qualifier: QUALIFIERS.map((id) => [id, WORDS[language].qualifiers[id] ?? id] as const),
  };
  return { ...WORDS[language], language, choices, units: { ...CHART_WORDS[language].unit, ...POINTS[language] } };
}
export type PageWords = ReturnType<typeof reviewWords>;
