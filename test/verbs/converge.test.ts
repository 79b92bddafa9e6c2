import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { sigmaConvergence } from "../../src/stats/sigma-convergence.ts";
import { type ConvergeOptions, converge } from "../../src/verbs/converge.ts";

const panel = (columns: Readonly<Record<number, readonly (number | null)[]>>) =>
  Object.entries(columns).flatMap(([year, values]) =>
    values.map((value, i) => ({ region: `r${i}`, year: Number(year), value, indicator: "x" })),
  );
const one = (rows: Iterable<object>, options: ConvergeOptions = {}) => rowsOf(converge(rows, options))[0];
const rupture = { indicator: null, family: null, year: 2001, reason_zh: "", reason_en: "" };

test("sigma and beta are those of the statistics", () => {
  const years = { 2000: [10, 20, 30, 55], 2001: [12, 20, 29, 54], 2002: [15, 20, 26, 53] };
  const row = one(panel(years));
  const sigma = sigmaConvergence([2000, 2001, 2002], Object.values(years));
  expect(row).toMatchObject({ first_year: 2000, last_year: 2002, n_years: 3, n_used: 4, n_missing: 0 });
  expect(row?.sd_log_first).toBeCloseTo(sigma.sdLog?.[0] as number, 12);
  expect(row?.cv_last).toBeCloseTo(sigma.cv?.[2] as number, 12);
  expect(row?.sd_log_slope).toBeCloseTo(-0.0759571358314, 9);
  expect(row?.sigma).toBe("too_few_points");
});

test("regions that draw together converge, their mirror image in time diverges", () => {
  const growth = fc.array(fc.integer({ min: 10, max: 1000 }), { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(growth, fc.constantFrom(0.9, 0.7), (starts, kept) => {
      fc.pre(new Set(starts).size > 2);
      const at = (step: number) => starts.map((start) => 100 * (start / 100) ** (kept ** step));
      const forwards = Object.fromEntries([0, 1, 2, 3, 4].map((step) => [2000 + step, at(step)]));
      const backwards = Object.fromEntries([0, 1, 2, 3, 4].map((step) => [2000 + step, at(4 - step)]));
      expect(one(panel(forwards))).toMatchObject({ sigma: "converging", beta_verdict: "converging" });
      expect(one(panel(backwards))).toMatchObject({ sigma: "diverging", beta_verdict: "diverging" });
    }),
  );
});

test("a region that lacks a year is left out of all, and counted", () => {
  expect(one(panel({ 2000: [10, 20, 30, null], 2001: [12, 20, 29, 54] }))).toMatchObject({ n_used: 3, n_missing: 1 });
});

test("a break, too few years or regions, and figures of 0 refuse the group with a finding", () => {
  const two = panel({ 2000: [10, 20, 40], 2001: [12, 20, 33] });
  const code = (rows: Iterable<object>, options: ConvergeOptions = {}) => {
    const table = converge(rows, options);
    expect(rowsOf(table)[0]).toMatchObject({ beta: null, missing: "not_comparable" });
    return findingsOf(table)[0]?.code;
  };
  expect(code(two, { breaks: [rupture] })).toBe("series.broken");
  expect(code(panel({ 2000: [10, 20] }))).toBe("group.few");
  expect(code(panel({ 2000: [10, null], 2001: [10, 20] }))).toBe("group.few");
  expect(code(panel({ 2000: [10, 0, 5], 2001: [10, 20, 6] }))).toBe("value.unsuitable");
  const allowed = one(two, { breaks: [rupture], allow: ["series.broken"] });
  expect(allowed).toMatchObject({ note: "allow: series.broken", flags: "series.broken refusal.allowed" });
  expect(allowed?.beta as number).toBeLessThan(0);
});

test("the order of rows is irrelevant", () => {
  const rows = panel({ 2000: [10, 20, 40], 2001: [12, 20, 33] });
  expect(one(rows.toReversed())?.beta).toBeCloseTo(one(rows)?.beta as number, 12);
});
