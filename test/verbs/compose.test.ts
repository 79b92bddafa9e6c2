import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { weightedMean } from "../../src/stats/weighted-mean.ts";
import { aggregateScores } from "../../src/verbs/aggregate-scores.ts";
import { compose } from "../../src/verbs/compose.ts";
import { composeScores } from "../../src/verbs/compose-scores.ts";
import { fromCompositeDefinition } from "../../src/verbs/composite-definition.ts";
import { replay } from "../../src/verbs/replay.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const DEFINITION = {
  id: "justice",
  name_zh: "法治",
  children: [
    { indicator: "loss_rate", weight: 2 },
    {
      id: "load",
      children: [
        { indicator: "cases", direction: "higher_better" },
        { indicator: "lost", direction: "lower_better" },
      ],
    },
  ],
};
const figures = (values: Readonly<Record<string, readonly (number | null)[]>>) =>
  Object.entries(values).flatMap(([indicator, column]) =>
    column.map((value, i) => observation({ region: `A${i + 1}`, indicator, value })),
  );
const panel = samplePanel(figures({ loss_rate: [10, 20, 30, 40], cases: [100, 300, 200, 400], lost: [5, 25, 15, 5] }));
const where = { year: 2020, level: "county" };
const scoresOf = (node: string, table = compose(panel, DEFINITION, where).table) =>
  rowsOf(table)
    .filter((row) => row.node === node)
    .map((row) => row.score);

test("scores are weighted means of scores, the better end always high", () => {
  const near = (values: number[]) => values.map((value) => expect.closeTo(value, 10));
  expect(scoresOf("loss_rate")).toEqual(near([100, 200 / 3, 100 / 3, 0]));
  expect(scoresOf("lost")).toEqual([100, 0, 50, 100]);
  expect(scoresOf("load")).toEqual(near([50, 100 / 3, 125 / 3, 100]));
  expect(scoresOf("justice")).toEqual(near([250 / 3, 500 / 9, 325 / 9, 100 / 3]));
});

test("rows come index first, each group before its parts, with weights among siblings and ranks", () => {
  const rows = rowsOf(compose(panel, DEFINITION, where).table);
  expect([...new Set(rows.map((row) => row.node))]).toEqual(["justice", "loss_rate", "load", "cases", "lost"]);
  expect(rows[0]).toMatchObject({
    region: "A1",
    node_zh: "法治",
    depth: 0,
    part_of: null,
    weight: 1,
    rank: 1,
    n_used: 4,
  });
  expect(rows.find((row) => row.node === "loss_rate")).toMatchObject({ weight: 2 / 3, part_of: "justice", value: 10 });
  expect(rows.find((row) => row.node === "lost")).toMatchObject({ weight: 0.5, depth: 2, method: "none min_max" });
});

test.each(["composite_pipeline.json", "public/composite_pipeline.json"])(
  "the index is that of the reference in %s",
  (file) => {
    const oracle = JSON.parse(readFileSync(new URL(`../oracles/${file}`, import.meta.url), "utf8"));
    const methods: Record<string, object> = {
      n_minmax: { method: "min_max" },
      n_zscore: { method: "z_score" },
      n_prank: { method: "percentile_rank" },
      n_rank: { method: "rank" },
      n_borda: { method: "borda" },
      n_dist2max: { method: "distance_to_maximum" },
      n_fracmax: { method: "fraction_of_maximum" },
    };
    const means: Record<string, string> = { a_amean: "arithmetic", a_gmean: "geometric", a_hmean: "harmonic" };
    let compared = 0;
    for (const { input, args, expected, tolerance } of oracle.cases) {
      const scaling = methods[args.normalise];
      const aggregate = means[args.aggregate];
      if (scaling === undefined || aggregate === undefined) continue;
      const [lower, upper] = args.range ?? [];
      const definition = fromCompositeDefinition({
        id: "index",
        children: input.indicator.map((indicator: string, k: number) => ({
          indicator,
          weight: args.weights === "equal" ? 1 : (args.weights[k] ?? args.weights[indicator]),
        })),
        normalise: { ...scaling, ...(args.normalise === "n_minmax" && { lower, upper }) },
        aggregate,
        missing: { policy: "rescale", least: 0 },
      });
      const leaves = Object.fromEntries(
        input.indicator.map((id: string, k: number) => [
          id,
          { values: input.columns[id], better: input.direction[k] === 1 ? "higher" : "lower" },
        ]),
      );
      const { scores } = composeScores(definition, { regions: input.unit, leaves });
      const index = scores.get("index") as Float64Array;
      expected.index.forEach((value: number | null, i: number) => {
        if (value === null) expect(index[i]).toBeNaN();
        else expect(Math.abs((index[i] as number) - value)).toBeLessThanOrEqual(1e-12 + tolerance * Math.abs(value));
      });
      compared += 1;
    }
    expect(compared).toBeGreaterThan(1);
  },
);

