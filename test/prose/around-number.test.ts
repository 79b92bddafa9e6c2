import { describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { normalise } from "../../src/prose/normalise.ts";

const lexicon = await loadLexicon();
const read = (text: string) => extractReport(text, { lexicon, region: "990100", year: 2023 });
const figures = (text: string) => read(text).observations.map(({ indicator, value }) => [indicator, value]);

describe("words on either side of a number", () => {
  test("the number may stand before what is done with its cases", () => {
    expect(figures("对63项证明事项推行告知承诺制。")).toEqual([["proof_commitment_items", 63]]);
    expect(figures("对提交会议的86件议题进行合法性审查。")).toEqual([["legality_reviews", 86]]);
    expect(figures("12个事项纳入重大行政决策事项目录。")).toEqual([["major_decisions", 12]]);
    expect(figures("审结行政复议案件65件,另有8件因申请人主动撤回申请终止。")).toEqual([
      ["reconsideration_concluded", 65],
      ["reconsideration_withdrawn", 8],
    ]);
  });

  test("a verb said once holds for the decisions listed after it", () => {
    expect(figures("全市共作出行政处罚决定876件、行政许可决定12345件、行政强制决定7件。")).toEqual([
      ["administrative_penalties", 876],
      ["administrative_permits", 12345],
      ["administrative_compulsions", 7],
    ]);
  });

  test("rates in a list are told in their order, whether the lexicon knows them or not", () => {
    expect(figures("全市调解成功率、协议履行率、群众满意率分别达99.1%、98%、97%。")).toEqual([
      ["mediation_success_rate", 99.1],
    ]);
    expect(figures("败诉率和出庭应诉率分别为5.6%和100%。")).toEqual([
      ["litigation_loss_rate", 5.6],
      ["litigation_head_attendance_rate", 100],
    ]);
  });

  test("all kinds of files before the number are no part, one kind is", () => {
    expect(figures("评查行政许可、行政处罚案卷320卷。")).toEqual([["enforcement_files_reviewed", 320]]);
    expect(figures("评查行政处罚案卷120卷。")).toEqual([]);
    expect(figures("开展法律援助案件质量评查。共评查案卷120件。")).toEqual([]);
  });

  test("a share of bodies up to standard speaks of the clause before", () => {
    expect(figures("规范化调委会180个,占全市调委会总数的85%。")).toEqual([
      ["mediation_organizations_standardised_rate", 85],
    ]);
    expect(figures("建成规范化司法所12个,占总数的60%。")).toEqual([]);
  });

  test("parts of a stock are no stock, a total after them is", () => {
    expect(figures("全县调解网络健全,其中村调委会180个,共有人民调解员860名。")).toEqual([["mediators", 860]]);
    expect(figures("全县有人民调解员860名(专职120名)。")).toEqual([
      ["mediators", 860],
      ["mediators_full_time", 120],
    ]);
  });

  test("courts that act in suits of one instance conclude suits of that instance", () => {
    expect(figures("行政机关作为被告的一审行政诉讼案件205件,同比下降8.5%;法院已审结187件。")).toEqual([
      ["litigation_first_instance_handled", 205],
      ["litigation_first_instance_concluded", 187],
    ]);
  });

  test("what requests for information led to is about disclosure, and only that", () => {
    expect(figures("收到政府信息公开申请230件,办结228件,由此引发行政复议12件、行政诉讼5件。")).toEqual([
      ["disclosure_requests_received", 230],
      ["disclosure_requests_answered", 228],
      ["disclosure_reconsideration_cases", 12],
      ["disclosure_litigation_cases", 5],
    ]);
    expect(figures("收到政府信息公开申请60件。全年收到行政复议申请120件,发生行政诉讼30件。")).toEqual([
      ["disclosure_requests_received", 60],
      ["reconsideration_received", 120],
      ["litigation_received", 30],
    ]);
  });

  test("what is carried into the next year makes no plan of the sentence", () => {
    expect(figures("收到行政复议申请120件,审结110件,结转至2024年10件。")).toEqual([
      ["reconsideration_received", 120],
      ["reconsideration_concluded", 110],
      ["reconsideration_pending", 10],
    ]);
  });

  test("so much at least beside an aim is an aim", () => {
    const { observations, statements } = read("力争调解成功率达98%,全年调解矛盾纠纷3000件以上。");
    expect(observations).toEqual([]);
    expect(statements.map(({ kind, value }) => [kind, value])).toEqual([
      ["target", 98],
      ["target", 3000],
    ]);
  });
});

describe("print and copying", () => {
  test("points in the middle of the line and blanks among decimals are put right", () => {
    expect(normalise("出庭率 99·5 9% ").text).toBe("出庭率99.59%");
    expect(normalise("受理5 37件,占1. 5%").text).toBe("受理5 37件,占1.5%");
  });

  test("a gloss that lost its bracket is dropped", () => {
    expect(normalise("挽回？fù）失6億元").text).toBe("挽回失6亿元");
  });
});
