import { CHART_WORDS } from "./chart-words.ts";
import { phraseZhCN } from "./phrases-zh-cn.ts";
import type { Wording } from "./wording.ts";

const quoted = (values: readonly string[]) => values.map((value) => `“${value}”`).join("、");
const meant = (suggestion: string | null) => (suggestion === null ? "" : `；是否指“${suggestion}”？`);
const few = (values: readonly string[]) =>
  values.slice(0, 5).join("、") + (values.length > 5 ? ` 等 ${values.length} 个` : "");
const meantAny = (suggestions: readonly string[]) =>
  suggestions.length === 0 ? "" : `；是否指${suggestions.map((value) => `“${value}”`).join("或")}？`;

const words = CHART_WORDS["zh-CN"];
/** What was expected: in Chinese where it is a phrase, after a space where it is an id or a pattern. */
const phrase = (expected: string) => {
  const said = phraseZhCN(expected);
  return said === expected ? ` ${said}` : said;
};
const body = (id: string) => (id === "" ? "未说明主体" : ((words.body as Readonly<Record<string, string>>)[id] ?? id));
const basis = (id: string) => words.basisNames[id] ?? id;

const FITS = {
  points: "上年数字合于百分点",
  relative: "上年数字合于百分比",
  both: "上年数字两者皆合",
  neither: "上年数字两者皆不合",
  unknown: "上年数字未载，两种读法均保留",
} as const;
const ASPECTS = { region: "地区", year: "年份" };
const PLACES: Readonly<Record<string, string>> = { title: "标题", metadata: "元数据", file: "文件名", text: "正文" };

