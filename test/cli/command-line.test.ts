import stringWidth from "string-width";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const ranking = ["rank", "data", "--indicator", "reconsideration_accepted", "--year", "2019", "--level", "province"];

test("rank prints the ranking with ranges, intervals and how many report, in columns that line up with Chinese names", async () => {
  const { status, out, err } = await run(...ranking, "--per", "population");
  expect(status).toBe(0);
  expect(err).toBe("");
  const lines = out.split("\n");
  expect(lines[0]).toBe("受理行政复议案件数 · 2019 · 件/10万人");
  const first = lines.find((line) => line.includes("上海市")) as string;
  expect(first.trim().split(/\s{2,}/)).toEqual([
    "1",
    "1",
    "上海市",
    "59.70",
    "58.74–60.66",
    "14,847/24,870,895",
    "全地区",
  ]);
  const columns = lines
    .filter((line) => line.includes("全地区"))
    .map((line) => stringWidth(line.slice(0, line.indexOf("全地区"))));
  expect(columns.length).toBe(35);
  expect(new Set(columns).size).toBe(1);
  expect(out).toContain("35 个地区中 31 个有数");
});

test("rank --json gives rows and findings that parse", async () => {
  const { status, out } = await run(...ranking, "--json");
  const parsed = JSON.parse(out) as { rows: { region: string; rank: number }[]; findings: unknown[] };
  expect(status).toBe(0);
  expect(parsed.rows[0]).toMatchObject({ region: "440000", rank: 1 });
});

test("trend prints values by year and what can be said of each series", async () => {
  const { status, out } = await run(
    "trend",
    "data",
    "--indicator",
    "litigation_loss_rate",
    "--region",
    "370000",
    "340100",
  );
  expect(status).toBe(0);
  expect(out).toMatch(/山东省\s+法院\s+16\.4\s+11\.36\s+9\.72\s+10\.83\s+6\.88/);
  expect(out).toMatch(/合肥市\s+法院\s+—\s+—\s+13\.5\s+20\.2\s+15\.5/);
  expect(out).toContain("不足 5 个点，不作判断");
});

test("check counts findings by severity and prints each with its place", async () => {
  const { status, out } = await run("check", "data", "--lang", "en");
  expect(status).toBe(0);
  expect(out).toContain("checked: 3 errors, 8 warnings, 0 notes");
  expect(out).toContain("[error] 440400 2018 litigation_head_attendance_rate · observations.csv:147");
});

test.each([
  [["rnak", "data"], 'comparanda: invalid command: got "rnak"', 'did you mean "rank"?'],
  [["rank", "data", "--indicator", "x", "--yaer", "2019"], 'invalid option: got "--yaer"', 'did you mean "--year"?'],
  [["rank", "data", "--indicator", "x"], "rank: missing --year <Y>", "expected rank [options] <DIR>"],
  [["rank"], "rank: missing", "<DIR>"],
  [
    ["rank", "nowhere", "--indicator", "x", "--year", "2019", "--level", "county"],
    'missing file "nowhere/datapackage.json"',
    "expected a folder",
  ],
  [
    [...ranking.slice(0, 3), "reconsideration_acepted", ...ranking.slice(4)],
    "unknown indicator",
    'did you mean "reconsideration_accepted"',
  ],
  [[...ranking.slice(0, 5), "20I9", ...ranking.slice(6)], 'invalid --year: got "20I9"', "a calendar year"],
  [[...ranking.slice(0, 7), "provinces"], 'unknown level "provinces"', '"province"'],
  [[...ranking, "--per", "head"], 'invalid --per: got "head"', "population or a number above 0"],
  [[...ranking, "--within", "云男省"], 'unknown region "云男省"', "530000 云南省"],
  [
    ["trend", "data", "--indicator", "litigation_loss_rate", "--region", "山东"],
    'unknown region "山东"',
    "370000 山东省",
  ],
  [[...ranking.slice(0, 5), "1999", ...ranking.slice(6)], "no observation for", "figures of"],
])("%j ends with one line that says what was got and what was expected", async (args, got, expected) => {
  const { status, out, err } = await run(...args, "--lang", "en");
  expect(status).toBe(1);
  expect(out).toBe("");
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).toContain(got);
  expect(err).toContain(expected);
  expect(err).not.toMatch(/\n\s+at /);
});

test("errors are Chinese where nothing else is asked for", async () => {
  const { err } = await run(
    "rank",
    "data",
    "--indicator",
    "reconsideration_acepted",
    "--year",
    "2019",
    "--level",
    "province",
  );
  expect(err).toBe("rank：未知指标“reconsideration_acepted”；应为指标表中的编号；是否指“reconsideration_accepted”？\n");
});

test("help is there in both languages and names every verb", async () => {
  const chinese = await run("--help");
  const english = await run("--help", "--lang", "en");
  expect(chinese.status).toBe(0);
  for (const verb of ["check", "rank", "trend", "brief"]) {
    expect(chinese.out).toContain(verb);
    expect(english.out).toContain(verb);
  }
  expect(chinese.out).toContain("用法:");
  expect(english.out).toContain("Usage:");
});

test("a language that is not spoken is an error, not a guess", async () => {
  const { status, out, err } = await run("check", "data", "--lang", "fr");
  expect(status).toBe(1);
  expect(out).toBe("");
  expect(err).toContain("“fr”；应为");
  expect(err).toContain("zh-CN");
});
