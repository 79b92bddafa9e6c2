import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { compose } from "../../src/verbs/compose.ts";
import { type SensitivityOptions, sensitivity } from "../../src/verbs/sensitivity.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const DEFINITION = {
  id: "index",
  normalise: { method: "min_max", lower: 1, upper: 100 },
  children: [
    { indicator: "loss_rate" },
    { indicator: "cases", direction: "higher_better" },
    { indicator: "lost", direction: "lower_better" },
  ],
};
const panelOf = (columns: Readonly<Record<string, readonly number[]>>) =>
  samplePanel(
    Object.entries(columns).flatMap(([indicator, values]) =>
      values.map((value, i) => observation({ region: `A${i + 1}`, indicator, value })),
    ),
  );
const panel = panelOf({ loss_rate: [10, 20, 30, 40], cases: [10, 40, 20, 30], lost: [5, 3, 9, 1] });
const where: SensitivityOptions = { year: 2020, level: "county", draws: 200 };

test("the same seed gives the same scenarios, another seed others", () => {
  const ranks = (seed: number) => rowsOf(sensitivity(panel, DEFINITION, { ...where, seed }).ranks);
  expect(ranks(7)).toEqual(ranks(7));
  expect(ranks(7)).not.toEqual(ranks(8));
});

test("the index itself is what compose gives, and the range of ranks holds the median", () => {
  const composed = rowsOf(compose(panel, DEFINITION, { year: 2020, level: "county" }).table).slice(0, 4);
  const rows = rowsOf(sensitivity(panel, DEFINITION, where).table) as never as Record<string, number>[];
  expect(rows.map(({ score, rank }) => [score, rank])).toEqual(composed.map(({ score, rank }) => [score, rank]));
  for (const row of rows) {
    const [best, from, median, to, worst] = ["best", "from", "median", "to", "worst"].map(
      (name) => row[`rank_${name}`],
    );
    expect([best, from, median, to, worst]).toEqual(
      [best, from, median, to, worst].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(row.n_ranked).toBe(200);
    expect(row.rank_kept).toBeGreaterThanOrEqual(0);
    expect(row.rank_kept).toBeLessThanOrEqual(1);
  }
});

test("a region that is best in everything is first in every scenario", () => {
  const value = fc.integer({ min: 20, max: 60 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 3, maxLength: 3 }), fc.integer(), (others, seed) => {
      const columns = { loss_rate: [1, ...others], cases: [99, ...others], lost: [1, ...others.toReversed()] };
      const { table } = sensitivity(panelOf(columns), DEFINITION, { ...where, draws: 30, seed, weightSpread: 1 });
      expect(rowsOf(table)[0]).toMatchObject({ rank_best: 1, rank_worst: 1, rank_kept: 1 });
    }),
    { numRuns: 30 },
  );
});

test("without any choice every scenario is the index", () => {
  const only = { ...where, weightSpread: 0, normalise: [{ method: "min_max", lower: 1, upper: 100 }] } as const;
  const { table, scenarios } = sensitivity(panel, DEFINITION, only);
  expect(rowsOf(table).every((row) => row.rank_kept === 1)).toBe(true);
  expect(rowsOf(scenarios).every((row) => row.mean_shift === 0)).toBe(true);
});

test("each scenario can be composed again from its row of the log", () => {
  const { scenarios, ranks } = sensitivity(panel, DEFINITION, { ...where, aggregate: ["arithmetic", "geometric"] });
  const all = rowsOf(ranks);
  expect(scenarios.totalRows()).toBe(200);
  for (const scenario of rowsOf(scenarios).slice(0, 20)) {
    const again = {
      ...DEFINITION,
      normalise: JSON.parse(scenario.normalise as string),
      aggregate: scenario.aggregate,
      treat: JSON.parse(scenario.treat as string),
      children: DEFINITION.children.map((child) => ({ ...child, weight: scenario[`weight_${child.indicator}`] })),
    };
    const composed = rowsOf(compose(panel, again, { year: 2020, level: "county" }).table).slice(0, 4);
    const drawn = all.filter((row) => row.draw === scenario.draw);
    expect(drawn.map((row) => row.rank)).toEqual(composed.map((row) => row.rank));
    drawn.forEach((row, i) => {
      expect(row.score as number).toBeCloseTo(composed[i]?.score as number, 10);
    });
  }
});

test("weights stay within the spread, and combinations without an answer are not drawn", () => {
  const { scenarios } = sensitivity(panel, DEFINITION, { ...where, aggregate: ["geometric"], weightSpread: 0.5 });
  for (const row of rowsOf(scenarios)) {
    expect(row.normalise).toContain("min_max");
    for (const { indicator } of DEFINITION.children) {
      expect(row[`weight_${indicator}`]).toBeGreaterThanOrEqual(0.5);
      expect(row[`weight_${indicator}`]).toBeLessThanOrEqual(1.5);
    }
  }
  const none = { ...where, aggregate: ["geometric"], normalise: [{ method: "z_score", mean: -9, sd: 1 }] } as const;
  expect(() => sensitivity(panel, DEFINITION, none)).toThrow("a mean of scores above 0");
});

test("draws and spread that cannot be are refused", () => {
  expect(() => sensitivity(panel, DEFINITION, { ...where, draws: 0 })).toThrow("a whole number of at least 1");
  expect(() => sensitivity(panel, DEFINITION, { ...where, weightSpread: 2 })).toThrow("a share from 0 to 1");
});