/** Chinese wordings, the first language of the project. */
export const zhCN: Wording = {
  "argument.invalid": (f) =>
    `${f.verb}：参数 ${f.argument} 无效：得到“${f.got}”；应为${phrase(f.expected)}${meant(f.suggestion)}`,
  "argument.missing": (f) => `${f.verb}：缺少 ${f.argument}；应为${phrase(f.expected)}`,
  "number.invalid": (f) => `${f.verb}：参数 ${f.argument} 无效：得到 ${f.got}；应为${phrase(f.expected)}`,
  "length.conflicting": (f) =>
    `${f.verb}：长度不一致：${f.first} 有 ${f.firstLength} 项，${f.second} 有 ${f.secondLength} 项；应相同`,
  "column.missing": (f) => `${f.verb}：缺少列“${f.column}”；表中有 ${f.available.join("、")}${meant(f.suggestion)}`,
  "indicator.unknown": (f) => `${f.verb}：未知指标“${f.got}”；应为指标表中的编号${meantAny(f.suggestions)}`,
  "region.unknown": (f) => `${f.verb}：未知地区“${f.got}”；应为地区表中的代码或名称${meantAny(f.suggestions)}`,
  "region.ambiguous": (f) => `${f.verb}：地区“${f.got}”有多个：${f.candidates.join("、")}；请给出代码或唯一名称`,
  "level.unknown": (f) => `${f.verb}：未知层级“${f.got}”；应为 ${quoted(f.available)} 之一`,
  "selection.empty": (f) =>
    `${f.verb}：没有 ${f.asked} 的数字；${
      f.years.length === 0 ? "该指标没有任何数字" : `现有 ${f.years.join("、")} 年的数字，地区为 ${few(f.regions)}`
    }`,
  "briefing.empty": (f) =>
    `brief：没有可展示的内容：共 ${f.observations} 条观测值；应至少有一年 3 个地区、一个地区 3 年，或提供 brief.json`,
  "file.missing": (f) => `${f.verb}：找不到文件“${f.path}”；应为${phrase(f.expected)}`,
  "file.unreadable": (f) => `${f.verb}：无法读取文件“${f.path}”：${phraseZhCN(f.got)}；应为${phrase(f.expected)}`,
  "folder.unwritable": (f) => `${f.verb}：无法写入文件夹“${f.path}”：${f.got}；请指定可写的位置`,
  "folder.occupied": (f) => `${f.verb}：文件夹“${f.path}”已存在且不是本工具写出的；请指定空的或新的文件夹`,
  "package.invalid": (f) => `loadPanel：数据包“${f.path}”无效：${f.got}；应为${phrase(f.expected)}`,
  "row.ragged": (f) => `${f.file} 第 ${f.row} 行有 ${f.got} 个单元格；应为 ${f.expected} 个`,
  "cell.invalid": (f) => `${f.file} 第 ${f.row} 行的 ${f.column}“${f.got}”无效；应为${phrase(f.expected)}`,
  "key.broken": (f) =>
    `${f.file} 第 ${f.row} 行的 ${f.column}“${f.got}”无对应；应为 ${f.resource} 中的键${meant(f.suggestion)}`,
  "key.duplicate": (f) => `${f.file} 第 ${f.row} 行的键 ${f.key} 重复；首见于第 ${f.first} 行`,
  "rate.contradicted": (f) =>
    `印出的值为 ${f.printed}，但 ${f.numerator}/${f.denominator} 为 ${f.computed.toFixed(2)}；保留印出的值`,
  "rate.derived": (f) => `未印出；由 ${f.numerator}/${f.denominator} 计算`,
  "rate.inverted": (f) => `分子 ${f.numerator} 大于分母 ${f.denominator}`,
  "percent.outside": (f) => `百分数超出 0 至 100:${f.got}`,
  "year.outside": (f) => `年份 ${f.got} 超出 ${f.first} 至 ${f.last}`,
  "value.unexplained": () => "数值为空且未说明原因；按“未报告”处理",
  "edge.conflicting": (f) => `数值 ${f.value} 不在其上下限 ${f.lower ?? "不限"} 至 ${f.upper ?? "不限"} 之内`,
  "report.failed": (f) => `报告未能读取：${f.reason}`,
  "report.duplicate": (f) => `与报告“${f.first}”全文相同；只计一次`,
  "report.identified": (f) =>
    `${ASPECTS[f.what]}取自报告的${PLACES[f.from] ?? f.from}：“${f.value}”，把握 ${f.certainty.toFixed(2)}；可用清单确认`,
  "report.unidentified": (f) =>
    `报告的${ASPECTS[f.what]}未知${f.guess === null ? "" : `（可能是“${f.guess}”）`}；其数字留待复核；请给出 --${f.what} 或清单`,
  "place.unmatched": (f) => `“${f.place}”的数字，该地没有已知代码；留待复核`,
  "reports.skipped": (f) => `${f.count} 个文件不是报告，已略过：${f.endings.join("、")}`,
  "manifest.unmatched": (f) => `清单中有“${f.id}”，但没有这份报告`,
  "decision.invalid": (f) => `复核记录第 ${f.line} 行无法读取：${f.got}`,
  "decision.orphaned": (f) => `对 ${f.cell} 的复核“${f.action}”已无对应数字；未采用`,
  "unit.conflicting": (f) => `单位为“${f.got}”，指标的单位为“${f.expected}”`,
  "source.conflicting": (f) => `多个来源数字不同：${f.values.join(" | ")}；采用：${f.taken}`,
  "body.mixed": (f) => `统计口径（主体）不同：${f.bodies.map(body).join("、")}；比较的是${body(f.taken)}，其余不可比`,
  "body.stated": (f) => `统计口径（主体）不同，已逐一注明：${f.bodies.map(body).join("、")}`,
  "period.partial": (f) => `时段为 ${f.period}，不是整个自然年`,
  "basis.registered": (f) => `除以 ${f.year} 年户籍人口，不是常住人口`,
  "interval.missing": (f) => `${f.regions} 个数字没有分子分母，因此没有区间和名次范围`,
  "year.mixed": (f) => `数字属于不同年份：${f.years.join("、")}`,
  "series.broken": (f) => `${f.year} 年起口径改变：${f.reason_zh}`,
  "population.missing": (f) => `${f.year} 年前后 ${f.tolerance} 年内没有人口数；最近的为${f.nearest ?? "无"}；不作除法`,
  "population.shifted": (f) => `除以 ${f.used} 年人口（${basis(f.basis)}），不是 ${f.year} 年人口`,
  "rate.redefined": (f) =>
    `所载 ${f.printed} 不合本指标定义（应为 ${f.expected.toFixed(2)}），而合 ${f.numerators.join("＋")} 除以 ${f.denominators.join("＋")}：${f.numerator} / ${f.denominator}`,
  "sum.contradicted": (f) => `分项与合计不符：${f.reckoning}（${f.parts.join("＋")} 对 ${f.total.join("＋")}）`,
  "change.ambiguous": (f) =>
    `变动 ${f.printed}：若为百分点，上年为 ${f.asPoints.toFixed(2)}；若为百分比，上年为 ${f.asRelative.toFixed(2)}；${FITS[f.fits]}`,
  "change.contradicted": (f) =>
    `印出的变动为 ${f.printed}${f.unit === "percent" ? "%" : ""}，但数字由 ${f.before} 变为 ${f.now}；均予保留`,
  "claim.unsupported": (f) =>
    `自称在前 ${f.place} 位，但有数的 ${f.known} 个地区（共 ${f.regions} 个）中已有 ${f.ahead} 个在其前`,
  "figure.restated": (f) => `后来的报告引用的数字不同：${f.values.join(" | ")}`,
  "report.repeated": (f) => `报告中有 ${f.lines} 行重复出现；只计一次`,
  "figure.doubtful": (f) => `读作 ${f.value}，把握 ${f.confidence.toFixed(2)}；留待人工核对`,
  "population.mixed": (f) => `人口口径不同：${f.bases.map(basis).join("、")}`,
  "refusal.allowed": (f) => `${f.verb}：按要求忽略 ${f.code}`,
  "cases.few": (f) => `只有 ${f.cases} 件，少于 ${f.least} 件：不作判断；如仍要看，请 allow "cases.few"`,
  "denominator.zero": (f) => `${f.numerator}/0：没有案件就没有比率`,
  "definition.mixed": (f) => `指标或口径不同：${f.indicators.join("、")}；比较的是 ${f.taken}，其余不可比`,
  "definition.noted": (f) => `可比性说明：${f.note}`,
  "unit.mixed": (f) => `单位不同：${f.units.join("、")}；比较的是 ${f.taken}，其余不可比`,
  "group.few": (f) => `${f.verb}：只有 ${f.used} 个数字；至少应有 ${f.least} 个`,
  "group.flat": (f) => `${f.verb}：${f.used} 个数字全部相等，无法分出高低`,
  "value.unsuitable": (f) => `${f.verb}：${f.method} 不能用于 ${f.got}`,
  "counts.missing": (f) => `${f.regions} 个地区缺少两年的分子或分母，不在分解之内`,
  "benchmark.missing": (f) => `没有可对照的数字：${f.benchmark}`,
  "benchmark.undecided": (f) =>
    `数值在 ${f.lower ?? "不限"} 与 ${f.upper ?? "不限"} 之间，基准 ${f.benchmark} 也可能在其中：高低无法判断`,
  "relative.resolved": (f) => `原文为与${f.parent}相差 ${f.difference} 个百分点；按其 ${f.value} 推出`,
  "relative.unresolved": (f) => `原文只说与${f.parent}相差 ${f.difference} 个百分点，而后者没有数字`,
  "peers.few": (f) => `找到 ${f.found} 个同类地区，要求 ${f.wanted} 个`,
  "composite.invalid": (f) => `${f.verb}：${f.where} 无效：得到 ${f.got}；应为${phrase(f.expected)}`,
  "edge.flattened": (f) => `原文为 ${f.qualifier} ${f.value}；得分按该数计`,
  "series.edged": (f) =>
    `${f.used} 个数中有 ${f.edged} 个只给出上限或下限；斜率按所写的数计，升降只在限内任何取值都成立时才下结论`,
  "score.incomplete": (f) =>
    `${f.node}：有数字的权重只占 ${(f.share * 100).toFixed(0)}%；至少应为 ${(f.least * 100).toFixed(0)}%`,
  "table.empty": (f) => `${f.file} 的 ${f.table} 中没有数字列；未载入任何数据`,
  "table.unplaced": (f) =>
    `${f.file} 的 ${f.table} 有 ${f.rows} 行没有${f.lacks === "region" ? "地区" : "年份"}；请给出 ${f.lacks}，或在映射文件中指明其列`,
  "shape.unsure": (f) =>
    `${f.file} 的 ${f.table} 的表式推断为 ${f.shape}，把握 ${f.certainty.toFixed(2)}；可用映射文件确定`,
  "sheet.hidden": (f) => `${f.file} 中隐藏的工作表“${f.sheet}”也已读取`,
  "date.year": (f) => `${f.file} 的“${f.column}”列全为年首日或年末日；按整年读取`,
  "date.month": (f) => `${f.file} 的“${f.column}”列全为月首日或月末日；按整月读取`,
  "glyph.missing": (f) => `${f.verb}：字体缺少字符：${quoted(f.characters)}；请改用字体中有的字`,
  "cell.uncalculated": (f) => `${f.file} 第 ${f.row} 行 ${f.column} 列的公式没有保存结果：“${f.got}”`,
  "region.unmatched": (f) => `${f.file} 中的地区“${f.got}”未知；按原文保留${meantAny(f.suggestions)}`,
  "region.unclear": (f) => `${f.file} 中的“${f.got}”对应多个地区：${f.candidates.join("、")}；需要其所属地区的列或名称`,
  "encoding.unsure": (f) => `${f.file} 的编码推断为 ${f.encoding}，把握 ${f.certainty.toFixed(2)}；可用 encoding 指定`,
  "quote.malformed": (f) => `${f.file} 中有 ${f.count} 处引号不规范；按普通字符读取`,
  "text.damaged": (f) => `${f.file} 中有 ${f.count} 处文本含 NUL 或无法解码的字符，如“${f.example}”`,
  "mapping.invalid": (f) => `load:映射文件“${f.path}”无效：${f.got}；应为${phrase(f.expected)}`,
};
