import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Package } from "datapackage";
import Papa from "papaparse";
import { afterEach, expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { loadPanel } from "../../src/read/load-panel.node.ts";

const folders: string[] = [];
async function copyOfData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "panel-"));
  folders.push(folder);
  await cp("data", folder, { recursive: true });
  return folder;
}
async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

test("the package of the repository loads without a finding", async () => {
  const panel = await loadPanel("data");
  expect(panel.findings).toEqual([]);
  expect(panel.observations.totalRows()).toBe(556);
  expect(panel.regions.size).toBe(161);
  expect(panel.indicators.size).toBe(162);
});

test("codes stay text, with their leading zeros", async () => {
  const folder = await copyOfData();
  await edit(folder, "regions.csv", (text) => `${text}010203,某县,,county,130000,,,\n`);
  const panel = await loadPanel(folder);
  expect(panel.regions.get("010203")?.name).toBe("某县");
});

test("the descriptor, the types, the keys and the relations hold for a Frictionless validator", async () => {
  const descriptor = await Package.load("data/datapackage.json", { basePath: "data" });
  expect(descriptor.errors).toEqual([]);
  expect(descriptor.valid).toBe(true);
  for (const resource of descriptor.resources) {
    const rows = await resource.read({ keyed: true, relations: true });
    expect(rows.length, resource.name).toBeGreaterThan(0);
  }
});

test.skipIf(!existsSync(resolve("../shared/data")))("every figure is the one that was handed over", async () => {
  const rows = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const ours = rows(await readFile("data/observations.csv", "utf8"));
  const theirs = rows(await readFile(resolve("../shared/data/observations.csv"), "utf8"));
  const kept = [
    "year",
    "indicator",
    "value",
    "unit",
    "qualifier",
    "body",
    "kind",
    "numerator",
    "denominator",
    "as_written",
    "note",
  ];
  expect(ours.map((row) => [row.region, row.source, ...kept.map((name) => row[name])])).toEqual(
    theirs.map((row) => [row.region_code, row.source_id, ...kept.map((name) => row[name])]),
  );
});

test("a key that leads nowhere is a finding with file, row and the nearest key, and its row is kept", async () => {
  const folder = await copyOfData();
  await edit(folder, "observations.csv", (text) => text.replace("\n530623,2021,", "\n530632,2021,"));
  const panel = await loadPanel(folder);
  expect(panel.findings).toHaveLength(1);
  expect(panel.findings[0]).toMatchObject({
    code: "key.broken",
    severity: "error",
    file: "observations.csv",
    row: 1,
    facts: { column: "region", got: "530632", resource: "regions" },
  });
  expect(panel.findings[0]?.facts).toHaveProperty("suggestion", expect.stringMatching(/^5306/));
  expect(panel.observations.totalRows()).toBe(556);
});

test.each([
  ["value", ",656,", ",六百,", "a number"],
  ["qualifier", ",exact,", ",about,", "exact | approx | at_least | at_most | over | under"],
  ["year", ",2021,", ",2021.5,", "a whole number"],
])("a %s that is not one is a finding and becomes missing", async (column, from, to, expected) => {
  const folder = await copyOfData();
  await edit(folder, "observations.csv", (text) => text.replace(from, to));
  const { findings } = await loadPanel(folder);
  expect(findings[0]).toMatchObject({
    code: "cell.invalid",
    file: "observations.csv",
    row: 1,
    facts: { column, expected },
  });
});

test("an empty value without a reason is not reported, never zero", async () => {
  const folder = await copyOfData();
  await edit(folder, "observations.csv", (text) => text.replace(",656,", ",,"));
  const panel = await loadPanel(folder);
  expect(rowsOf(panel.observations)[0]).toMatchObject({ value: null, missing: "not_reported" });
  expect(panel.findings.map((finding) => finding.code)).toEqual(["value.unexplained"]);
});

test("a ragged row is kept and reported", async () => {
  const folder = await copyOfData();
  await edit(folder, "sources.csv", (text) => text.replace(/\n/, "\nshort_one,标题\n"));
  const panel = await loadPanel(folder);
  expect(panel.findings[0]).toMatchObject({
    code: "row.ragged",
    file: "sources.csv",
    row: 1,
    facts: { got: 2, expected: 6 },
  });
  expect(panel.sources.get("short_one")?.title).toBe("标题");
});

test.each([
  ["no folder", async () => "no-such-folder", "file.missing"],
  ["a folder without a descriptor", async () => mkdtemp(join(tmpdir(), "panel-")), "file.missing"],
  [
    "a descriptor that is not JSON",
    async () => {
      const folder = await copyOfData();
      await writeFile(join(folder, "datapackage.json"), "{");
      return folder;
    },
    "package.invalid",
  ],
  [
    "a resource that is not there",
    async () => {
      const folder = await copyOfData();
      await rm(join(folder, "sources.csv"));
      return folder;
    },
    "file.missing",
  ],
  [
    "a path that leaves the folder",
    async () => {
      const folder = await copyOfData();
      await edit(folder, "datapackage.json", (text) => text.replace('"sources.csv"', '"../sources.csv"'));
      return folder;
    },
    "package.invalid",
  ],
  [
    "observations without years",
    async () => {
      const folder = await copyOfData();
      await edit(folder, "observations.csv", (text) => text.replace("region,year,", "region,yaer,"));
      return folder;
    },
    "column.missing",
  ],
  [
    "bytes that are not UTF-8",
    async () => {
      const folder = await copyOfData();
      await writeFile(join(folder, "observations.csv"), Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]));
      return folder;
    },
    "file.unreadable",
  ],
])("%s is refused with what was expected", async (_what, make, code) => {
  await expect(loadPanel(await make())).rejects.toMatchObject({ name: "ComparandaError", code });
});

test("one table of observations is enough: its regions are looked up by name or code", async () => {
  const folder = await mkdtemp(join(tmpdir(), "panel-"));
  folders.push(folder);
  await writeFile(join(folder, "datapackage.json"), '{"resources":[{"name":"observations","path":"beds.csv"}]}');
  await writeFile(
    join(folder, "beds.csv"),
    "region,year,indicator,value,unit\n北京市,2023,beds,132000,bed\n530623,2023,beds,900,bed\nDEU,2023,beds,480000,bed\n某村,2023,beds,3,bed\n",
  );
  const panel = await loadPanel(folder);
  const known = [...panel.regions.values()].map(({ code, name, level, parent }) => [code, name, level, parent]);
  expect(known).toEqual([
    ["北京市", "北京市", "province", "100000"],
    ["530623", "盐津县", "county", "530600"],
    ["DEU", expect.any(String), "country", null],
    ["某村", "某村", "", null],
  ]);
  expect(panel.findings).toEqual([]);
});
