import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuditOptions, audit } from "../../src/verbs/audit.ts";

const REGIONS = ["a", "b", "c", "d"];
const claims: AuditOptions["claims"] = {
  among: ({ note }) => (note === "all" ? REGIONS : null),
  better: (indicator) => (indicator === "loss_rate" ? "lower" : "higher"),
};
const level = (region: string, value: number) => ({ region, year: 2021, indicator: "rate", value, unit: "percent" });
const claim = (region: string, place: number, more = {}) => ({
  ...level(region, place),
  unit: "rank",
  kind: "claim",
  note: "all",
  ...more,
});
const verdictOf = (rows: readonly object[]) => audit(rows, { claims }).cells.array("verdict")[0];

test("a claimed place that all figures bear out is proved, one that they do not is contradicted and found", () => {
  const figures = [level("a", 9), level("b", 7), level("c", 5), level("d", 3)];
  expect(verdictOf([claim("a", 1), ...figures])).toBe("proved");
  expect(verdictOf([claim("c", 3), ...figures])).toBe("proved");
  const { cells, findings } = audit([claim("c", 2), ...figures], { claims });
  expect(cells.array("verdict")[0]).toBe("contradicted");
  expect(cells.array("reckoning")[0]).toBe("3 > 2 (4 / 4)");
  expect(findings).toMatchObject([{ code: "claim.unsupported", facts: { place: 2, ahead: 2, known: 4, regions: 4 } }]);
});

test("where regions without a figure could overturn it, one cannot tell", () => {
  expect(verdictOf([claim("a", 1), level("a", 9), level("b", 7)])).toBe("alone");
  // Two stand before it already, whatever the others have.
  expect(verdictOf([claim("c", 1), level("a", 9), level("c", 5)])).toBe("contradicted");
});

test("the direction of the indicator counts, and claims that name nobody are left alone", () => {
  const lower = (region: string, value: number) => ({ ...level(region, value), indicator: "loss_rate" });
  const all = [lower("a", 1), lower("b", 2), lower("c", 3), lower("d", 4)];
  expect(verdictOf([claim("a", 1, { indicator: "loss_rate" }), ...all])).toBe("proved");
  expect(verdictOf([claim("d", 1, { indicator: "loss_rate" }), ...all])).toBe("contradicted");
  expect(verdictOf([claim("a", 1, { note: null }), level("a", 9)])).toBe("alone");
});

test("what is proved stays proved when a better figure of another year or body is added", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }), (values) => {
      const figures = REGIONS.map((region, i) => level(region, values[i] as number));
      const best = REGIONS[values.indexOf(Math.max(...values))] as string;
      const strangers = [
        { ...level("a", 1000), year: 2020 },
        { ...level("b", 1000), body: "courts" },
      ];
      expect(verdictOf([claim(best, 1), ...figures, ...strangers])).toBe("proved");
    }),
  );
});
