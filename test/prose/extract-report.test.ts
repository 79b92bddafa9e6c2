import { describe, expect, test } from "vitest";
import { type ExtractOptions, extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { deepFreeze } from "../deep-freeze.ts";

const lexicon = await loadLexicon();
const places = [
  { code: "990100", name: "云栖市" },
  { code: "990121", name: "青禾县" },
  { code: "990122", name: "南坪县" },
];
const read = (text: string, more: Partial<ExtractOptions> = {}) =>
  extractReport(text, deepFreeze({ lexicon, region: "990100", year: 2023, places, ...more }));
/** Indicator and value of each observation, shortest form. */
const figures = (text: string, more: Partial<ExtractOptions> = {}) =>
  read(text, more).observations.map((one) => [one.indicator, one.value, one.year] as const);

describe("what a figure is", () => {
  test("shares beside counts are set aside", () => {
    const text = "全市受理行政复议案件98件。按申请事项分,行政处罚类11件,占11.2%;行政强制类3件,占3.1%。";
    expect(figures(text)).toEqual([["reconsideration_accepted", 98, 2023]]);
  });

  test("a share that is a rate by its base is read as the rate", () => {
    const text = "收到行政复议申请100件,受理80件,占收案总数的80%。";
    expect(figures(text)).toContainEqual(["reconsideration_acceptance_rate", 80, 2023]);
  });

  test("changes are statements with their sign, and never observations", () => {
    const { observations, statements } = read("新收行政复议案件205件,同比下降16%,败诉率7.8%,较上年下降1.7个百分点。");
    expect(observations.map(({ value }) => value)).toEqual([205, 7.8]);
    expect(statements.map(({ kind, unit, value }) => [kind, unit, value])).toEqual([
      ["change", "percent", -16],
      ["change", "point", -1.7],
    ]);
  });

  test("targets of a plan section are statements", () => {
    const { observations, statements } = read("二、下一步工作打算\n行政机关负责人出庭应诉率达90%以上。");
    expect(observations).toEqual([]);
    expect(statements).toMatchObject([{ kind: "target", indicator: "litigation_head_attendance_rate", value: 90 }]);
  });

  test("figures of a year after the report are targets", () => {
    expect(figures("2024年,全市调解成功率达到98%。")).toEqual([]);
  });

  test("a benchmark of others is no figure of the region", () => {
    const { observations, statements } = read("行政机关败诉率为3%,远低于全省12%的平均水平。");
    expect(observations.map(({ value }) => value)).toEqual([3]);
    expect(statements).toMatchObject([{ kind: "benchmark", value: 12, region: null }]);
  });

  test("a gap to a benchmark without a level is told as relative only", () => {
    const { gaps } = read("行政机关败诉率低于全省平均水平1.2个百分点。");
    expect(gaps).toMatchObject([{ indicator: "litigation_loss_rate", missing: "relative_only" }]);
  });

  test("a masked number is a gap, not a number", () => {
    const { observations, gaps } = read("全市办理法律援助案件(略)件。");
    expect(observations).toEqual([]);
    expect(gaps).toMatchObject([{ indicator: "legal_aid_cases", missing: "redacted", as_written: "(略)" }]);
  });
});

describe("which year a figure is of", () => {
  test("last year's figure stands under its own year", () => {
    expect(figures("收到行政复议申请281件,去年为172件,受理260件。")).toEqual([
      ["reconsideration_received", 281, 2023],
      ["reconsideration_received", 172, 2022],
      ["reconsideration_accepted", 260, 2023],
    ]);
  });

  test("a year in brackets ends with the bracket", () => {
    expect(figures("一审行政案件已审结119件(2022年结转1件),行政机关败诉58件。")).toContainEqual([
      "litigation_lost",
      58,
      2023,
    ]);
  });

  test("the level compared with is of the year it names", () => {
    expect(figures("案结事了率达89.4%,比2022年的76.8%提高了12.6个百分点。")).toEqual([
      ["reconsideration_finality_rate", 89.4, 2023],
      ["reconsideration_finality_rate", 76.8, 2022],
    ]);
  });

  test("a sum of several years has no year", () => {
    const [one] = read("近五年来,全市共办理法律援助案件41万件。").observations;
    expect(one).toMatchObject({ value: 410_000, year: null, several_years: true });
  });

  test("a part of the year is kept as a period", () => {
    const [one] = read("上半年,全市受理法律援助案件2809件。").observations;
    expect(one).toMatchObject({ year: 2023, period: "2023-01/2023-06" });
  });

  test("without a year known from outside or from the text the year stays unknown", () => {
    expect(figures("全市受理法律援助案件2809件。", { year: null })).toEqual([["legal_aid_cases", 2809, null]]);
  });
});

describe("what is spoken of", () => {
  test("a bare verb takes its subject from the clause before", () => {
    expect(figures("全县收到行政复议申请37件,依法受理36件,审结34件。").map(([indicator]) => indicator)).toEqual([
      "reconsideration_received",
      "reconsideration_accepted",
      "reconsideration_concluded",
    ]);
  });

  test("two subjects counted together are neither", () => {
    expect(figures("全年办理行政复议和行政应诉案件123件。")).toEqual([]);
  });

  test("cases of one kind are not all cases", () => {
    expect(figures("审结涉企类行政案件4375件,审结公安行政案件1025件。")).toEqual([]);
  });

  test("verbs without any known subject bind nothing", () => {
    expect(figures("中心受理1200件,办结1100件。")).toEqual([]);
  });

  test("notary and petition cases are other people's cases", () => {
    expect(figures("办理公证441件,化解信访积案35件。")).toEqual([]);
  });

  test("a lost measure word is forgiven right beside the word counted", () => {
    expect(figures("新收行政复议申请107(受理98件,不予受理9件)。").map(([, value]) => value)).toEqual([107, 98, 9]);
  });
});

describe("zeros in words", () => {
  test("a zero in words is a value with its wording", () => {
    const [one] = read("区政府一审行政诉讼案件零败诉。").observations;
    expect(one).toMatchObject({ indicator: "litigation_lost", value: 0, worded: true, as_written: "零败诉" });
  });

  test("a zero of several years running holds for each of them", () => {
    expect(figures("连续两年实现行政诉讼“零败诉”。")).toEqual([
      ["litigation_lost", 0, 2022],
      ["litigation_lost", 0, 2023],
    ]);
  });

  test("none said of suits about disclosure is none of them, not of all suits", () => {
    const text = "因政府信息公开引发的行政复议3件,未发生行政诉讼案件。";
    expect(figures(text)).toEqual([
      ["disclosure_reconsideration_cases", 3, 2023],
      ["disclosure_litigation_cases", 0, 2023],
    ]);
  });
});

describe("lists", () => {
  test("numbers are handed out where as many places stand before them", () => {
    const { observations } = read("青禾县、南坪县败诉率分别为15.2%、8.9%。");
    expect(observations.map(({ place, region, value }) => [place, region, value])).toEqual([
      ["青禾县", "990121", 15.2],
      ["南坪县", "990122", 8.9],
    ]);
  });

  test("numbers are set aside where the counts do not match", () => {
    const { observations, setAside } = read("三个县败诉率分别为15.2%、8.9%。");
    expect(observations).toEqual([]);
    expect(setAside.map(({ reason }) => reason)).toEqual(["list", "list"]);
  });

  test("one number may hold for every rate named", () => {
    expect(
      figures("规范性文件报备率、备案及时率均达100%。")
        .map(([indicator]) => indicator)
        .sort(),
    ).toEqual(["normative_documents_filing_rate", "normative_documents_filing_timely_rate"]);
  });
});

describe("tables", () => {
  const cells = (text: string) => read(text).observations.map((one) => [one.indicator, one.place, one.value, one.year]);

  test("a row is read with its label and its heading, shares are passed over", () => {
    const text = "行政复议案件审结情况\n结案方式 | 件数 | 占比\n维持 | 431 | 41.0%\n撤销 | 63 | 6.0%";
    expect(cells(text)).toEqual([
      ["reconsideration_upheld", null, 431, 2023],
      ["reconsideration_revoked", null, 63, 2023],
    ]);
  });

  test("a table of one cell a line is folded back", () => {
    const rows = ["县区", "一审收案", "败诉率", "青禾县", "96", "21.11%", "南坪县", "130", "3.13%"];
    expect(cells(`行政应诉案件统计表\n${rows.join("\n")}`)).toEqual([
      ["litigation_first_instance_received", "青禾县", 96, 2023],
      ["litigation_loss_rate", "青禾县", 21.11, 2023],
      ["litigation_first_instance_received", "南坪县", 130, 2023],
      ["litigation_loss_rate", "南坪县", 3.13, 2023],
    ]);
  });

  test("columns that repeat side by side belong to the label on their left", () => {
    const text = "各县受理行政复议案件数\n县名 | 数量 | 县名 | 数量\n青禾县 | 20 | 南坪县 | 31";
    expect(cells(text)).toEqual([
      ["reconsideration_accepted", "青禾县", 20, 2023],
      ["reconsideration_accepted", "南坪县", 31, 2023],
    ]);
  });

  test("years in the heading are the years of its column", () => {
    const text =
      "指标 | 2022年 | 2023年 | 同比\n受理行政复议案件 | 980 | 1102 | 12.4%\n行政机关败诉率 | 11.2% | 9.8% | -1.4";
    expect(cells(text)).toEqual([
      ["reconsideration_accepted", null, 980, 2022],
      ["reconsideration_accepted", null, 1102, 2023],
      ["litigation_loss_rate", null, 11.2, 2022],
      ["litigation_loss_rate", null, 9.8, 2023],
    ]);
  });

  test("measure words in a column or in brackets are taken with their scale", () => {
    const text = "法律援助情况\n项目 | 单位 | 数量\n办理法律援助案件 | 件 | 412\n挽回经济损失(万元) | 万元 | 1152.47";
    expect(cells(text)).toEqual([
      ["legal_aid_cases", null, 412, 2023],
      ["legal_aid_amount", null, 11_524_700, 2023],
    ]);
  });

  test("rows of groups the lexicon does not know are no totals", () => {
    expect(cells("行政复议申请事项\n事项 | 受理件数\n行政处罚 | 210\n土地征收 | 106")).toEqual([]);
  });

  test("a table of targets holds no observation", () => {
    expect(cells("绩效目标表\n指标 | 指标值\n案件调解率 | ≥90%\n调解成功率 | ≥98%")).toEqual([]);
  });
});

describe("who is counted", () => {
  test("bodies are told apart", () => {
    const text = "区领导出庭应诉28件,部门镇街负责人出庭应诉150件。";
    expect(read(text).observations.map(({ body, value }) => [body, value])).toEqual([
      ["government", 28],
      ["departments", 150],
    ]);
  });

  test("where the text does not say who is counted, nobody is assumed", () => {
    expect(read("受理法律援助案件30件。").observations[0]?.body).toBeNull();
  });
});

describe("evidence", () => {
  const raw = "　２０２３年，全市審結行政復議案件 1,234 件。";

  test("the span holds the numeral as written in the raw text", () => {
    const [one] = read(raw).observations;
    expect(one).toMatchObject({ value: 1234, as_written: "1,234 件", indicator: "reconsideration_concluded" });
    expect(raw.slice(one?.start, one?.end)).toBe("1,234 件");
  });

  test("the section path, the clause and the rule are kept", () => {
    const [one] = read("一、主要工作\n(二)行政复议\n全年收到行政复议申请37件。").observations;
    expect(one?.section).toEqual(["一、主要工作", "(二)行政复议"]);
    expect(one?.context).toContain("收到行政复议申请37件");
    expect(one?.rule).toBe("reconsideration_received/received");
  });

  test("a paragraph printed twice counts once", () => {
    const line = "2023年,全县收到行政复议申请37件,依法受理36件,审结34件。";
    const once = read(line);
    const twice = read(`${line}\n${line}`);
    expect(twice.observations).toEqual(once.observations);
    expect(twice.findings.map(({ code }) => code)).toContain("report.repeated");
  });

  test("a second value for the same cell goes to review", () => {
    const { observations, needsReview } = read("全市调解矛盾纠纷1000件。\n全市调解矛盾纠纷1200件。");
    expect(observations.map(({ value }) => value)).toEqual([1000]);
    expect(needsReview.map(({ value }) => value)).toEqual([1200]);
  });

  test("this year is that of publication where the text calls the year it reports on by its number", () => {
    const text = "2023年,全市法院审结一审行政案件2291件。今年1月至7月,新收一审行政案件1375件。";
    expect(figures(text, { published: "2024-08-17" })).toEqual([
      ["litigation_first_instance_concluded", 2291, 2023],
      ["litigation_first_instance_received", 1375, 2024],
    ]);
    expect(figures("今年1月至7月,全市法院新收一审行政案件1375件。", { published: "2024-08-17" })).toEqual([
      ["litigation_first_instance_received", 1375, 2023],
    ]);
  });

  test("a new indicator of another domain needs only a file", async () => {
    const more = { lexicon: await loadLexicon("test/fixtures/lexicons"), year: 2022 };
    expect(figures("年末全县医院实有病床1.2万张。", more)).toEqual([["hospital_beds", 12_000, 2022]]);
    const text =
      "全县现有幼儿园86所，其中公办幼儿园52所，在园幼儿1.35万人，学前三年毛入园率由上年的91.2%提高到93.5%。2023年计划新建幼儿园4所。";
    expect(figures(text, more)).toEqual([
      ["kindergartens", 86, 2022],
      ["kindergarten_children", 13_500, 2022],
      ["kindergarten_enrolment_rate", 91.2, 2021],
      ["kindergarten_enrolment_rate", 93.5, 2022],
    ]);
    expect(figures("全县收到行政复议申请37件。", more)).toEqual([["reconsideration_received", 37, 2022]]);
  });
});
