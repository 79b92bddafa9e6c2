import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { rate } from "../../src/verbs/rate.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const printed = (more: object) =>
  observation({ indicator: "loss_rate", value: 48.74, numerator: 58, denominator: 119, ...more });
const counts = (lost: number, cases: number, more: object = {}) => [
  observation({ indicator: "lost", value: lost, ...more }),
  observation({ indicator: "cases", value: cases, ...more }),
];

test("a printed rate is kept as printed and gets Wilson limits from its counts", () => {
  const [row] = rowsOf(rate(samplePanel([printed({})]), { indicator: "loss_rate" }));
  expect(row).toMatchObject({ value: 48.74, kind: "observation", interval_method: "wilson" });
  expect(row?.interval_lower).toBeCloseTo(39.95, 1);
  expect(row?.interval_upper).toBeCloseTo(57.61, 1);
});

test("a rate that contradicts its counts keeps its value, has no interval and is found", () => {
  const table = rate(samplePanel([printed({ value: 52 })]), { indicator: "loss_rate" });
  expect(rowsOf(table)).toMatchObject([{ value: 52, interval_lower: null, flags: "rate.contradicted" }]);
  expect(findingsOf(table)).toMatchObject([{ code: "rate.contradicted", severity: "error", facts: { printed: 52 } }]);
});

test("a rate nobody printed is computed where both counts stand in one source", () => {
  const table = rate(samplePanel(counts(3, 12)), { indicator: "loss_rate", year: 2020, level: "county" });
  expect(rowsOf(table)[0]).toMatchObject({
    region: "A1",
    value: 25,
    kind: "derived",
    as_written: "3/12",
    flags: "rate.derived",
  });
  expect(findingsOf(table).map((finding) => finding.code)).toContain("rate.derived");
});

test("counts of two sources or of two bodies make no rate", () => {
  const [lost, cases] = counts(3, 12);
  const other = (more: object) => () =>
    rate(samplePanel([lost as never, { ...(cases as object), ...more } as never]), { indicator: "loss_rate" });
  expect(other({ source: "s2" })).toThrow("rate: no observation");
  expect(other({ body: "courts" })).toThrow("rate: no observation");
});

test("a denominator of 0 and a numerator above the denominator give no computed rate", () => {
  expect(() => rate(samplePanel(counts(0, 0)), { indicator: "loss_rate" })).toThrow("rate: no observation");
  expect(() => rate(samplePanel(counts(5, 4)), { indicator: "loss_rate" })).toThrow("rate: no observation");
});

test("an indicator that is no percentage is refused", () => {
  expect(() => rate(samplePanel([observation()]), { indicator: "cases" })).toThrow(
    "expected a percentage; its unit is case",
  );
});

test("intervals surround the rate and stay between 0 and 100", () => {
  const pair = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(pair, fc.constantFrom(0.8, 0.95, 0.998), ([lost, cases], confidence) => {
      const [row] = rowsOf(rate(samplePanel(counts(lost, cases)), { indicator: "loss_rate", confidence })) as never as {
        value: number;
        interval_lower: number;
        interval_upper: number;
      }[];
      expect(row?.interval_lower).toBeGreaterThanOrEqual(0);
      expect(row?.interval_lower).toBeLessThanOrEqual(row?.value as number);
      expect(row?.interval_upper).toBeGreaterThanOrEqual(row?.value as number);
      expect(row?.interval_upper).toBeLessThanOrEqual(100);
    }),
  );
});

test("counts with edges give a rate with edges, and no interval", () => {
  const vague = { qualifier: "at_least" as const, lower: 3, upper: null };
  const [lost, cases] = counts(3, 12);
  const edged = [{ ...(lost as object), ...vague } as never, cases as never];
  const [row] = rowsOf(rate(samplePanel(edged), { indicator: "loss_rate", year: 2020 }));
  expect(row).toMatchObject({ value: 25, qualifier: "at_least", lower: 25, upper: 100, interval_lower: null });
  const few = { ...(cases as object), qualifier: "under" as const, lower: 10, upper: 12 } as never;
  expect(rowsOf(rate(samplePanel([lost as never, few]), { indicator: "loss_rate" }))[0]).toMatchObject({
    qualifier: "at_least",
    lower: 25,
    upper: 30,
  });
});

test("the edges of a computed rate hold every rate its counts allow", () => {
  const count = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(count, count, count, count, (x, more, down, up) => {
      const [low, high] = [Math.max(0, x - down), x + up];
      const lost = observation({ indicator: "lost", value: x, qualifier: "approx", lower: low, upper: high });
      const cases = observation({ indicator: "cases", value: high + more });
      const [row] = rowsOf(rate(samplePanel([lost, cases]), { indicator: "loss_rate" }));
      for (let one = low; one <= high; one += 1) {
        expect((one / (high + more)) * 100).toBeGreaterThanOrEqual((row?.lower as number) - 1e-9);
        expect((one / (high + more)) * 100).toBeLessThanOrEqual((row?.upper as number) + 1e-9);
      }
    }),
  );
});

test("a rate of nobody is listed as not applicable beside others", () => {
  const table = rate(samplePanel([...counts(0, 0), ...counts(3, 12, { region: "A2" })]), { indicator: "loss_rate" });
  expect(rowsOf(table)).toMatchObject([
    { region: "A1", value: null, missing: "not_applicable", flags: "denominator.zero" },
    { region: "A2", value: 25 },
  ]);
  expect(findingsOf(table)).toContainEqual(expect.objectContaining({ code: "denominator.zero", region: "A1" }));
});

test("a rate of fewer cases than asked for is suppressed unless that is allowed", () => {
  const panel = samplePanel([...counts(3, 11), ...counts(30, 120, { region: "A2" })]);
  const few = rate(panel, { indicator: "loss_rate", minimumCases: 20 });
  expect(rowsOf(few)).toMatchObject([
    { value: null, missing: "suppressed", flags: "rate.derived cases.few" },
    { value: 25 },
  ]);
  expect(findingsOf(few)).toContainEqual(
    expect.objectContaining({ code: "cases.few", facts: { cases: 11, least: 20 } }),
  );
  const allowed = rate(panel, { indicator: "loss_rate", minimumCases: 20, allow: ["cases.few"] });
  expect(rowsOf(allowed)[0]?.value).toBeCloseTo((3 / 11) * 100, 12);
});
