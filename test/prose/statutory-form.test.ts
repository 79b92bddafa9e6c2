import { expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { htmlText } from "../../src/prose/html-text.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";

const lexicon = await loadLexicon();
const KINDS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
/** The form every disclosure report holds, with the rows as merged cells leave them. */
const REQUESTS = [
  ["(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", "申请人情况"],
  ["自然人", "法人或其他组织", "总计"],
  ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
  ["一、本年新收政府信息公开申请数量", "61", "4", "0", "1", "0", "3", "69"],
  ["二、上年结转政府信息公开申请数量", "2", "0", "0", "0", "0", "0", "2"],
  ["三、本年度办理结果", "(一)予以公开", "30", "2", "0", "1", "0", "0", "33"],
  ["(二)部分公开(区分处理的,只计这一情形,不计其他情形)", "25", "2", "0", "0", "0", "3", "30"],
  ["(三)不予公开", "1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0"],
  ["2.其他法律行政法规禁止公开", "4", "0", "0", "0", "0", "0", "4"],
  ["(七)总计", "59", "4", "0", "1", "0", "3", "67"],
  ["四、结转下年度继续办理", "4", "0", "0", "0", "0", "0", "4"],
];
const DISPUTES = [
  ["行政复议", "行政诉讼"],
  [...KINDS, "未经复议直接起诉", "复议后起诉"],
  [...KINDS, ...KINDS],
  ["6", "2", "0", "1", "9", "3", "0", "0", "1", "4", "1", "0", "0", "0", "1"],
];
const REPORT = (requests: string, disputes: string): string =>
  [
    "某县人民政府2023年政府信息公开工作年度报告",
    "三、收到和处理政府信息公开申请情况",
    requests,
    "四、政府信息公开行政复议、行政诉讼情况",
    disputes,
    "五、存在的主要问题及改进情况",
  ].join("\n");
const EXPECTED = [
  ["disclosure_requests_received", 69],
  ["disclosure_requests_answered", 67],
  ["disclosure_reconsideration_cases", 9],
];
const read = (text: string) =>
  extractReport(text, { lexicon, year: 2023 })
    .observations.filter(({ indicator }) => indicator !== "disclosure_disputes_upheld")
    .map(({ indicator, value }) => [indicator, value]);

const WAYS: Record<string, (rows: readonly (readonly string[])[]) => string> = {
  "rows with bars": (rows) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n"),
  "rows with tabs": (rows) => rows.map((row) => row.join("\t")).join("\n"),
  "a cell a line": (rows) => rows.flat().join("\n"),
  "a cell a line, blank lines between": (rows) => rows.flat().join("\n\n"),
  "a cell and a bar a line": (rows) => rows.flatMap((row) => row.map((cell) => `${cell} |`)).join("\n"),
};

test.each(Object.entries(WAYS))("the form of disclosure reports, flattened to %s", (_, flatten) => {
  expect(read(REPORT(flatten(REQUESTS), flatten(DISPUTES)))).toEqual(EXPECTED);
});

test("the form of disclosure reports as a page, with its merged cells", () => {
  const td = (text: string, rows = 1, columns = 1) => `<td rowspan="${rows}" colspan="${columns}">${text}</td>`;
  const tr = (cells: readonly string[]) => `<tr>${cells.join("")}</tr>`;
  const cells = (texts: readonly string[] = []) => texts.map((text) => td(text));
  const [, , kinds, received] = REQUESTS;
  const requests = [
    tr([td("项目", 3, 2), td("申请人情况", 1, 7)]),
    tr([td("自然人", 2), td("法人或其他组织", 1, 5), td("总计", 2)]),
    tr(cells(kinds)),
    tr([td(received?.[0] ?? "", 1, 2), ...cells(received?.slice(1))]),
    tr([td("三、本年度办理结果", 2), ...cells(REQUESTS[5]?.slice(1))]),
    tr(cells(REQUESTS[9])),
  ];
  const disputes = [
    tr([td("行政复议", 1, 5), td("行政诉讼", 1, 10)]),
    tr([...KINDS.map((kind) => td(kind, 2)), td("未经复议直接起诉", 1, 5), td("复议后起诉", 1, 5)]),
    tr(cells(DISPUTES[2])),
    tr(cells(DISPUTES[3])),
  ];
  const page = REPORT(`<table>${requests.join("")}</table>`, `<table>${disputes.join("")}</table>`);
  const { text } = htmlText(`<html><body>${page.replace(/^(?!<)(.*)$/gm, "<p>$1</p>")}</body></html>`);
  expect(read(text)).toEqual(EXPECTED);
});

test("a table about suits alone is not one about disclosure", () => {
  const table = "表1:全市行政诉讼案件\n| 项目 | 行政诉讼 |\n| 一审行政应诉案件 | 31 |";
  expect(read(`三、政府信息公开\n${table}`).map(([indicator]) => indicator)).not.toContain(
    "disclosure_litigation_cases",
  );
});

test("rows set apart by blanks alone are read as any rows", () => {
  const rows = ["  信息内容  本年制发件数  本年废止件数  现行有效件数", "  规章 0 0 0", "  行政规范性文件  12 3   58"];
  expect(read(`二、主动公开政府信息情况\n${rows.join("\n")}`)).toEqual([
    ["normative_documents_issued", 12],
    ["normative_documents_abolished", 3],
    ["normative_documents_in_force", 58],
  ]);
});

test("letters and figures set wide apart in a sentence are no row", () => {
  const said = "2 0 2 3 年 , 全 县 收 到 行 政 复 议 申 请 3 7 件\n受 理 3 1 件 。";
  expect(read(said)).toContainEqual(["reconsideration_received", 37]);
});

test("a heading about disputes over disclosure tells the subject where no title does", () => {
  const table = (DISPUTES as readonly (readonly string[])[]).map((row) => `| ${row.join(" | ")} |`).join("\n");
  expect(read(`四、政府信息公开行政复议、行政诉讼情况\n${table}`)).toEqual([["disclosure_reconsideration_cases", 9]]);
});
