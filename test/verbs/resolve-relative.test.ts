import fc from "fast-check";
import { expect, test } from "vitest";
import type { Region } from "../../src/model/region.ts";
import { rowsOf } from "../../src/model/table.ts";
import { resolveRelative } from "../../src/verbs/resolve-relative.ts";
import { select } from "../../src/verbs/select.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const stated = (more: object = {}) =>
  observation({
    region: "A1",
    indicator: "loss_rate",
    value: -1.2,
    unit: "point",
    kind: "benchmark",
    as_written: "低1.2",
    ...more,
  });
const parent = (more: object = {}) => observation({ region: "A", indicator: "loss_rate", value: 9.72, ...more });
const county = (panel: ReturnType<typeof samplePanel>) =>
  rowsOf(select(panel, { indicator: "loss_rate", year: 2020, regions: ["A1", "A"] })).find(
    (row) => row.region === "A1",
  );

test("a distance from the parent is a level once the parent's figure is there", () => {
  const panel = resolveRelative(samplePanel([stated(), parent()]));
  expect(county(panel)).toMatchObject({
    value: 8.52,
    unit: "percent",
    kind: "derived",
    qualifier: "exact",
    missing: null,
    as_written: "低1.2",
    note: "地区A 9.72 − 1.2",
  });
  expect(panel.findings).toMatchObject([
    { code: "relative.resolved", region: "A1", facts: { difference: -1.2, value: 9.72 } },
  ]);
});

test("without the parent's figure of that year and body the reason is relative_only", () => {
  for (const other of [[], [parent({ year: 2021 })], [parent({ body: "courts" })], [parent({ value: null })]]) {
    const panel = resolveRelative(samplePanel([stated(), ...other]));
    const own = rowsOf(panel.observations).filter((row) => row.region === "A1" && row.kind !== "benchmark");
    expect(own).toMatchObject([{ value: null, missing: "relative_only", kind: "observation", unit: "percent" }]);
    expect(panel.findings).toMatchObject([{ code: "relative.unresolved", severity: "warning" }]);
  }
});

test("edges of the parent or of the statement are edges of the level", () => {
  const vague = resolveRelative(
    samplePanel([stated(), parent({ value: 9, qualifier: "at_least", lower: 9, upper: null })]),
  );
  expect(county(vague)).toMatchObject({ value: 7.8, qualifier: "at_least", lower: 7.8, upper: null });
  const both = resolveRelative(
    samplePanel([stated({ qualifier: "approx", lower: -2, upper: -1 }), parent({ value: 9, qualifier: "exact" })]),
  );
  expect(county(both)).toMatchObject({ value: 7.8, qualifier: "approx", lower: 7, upper: 8 });
});

test("a region with a figure of its own keeps it, and nothing is added twice", () => {
  const own = samplePanel([stated(), parent(), observation({ region: "A1", indicator: "loss_rate", value: 5 })]);
  expect(resolveRelative(own).observations.totalRows()).toBe(3);
  for (const panel of [samplePanel([stated(), parent()]), samplePanel([stated()])]) {
    const once = resolveRelative(panel);
    const twice = resolveRelative(once);
    expect(rowsOf(twice.observations)).toEqual(rowsOf(once.observations));
    expect(twice.findings).toEqual(once.findings);
  }
});

test("a level outside 0 to 100 is none", () => {
  const panel = resolveRelative(samplePanel([stated({ value: -20 }), parent()]));
  expect(panel.findings.map((one) => one.code)).toEqual(["relative.unresolved", "percent.outside"]);
  expect(rowsOf(panel.observations).at(-1)).toMatchObject({ value: null, missing: "relative_only" });
});

test("other benchmarks, targets and changes stay what they are", () => {
  const ceiling = stated({ value: 12, unit: "percent" });
  const panel = samplePanel([ceiling, stated({ kind: "change" }), parent()]);
  expect(rowsOf(resolveRelative(panel).observations)).toEqual(rowsOf(panel.observations));
});

test("several parents and years are each resolved by their own, and a parent that is stated so comes first", () => {
  const regions = new Map(samplePanel([]).regions);
  const like = (code: string, parent: string | null) => ({
    ...(regions.get("A1") as Region),
    code,
    name: code,
    parent,
  });
  for (const [code, parent] of [
    ["N", null],
    ["B", "N"],
    ["B1", "B"],
    ["B2", "B"],
  ] as const) {
    regions.set(code, like(code, parent));
  }
  const points = (region: string, year: number, value: number) => stated({ region, year, value });
  const figure = (region: string, year: number, value: number) => parent({ region, year, value });
  const statements = [
    points("B1", 2020, -1),
    points("B2", 2020, 2.5),
    points("B2", 2021, 0.5),
    points("B", 2020, 3),
    points("A1", 2021, -2),
  ];
  const figures = [figure("N", 2020, 10), figure("B", 2021, 40), figure("A", 2021, 20), figure("A", 2020, 99)];
  const panel = resolveRelative(samplePanel([...statements, ...figures], { regions }));
  const levels = rowsOf(panel.observations)
    .filter((row) => row.kind === "derived")
    .map(({ region, year, value }) => [region, year, value]);
  expect(levels.sort()).toEqual([
    ["A1", 2021, 18],
    ["B", 2020, 13],
    ["B1", 2020, 12],
    ["B2", 2020, 15.5],
    ["B2", 2021, 40.5],
  ]);
  expect(rowsOf(resolveRelative(panel).observations)).toEqual(rowsOf(panel.observations));
});

test("a resolved level is the parent's figure plus the difference, whatever both are", () => {
  const tenth = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((whole) => whole / 10);
  fc.assert(
    fc.property(tenth(30, 70), tenth(-30, 30), (level, difference) => {
      const panel = resolveRelative(samplePanel([stated({ value: difference }), parent({ value: level })]));
      expect(county(panel)?.value).toBeCloseTo(level + difference, 9);
    }),
  );
});
