import { describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";

const lexicon = await loadLexicon();
/** Value and year of each observation. */
const years = (text: string) =>
  extractReport(text, { lexicon, region: "990100", year: 2023 }).observations.map(({ value, year }) => [value, year]);

describe("stretches of years", () => {
  test("a stretch opened by a whole clause goes on until another year is named", () => {
    expect(
      years("自2020年1月1日起,全市集中管辖。截至2023年底,共收到行政复议申请512件。2023年,收到行政复议申请98件。"),
    ).toEqual([
      [512, null],
      [98, 2023],
    ]);
    expect(years("自2019年复议委员会成立以来,共受理行政复议申请312件。")).toEqual([[312, null]]);
  });

  test("since a year in the middle of a sentence is a stretch as well", () => {
    expect(years("案件数量连年上升,2019年以来共办理行政复议案件398件。")).toEqual([[398, null]]);
  });

  test("since a year within a clause belongs to a noun", () => {
    expect(years("清理2018年以来的规范性文件33件。")).toEqual([[33, 2023]]);
    expect(years("开展2018年以来现行有效规范性文件清理工作,废止3件。")).toEqual([[3, 2023]]);
  });

  test("what there is at a date is of that date", () => {
    const text = "2020年以来,受理行政复议案件300件。截至2023年底,全市共有人民调解委员会320个。";
    expect(years(text)).toEqual([
      [300, null],
      [320, 2023],
    ]);
  });

  test("since last year runs into this one", () => {
    expect(years("去年以来,全市调解矛盾纠纷3120件。")).toEqual([[3120, null]]);
  });

  test("the years of a plan hold for the sentences after, until the whole year is named", () => {
    const text = "“八五”普法规划实施以来,开展普法宣传活动320场次。培养法律明白人812名。全年调解矛盾纠纷99件。";
    expect(years(text)).toEqual([
      [320, null],
      [812, null],
      [99, 2023],
    ]);
  });

  test("a law in force since a year opens no stretch", () => {
    expect(years("条例自2022年1月1日起施行,2023年全市办理法律援助案件560件。")).toEqual([[560, 2023]]);
    expect(years("统计期限自2023年1月1日起至2023年12月31日止。收到行政复议申请33件。")).toEqual([[33, 2023]]);
  });
});
