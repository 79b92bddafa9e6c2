import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { perCapita } from "../../src/verbs/per-capita.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const codes = (table: ReturnType<typeof perCapita>) => findingsOf(table).map((finding) => finding.code);

test("a count is divided by the population of its own year, which is named", () => {
  const table = perCapita(samplePanel([observation({ value: 20 })]), { indicator: "cases" });
  expect(rowsOf(table)).toMatchObject([
    {
      value: 10,
      unit: "case_per_100000",
      unit_zh: "件/10万人",
      numerator: 20,
      denominator: 200_000,
      basis: "census",
      basis_year: 2020,
    },
  ]);
  expect(codes(table)).toEqual([]);
});

test("a population of a neighbouring year is taken within the tolerance, and said", () => {
  const table = perCapita(samplePanel([observation({ region: "A2", year: 2021 })]), { indicator: "cases" });
  expect(rowsOf(table)).toMatchObject([{ basis_year: 2020, flags: "population.shifted" }]);
  expect(findingsOf(table)).toMatchObject([
    { code: "population.shifted", facts: { year: 2021, used: 2020, basis: "census" } },
  ]);
});

test("a population too many years away is refused, not used", () => {
  const table = perCapita(samplePanel([observation({ region: "A3" })]), { indicator: "cases" });
  expect(rowsOf(table)).toMatchObject([
    { value: null, missing: "not_comparable", flags: "population.missing", denominator: null },
  ]);
  expect(findingsOf(table)).toMatchObject([
    { code: "population.missing", facts: { nearest: "2015 (census)", tolerance: 1 } },
  ]);
  const wide = perCapita(samplePanel([observation({ region: "A3" })]), { indicator: "cases", tolerance: 5 });
  expect(rowsOf(wide)).toMatchObject([{ basis_year: 2015, denominator: 400_000 }]);
});

test("a registered population is a last resort with a warning, and different bases are said", () => {
  const rows = [observation({ region: "A1" }), observation({ region: "A4" })];
  const table = perCapita(samplePanel(rows), { indicator: "cases" });
  expect(codes(table)).toEqual(["basis.registered", "population.mixed"]);
  const census = perCapita(samplePanel(rows), { indicator: "cases", basis: "census" });
  expect(rowsOf(census).map((row) => row.missing)).toEqual([null, "not_comparable"]);
});

test("edges are divided as well, and a value that is not exact has no interval", () => {
  const row = observation({ value: 20, qualifier: "over", lower: 20, upper: null });
  expect(rowsOf(perCapita(samplePanel([row]), { indicator: "cases" }))).toMatchObject([
    { value: 10, lower: 10, upper: null, interval_lower: null, interval_method: null },
  ]);
});

test.each([
  [{ indicator: "loss_rate" }, "expected a count, amount or stock; it is a rate"],
  [{ indicator: "cases", per: 0 }, "invalid per"],
  [{ indicator: "cases", tolerance: -1 }, "invalid tolerance"],
])("%j is refused", (options, words) => {
  const panel = samplePanel([observation(), observation({ indicator: "loss_rate" })]);
  expect(() => perCapita(panel, options)).toThrow(words);
});

test("intervals surround the rate, and the unit of residents only scales it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(1000, 10_000, 1_000_000), (value, per) => {
      const of = (people: number) =>
        rowsOf(perCapita(samplePanel([observation({ value })]), { indicator: "cases", per: people }))[0] as never as {
          value: number;
          interval_lower: number;
          interval_upper: number;
        };
      const row = of(per);
      expect(row.interval_lower).toBeLessThanOrEqual(row.value);
      expect(row.interval_lower).toBeGreaterThanOrEqual(0);
      expect(row.interval_upper).toBeGreaterThan(row.value);
      expect(row.value * 100_000).toBeCloseTo(of(100_000).value * per, 6);
    }),
  );
});
