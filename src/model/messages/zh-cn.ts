import { CHART_WORDS } from "./chart-words.ts";
import type { Wording } from "./wording.ts";

const quoted = (values: readonly string[]) => values.map((value) => `“${value}”`).join("、");
const meant = (suggestion: string | null) => (suggestion === null ? "" : `；是否指“${suggestion}”？`);
const meantAny = (suggestions: readonly string[]) =>
  suggestions.length === 0 ? "" : `；是否指${suggestions.map((value) => `“${value}”`).join("或")}？`;

const words = CHART_WORDS["zh-CN"];
const body = (id: string) => (words.body as Readonly<Record<string, string>>)[id] ?? id;
const basis = (id: string) => words.basisNames[id] ?? id;

const ASPECTS = { region: "地区", year: "年份" };
const PLACES: Readonly<Record<string, string>> = { title: "标题", metadata: "元数据", file: "文件名", text: "正文" };

/** Chinese wordings, the first language of the project. */
export const zhCN: Wording = {
  "argument.invalid": (f) =>
    `${f.verb}：参数 ${f.argument} 无效：得到“${f.got}”；应为 ${f.expected}${meant(f.suggestion)}`,
  "argument.missing": (f) => `${f.verb}：缺少 ${f.argument}；应为 ${f.expected}`,
  "number.invalid": (f) => `${f.verb}：参数 ${f.argument} 无效：得到 ${f.got}；应为 ${f.expected}`,
  "length.conflicting": (f) =>
    `${f.verb}：长度不一致：${f.first} 有 ${f.firstLength} 项，${f.second} 有 ${f.secondLength} 项；应相同`,
  "column.missing": (f) => `${f.verb}：缺少列“${f.column}”；表中有 ${f.available.join("、")}${meant(f.suggestion)}`,
  "indicator.unknown": (f) => `${f.verb}：未知指标“${f.got}”；应为指标表中的编号${meantAny(f.suggestions)}`,
  "region.unknown": (f) => `${f.verb}：未知地区“${f.got}”；应为地区表中的代码或名称${meantAny(f.suggestions)}`,
  "region.ambiguous": (f) => `${f.verb}：地区“${f.got}”有多个：${f.candidates.join("、")}；请给出代码或唯一名称`,
  "level.unknown": (f) => `${f.verb}：未知层级“${f.got}”；应为 ${quoted(f.available)} 之一`,
  "selection.empty": (f) => `${f.verb}：没有 ${f.asked} 的数据；现有 ${f.available}`,
  "file.missing": (f) => `${f.verb}：找不到文件“${f.path}”；应为 ${f.expected}`,
  "file.unreadable": (f) => `${f.verb}：无法读取文件“${f.path}”：${f.got}；应为 ${f.expected}`,
  "folder.occupied": (f) => `${f.verb}：文件夹“${f.path}”已存在且不是本工具写出的；请指定空的或新的文件夹`,
  "package.invalid": (f) => `loadPanel：数据包“${f.path}”无效：${f.got}；应为 ${f.expected}`,
  "row.ragged": (f) => `${f.file} 第 ${f.row} 行有 ${f.got} 个单元格；应为 ${f.expected} 个`,
  "cell.invalid": (f) => `${f.file} 第 ${f.row} 行的 ${f.column}“${f.got}”无效；应为 ${f.expected}`,
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
  "report.repeated": (f) => `报告中有 ${f.lines} 行重复出现;只计一次`,
  "figure.doubtful": (f) => `读作 ${f.value},把握 ${f.confidence.toFixed(2)};留待人工核对`,
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
  "population.mixed": (f) => `人口口径不同：${f.bases.map(basis).join("、")}`,
  "glyph.missing": (f) => `${f.verb}：字体缺少字符：${quoted(f.characters)}；请改用字体中有的字`,
  "table.empty": (f) => `${f.file} 的 ${f.table} 中没有数字列；未载入任何数据`,
  "table.unplaced": (f) =>
    `${f.file} 的 ${f.table} 有 ${f.rows} 行没有${f.lacks === "region" ? "地区" : "年份"}；请给出 ${f.lacks}，或在映射文件中指明其列`,
  "shape.unsure": (f) =>
    `${f.file} 的 ${f.table} 的表式推断为 ${f.shape}，把握 ${f.certainty.toFixed(2)}；可用映射文件确定`,
  "sheet.hidden": (f) => `${f.file} 中隐藏的工作表“${f.sheet}”也已读取`,
  "cell.uncalculated": (f) => `${f.file} 第 ${f.row} 行 ${f.column} 列的公式没有保存结果：“${f.got}”`,
  "region.unmatched": (f) => `${f.file} 中的地区“${f.got}”未知；按原文保留${meantAny(f.suggestions)}`,
  "region.unclear": (f) => `${f.file} 中的“${f.got}”对应多个地区：${f.candidates.join("、")}；需要其所属地区的列或名称`,
  "encoding.unsure": (f) => `${f.file} 的编码推断为 ${f.encoding}，把握 ${f.certainty.toFixed(2)}；可用 encoding 指定`,
  "quote.malformed": (f) => `${f.file} 中有 ${f.count} 处引号不规范；按普通字符读取`,
  "text.damaged": (f) => `${f.file} 中有 ${f.count} 处文本含 NUL 或无法解码的字符，如“${f.example}”`,
  "mapping.invalid": (f) => `load:映射文件“${f.path}”无效：${f.got}；应为 ${f.expected}`,
};
