import { expect, test } from "vitest";
import { loadPanel } from "../../src/read/load-panel.node.ts";
import { check } from "../../src/verbs/check.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const today = new Date("2026-01-01");
const codes = (...rows: Parameters<typeof samplePanel>[0][number][]) =>
  check(samplePanel(rows), { today }).map((finding) => [finding.severity, finding.code]);
const lossRate = (more: object) => observation({ indicator: "loss_rate", ...more });

test("figures that agree give no findings", () => {
  expect(codes(lossRate({ value: 48.74, numerator: 58, denominator: 119 }), observation())).toEqual([]);
});

test.each([
  ["a rate against its counts", lossRate({ value: 52, numerator: 58, denominator: 119 }), "error", "rate.contradicted"],
  [
    "a numerator above its denominator",
    lossRate({ value: 50, numerator: 7, denominator: 3 }),
    "error",
    "rate.inverted",
  ],
  ["a percentage above 100", lossRate({ value: 108 }), "warning", "percent.outside"],
  ["a year to come", observation({ year: 2062 }), "error", "year.outside"],
  [
    "a value outside its edges",
    observation({ qualifier: "approx", value: 5, lower: 6, upper: 8 }),
    "error",
    "edge.conflicting",
  ],
  ["a unit that is not the indicator's", observation({ unit: "person" }), "warning", "unit.conflicting"],
])("%s is found", (_what, row, severity, code) => {
  expect(codes(row)).toEqual([[severity, code]]);
});

test("one cell twice from one source is an error, from two sources that differ a warning", () => {
  expect(codes(observation(), observation())).toEqual([["error", "key.duplicate"]]);
  expect(codes(observation({ value: 1 }), observation({ value: 2, source: "s2" }))).toEqual([
    ["warning", "source.conflicting"],
  ]);
  expect(codes(observation({ value: 1 }), observation({ value: 1, source: "s2" }))).toEqual([]);
});

test("a rate against counts that stand apart in the same source is a warning", () => {
  const rows = [lossRate({ value: 30 }), observation({ indicator: "lost", value: 2 }), observation({ value: 10 })];
  expect(codes(...rows)).toEqual([["warning", "rate.contradicted"]]);
});

test("printed values are never repaired", () => {
  const panel = samplePanel([lossRate({ value: 52, numerator: 58, denominator: 119 })]);
  check(panel, { today });
  expect(panel.observations.get("value", 0)).toBe(52);
});

test("the data of the repository have the contradictions that are known, at file and row, and no others", async () => {
  const findings = check(await loadPanel("data"), { today });
  const rates = findings.filter((finding) => finding.code === "rate.contradicted");
  expect(rates.map(({ region, year, file, severity }) => [region, year, file, severity])).toEqual([
    ["440400", 2018, "observations.csv", "error"],
    ["310000", 2020, "observations.csv", "error"],
    ["500000", 2021, "observations.csv", "error"],
    ["310000", 2014, "observations.csv", "warning"],
  ]);
  expect(findings.filter((finding) => finding.severity === "error")).toHaveLength(3);
});
