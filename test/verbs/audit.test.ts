import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { audit } from "../../src/verbs/audit.ts";
import { countsForRate } from "../../src/verbs/counts-for-rate.ts";
import { deepFreeze } from "../deep-freeze.ts";

const { sums, rates } = await loadLexicon();

const figure = (indicator: string, value: number, more: object = {}): object => ({
  region: "990121",
  year: 2021,
  indicator,
  value,
  unit: indicator.endsWith("_rate") ? "percent" : "case",
  ...more,
});
const verdicts = (input: readonly object[], options: Parameters<typeof audit>[1]): string[] =>
  rowsOf(audit(deepFreeze(input), options).cells).map((row) => String(row.verdict));

const loss = {
  id: "litigation_loss_rate",
  numerator: "litigation_lost",
  denominator: "litigation_first_instance_concluded",
};

describe("audit", () => {
  test("audit proves a rate that its counts give and contradicts one they do not", () => {
    const counts = [figure("litigation_lost", 58), figure("litigation_first_instance_concluded", 119)];
    expect(verdicts([...counts, figure("litigation_loss_rate", 48.74)], { indicators: [loss] })).toEqual([
      "proved",
      "proved",
      "proved",
    ]);
    const { cells, findings } = audit([...counts, figure("litigation_loss_rate", 47.84)], { indicators: [loss] });
    expect(rowsOf(cells)[2]).toMatchObject({ verdict: "contradicted", value: 47.84 });
    expect(findings).toMatchObject([
      { code: "rate.contradicted", facts: { printed: 47.84, numerator: 58, denominator: 119 } },
    ]);
  });

  test("audit proves every part of a sum that gives its total", () => {
    const parts = {
      claims_rejected: 23,
      revoked: 1,
      confirmed_illegal: 1,
      ordered_to_perform: 55,
      compensation_ordered: 1,
      dismissed: 37,
      mediated: 1,
    };
    const rows = Object.entries(parts).map(([name, value]) => figure(`litigation_${name}`, value));
    const all = [...rows, figure("litigation_first_instance_concluded", 119), figure("litigation_lost", 58)];
    expect(new Set(verdicts(all, { sums }))).toEqual(new Set(["proved"]));
    expect(audit(all, { sums }).checks.map(({ reckoning }) => reckoning)).toContain(
      "23 + 1 + 1 + 55 + 1 + 37 + 1 = 119",
    );
  });

  test("audit contradicts parts that exceed their total", () => {
    const rows = [
      figure("litigation_lost", 3),
      figure("litigation_revoked", 2),
      figure("litigation_confirmed_illegal", 2),
    ];
    const { findings, checks } = audit(rows, { sums });
    expect(findings.map(({ code }) => code)).toEqual(["sum.contradicted"]);
    expect(checks[0]?.reckoning).toBe("2 + 2 > 3");
  });

  test("audit finds the definition by which a rate was reckoned", () => {
    const rows = [
      figure("reconsideration_accepted", 11),
      figure("reconsideration_ordered_to_perform", 2),
      figure("reconsideration_revoked", 1),
      figure("reconsideration_correction_rate", 27.27),
    ];
    expect(verdicts(rows, { rates })).toEqual(["proved", "proved", "proved", "proved"]);
    const other = [...rows, figure("reconsideration_corrected", 4), figure("reconsideration_concluded", 11)];
    const { findings } = audit(other, { rates });
    expect(findings).toMatchObject([
      { code: "rate.redefined", facts: { printed: 27.27, numerator: 3, denominator: 11 } },
    ]);
  });

  test("audit names the counts that fit where only one is printed", () => {
    const indicators = [{ id: "attendance_rate", numerator: "attended", denominator: "heard" }];
    const { checks } = audit([figure("attended", 150), figure("attendance_rate", 99.3)], { indicators });
    expect(checks).toMatchObject([{ verdict: "consistent", reckoning: "150 / 151" }]);
    const impossible = audit([figure("attended", 3), figure("attendance_rate", 99.3)], { indicators });
    expect(impossible.checks).toMatchObject([{ verdict: "contradicted" }]);
  });

  test("audit keeps both readings of a change of a rate printed with %", () => {
    const rows = [figure("litigation_loss_rate", 48.74), figure("litigation_loss_rate", -31.26, { kind: "change" })];
    const { findings } = audit(rows);
    expect(findings).toHaveLength(1);
    const facts = findings[0]?.facts as { asPoints: number; asRelative: number; fits: string };
    expect(facts.asPoints).toBeCloseTo(80, 10);
    expect(facts.asRelative).toBeCloseTo(70.9, 1);
    expect(facts.fits).toBe("unknown");
    const decided = audit([...rows, figure("litigation_loss_rate", 80, { year: 2020 })]);
    expect(decided.findings).toMatchObject([{ facts: { fits: "points" } }]);
  });

  test("audit checks a change of a count against last year's figure", () => {
    const rows = [
      figure("received", 281),
      figure("received", 172, { year: 2020 }),
      figure("received", 63, { kind: "change", unit: "percent" }),
    ];
    expect(verdicts(rows, {})).toEqual(["proved", "proved", "proved"]);
    const wrong = [...rows.slice(0, 2), figure("received", 36, { kind: "change", unit: "percent" })];
    expect(verdicts(wrong, {})).toEqual(["contradicted", "contradicted", "contradicted"]);
  });

  test("audit balances cases carried over and received with those concluded and pending", () => {
    const rows = [
      figure("reconsideration_accepted", 98),
      figure("reconsideration_carried_over", 15),
      figure("reconsideration_concluded", 94),
      figure("reconsideration_pending", 19),
    ];
    expect(verdicts(rows, { sums })).toEqual(["proved", "proved", "proved", "proved"]);
  });

  test("audit compares a figure with the one the next report quotes", () => {
    const rows = [figure("received", 49, { source: "2022" }), figure("received", 51, { source: "2023" })];
    const { findings, cells } = audit(rows);
    expect(findings.map(({ code }) => code)).toEqual(["figure.restated"]);
    expect(rowsOf(cells).map(({ value }) => value)).toEqual([49, 51]);
  });

  test("audit reads a zero in words against the rate beside it", () => {
    const rows = [figure("litigation_lost", 0, { as_written: "零败诉" }), figure("litigation_loss_rate", 3)];
    expect(verdicts(rows, { indicators: [loss] })).toEqual(["contradicted", "contradicted"]);
  });

  test("audit never mixes bodies, and leaves a figure alone that nothing can check", () => {
    const rows = [
      figure("litigation_lost", 58, { body: "departments" }),
      figure("litigation_first_instance_concluded", 119, { body: "government" }),
      figure("litigation_loss_rate", 10, { body: "whole_region" }),
    ];
    expect(verdicts(rows, { indicators: [loss] })).toEqual(["alone", "alone", "alone"]);
  });
});

describe("countsForRate", () => {
  test("every pair it names gives the rate, and the true pair is among them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 2 }),
        (d, n, decimals) => {
          fc.pre(n <= d && n > 0);
          const printed = Number(((n / d) * 100).toFixed(decimals));
          fc.pre(printed > 0);
          const pairs = countsForRate(printed, decimals, { denominator: d }, 1000);
          expect(pairs).toContainEqual({ numerator: n, denominator: d });
          for (const pair of pairs) {
            const share = (pair.numerator / pair.denominator) * 100;
            expect(Math.abs(share - printed)).toBeLessThanOrEqual(10 ** -decimals / 2 + 1e-9);
          }
        },
      ),
    );
  });
});
