import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Package } from "datapackage";
import { afterEach, describe, expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { loadPanel } from "../../src/read/load-panel.node.ts";
import { type ExtractFolderOptions, extractFolder } from "../../src/recipes/extract-folder.node.ts";
import { check } from "../../src/verbs/check.ts";
import { extractedFolder, SAMPLE_REPORTS } from "./extracted-folder.ts";

const made: { remove: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of made.splice(0)) await one.remove();
});
async function extracted(reports = SAMPLE_REPORTS, options: ExtractFolderOptions = {}) {
  const folder = await extractedFolder(reports, options);
  made.push(folder);
  return folder;
}

/** A table as rows of text by column. Cells of these tables hold no line ends. */
async function tableOf(folder: string, name: string): Promise<Record<string, string>[]> {
  const { fromCsv } = await import("../../src/read/csv.ts");
  const { header, rows } = fromCsv(await readFile(join(folder, `${name}.csv`), "utf8"), { file: name });
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] as string])));
}

/** Every file of a folder with its content. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), await readFile(file, "utf8")])),
  );
}

describe("the package", () => {
  test("loads without a finding and holds each figure with region, year and the numeral as printed", async () => {
    const { out } = await extracted();
    const panel = await loadPanel(out);
    expect(panel.findings).toEqual([]);
    expect(check(panel)).toEqual([]);
    const rows = rowsOf(panel.observations);
    expect(rows).toContainEqual(
      expect.objectContaining({
        region: "530623",
        year: 2021,
        indicator: "reconsideration_received",
        value: 15,
        kind: "observation",
        as_written: "15件",
        source: "yanjin-2021",
      }),
    );
    expect(rows.filter(({ kind }) => kind === "change")).toHaveLength(1);
    expect(panel.regions.get("530623")).toMatchObject({ name: "盐津县", level: "county", parent: "530600" });
    expect([...panel.regions.keys()]).toEqual(["100000", "530000", "530600", "530623", "530624"]);
  });

  test("every observation and statement has its evidence, which lies in the text kept beside it", async () => {
    const { out } = await extracted();
    const evidence = new Map((await tableOf(out, "evidence")).map((row) => [row.cell, row]));
    const rows = [...(await tableOf(out, "observations")), ...(await tableOf(out, "statements"))];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const found = evidence.get(row.cell as string);
      const text = await readFile(join(out, "reports", `${row.source}.txt`), "utf8");
      expect(text.slice(Number(found?.start), Number(found?.end))).toBe(row.as_written);
      expect(found).toMatchObject({ value: row.value, indicator: row.indicator, year: row.year });
      expect(Number(found?.confidence)).toBeGreaterThan(0.5);
      expect(found?.rule).not.toBe("");
    }
  });

  test("its descriptor names every table with its columns, as the files have them", async () => {
    const { out } = await extracted();
    const descriptor = JSON.parse(await readFile(join(out, "datapackage.json"), "utf8"));
    for (const { path, schema } of descriptor.resources) {
      const [header] = (await readFile(join(out, path), "utf8")).split("\n");
      expect(header?.split(",")).toEqual(schema.fields.map(({ name }: { name: string }) => name));
    }
  });

  test("holds for a Frictionless validator, with its types, keys and relations", async () => {
    const { out } = await extracted();
    const found = await Package.load(join(out, "datapackage.json"), { basePath: out });
    expect(found.errors).toEqual([]);
    expect(found.valid).toBe(true);
    const read: string[] = [];
    for (const resource of found.resources) {
      // This validator cannot read a table that has a header and no rows.
      if ((await readFile(join(out, `${resource.name}.csv`), "utf8")).trimEnd().split("\n").length === 1) continue;
      await resource.read({ keyed: true, relations: true });
      read.push(resource.name);
    }
    expect(read).toEqual(expect.arrayContaining(["observations", "statements", "evidence", "findings", "sources"]));
  });

  test("the sample reports of the repository give what is expected of them", async () => {
    const folder = resolve("test/fixtures/reports");
    const { place } = await extracted();
    const out = join(place, "samples");
    await extractFolder([folder], out, { manifest: join(folder, "manifest.jsonl") });
    const cells = await tableOf(out, "evidence");
    const expected = (await readdir(folder)).filter((file) => file.endsWith(".expected.json"));
    expect(expected.length).toBeGreaterThanOrEqual(6);
    for (const name of expected) {
      const id = name.replace(".expected.json", "");
      const { observations } = JSON.parse(await readFile(join(folder, name), "utf8")) as {
        observations: [string, number, number, ...unknown[]][];
      };
      const found = cells
        .filter(({ source }) => source === id)
        .map(({ indicator, value, year }) => `${indicator} ${value} ${year}`);
      expect(found).toEqual(
        expect.arrayContaining(observations.map(([indicator, value, year]) => `${indicator} ${value} ${year ?? ""}`)),
      );
    }
  });
});

describe("what is known of a report", () => {
  const report = { "a.txt": "2023年，全县收到行政复议申请15件。\n" };

  test("comes from its manifest before what is said of all", async () => {
    const { place, input, out } = await extracted({
      "a.txt": "全年收到行政复议申请15件。",
      "b.txt": "全年收到行政复议申请16件。",
    });
    const manifest = join(place, "m.jsonl");
    await writeFile(manifest, '{"id":"a","region_code":"530624","year":2019,"chars":1}\n{"id":"gone"}\n');
    const account = await extractFolder([input], out, { manifest, region: "盐津县", year: 2020 });
    expect((await tableOf(out, "observations")).map(({ region, year, value }) => [region, year, value])).toEqual([
      ["530624", "2019", "15"],
      ["530623", "2020", "16"],
    ]);
    expect(account.findings.map(({ code }) => code)).toContain("manifest.unmatched");
  });

  test("is never guessed silently: without a region its figures wait for a person", async () => {
    const { out, account } = await extracted(report);
    expect(await tableOf(out, "observations")).toEqual([]);
    expect(await tableOf(out, "needs_review")).toMatchObject([{ reason: "region_unknown", value: "15" }]);
    expect(account.findings.map(({ code }) => code)).toContain("report.unidentified");
  });

  test("a region taken from a title is told, and one of several of that name is not taken", async () => {
    const { account } = await extracted({
      "b.txt": "鼓楼区2021年法治政府建设情况报告\n收到行政复议申请15件。",
      "c.txt": "南京市鼓楼区2021年法治政府建设情况报告\n收到行政复议申请15件。",
      "d.txt": "内蒙古自治区赤峰市元宝山区2021年法治政府建设情况报告\n收到行政复议申请15件。",
    });
    expect(account.reports.map(({ region }) => region)).toEqual([null, "320106", "150403"]);
    expect(account.findings.filter(({ code }) => code === "region.unclear")).toHaveLength(1);
    expect(account.findings.filter(({ code }) => code === "report.identified").length).toBeGreaterThanOrEqual(2);
  });

  test("null in a manifest says that nobody knows, so the report is not asked", async () => {
    const { place, input, out } = await extracted({ "sum-2020.txt": "收到行政复议申请15件。" });
    const manifest = join(place, "m.jsonl");
    await writeFile(manifest, '{"id":"sum-2020","region_code":"530624","year":null}\n');
    const account = await extractFolder([input], out, { manifest });
    expect(account.reports).toMatchObject([{ region: "530624", year: null }]);
  });

  test.each([
    ["region", { region: "无名县" }, "region.unknown"],
    ["region", { region: "鼓楼区" }, "region.ambiguous"],
    ["manifest", { manifest: "nowhere.jsonl" }, "file.missing"],
  ])("a wrong %s is refused before anything is read", async (_what, options, code) => {
    const { input, place } = await extracted();
    await expect(extractFolder([input], join(place, "new"), options)).rejects.toMatchObject({ code });
  });

  test("a manifest with a broken line is refused with its place", async () => {
    const { place, input, out } = await extracted();
    await writeFile(join(place, "m.jsonl"), '{"id":"a"}\n{"id":"b","year":"2020"}\n');
    const refused = extractFolder([input], out, { manifest: join(place, "m.jsonl") });
    await expect(refused).rejects.toMatchObject({ code: "file.unreadable" });
    await expect(refused).rejects.toThrow(/m\.jsonl:2.*year/);
  });
});

describe("a folder of reports", () => {
  test("one bad file stops nothing and is named", async () => {
    const { input, out } = await extracted();
    await writeFile(join(input, "broken.pdf"), "%PDF-1.7 nothing");
    await writeFile(join(input, "zz.docx"), "PK nothing");
    const account = await extractFolder([input], out);
    expect(account.reports.map(({ id, ok }) => [id, ok])).toEqual([
      ["broken", false],
      ["daguan-2021", true],
      ["yanjin-2021", true],
      ["zz", false],
    ]);
    const errors = account.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ file }) => file)).toEqual([join(input, "broken.pdf"), join(input, "zz.docx")]);
  });

  test("is walked with all its folders, without hidden ones, the target and what is no report", async () => {
    const { input, account: first } = await extracted();
    expect(first.reports).toHaveLength(2);
    await mkdir(join(input, "deep"));
    await mkdir(join(input, ".hidden"));
    await writeFile(join(input, "deep", "yanjin-2021.txt"), "盐津县2020年情况报告\n收到行政复议申请9件。");
    await writeFile(join(input, ".hidden", "x.txt"), "x");
    await writeFile(join(input, "table.xlsx"), "x");
    const target = join(input, "result");
    for (let run = 0; run < 2; run += 1) {
      const account = await extractFolder([input], target);
      expect(account.reports.map(({ id }) => id)).toEqual([
        "daguan-2021",
        expect.stringContaining("deep_yanjin-2021.txt"),
        expect.stringContaining("in_yanjin-2021.txt"),
      ]);
      expect(account.findings.filter(({ code }) => code === "reports.skipped")).toMatchObject([
        { facts: { count: 1, endings: [".xlsx"] } },
      ]);
    }
  });

  test("the same text counts once", async () => {
    const text = SAMPLE_REPORTS["daguan-2021.txt"] as string;
    const { out, account } = await extracted({ "a.txt": text, "b.txt": text });
    expect((await tableOf(out, "observations")).every(({ source }) => source === "a")).toBe(true);
    expect(account.findings.filter(({ code }) => code === "report.duplicate")).toMatchObject([
      { facts: { first: "a" } },
    ]);
  });

  test("standard input is a report as well", async () => {
    const { place } = await extracted();
    const bytes = new TextEncoder().encode(SAMPLE_REPORTS["daguan-2021.txt"]);
    const stdin = (async function* () {
      yield bytes.subarray(0, 50);
      yield bytes.subarray(50);
    })();
    const account = await extractFolder(["-"], join(place, "piped"), { stdin });
    expect(account.reports).toMatchObject([{ id: "stdin", file: "stdin", region: "530624", year: 2021 }]);
  });

  test("a folder of somebody else is refused before a report is read", async () => {
    const { input, place } = await extracted();
    const target = join(place, "theirs");
    await mkdir(target);
    await writeFile(join(target, "letter.txt"), "dear");
    await expect(extractFolder([input], target)).rejects.toMatchObject({ code: "folder.occupied" });
    expect((await readdir(place)).sort()).toEqual(["in", "out", "theirs"]);
  });

  test("threads and one after the other give the same bytes", async () => {
    const reports = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `r${i}.txt`,
        `盐津县${2000 + i}年情况报告\n收到行政复议申请${i + 3}件，受理${i + 1}件。`,
      ]),
    );
    const { input, out, place } = await extracted(reports, { threads: 0 });
    await extractFolder([input], join(place, "threaded"), { threads: 2 });
    expect(await contentsOf(join(place, "threaded"))).toEqual(await contentsOf(out));
  });
});

describe("the audit", () => {
  const next = (year: number, text: string) => ({ [`y${year}.txt`]: `盐津县${year}年法治政府建设情况报告\n${text}` });

  test("holds every figure that stands against the others, in reports of other years too", async () => {
    const { out, account } = await extracted({
      ...next(2021, "全县收到行政复议申请15件，受理11件。一审行政应诉案件审结50件，败诉10件，败诉率20%。"),
      ...next(2022, "全县收到行政复议申请30件，2021年收到行政复议申请17件。"),
    });
    const audited = await tableOf(out, "audit");
    const standing = [...(await tableOf(out, "observations")), ...(await tableOf(out, "statements"))];
    expect(audited.map(({ cell }) => cell).sort()).toEqual(standing.map(({ cell }) => cell).sort());
    const verdicts = (verdict: string) => audited.filter((row) => row.verdict === verdict);
    expect(verdicts("proved").map(({ reckoning }) => reckoning)).toEqual(Array(3).fill("10 / 50 = 20.00"));
    expect(verdicts("contradicted")).toHaveLength(2);
    expect(account.findings.map(({ code }) => code)).toContain("figure.restated");
    expect(account.audit).toMatchObject({ proved: 3, contradicted: 2 });
  });
});

describe("a run that was stopped", () => {
  test("goes on where it was, and the journal is gone at the end", async () => {
    const { input, place, out } = await extracted();
    const target = join(place, "late");
    let seen = 0;
    const stopped = extractFolder([input], target, {
      onProgress: () => {
        seen += 1;
        if (seen === 2) throw new Error("stopped");
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    const journal = `${target}.partial.jsonl`;
    expect((await readFile(journal, "utf8")).trim().split("\n")).toHaveLength(2);
    // A line that was being written when the run ended.
    await appendFile(journal, '{"key":"abc","ok":true,"text":"收到');
    const account = await extractFolder([input], target);
    expect(account.resumed).toBe(2);
    expect((await readdir(place)).sort()).toEqual(["in", "late", "out"]);
    expect(await contentsOf(target)).toEqual(await contentsOf(out));
  });

  test("a report that changed since is read again", async () => {
    const { input, place } = await extracted();
    const target = join(place, "late");
    const stop = {
      onProgress: (done: number, total: number) => {
        if (done > total / 2) throw new Error("stopped");
      },
    };
    await expect(extractFolder([input], target, stop)).rejects.toThrow("stopped");
    await writeFile(join(input, "daguan-2021.txt"), "大关县2021年情况报告\n收到行政复议申请24件。");
    const account = await extractFolder([input], target);
    expect(account.resumed).toBe(1);
    expect((await tableOf(target, "observations")).map(({ value }) => value)).toContain("24");
  });
});

describe("predictions", () => {
  test("hold what the text states, one figure a line, by the name of the file", async () => {
    const { input, place, out } = await extracted();
    const predictions = join(place, "p.jsonl");
    await extractFolder([input], out, { predictions });
    const lines = (await readFile(predictions, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const one = lines.find((line) => line.case === "yanjin-2021" && line.indicator === "reconsideration_received");
    const text = SAMPLE_REPORTS["yanjin-2021.txt"] as string;
    expect(one).toMatchObject({
      value: 15,
      unit: "case",
      qualifier: "exact",
      kind: "observation",
      year: 2021,
      as_written: "15件",
    });
    expect(text.slice(one.start, one.end)).toBe("15件");
    expect(lines.some(({ kind }) => kind === "change")).toBe(true);
  });
});

test("a folder without a report is refused, and nothing is written", async () => {
  const { place } = await extracted();
  const tables = join(place, "tables");
  await mkdir(tables);
  await writeFile(join(tables, "table.csv"), "a,b\n");
  await expect(extractFolder([tables], join(place, "new"))).rejects.toMatchObject({ code: "file.missing" });
  expect((await readdir(place)).sort()).toEqual(["in", "out", "tables"]);
});
