import fc from "fast-check";
import { expect, test } from "vitest";
import { message } from "../../src/model/messages/message.ts";
import { REFUSED_FIGURES } from "../../src/model/refusals.ts";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { compare } from "../../src/verbs/compare.ts";
import { inequality } from "../../src/verbs/inequality.ts";
import { normalise } from "../../src/verbs/normalise.ts";
import { type RankOptions, rank } from "../../src/verbs/rank.ts";
import { smooth } from "../../src/verbs/smooth.ts";

const row = (region: string, more: object = {}) => ({
  region,
  year: 2022,
  indicator: "loss_rate",
  value: 20,
  unit: "percent",
  period: null,
  body: "courts",
  missing: null,
  numerator: 20,
  denominator: 100,
  flags: null,
  note: null,
  ...more,
});
const byRegion = (rows: Iterable<object>, options: RankOptions = {}) =>
  Object.fromEntries(rowsOf(rank(rows, options)).map((one) => [one.region, one]));

/** For each refusal: three rows of which the last must not be compared, and what makes a verb look. */
const CASES: Record<(typeof REFUSED_FIGURES)[number], { odd: object; options: RankOptions; missing: string }> = {
  "denominator.zero": { odd: { value: 0, numerator: 0, denominator: 0 }, options: {}, missing: "not_applicable" },
  "cases.few": { odd: { numerator: 3, denominator: 11 }, options: { minimumCases: 20 }, missing: "suppressed" },
  "body.mixed": { odd: { body: "bureau" }, options: { groups: ["year"] }, missing: "not_comparable" },
  "definition.mixed": { odd: { indicator: "other" }, options: { groups: ["year"] }, missing: "not_comparable" },
  "unit.mixed": { odd: { unit: "point" }, options: {}, missing: "not_comparable" },
  "period.partial": { odd: { period: "2022-01/2022-11" }, options: {}, missing: "not_comparable" },
};

test.each(REFUSED_FIGURES)("%s is a null with reason, flag and finding, and others are ranked", (code) => {
  const { odd, options, missing } = CASES[code];
  const rows = [row("a"), row("b", { value: 30 }), row("c", odd)];
  const table = rank(rows, options);
  const ranked = byRegion(rows, options);
  expect(ranked.c).toMatchObject({ value: null, missing, rank: null, flags: code, n_reported: 2 });
  expect([ranked.a?.rank, ranked.b?.rank]).toEqual([2, 1]);
  const finding = findingsOf(table).find((one) => one.code === code);
  expect(finding).toBeDefined();
  for (const language of ["zh-CN", "en"] as const)
    expect(message(code, finding?.facts as never, language)).not.toBe("");
});

test.each(REFUSED_FIGURES)("%s is overridden by its name alone, and the row says so", (code) => {
  const { odd, options } = CASES[code];
  const rows = [row("a"), row("b", { value: 30 }), row("c", { ...odd, value: 40, note: "as printed" })];
  const table = rank(rows, { ...options, allow: [code] });
  const c = rowsOf(table).find((one) => one.region === "c");
  expect(c).toMatchObject({ value: 40, rank: 1, flags: code, note: `as printed; allow: ${code}` });
  expect(findingsOf(table)).toMatchObject([{ code: "refusal.allowed", facts: { code, verb: "rank" } }]);
  expect(byRegion(rows, { ...options, allow: ["series.broken"] }).c).toMatchObject({ value: null, rank: null });
});

test("figures that all cover the same part of the year compare with each other", () => {
  const part = { period: "2022-01/2022-11" };
  expect(byRegion([row("a", part), row("b", { ...part, value: 30 })])).toMatchObject({
    a: { rank: 2 },
    b: { rank: 1 },
  });
});

test("the majority of a group decides which body is compared, rows without a figure having no vote", () => {
  const rows = [
    row("a", { body: "bureau", value: null }),
    row("b", { body: "bureau" }),
    row("c"),
    row("d", { value: 7 }),
  ];
  const ranked = byRegion(rows, { groups: ["year"] });
  expect([ranked.b?.missing, ranked.c?.rank, ranked.d?.rank]).toEqual(["not_comparable", 1, 2]);
});

test("the cases of a figure per head are the people counted, not the people living there", () => {
  const perHead = { unit: "case_per_100000", basis: "census", numerator: 3, denominator: 500_000 };
  const ranked = byRegion([row("a", perHead), row("b", { ...perHead, numerator: 30 })], { minimumCases: 5 });
  expect([ranked.a?.missing, ranked.b?.rank]).toEqual(["suppressed", 1]);
});

test("every verb that sets figures side by side refuses the same rows", () => {
  const rows = [row("a"), row("b", { value: 30 }), row("c", { period: "2022-01/2022-06", value: 99 })];
  const refused = (table: ReturnType<typeof rank>) =>
    rowsOf(table)
      .filter((one) => one.flags === "period.partial")
      .map((one) => one.region);
  expect(refused(rank(rows))).toEqual(["c"]);
  expect(refused(normalise(rows, { method: "min_max" }))).toEqual(["c"]);
  expect(refused(compare(rows, { to: { value: 25 } }))).toEqual(["c"]);
  expect(refused(smooth(rows))).toEqual(["c"]);
  expect(inequality(rows).array("n_used")).toEqual([2]);
});

test("without anything to refuse no cell changes", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }), (values) => {
      const rows = values.map((value, i) => row(`r${i}`, { value }));
      const table = normalise(rows, { method: "rank" });
      expect(rowsOf(table).map(({ value, missing, flags, note }) => ({ value, missing, flags, note }))).toEqual(
        values.map((value) => ({ value, missing: null, flags: null, note: null })),
      );
    }),
  );
});
