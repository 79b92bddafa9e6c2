import { expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";

const lexicon = await loadLexicon();
const places = [{ code: "990101", name: "云溪县" }];
const read = (text: string) => extractReport(text, { lexicon, region: "990101", year: 2023, places });
const claimsIn = (text: string) =>
  read(text)
    .statements.filter(({ kind }) => kind === "claim")
    .map(({ indicator, value, qualifier, note, as_written }) => [indicator, value, qualifier, note, as_written]);

test("a place among the regions of a wider one is a claim on the figure read just before", () => {
  expect(claimsIn("全县行政机关负责人出庭应诉率100%，居全省第一。")).toEqual([
    ["litigation_head_attendance_rate", 1, "exact", "全省", "第一"],
  ]);
  expect(claimsIn("全县行政诉讼败诉率3%，位列全市前三。")).toEqual([
    ["litigation_loss_rate", 3, "at_most", "全市", "前三"],
  ]);
});

test("a claim is no observation, and a place among nobody or of nothing is none", () => {
  const { observations } = read("全县行政机关负责人出庭应诉率100%，居全省第一。");
  expect(observations.map(({ value }) => value)).toEqual([100]);
  expect(claimsIn("全县行政机关负责人出庭应诉率100%，第一批公开。")).toEqual([]);
  expect(claimsIn("法治建设考核居全市第二。")).toEqual([]);
});
