import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { compareBenchmark } from "../../src/stats/compare-benchmark.ts";
import { wilsonInterval } from "../../src/stats/wilson-interval.ts";
import { type CompareOptions, compare } from "../../src/verbs/compare.ts";
import { rate } from "../../src/verbs/rate.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const lossRate = (region: string, numerator: number, denominator: number, more: object = {}) =>
  observation({
    region,
    indicator: "loss_rate",
    value: (numerator / denominator) * 100,
    numerator,
    denominator,
    ...more,
  });
const province = lossRate("A", 200, 1000);
const panel = (...rows: Parameters<typeof samplePanel>[0]) => samplePanel(rows);
const compared = (rows: Parameters<typeof samplePanel>[0], options: Partial<CompareOptions> = {}) =>
  rowsOf(compare(samplePanel(rows), { indicator: "loss_rate", year: 2020, level: "county", to: "parent", ...options }));
const only = (region: string, rows: ReturnType<typeof compared>) => rows.find((row) => row.region === region);

test("a county is judged against its parent, which need not be asked for", () => {
  const rows = compared([province, lossRate("A1", 10, 100), lossRate("A2", 22, 100), lossRate("A3", 60, 100)]);
  expect(rows.map((row) => row.region)).toEqual(["A1", "A2", "A3", "A4"]);
  expect(only("A1", rows)).toMatchObject({
    benchmark: 20,
    benchmark_region: "A",
    benchmark_method: "own",
    difference: -10,
    ratio: 0.5,
    outcome: "better",
    outcome_level: 0.95,
    outcome_method: "wilson",
    n_used: 3,
    n_missing: 1,
  });
  expect(only("A2", rows)).toMatchObject({ outcome: "similar", outcome_level: null });
  expect(only("A3", rows)).toMatchObject({ outcome: "worst", outcome_level: 0.998 });
  expect(only("A4", rows)).toMatchObject({ outcome: null, outcome_reason: "not_reported" });
});

test("neutral indicators are only higher or lower; a caller may say which end is good", () => {
  const rows = [{ region: "a", value: 30, interval_lower: 25, interval_upper: 36, direction: "neutral" }];
  expect(compare(rows, { to: { value: 20 } }).array("outcome")).toEqual(["higher"]);
  expect(compare(rows, { to: { value: 40 } }).array("outcome")).toEqual(["lower"]);
  expect(compare(rows, { to: { value: 40 }, better: "lower" }).array("outcome")).toEqual(["better"]);
});

test("outcomes are those of Fingertips for every count, benchmark and direction", () => {
  const pair = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(pair, fc.double({ min: 0, max: 100, noNaN: true }), ([events, people], benchmark) => {
      const [row] = rowsOf(
        compare(rate(panel(lossRate("A1", events, people)), { indicator: "loss_rate" }), { to: { value: benchmark } }),
      );
      const limits = (confidence: number) => {
        const { lower, upper } = wilsonInterval(events, people, { confidence });
        return { lower: (lower as number) * 100, upper: (upper as number) * 100 };
      };
      const expected = compareBenchmark({
        value: row?.value as number,
        benchmark,
        interval95: limits(0.95),
        interval998: limits(0.998),
        polarity: "lower_better",
      });
      expect(row?.outcome).toBe(expected.verdict);
      expect(row?.difference).toBe((row?.value as number) - benchmark);
    }),
  );
});

test("a stated number, a named region and a list of peers can be the benchmark", () => {
  const rows = [province, lossRate("A1", 10, 100), lossRate("A2", 30, 100), lossRate("A3", 40, 200)];
  expect(only("A1", compared(rows, { to: { value: 9 } }))).toMatchObject({
    benchmark: 9,
    benchmark_method: "stated",
    benchmark_region: null,
    outcome: "similar",
  });
  expect(only("A1", compared(rows, { to: { region: "A2" } }))).toMatchObject({ benchmark: 30, benchmark_region: "A2" });
  const peers = only("A1", compared(rows, { to: { peers: { by: "list", regions: ["A1", "A2", "A3"] } } }));
  expect(peers).toMatchObject({ benchmark_method: "pooled", benchmark_n: 2 });
  expect(peers?.benchmark).toBeCloseTo((70 / 300) * 100, 10);
  const siblings = only("A3", compared(rows, { to: { peers: { by: "sameParent" } } }));
  expect(siblings?.benchmark).toBeCloseTo(20, 10);
});

