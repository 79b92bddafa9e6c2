import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { type PeersOptions, peers } from "../../src/verbs/peers.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const found = (options: PeersOptions, observations: Parameters<typeof samplePanel>[0] = []) =>
  rowsOf(peers(samplePanel(observations), options));
const codes = (options: PeersOptions, observations: Parameters<typeof samplePanel>[0] = []) =>
  found(options, observations).map((row) => row.region);

test("regions of the same parent and level are peers, the region itself never", () => {
  expect(codes({ region: "A2", by: "sameParent" })).toEqual(["A1", "A3", "A4"]);
  const table = peers(samplePanel([]), { region: "A", by: "sameParent" });
  expect(rowsOf(table)).toEqual([]);
  expect(findingsOf(table)).toMatchObject([{ code: "peers.few", facts: { wanted: 1, found: 0 } }]);
});

test("similar populations lie within the ratio either way, nearest first; regions without one are counted", () => {
  const rows = found({ region: "A1", by: "similarPopulation", ratio: 2, year: 2020 });
  expect(rows.map((row) => [row.region, row.population_ratio])).toEqual([
    ["A2", 1.5],
    ["A4", 2],
  ]);
  expect(rows[0]).toMatchObject({
    place: 1,
    population: 300_000,
    population_year: 2020,
    basis: "census",
    n_used: 2,
    n_missing: 1,
  });
  expect(codes({ region: "A1", by: "similarPopulation", ratio: 2, year: 2020, basis: "census" })).toEqual(["A2"]);
});

test("the nearest k regions are those nearest in all indicators as z-scores", () => {
  const cases = [10, 11, 30, 12].map((value, i) => observation({ region: `A${i + 1}`, value }));
  const lost = [1, 9, 1, 2].map((value, i) => observation({ region: `A${i + 1}`, indicator: "lost", value }));
  const rule = { by: "nearest", indicators: ["cases", "lost"], year: 2020 } as const;
  const rows = found({ region: "A1", ...rule, k: 2 }, [...cases, ...lost]);
  expect(rows.map((row) => row.region)).toEqual(["A4", "A2"]);
  expect(rows[0]?.distance as number).toBeLessThan(rows[1]?.distance as number);
  const lacking = peers(samplePanel([...cases.slice(0, 3), ...lost]), { region: "A1", ...rule, k: 3 });
  expect(rowsOf(lacking)[0]).toMatchObject({ n_used: 2, n_missing: 1 });
  expect(findingsOf(lacking).map((one) => one.code)).toContain("peers.few");
});

test("being nearest does not depend on the unit or the order of the data", () => {
  const figures = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(figures, fc.integer({ min: 2, max: 50 }), (values, factor) => {
      const rows = (scale: number) =>
        values.map((value, i) => observation({ region: `A${i + 1}`, value: value * scale }));
      const rule = { region: "A1", by: "nearest", k: 3, indicators: ["cases"], year: 2020 } as const;
      const first = found(rule, rows(1)).map((row) => row.distance as number);
      expect(first).toEqual(first.toSorted((a, b) => a - b));
      found(rule, rows(factor).toReversed()).forEach((row, i) => {
        expect(row.distance as number).toBeCloseTo(first[i] as number, 6);
      });
    }),
  );
});

test("a list keeps its order, without repeats", () => {
  expect(codes({ region: "A1", by: "list", regions: ["地区A3", "A1", "A2", "A3"] })).toEqual(["A3", "A2"]);
});

test("names that are unknown and numbers that cannot be are refused", () => {
  expect(() => found({ region: "A9", by: "sameParent" })).toThrow('unknown region "A9"');
  expect(() => found({ region: "A1", by: "similarPopulation", ratio: 0.5 })).toThrow("a number of at least 1");
  expect(() => found({ region: "A1", by: "nearest", k: 0, indicators: ["cases"], year: 2020 })).toThrow("whole number");
  expect(() => found({ region: "A1", by: "nearest", k: 1, indicators: [], year: 2020 })).toThrow(
    "at least one indicator",
  );
});
