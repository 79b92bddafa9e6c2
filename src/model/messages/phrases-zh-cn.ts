/**
 * What was expected, in Chinese, by the English phrase of the facts. `#` stands for a number. A phrase that is not here is
 * printed as it is: lists of ids, paths and patterns need no translation. A test holds the list against the sources.
 */
const PHRASES: Readonly<Record<string, string>> = {
  text: "文本",
  "a number": "数字",
  "a whole number": "整数",
  "a figure": "数字",
  "closed quotes": "成对的引号",
  "a file": "文件",
  JSON: "JSON",
  "UTF-8, as data packages have it": "数据包所用的 UTF-8",
  "a folder with datapackage.json": "含 datapackage.json 的文件夹",
  "a resource that datapackage.json names": "datapackage.json 所列的文件",
  "a data package with named resources": "各资源有名称的数据包",
  'a resource named "observations"': "名为 observations 的资源",
  "a path inside the package's folder": "数据包文件夹之内的路径",
  "a file with a table": "表格文件",
  "a mapping file": "映射文件",
  "a mapping as in schemas/mapping.schema.json": "符合 schemas/mapping.schema.json 的映射",
  "a plan": "简报计划",
  "a briefing plan": "简报计划",
  "a manifest": "清单",
  "{id, region_code, level, year, published} a line": "每行一个 {id, region_code, level, year, published}",
  "a report file": "报告文件",
  "a report file or a folder of them": "报告文件或其文件夹",
  "a report (txt, html, docx, pdf), a folder of them, or -": "报告（txt、html、docx、pdf）、报告的文件夹，或 -",
  "txt, html, docx or pdf with text": "带文字的 txt、html、docx 或 pdf",
  "the thread that reads reports; build it with npm run build": "读取报告的线程；请先运行 npm run build",
  "the script of live charts; build it with npm run build": "图表脚本；请先运行 npm run build",
  "the script of the page; build it with npm run build": "网页脚本；请先运行 npm run build",
  "a folder that extract has written": "由 extract 写出的文件夹",
  "the font shipped with the package; build it with npm run build": "随包字体；请先运行 npm run build",
  "a calendar year": "自然年",
  "a calendar year such as 2023": "自然年，如 2023",
  "a year in every row": "每行都有年份",
  "a year after #": "晚于 # 的年份",
  "a last year after the first one": "晚于首年的末年",
  "population or a number above 0": "population 或大于 0 的数",
  "a number above 0": "大于 0 的数",
  "a number of years, at least 0": "不小于 0 的年数",
  "a number of at least 0": "不小于 0 的数",
  "a number of at least 1": "不小于 1 的数",
  "a number other than 0": "不为 0 的数",
  "a number other than 0 (the limit is geometric)": "不为 0 的数（0 的极限是几何平均）",
  "a number from 0 to #": "0 至 # 的数",
  "a finite number": "有限的数",
  "a finite number or null": "有限的数或 null",
  "a finite number of at least 0": "不小于 0 的有限数",
  "finite numbers": "有限的数",
  "a whole number of at least #": "不小于 # 的整数",
  "a share between 0 and 1": "0 与 1 之间的比例",
  "a share between 0 and 1, such as 0.95": "0 与 1 之间的比例，如 0.95",
  "a share from 0 to below 0.5": "0 至 0.5(不含)的比例",
  "a count from 0 to population": "0 至总数之间的个数",
  "a count from 0 to the population": "0 至总数之间的个数",
  "a count, amount or stock; it is a #": "数量、金额或存量；它是 #",
  "at least #": "至少 #",
  "lower up to upper": "下限不大于上限",
  "two rising levels below 1": "小于 1 且递增的两个水平",
  "rows of two years": "两个年份的行",
  "one row for a region, year, indicator and body": "每个地区、年份、指标和主体一行",
  "one row a region: one indicator, one year, one body": "每个地区一行：同一指标、年份和主体",
  "one column per year": "每年一列",
  "each once": "各出现一次",
  "observations and derived values; draw others as a benchmark": "观测值和计算值；其他的请画作基准",
  "no such option": "没有此选项",
  "valid options": "有效的选项",
  "at least one weight above 0": "至少一个大于 0 的权重",
  "a mean of scores above 0": "大于 0 的平均分",
  "a place from 1 and a region that is among those compared": "从 1 起的名次，且地区在比较之列",
  "a list of peers, or a panel to find them in": "同类地区的列表，或可从中寻找的数据",
};

/** The Chinese of an expected thing. */
export function phraseZhCN(phrase: string): string {
  const known = PHRASES[phrase];
  if (known !== undefined) return known;
  const numbers = phrase.match(/\d+(\.\d+)?/g) ?? [];
  let at = 0;
  const pattern = PHRASES[phrase.replace(/\d+(\.\d+)?/g, "#")];
  return pattern === undefined ? phrase : pattern.replace(/#/g, () => numbers[at++] ?? "#");
}