test("peers without counts are averaged", () => {
  const plain = (region: string, value: number) => observation({ region, indicator: "loss_rate", value });
  const rows = compared([plain("A1", 10), plain("A2", 30), plain("A3", 50)], { to: { peers: { by: "sameParent" } } });
  expect(only("A1", rows)).toMatchObject({
    benchmark: 40,
    benchmark_method: "mean",
    outcome_reason: "interval.missing",
  });
});

test("counts are compared per head with intervals of their own kind", () => {
  const counts = [observation({ region: "A", value: 200 }), observation({ region: "A1", value: 25 })];
  const table = compare(samplePanel(counts), { indicator: "cases", year: 2020, to: "parent", per: 100_000 });
  const row = rowsOf(table).find((one) => one.region === "A1");
  expect(row).toMatchObject({ value: 12.5, benchmark: 20, outcome: "lower", outcome_method: "byar" });
  expect(row?.outcome_level).toBe(0.95);
});

test("a span that holds the benchmark cannot be told from it; one that does not reach it can", () => {
  const edged = { qualifier: "at_least", lower: 18, upper: null, value: 18, numerator: null, denominator: null };
  const rows = [province, observation({ region: "A1", indicator: "loss_rate", ...edged } as never)];
  const table = compare(samplePanel(rows), { indicator: "loss_rate", year: 2020, regions: ["A1"], to: "parent" });
  expect(rowsOf(table)).toMatchObject([
    {
      outcome: "cannot_tell",
      outcome_method: "edges",
      flags: "benchmark.undecided",
      difference_lower: -2,
      difference_upper: 80,
    },
  ]);
  expect(findingsOf(table).map((one) => one.code)).toContain("benchmark.undecided");
  expect(rowsOf(compare(table, { to: { value: 17 } }))).toMatchObject([{ outcome: "worse", outcome_method: "edges" }]);
});

test("a benchmark with edges is a span as well", () => {
  const vague = observation({
    region: "A",
    indicator: "loss_rate",
    value: 20,
    qualifier: "approx",
    lower: 15,
    upper: 25,
  });
  const rows = compared([vague, lossRate("A1", 10, 100), lossRate("A2", 22, 100)]);
  expect(only("A1", rows)).toMatchObject({ outcome: "better", outcome_method: "edges", benchmark_lower: 15 });
  expect(only("A2", rows)).toMatchObject({ outcome: "cannot_tell" });
});

test("two intervals must part where the benchmark's own counts too", () => {
  const rows = [lossRate("A", 20, 100), lossRate("A1", 10, 100)];
  expect(only("A1", compared(rows))?.outcome).toBe("better");
  expect(only("A1", compared(rows, { benchmarkInterval: true }))?.outcome).toBe("similar");
});

test("no benchmark, no counts, too few cases: no outcome, and the reason", () => {
  const rows = [lossRate("A1", 3, 11), observation({ region: "A2", indicator: "loss_rate", value: 30 })];
  expect(only("A1", compared(rows))).toMatchObject({
    outcome: null,
    outcome_reason: "benchmark.missing",
    flags: "benchmark.missing",
  });
  const stated = compared(rows, { to: { value: 20 }, minimumCases: 20 });
  expect(only("A1", stated)).toMatchObject({ outcome: null, outcome_reason: "suppressed", flags: "cases.few" });
  expect(only("A2", stated)).toMatchObject({ outcome: null, outcome_reason: "interval.missing", difference: 10 });
});

test("a benchmark of another body or year is none", () => {
  const rows = [lossRate("A", 200, 1000, { body: "courts" }), lossRate("A1", 10, 100), lossRate("A2", 10, 100)];
  expect(only("A1", compared(rows))?.outcome_reason).toBe("benchmark.missing");
});

test("the note on comparability of an indicator is found", () => {
  const indicators = new Map(samplePanel([]).indicators);
  const noted = {
    ...(indicators.get("loss_rate") as never as object),
    comparability_note: "denominators differ",
  } as never;
  const withNote = samplePanel([lossRate("A1", 10, 100)], { indicators: indicators.set("loss_rate", noted) });
  const table = compare(withNote, { indicator: "loss_rate", to: { value: 20 } });
  expect(findingsOf(table)).toContainEqual(expect.objectContaining({ code: "definition.noted" }));
});

test("levels must rise, and peers of a bare table must be listed", () => {
  expect(() => compare([], { to: { value: 1 }, levels: [0.99, 0.9] })).toThrow("expected two rising levels below 1");
  expect(() => compare([{ region: "a", value: 1 }], { to: { peers: { by: "sameParent" } } })).toThrow(
    "a list of peers",
  );
});
