import { describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";

const lexicon = await loadLexicon();
const read = (text: string) => extractReport(text, { lexicon, region: "990100", year: 2023 });
const said = (text: string) => read(text).statements.map(({ kind, indicator, value }) => [kind, indicator, value]);
const figures = (text: string) => read(text).observations.map(({ indicator, value }) => [indicator, value]);

describe("changes", () => {
  test("a pace of growth is a change, and so is where it arrived", () => {
    expect(said("新收行政复议案件增幅从78.3%下降至43.5%。")).toEqual([["change", "reconsideration_received", 43.5]]);
    expect(said("受理法律援助案件320件,同比降幅为12%。")).toEqual([["change", "legal_aid_cases", -12]]);
    expect(figures("败诉率从21%下降至13.5%。")).toContainEqual(["litigation_loss_rate", 13.5]);
  });

  test("more and less before a verb are changes only where something is compared with", () => {
    expect(said("收到行政复议申请326件,比上年多收41件。")).toEqual([["change", "reconsideration_received", 41]]);
    expect(said("行政应诉案件收案88件,较去年少收12件。")).toEqual([["change", "litigation_received", -12]]);
  });
});

describe("targets", () => {
  test("what an assessment asks for stands in brackets behind what was reached", () => {
    expect(said("行政诉讼败诉率降至5.2%(市考核指标5%以下)。")).toEqual([["target", "litigation_loss_rate", 5]]);
    expect(figures("行政诉讼败诉率降至5.2%(市考核指标5%以下)。")).toEqual([["litigation_loss_rate", 5.2]]);
  });

  test("what may yet come is no figure", () => {
    expect(said("目前,败诉率为12%,有望降至10%。")).toEqual([["target", "litigation_loss_rate", 10]]);
  });
});

describe("a report of an unknown year", () => {
  const rows = (text: string) =>
    extractReport(text, { lexicon, region: "990100" }).observations.map(({ value, year, prior_year }) => [
      value,
      year,
      prior_year,
    ]);

  test("keeps the figures of the year before apart from its own", () => {
    expect(rows("收到行政复议申请32件(去年同期57件)。其中,受理24件(去年同期54件)。")).toEqual([
      [32, null, false],
      [57, null, true],
      [24, null, false],
      [54, null, true],
    ]);
    expect(rows("受理法律援助案件108件,上年为88件。")).toEqual([
      [108, null, false],
      [88, null, true],
    ]);
  });

  test("knows which end of a move was left behind", () => {
    expect(rows("与去年相比,受理法律援助案件由320件增加到410件。")).toEqual([
      [320, null, true],
      [410, null, false],
    ]);
  });
});
