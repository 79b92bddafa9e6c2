import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { extractedFolder } from "../recipes/extracted-folder.ts";
import { run } from "./run.ts";

let made: Awaited<ReturnType<typeof extractedFolder>>;
beforeEach(async () => {
  made = await extractedFolder();
});
afterEach(() => made.remove());

test("extract prints a line for each report, the sum and what it wrote, and keeps its bar out of pipes", async () => {
  const { status, out, err } = await run("extract", made.input, "--out", join(made.place, "again"));
  expect(status).toBe(0);
  expect(err).toBe("");
  const lines = out.trim().split("\n");
  expect(lines[0]).toBe("daguan-2021  观测值 2 · 其他表述 0 · 待复核 0 · 搁置 0");
  expect(lines[1]).toMatch(/^yanjin-2021 {2}观测值 \d+ · 其他表述 2 · 待复核 0 · 搁置 \d+$/);
  expect(out).toContain("已读 2 份报告");
  expect(lines.at(-1)).toMatch(/已写出 14 个文件到 .*again · 用时/);
});

test("extract --json gives the account as JSON, in English findings too", async () => {
  await writeFile(join(made.input, "bad.pdf"), "%PDF-1.4 no");
  const { status, out } = await run("extract", made.input, "--out", made.out, "--json");
  const account = JSON.parse(out);
  expect(status).toBe(0);
  expect(account.reports).toHaveLength(3);
  expect(account.reports[0]).toMatchObject({ id: "bad", ok: false });
  expect(account.counts.error).toBe(1);
  expect(account.findings[0]).toMatchObject({ severity: "error", code: "file.unreadable" });
});

test("rank, trend, check and brief take what extract wrote as it is", async () => {
  const years = [2019, 2020, 2021];
  const names = ["盐津县", "大关县", "永善县"];
  const input = join(made.place, "many");
  await mkdir(input);
  for (const [i, name] of names.entries()) {
    for (const year of years) {
      const text = `${name}${year}年情况报告\n${year}年，全县收到行政复议申请${(i + 2) * 10 + year - 2019}件。`;
      await writeFile(join(input, `${name}${year}.txt`), text);
    }
  }
  const out = join(made.place, "package");
  expect((await run("extract", input, "--out", out)).status).toBe(0);
  expect((await run("check", out)).out).toContain("没有发现问题");
  const indicator = ["--indicator", "reconsideration_received"];
  const ranked = await run("rank", out, ...indicator, "--year", "2020", "--level", "county");
  expect(ranked.out).toContain("永善县");
  expect(ranked.out).toContain("3 个地区中 3 个有数");
  const trend = await run("trend", out, ...indicator, "--region", "盐津县");
  expect(trend.out).toMatch(/盐津县\s+全地区\s+20\s+21\s+22/);
  const brief = await run("brief", out, "--out", join(made.place, "brief"));
  expect([brief.status, brief.err]).toEqual([0, ""]);
});

test("extract reads another domain by a file of words, and its package stands by itself", async () => {
  const input = join(made.place, "health");
  await mkdir(input);
  const text =
    "盐津县2022年卫生健康事业发展公报\n2022年末，全县医疗卫生机构实有床位2310张，比上年增加120张，其中医院床位1500张；" +
    "病床使用率为78.3%，比上年提高2.1个百分点。全年总诊疗86.5万人次，上年为80.2万人次。计划2023年新增床位300张。";
  await writeFile(join(input, "a.txt"), text);
  const out = join(made.place, "beds");
  const given = ["extract", input, "--out", out, "--lexicon", "test/fixtures/lexicons/health.json"];
  expect((await run(...given)).status).toBe(0);
  const rows = (await readFile(join(out, "observations.csv"), "utf8")).trim().split("\n").slice(1);
  expect(rows.map((row) => row.split(",").slice(0, 5).join(" "))).toEqual([
    "530623 2022  hospital_beds 2310",
    "530623 2022  bed_use_rate 78.3",
    "530623 2022  outpatient_visits 865000",
    "530623 2021  outpatient_visits 802000",
  ]);
  expect((await run("check", out)).out).toContain("没有发现问题");
  const ranked = await run("rank", out, "--indicator", "hospital_beds", "--year", "2022", "--level", "county");
  expect(ranked.out).toContain("2,310");
});

test.each([
  [["extract", "nowhere", "--out", "x"], 'missing file "nowhere"'],
  [["extract", "."], "--out <DIR>"],
  [["extract", ".", "--out", "x", "--year", "20"], 'invalid --year: got "20"'],
  [["extract", ".", "--out", "x", "--region", "无名县"], 'unknown region "无名县"'],
  [["extract", ".", "--out", "x", "--manifest", "none.jsonl"], 'missing file "none.jsonl"'],
  [["extract", ".", "--out", "x", "--lexicon", "none.json"], 'missing file "none.json"'],
  [["extract", ".", "--out", "x", "--lexicon", "package.json"], 'unreadable file "package.json"'],
  [["review", "nowhere"], 'missing file "nowhere/evidence.csv"'],
])("%j ends with one line that says what is wrong", async (args, expected) => {
  const { status, err } = await run(...args, "--lang", "en");
  expect(status).toBe(1);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(expected);
});

test("review prints an address that answers, and ends on a signal", async () => {
  const program = spawn(process.execPath, ["dist/bin/main.js", "review", made.out, "--who", "王五", "--lang", "en"]);
  const ended = new Promise<number | null>((resolve) => program.once("exit", (code) => resolve(code)));
  const url = await addressIn(program);
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(new URL("/", url))).status).toBe(403);
  program.kill("SIGTERM");
  expect(await ended).toBe(0);
});

function addressIn(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    program.stdout?.on("data", (chunk) => {
      printed += String(chunk);
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    });
    program.once("exit", () => reject(new Error(`ended: ${printed}`)));
  });
}
