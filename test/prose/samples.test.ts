import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { readReport } from "../../src/prose/read-report.node.ts";

// Dropping a report and its .expected.json into the folder adds a test.
const folder = path.resolve("test/fixtures/reports");
const places = readFileSync(`${folder}/regions.csv`, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => ({ code: line.split(",")[0] as string, name: line.split(",")[1] as string }));
const manifest = readFileSync(`${folder}/manifest.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { id: string; region_code: string; year: number; published?: string | null });
const lexicon = await loadLexicon();
const samples = readdirSync(folder).filter((name) => name.endsWith(".expected.json"));

describe("sample reports", () => {
  test.each(samples)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
    const id = name.replace(".expected.json", "");
    const file = readdirSync(folder).find((one) => one.startsWith(`${id}.`) && one !== name) as string;
    const report = await readReport(`${folder}/${file}`);
    const { region_code: region, year, published = null } = manifest.find((one) => one.id === id) ?? {};
    const known = { region: region ?? null, year: year ?? null, published };
    const { observations, statements, gaps } = extractReport(report.text, { lexicon, places, source: id, ...known });
    expect(
      observations.map((one) => [one.indicator, one.value, one.year, one.body, one.region, one.as_written]),
    ).toEqual(expected.observations);
    expect(statements.map((one) => [one.kind, one.indicator, one.value, one.unit, one.year, one.as_written])).toEqual(
      expected.statements,
    );
    expect(gaps.map((one) => [one.indicator, one.missing])).toEqual(expected.gaps);
    for (const one of [...observations, ...statements])
      expect(report.text.slice(one.start, one.end)).toBe(one.as_written);
  });

  test("every sample has a report", () => {
    expect(samples).toHaveLength(6);
  });
});
