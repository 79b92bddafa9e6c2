/** What a column of a comparison means, in both languages. */
export interface ColumnMeaning {
  readonly zh: string;
  readonly en: string;
}

const MEANINGS: Readonly<Record<string, ColumnMeaning>> = {
  region: { zh: "地区代码,文本", en: "region code, text" },
  name: { zh: "地区名称", en: "name of the region" },
  name_en: { zh: "地区英文名称", en: "English name of the region" },
  level: { zh: "层级", en: "level" },
  parent: { zh: "上级地区代码", en: "code of the parent region" },
  year: { zh: "年份(自然年)", en: "calendar year" },
  period: { zh: "时段,空为整个自然年", en: "period, empty for the whole calendar year" },
  indicator: { zh: "指标编号", en: "indicator id" },
  indicator_zh: { zh: "指标名称", en: "Chinese name of the indicator" },
  indicator_en: { zh: "指标英文名称", en: "English name of the indicator" },
  family: { zh: "指标类别", en: "family of indicators" },
  body: { zh: "统计主体", en: "who is counted" },
  value: { zh: "数值,百分数为 0–100", en: "value; percent is 0–100" },
  lower: { zh: "数值下限(非确数)", en: "lower edge of a value that is not exact" },
  upper: { zh: "数值上限(非确数)", en: "upper edge of a value that is not exact" },
  interval_lower: { zh: "95% 区间下限", en: "lower limit of the 95% interval" },
  interval_upper: { zh: "95% 区间上限", en: "upper limit of the 95% interval" },
  interval_method: { zh: "区间方法", en: "method of the interval" },
  unit: { zh: "单位", en: "unit" },
  unit_zh: { zh: "单位(中文)", en: "unit in Chinese" },
  direction: { zh: "方向:高为好、低为好或中性", en: "direction: higher better, lower better or neutral" },
  qualifier: { zh: "确切程度", en: "how firmly the value is stated" },
  numerator: { zh: "分子", en: "numerator" },
  denominator: { zh: "分母(或人口)", en: "denominator, or population" },
  basis: { zh: "人口口径", en: "basis of the population" },
  basis_year: { zh: "人口年份", en: "year of the population" },
  kind: { zh: "类别:观测值或计算值", en: "observation or derived" },
  missing: { zh: "缺失原因", en: "why the value is missing" },
  source: { zh: "来源编号", en: "source id" },
  source_title: { zh: "来源", en: "source" },
  locator: { zh: "来源中的位置", en: "place in the source" },
  as_written: { zh: "原文数字", en: "numeral as written" },
  note: { zh: "备注", en: "note" },
  flags: { zh: "发现的代码", en: "codes of findings" },
  rank: { zh: "名次", en: "rank" },
  rank_from: { zh: "名次范围:最前", en: "best rank of the range" },
  rank_to: { zh: "名次范围:最后", en: "worst rank of the range" },
  n_reported: { zh: "有数的地区数", en: "regions with a value" },
  n_total: { zh: "地区总数", en: "regions in all" },
};

/** The meaning of a column; its own name where it is not one of ours. */
export function columnMeaning(name: string): ColumnMeaning {
  return MEANINGS[name] ?? { zh: name, en: name };
}