test("means of scores are those of the statistics, whatever is missing and however it is weighted", () => {
  const score = fc.option(fc.integer({ min: -20, max: 100 }));
  const method = fc.constantFrom("arithmetic" as const, "geometric" as const, "harmonic" as const);
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 1, maxLength: 6 }),
      method,
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (scores, by, stream) => {
        const weights = scores.map(() => stream.next().value as number);
        const columns = scores.map((one) => Float64Array.of(one ?? Number.NaN));
        const got = aggregateScores(columns, weights, by, { policy: "rescale", least: 0 }).scores[0] as number;
        const positive = scores.every((one) => one === null || one > 0);
        const expected = weightedMean(scores, { weights, method: by }).value;
        if (expected === null || (by !== "arithmetic" && !positive)) expect(got).toBeNaN();
        else expect(got).toBeCloseTo(expected, 9);
      },
    ),
  );
});

test("a missing figure leaves the index without a score, or its weight to the others, as the definition says", () => {
  const lacking = samplePanel(figures({ loss_rate: [10, 20, 30, null], cases: [1, 3, 2, 4], lost: [5, 25, 15, 5] }));
  const refused = compose(lacking, DEFINITION, where).table;
  expect(scoresOf("justice", refused)[3]).toBeNull();
  const codes = findingsOf(refused).map((one) => one.code);
  expect(codes).toContain("score.incomplete");
  const row = rowsOf(refused).find((one) => one.region === "A4");
  expect(row).toMatchObject({ score: null, rank: null, missing: "not_comparable", flags: "score.incomplete" });
  expect(row?.share).toBeCloseTo(1 / 3, 12);
  const rescaled = (least: number) =>
    compose(lacking, { ...DEFINITION, missing: { policy: "rescale", least } }, where).table;
  expect(scoresOf("justice", rescaled(0.3))[3]).toBe(100);
  expect(scoresOf("justice", rescaled(0.5))[3]).toBeNull();
});

test("treatment and normalisation of an indicator stand before those of the whole", () => {
  const definition = {
    id: "index",
    treat: { method: "winsorise", most: 1, forced: true },
    children: [
      { indicator: "cases", direction: "higher_better" },
      { indicator: "lost", direction: "lower_better", treat: { method: "none" }, normalise: { method: "z_score" } },
    ],
  };
  const rows = rowsOf(compose(panel, definition, where).table);
  const method = (node: string) => rows.find((row) => row.node === node)?.method;
  expect([method("cases"), method("lost")]).toEqual(["winsorise min_max", "none z_score"]);
  const treated = rows.filter((row) => row.node === "cases").map((row) => row.treated);
  expect(treated).toEqual([100, 300, 200, 300]);
});

test("a geometric mean of a score of 0 has no answer, and that is found", () => {
  const table = compose(panel, { ...DEFINITION, aggregate: "geometric" }, where).table;
  expect(scoresOf("justice", table)[3]).toBeNull();
  expect(findingsOf(table)).toContainEqual(expect.objectContaining({ code: "value.unsuitable", region: "A4" }));
});

test("the log makes the same index again, also after a way through JSON", () => {
  const { table, log } = compose(panel, DEFINITION, where);
  expect(rowsOf(replay(JSON.parse(JSON.stringify(log))))).toEqual(rowsOf(table));
  expect(log.steps.map((step) => `${step.node} ${step.step}`)).toEqual([
    "loss_rate treat",
    "loss_rate normalise",
    "cases treat",
    "cases normalise",
    "lost treat",
    "lost normalise",
    "load aggregate",
    "justice aggregate",
  ]);
  expect(fromCompositeDefinition(log.definition)).toEqual(log.definition);
});

test("a figure that is not exact counts as its number, and is found", () => {
  const edged = figures({ loss_rate: [10, 20, 30], cases: [1, 2, 3], lost: [1, 2, 4] });
  const vague = observation({ region: "A4", indicator: "loss_rate", value: 40, qualifier: "at_least", lower: 40 });
  const others = ["cases", "lost"].map((indicator) => observation({ region: "A4", indicator, value: 9 }));
  const { table } = compose(samplePanel([...edged, vague, ...others]), DEFINITION, where);
  expect(findingsOf(table)).toContainEqual(expect.objectContaining({ code: "edge.flattened", region: "A4" }));
});

test("an indicator nobody reports that year leaves no score, and no exception", () => {
  const { table } = compose(samplePanel(figures({ loss_rate: [10, 20], cases: [1, 2] })), DEFINITION, where);
  expect(scoresOf("justice", table)).toEqual([null, null, null, null]);
  expect(findingsOf(table)).toContainEqual(expect.objectContaining({ code: "group.few", indicator: "lost" }));
});

test("definitions that cannot be are refused with the place and what is expected", () => {
  const read = (definition: unknown) => () => fromCompositeDefinition(definition);
  expect(read({ children: [] })).toThrow("fromCompositeDefinition: invalid id: got nothing");
  expect(read({ id: "a", children: [] })).toThrow("invalid children: got []");
  expect(read({ id: "a", children: [{ indicator: "x", weight: -1 }] })).toThrow("invalid children.0");
  expect(read({ id: "a", children: [{ indicator: "x" }, { indicator: "x" }] })).toThrow('got "x" twice');
  expect(read({ id: "a", children: [{ indicator: "x", weight: 0 }] })).toThrow("at least one weight above 0");
  expect(read({ id: "a", children: [{ indicator: "x" }], normalise: { method: "magic" } })).toThrow(
    "invalid normalise",
  );
  expect(() => compose(panel, { id: "a", children: [{ indicator: "cases" }] }, where)).toThrow("direction of cases");
});
