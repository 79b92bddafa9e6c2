import { describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";

const lexicon = await loadLexicon();
const figures = (text: string) =>
  extractReport(text, { lexicon, region: "990100", year: 2023 }).observations.map(({ indicator, value }) => [
    indicator,
    value,
  ]);

describe("parts of the cases", () => {
  test("a group before the noun is no total, nor is what follows it", () => {
    expect(figures("特殊群体法律援助案件办结89件。")).toEqual([]);
    expect(figures("妇女各类法律援助案件受理30件,办结28件。")).toEqual([]);
    expect(figures("民事法律援助案件受理130件。")).toEqual([]);
  });

  test("cases of enterprises have an indicator of their own", () => {
    expect(figures("涉企行政复议案件审结50件。")).toEqual([]);
    expect(figures("受理涉企行政复议案件31件,办结30件。")).toEqual([["reconsideration_enterprise_cases", 31]]);
    expect(figures("受理行政复议案件310件,涉企行政复议案件31件,办结300件。")).toEqual([
      ["reconsideration_accepted", 310],
      ["reconsideration_enterprise_cases", 31],
      ["reconsideration_concluded", 300],
    ]);
  });

  test("practitioners who act tell their own work", () => {
    expect(figures("律师担任刑事辩护人747件,民事案件代理1891件,行政案件代理169件。")).toEqual([]);
    expect(figures("全市律师事务所共办理行政诉讼案件120件。")).toEqual([]);
    expect(figures("政府法律顾问参与办理行政复议案件35件,出具法律意见书58份。")).toEqual([
      ["legal_adviser_opinions", 58],
    ]);
  });

  test("what practitioners are made to do counts for the region", () => {
    expect(figures("组织律师办理法律援助案件823件。")).toEqual([["legal_aid_cases", 823]]);
  });

  test("a number before a task is what was to be done", () => {
    expect(figures("超额完成全年调解纠纷3000件的工作任务,实际调解纠纷3300件。")).toEqual([["mediation_cases", 3300]]);
  });
});
