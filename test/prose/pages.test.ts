import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { joinLines } from "../../src/prose/join-lines.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { normalise } from "../../src/prose/normalise.ts";
import { readReport } from "../../src/prose/read-report.node.ts";
import { chinesePdf } from "./chinese-pdf.ts";

const folder = mkdtempSync(path.join(tmpdir(), "comparanda-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));
const lexicon = await loadLexicon();
const HEAD = "云栖市2023年法治政府建设情况报告";
const PAGES = [
  [
    HEAD,
    "一、依法化解矛盾",
    "2023年,全市各级行政复议机关共收到行政复议申请1206件,受理11",
    "02件,不予受理41件,审结1034件,其中维持431件、驳回105件、撤销63",
    "件、终止380件,行政复议纠错率8.2%。全市一审行政应诉案件402件,审结",
    "— 1 —",
  ],
  [
    HEAD,
    "371件,行政机关败诉36件,败诉率9.7%,同比下降1.3个百分点,行政机关负",
    "责人出庭应诉率达99.2%。",
    "二、下一步打算",
    "力争行政复议案件调解和解率达到40%以上,行政机关负责人出庭应诉率达到",
    "100%。",
    "— 2 —",
  ],
];
const join = (text: string): string => joinLines(normalise(text)).text;

describe("text of pages", () => {
  const text = PAGES.flat().join("\n");

  test("lines that a page broke are joined across pages, without heads and numbers between", () => {
    expect(join(text)).toContain("受理1102件");
    expect(join(text)).toContain("审结371件");
    expect(join(text).split("\n").slice(0, 3)).toEqual([HEAD, "一、依法化解矛盾", expect.stringContaining("2023年")]);
  });

  test("every character leads back to where it stood", () => {
    const { text: joined, raw, starts, ends } = joinLines(normalise(text));
    for (let i = 0; i < joined.length; i += 1) expect(raw.slice(starts[i], ends[i])).toBe(joined[i]);
  });

  test.each([
    ["a table of one cell a line", "县区\n一审收案\n败诉率\n青禾县\n96\n21.11%\n南坪县\n130\n3.13%"],
    ["paragraphs of any length", `题目\n${"长".repeat(300)}。\n${"短".repeat(40)}\n${"中".repeat(120)}。`],
    [
      "lines that end their sentences",
      "全县收到行政复议申请37件。\n全县受理行政复议案件36件。\n全县审结行政复议案件30件。",
    ],
  ])("%s stays as it is", (_, plain) => {
    expect(join(plain)).toBe(plain);
  });

  test("a PDF of such pages is read to its figures, with spans in its text", async () => {
    const file = path.join(folder, "pages.pdf");
    writeFileSync(file, chinesePdf(PAGES));
    const report = await readReport(file);
    const { observations } = extractReport(report.text, { lexicon, region: "990100", year: 2023 });
    expect(observations.map(({ indicator, value }) => `${indicator} ${value}`)).toEqual([
      "reconsideration_received 1206",
      "reconsideration_accepted 1102",
      "reconsideration_not_accepted 41",
      "reconsideration_concluded 1034",
      "reconsideration_upheld 431",
      "reconsideration_dismissed 105",
      "reconsideration_revoked 63",
      "reconsideration_terminated 380",
      "reconsideration_correction_rate 8.2",
      "litigation_first_instance_handled 402",
      "litigation_first_instance_concluded 371",
      "litigation_lost 36",
      "litigation_loss_rate 9.7",
      "litigation_head_attendance_rate 99.2",
    ]);
    for (const one of observations) expect(report.text.slice(one.start, one.end)).toBe(one.as_written);
    expect(observations[1]?.as_written).toBe("11\n02件");
  });
});
