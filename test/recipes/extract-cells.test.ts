import { describe, expect, test } from "vitest";
import type { Extracted, Extraction } from "../../src/prose/extraction.ts";
import { openGaps, reportCells } from "../../src/recipes/extract-cells.ts";
import type { Decision } from "../../src/recipes/extract-decisions.ts";
import { NO_EXTRACTION } from "../../src/recipes/extract-job.ts";
import { deepFreeze } from "../deep-freeze.ts";

const figure: Extracted = {
  region: "530623",
  place: null,
  year: 2021,
  period: "2021-01/2021-06",
  indicator: "received",
  value: 15,
  lower: null,
  upper: null,
  unit: "case",
  qualifier: "exact",
  numerator: null,
  denominator: null,
  body: "whole_region",
  kind: "observation",
  missing: null,
  source: "a",
  locator: null,
  as_written: "15件",
  note: null,
  reported_by: null,
  several_years: false,
  prior_year: false,
  worded: false,
  start: 10,
  end: 13,
  context: "收到15件",
  section: ["一", "(一)"],
  rule: "received/verb",
  confidence: 0.9,
};
const name = "a:10-13:received:2021";
const fields = {
  indicator: "received",
  value: 15,
  year: 2021,
  region: "530623",
  body: "whole_region",
  kind: "observation",
  qualifier: "exact",
} as const;
const decision = (change: Partial<Decision>): Map<string, Decision> =>
  new Map([
    [
      name,
      {
        cell: name,
        action: "accept",
        as_written: "15件",
        old: fields,
        new: null,
        who: "张三",
        when: "2024-01-01T00:00:00Z",
        why: null,
        ...change,
      },
    ],
  ]);
const options = { region: "530623", unitOf: (id: string) => (id === "rate" ? "percent" : undefined) };
const cells = (extraction: Partial<Extraction>, decisions: ReadonlyMap<string, Decision> = new Map()) =>
  reportCells("a", deepFreeze({ ...NO_EXTRACTION, ...extraction }), decisions, options);

describe("where a figure goes", () => {
  test.each([
    ["a level stands", { observations: [figure] }, "observation", null],
    ["a target is another statement", { statements: [{ ...figure, kind: "target" as const }] }, "statement", null],
    ["a doubtful figure goes to a person", { needsReview: [figure] }, "review", "doubtful"],
    [
      "one without a region goes to a person",
      { observations: [{ ...figure, region: null }] },
      "review",
      "region_unknown",
    ],
    [
      "one of a place without a code goes to a person",
      { observations: [{ ...figure, region: null, place: "青禾县" }] },
      "review",
      "place_unknown",
    ],
    ["one without a year goes to a person", { observations: [{ ...figure, year: null }] }, "review", "year_unknown"],
    [
      "a sum of several years goes out",
      { observations: [{ ...figure, year: null, several_years: true }] },
      "aside",
      "several_years",
    ],
  ])("%s", (_what, extraction, verdict, reason) => {
    expect(cells(extraction)).toMatchObject([{ verdict, reason }]);
  });

  test("a benchmark of a place that is not named is told for the region of the report", () => {
    const [cell] = cells({ statements: [{ ...figure, kind: "benchmark", region: null }] });
    expect(cell).toMatchObject({ verdict: "statement", region: "530623" });
  });

  test("figures stand in the order of the text, each with a name of its own", () => {
    const found = cells({ observations: [{ ...figure, start: 20, end: 23 }, figure, { ...figure, body: "courts" }] });
    expect(found.map(({ cell }) => cell)).toEqual([name, `${name}#2`, "a:20-23:received:2021"]);
    expect(found[0]?.section).toBe("一 / (一)");
  });
});

describe("what people decided", () => {
  test("a rejected figure goes out and is not stated", () => {
    const [cell] = cells({ observations: [figure] }, decision({ action: "reject" }));
    expect(cell).toMatchObject({ verdict: "aside", reason: "rejected", stated: false });
  });

  test("an accepted figure stands, whatever its confidence", () => {
    const [cell] = cells({ needsReview: [{ ...figure, confidence: 0.1 }] }, decision({}));
    expect(cell).toMatchObject({ verdict: "observation", reason: null, stated: true, value: 15 });
  });

  test("an edited figure has the new values, and loses what belonged to the old ones", () => {
    const edited = { ...fields, indicator: "rate", value: 16, year: 2022, kind: "target" as const };
    const [cell] = cells({ observations: [{ ...figure, lower: 1 }] }, decision({ action: "edit", new: edited }));
    expect(cell).toMatchObject({
      ...edited,
      cell: name,
      unit: "percent",
      period: null,
      lower: null,
      verdict: "statement",
    });
    expect(cell?.note).toBe(
      "人工复核改动：indicator received → rate；value 15 → 16；year 2021 → 2022；kind observation → target",
    );
    expect(cell?.as_written).toBe("15件");
  });

  test("giving a year to a sum of several years lets it stand", () => {
    const several = { ...figure, year: null, several_years: true };
    const [found] = cells({ observations: [several] });
    const made = decision({ action: "edit", new: fields }).get(name) as Decision;
    const [cell] = cells({ observations: [several] }, new Map([[found?.cell as string, made]]));
    expect(cell).toMatchObject({ verdict: "observation", year: 2021, several_years: false });
  });

  test("a decision on another numeral is not applied", () => {
    const [cell] = cells({ observations: [figure] }, decision({ action: "reject", as_written: "16件" }));
    expect(cell).toMatchObject({ verdict: "observation", decision: null });
  });
});

test("a gap is open where no figure of that indicator and year stands", () => {
  const gap = { ...figure, missing: "redacted" as const };
  const found = cells({ observations: [figure] });
  expect(openGaps([gap, { ...gap, year: 2020 }], found).map(({ year }) => year)).toEqual([2020]);
});
