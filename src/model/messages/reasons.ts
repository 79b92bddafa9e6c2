import type { Reason } from "../refusals.ts";
import type { Language } from "./wording.ts";

const zhCN: Record<Reason, string> = {
  no_population: "没有人口或案件作分母",
  few_events: "事件太少，算不出可靠的结果",
  few_points: "数据点太少",
  no_variation: "数值全都相同，没有差异可比",
  not_positive: "有零或负数，此法不适用",
  zero_base: "基数为零，无从计算比例",
  missing_value: "缺少计算所需的数",
  out_of_reach: "所求的结果超出方法能及的范围",
  not_reported: "未报告",
  redacted: "已隐去",
  suppressed: "案件太少，不显示",
  not_applicable: "不适用",
  relative_only: "只给出与上级的差距",
  not_comparable: "不可比",
  "denominator.zero": "分母为零，没有比率",
  "cases.few": "案件少于要求的数目",
  "body.mixed": "统计主体与其他地区不同",
  "definition.mixed": "指标或统计口径与其他地区不同",
  "unit.mixed": "单位与其他地区不同",
  "period.partial": "只是一年中的一段",
  "series.broken": "期间统计口径有变，前后不可比",
  "population.missing": "附近年份没有人口数",
  "benchmark.missing": "没有可对照的基准数",
  "benchmark.undecided": "只有上下限，定不了高低",
  "interval.missing": "没有分子分母，算不出区间",
  "counts.missing": "没有分子分母",
  "group.few": "同组的数太少",
  "group.flat": "同组的数全都相同，没有尺度",
  "value.unsuitable": "此法对这些数没有答案",
  "score.incomplete": "组成部分缺得太多",
  "rate.inverted": "分子大于分母",
  "rate.contradicted": "印出的比率与分子分母不符",
};

const en: Record<Reason, string> = {
  no_population: "nobody, or no case, to divide by",
  few_events: "too few events for a result to be relied on",
  few_points: "too few points",
  no_variation: "all figures are equal",
  not_positive: "a figure of 0 or below, for which the method has no answer",
  zero_base: "the base is 0",
  missing_value: "a number it needs is missing",
  out_of_reach: "beyond what the method can reach",
  not_reported: "not reported",
  redacted: "redacted",
  suppressed: "suppressed, for few cases",
  not_applicable: "not applicable",
  relative_only: "stated only as a distance from its parent",
  not_comparable: "not comparable",
  "denominator.zero": "a rate of nobody",
  "cases.few": "fewer cases than asked for",
  "body.mixed": "counts another body than the others",
  "definition.mixed": "another indicator or definition than the others",
  "unit.mixed": "another unit than the others",
  "period.partial": "part of a year beside whole ones",
  "series.broken": "counted in another way from a year in between",
  "population.missing": "no population near enough",
  "benchmark.missing": "nothing to hold it against",
  "benchmark.undecided": "edges leave both sides open",
  "interval.missing": "no counts behind it, so no interval",
  "counts.missing": "no counts behind it",
  "group.few": "too few figures in its group",
  "group.flat": "all figures of its group are equal",
  "value.unsuitable": "the method has no answer for these figures",
  "score.incomplete": "too little of what it is made of is there",
  "rate.inverted": "numerator above denominator",
  "rate.contradicted": "the printed rate is not that of its counts",
};

const WORDS: Record<Language, Record<Reason, string>> = { "zh-CN": zhCN, en };

/**
 * Why there is no figure, in words: the reasons that statistics (`reason`) and verbs (`missing`, `outcome_reason`, `flags`) give.
 *
 * @returns a phrase without a full stop; a reason nobody knows is given back as it came
 * @example
 * ```ts @import.meta.vitest
 * expect(reasonWords("no_population", "en")).toBe("nobody, or no case, to divide by")
 * ```
 */
export function reasonWords(reason: Reason | (string & {}), language: Language): string {
  return (WORDS[language] as Readonly<Record<string, string>>)[reason] ?? reason;
}
