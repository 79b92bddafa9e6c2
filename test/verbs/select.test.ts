import fc from "fast-check";
import { expect, test } from "vitest";
import type { Region } from "../../src/model/region.ts";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { select } from "../../src/verbs/select.ts";
import { observation, samplePanel } from "../sample-panel.ts";

test("every region of the level has a row, and one without a figure says why", () => {
  const table = select(samplePanel([observation({ region: "A1", value: 7 })]), {
    indicator: "cases",
    year: 2020,
    level: "county",
  });
  expect(rowsOf(table).map(({ region, value, missing }) => [region, value, missing])).toEqual([
    ["A1", 7, null],
    ["A2", null, "not_reported"],
    ["A3", null, "not_reported"],
    ["A4", null, "not_reported"],
  ]);
});

test("figures of another body are not compared, and the region that has only those says so", () => {
  const panel = samplePanel([
    observation({ region: "A1" }),
    observation({ region: "A2" }),
    observation({ region: "A3", body: "courts", value: 999 }),
  ]);
  const table = select(panel, { indicator: "cases", year: 2020, level: "county" });
  expect(rowsOf(table).find((row) => row.region === "A3")).toMatchObject({ value: null, missing: "not_comparable" });
  expect(findingsOf(table)).toMatchObject([
    { code: "body.mixed", facts: { bodies: ["whole_region", "courts"], taken: "whole_region" } },
  ]);
  expect(rowsOf(select(panel, { indicator: "cases", year: 2020, body: "all" }))).toHaveLength(3);
  expect(rowsOf(select(panel, { indicator: "cases", year: 2020, body: "courts" }))).toMatchObject([{ value: 999 }]);
});

test("of several sources the later published stands, and the difference is found", () => {
  const rows = [observation({ value: 10, source: "s1" }), observation({ value: 12, source: "s2" })];
  const table = select(samplePanel(rows), { indicator: "cases" });
  expect(rowsOf(table)).toMatchObject([
    { value: 12, source: "s2", source_title: "来源s2", flags: "source.conflicting" },
  ]);
  expect(findingsOf(table)).toMatchObject([{ code: "source.conflicting", region: "A1", year: 2020 }]);
});

test("a whole year stands before part of one, and a part that stands alone is flagged", () => {
  const part = { period: "2020-01/2020-06", value: 4, source: "s2" };
  expect(
    rowsOf(select(samplePanel([observation(part), observation({ value: 9 })]), { indicator: "cases" })),
  ).toMatchObject([{ value: 9, flags: null }]);
  const alone = select(samplePanel([observation(part)]), { indicator: "cases" });
  expect(rowsOf(alone)).toMatchObject([{ value: 4, flags: "period.partial" }]);
  expect(findingsOf(alone)).toMatchObject([{ code: "period.partial", severity: "warning" }]);
});

test("targets, benchmarks and changes are never taken for results", () => {
  const kinds = ["target", "benchmark", "change"] as const;
  const rows = kinds.map((kind) => observation({ kind, value: 99 }));
  expect(() => select(samplePanel(rows), { indicator: "cases" })).toThrow("no observation for indicator cases");
});

test.each([
  [
    { indicator: "casess" },
    'select: unknown indicator "casess"; expected an id of the indicator table; did you mean "cases"?',
  ],
  [{ indicator: "cases", regions: ["地区A9"] }, 'unknown region "地区A9"'],
  [{ indicator: "cases", level: "village" }, 'select: unknown level "village"; expected one of "province", "county"'],
  [{ indicator: "cases", year: 2020.5 }, 'invalid year: got "2020.5"'],
  [{ indicator: "cases", body: "court" }, 'invalid body: got "court"; expected whole_region | all'],
  [
    { indicator: "cases", year: 1999 },
    "select: no observation for indicator cases; year 1999; there are figures of 2020",
  ],
])("%j is refused in one line that says what was expected", (selection, words) => {
  expect(() => select(samplePanel([observation()]), selection)).toThrow(words);
});

test("regions are found by code or name and come in the order asked for", () => {
  const panel = samplePanel([observation({ region: "A1" }), observation({ region: "A2" })]);
  const table = select(panel, { indicator: "cases", regions: ["地区A2", "A1"] });
  expect(rowsOf(table).map((row) => row.region)).toEqual(["A2", "A1"]);
  expect(rowsOf(select(panel, { indicator: "cases", within: "A", year: 2020 }))).toHaveLength(4);
});

test("the order of the rows of the data does not matter", () => {
  const body = fc.constantFrom("whole_region", "courts");
  const source = fc.constantFrom("s1", "s2");
  const row = fc.record({
    region: fc.constantFrom("A1", "A2", "A3"),
    year: fc.integer({ min: 2018, max: 2020 }),
    value: fc.integer({ min: 0, max: 50 }),
    body,
    source,
  });
  const unique = fc.uniqueArray(row, {
    selector: ({ region, year, body, source }) => `${region}${year}${body}${source}`,
    minLength: 1,
  });
  fc.assert(
    fc.property(unique, fc.integer(), (rows, seed) => {
      const shuffled = rows.toSorted(
        (a, b) => Math.sin(seed + a.value * 7 + a.year) - Math.sin(seed + b.value * 7 + b.year),
      );
      const of = (list: typeof rows) =>
        rowsOf(
          select(samplePanel(list.map((one) => observation(one))), {
            indicator: "cases",
            body: "all",
            level: "county",
          }),
        );
      expect(of(shuffled)).toEqual(of(rows));
    }),
  );
});

test("a code that was no longer in use is not missing, and one with a figure is kept", () => {
  const panel = samplePanel([observation({ region: "A1" }), observation({ region: "A3" })]);
  const regions = new Map(panel.regions);
  for (const code of ["A2", "A3"]) regions.set(code, { ...(regions.get(code) as Region), valid_to: 2001 });
  const table = select({ ...panel, regions }, { indicator: "cases", year: 2020, level: "county" });
  expect(rowsOf(table).map((row) => row.region)).toEqual(["A1", "A3", "A4"]);
});
