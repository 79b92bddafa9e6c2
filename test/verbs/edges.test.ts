import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { compare } from "../../src/verbs/compare.ts";
import { compose } from "../../src/verbs/compose.ts";
import { normalise } from "../../src/verbs/normalise.ts";
import { perCapita } from "../../src/verbs/per-capita.ts";
import { rank } from "../../src/verbs/rank.ts";
import { rate } from "../../src/verbs/rate.ts";
import { replay } from "../../src/verbs/replay.ts";
import { trend } from "../../src/verbs/trend.ts";
import { observation, samplePanel } from "../sample-panel.ts";

/** Figures of which some are only known to lie between two numbers, and one filling of all of them. */
const edged = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.nat(30), fc.nat(30), fc.nat(100), fc.boolean()), {
    minLength: 3,
    maxLength: 4,
  })
  .map((drawn) =>
    drawn.map(([value, below, above, at, exact], i) => {
      const [lower, upper] = exact ? [value, value] : [Math.max(0, value - below), Math.min(100, value + above)];
      const filling = lower + Math.round(((upper - lower) * at) / 100);
      const edges = exact ? { lower: null, upper: null } : { lower, upper };
      return { region: `A${i + 1}`, value, ...edges, qualifier: exact ? "exact" : "approx", unit: "percent", filling };
    }),
  );
const filled = <T extends { filling: number }>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, value: row.filling, lower: null, upper: null, qualifier: "exact" }));
const within = (value: unknown, lower: unknown, upper: unknown) => {
  expect(value as number).toBeGreaterThanOrEqual((lower as number) - 1e-9);
  expect(value as number).toBeLessThanOrEqual((upper as number) + 1e-9);
};

/** Every way to bring figures onto a scale. */
const NORMALISATIONS = [
  { method: "min_max" },
  { method: "z_score" },
  { method: "robust_z" },
  { method: "scaled", lower: 10, upper: 90 },
  { method: "rank", ties: "average" },
  { method: "borda", ties: "dense" },
  { method: "percentile_rank", ties: "max" },
  { method: "distance_to_maximum" },
  { method: "fraction_of_maximum" },
  { method: "distance_to_target", target: 120 },
  { method: "distance_to_reference", reference: "A1", capped: true },
  { method: "goalposts", lower: 20, upper: 80 },
] as const;

test("whatever the true values are, each rank lies in its range", () => {
  fc.assert(
    fc.property(edged, fc.constantFrom("higher" as const, "lower" as const), (rows, better) => {
      const options = { better, order: "table" as const };
      const ranges = rowsOf(rank(rows, options));
      rowsOf(rank(filled(rows), options)).forEach((row, i) => {
        within(row.rank, ranges[i]?.rank_from, ranges[i]?.rank_to);
      });
    }),
  );
});

test("whatever the true values are, each score lies between its edges, and a rank of scores has a range", () => {
  fc.assert(
    fc.property(
      edged,
      fc.constantFrom(...NORMALISATIONS),
      fc.constantFrom("higher" as const, "lower" as const),
      (rows, by, better) => {
        const scored = normalise(rows, { ...by, better });
        const scores = rowsOf(scored);
        const ranked = rowsOf(rank(scored, { by: "score", order: "table" }));
        const exact = rows.every((row) => row.qualifier === "exact");
        rowsOf(normalise(filled(rows), { ...by, better })).forEach((row, i) => {
          if (row.score === null || scores[i]?.score === null || exact) return;
          const [lower, upper] = [
            scores[i]?.score_lower ?? Number.NEGATIVE_INFINITY,
            scores[i]?.score_upper ?? Number.POSITIVE_INFINITY,
          ];
          within(row.score, lower, upper);
          within(scores[i]?.score, lower, upper);
          within(ranked[i]?.rank, ranked[i]?.rank_from, ranked[i]?.rank_to);
        });
        if (exact) expect(scores.every((row) => row.score_lower === null)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test("an open end leaves the score open on its side", () => {
  const rows = [
    { region: "a", value: 5, qualifier: "over", lower: 5, upper: null, unit: "case" },
    { region: "b", value: 7, qualifier: "exact", lower: null, upper: null, unit: "case" },
    { region: "c", value: 1, qualifier: "exact", lower: null, upper: null, unit: "case" },
  ];
  const [a, b] = rowsOf(normalise(rows, { method: "min_max" }));
  expect([a?.score_lower, a?.score_upper]).toEqual([expect.closeTo(66.667, 2), 100]);
  // Nobody knows how far beyond 7 the open figure stretches the scale.
  expect(b).toMatchObject({ score: 100, score_lower: 0, score_upper: 100 });
  const [c] = rowsOf(normalise(rows, { method: "scaled", lower: 0, upper: 10 }));
  expect([c?.score_lower, c?.score_upper]).toEqual([50, null]);
});

test("whatever the true values are, the difference from a benchmark lies between its edges", () => {
  fc.assert(
    fc.property(edged, (rows) => {
      const [first] = rows;
      const to = { region: first?.region ?? "" };
      const compared = rowsOf(compare(rows, { to }));
      rowsOf(compare(filled(rows), { to })).forEach((row, i) => {
        if (i === 0) return;
        within(row.difference, compared[i]?.difference_lower, compared[i]?.difference_upper);
      });
    }),
  );
});

test("the edges of a count are divided like the count", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(200), (lower, more) => {
      const row = observation({ value: lower + 1, qualifier: "approx", lower, upper: lower + 1 + more });
      const [divided] = rowsOf(perCapita(samplePanel([row]), { indicator: "cases", year: 2020 }));
      expect(divided?.lower).toBeCloseTo(lower / 2, 9);
      expect(divided?.upper).toBeCloseTo((lower + 1 + more) / 2, 9);
    }),
  );
});

/** Two indicators of the same regions, with some figures missing. */
const indicators = fc.tuple(edged, edged, fc.nat(6)).map(([first, second, gap]) => {
  const count = Math.min(first.length, second.length);
  return [first.slice(0, count), second.slice(0, count).filter((_, i) => i !== gap)] as const;
});

test("whatever the true values are, a composite score and rank lie in their ranges", () => {
  const definitions = fc.record({
    normalise: fc.constantFrom(...NORMALISATIONS),
    aggregate: fc.constantFrom("arithmetic", "geometric", "harmonic"),
    missing: fc.constantFrom({ policy: "refuse" }, { policy: "rescale", least: 0.3 }),
    treat: fc.constantFrom({ method: "none" }, { method: "none" }, { method: "none" }, { method: "log" }),
    weight: fc.constantFrom(0, 1, 3),
  });
  fc.assert(
    fc.property(indicators, definitions, ([first, second], { weight, ...how }) => {
      const definition = {
        id: "index",
        ...how,
        children: [
          { indicator: "loss_rate" },
          { id: "part", weight, children: [{ indicator: "cases", direction: "higher_better" }] },
        ],
      };
      const panel = (rows: (of: typeof first) => readonly { filling: number }[]) => {
        const strip = ({ filling: _filling, ...row }: { filling: number }) => row as object;
        const both = [rows(first), rows(second)] as const;
        return samplePanel([
          ...both[0].map((row) => observation({ ...strip(row), indicator: "loss_rate" })),
          ...both[1].map((row) => observation({ ...strip(row), indicator: "cases", unit: "case" })),
        ]);
      };
      const composed = compose(
        panel((rows) => rows),
        definition,
        { year: 2020 },
      );
      const ranges = rowsOf(composed.table);
      const truth = rowsOf(compose(panel(filled), definition, { year: 2020 }).table);
      truth.forEach((row, i) => {
        if (row.score === null || ranges[i]?.score === null) return;
        within(
          row.score,
          ranges[i]?.score_lower ?? Number.NEGATIVE_INFINITY,
          ranges[i]?.score_upper ?? Number.POSITIVE_INFINITY,
        );
        within(row.rank, ranges[i]?.rank_from, ranges[i]?.rank_to);
      });
      expect(rowsOf(replay(JSON.parse(JSON.stringify(composed.log))))).toEqual(ranges);
    }),
    { numRuns: 500 },
  );
});

test("scores that are measured by spans and places reach their ranges", () => {
  const definition = { id: "index", children: [{ indicator: "loss_rate" }] };
  const row = (region: string, value: number, lower = value, upper = value) =>
    observation({
      region,
      indicator: "loss_rate",
      value,
      ...(lower === upper ? {} : { lower, upper, qualifier: "approx" }),
    });
  const rows = [row("A1", 20, 10, 30), row("A2", 40), row("A3", 60, 50, 80)];
  const ranges = rowsOf(compose(samplePanel(rows), definition, { year: 2020 }).table).slice(0, 3);
  expect(ranges.map((one) => [one.score_lower, one.score_upper])).toEqual([
    [100, 100],
    [25, 80],
    [0, 0],
  ]);
  expect(ranges.map((one) => [one.rank_from, one.rank_to])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

test("an open end in an index leaves the place of its region open, and the others below or above it", () => {
  const [a, b, c] = [
    observation({ region: "A1", value: 50, qualifier: "over", lower: 50 }),
    observation({ region: "A2", value: 90 }),
    observation({ region: "A3", value: 10 }),
  ];
  const definition = { id: "index", children: [{ indicator: "cases", direction: "higher_better" }] };
  const rows = rowsOf(compose(samplePanel([a, b, c]), definition, { year: 2020 }).table).slice(0, 3);
  expect(rows.map((row) => [row.region, row.rank, row.rank_from, row.rank_to])).toEqual([
    ["A1", 2, 1, 2],
    ["A2", 1, 1, 2],
    ["A3", 3, 3, 3],
  ]);
});

test("edges go through a rate unchanged where it is printed", () => {
  const row = observation({ indicator: "loss_rate", value: 98, qualifier: "at_least", lower: 98, upper: 100 });
  expect(rowsOf(rate(samplePanel([row]), { indicator: "loss_rate" }))).toMatchObject([
    { value: 98, lower: 98, upper: 100, qualifier: "at_least", interval_lower: null },
  ]);
});

/** A rising, falling or wavering series of which some figures are only known to lie between two numbers, and a filling. */
const series = fc
  .tuple(
    fc.integer({ min: -6, max: 6 }),
    fc.array(fc.tuple(fc.nat(8), fc.nat(6), fc.nat(6), fc.nat(100), fc.nat(2)), { minLength: 3, maxLength: 12 }),
  )
  .map(([step, drawn]) =>
    drawn.map(([noise, below, above, at, exact], i) => {
      const value = 50 + step * i + noise;
      const [lower, upper] = exact > 0 ? [value, value] : [value - below, value + above];
      const edges = exact > 0 ? { lower: null, upper: null } : { lower, upper };
      const filling = lower + Math.round(((upper - lower) * at) / 100);
      return { region: "a", year: 2010 + i, value, ...edges, qualifier: exact > 0 ? "exact" : "approx", filling };
    }),
  );

test("whatever the true values are, a trend that is called stands, and the slope lies in its range", () => {
  const told = { direction: 0, open: 0 };
  fc.assert(
    fc.property(series, (rows) => {
      const [stated] = rowsOf(trend(rows));
      const [truth] = rowsOf(trend(filled(rows)));
      if (stated?.verdict !== "cannot_tell") expect(stated?.verdict).toBe(truth?.verdict);
      else told.open += 1;
      if (stated?.verdict === "rising" || stated?.verdict === "falling") told.direction += 1;
      const edged = rows.filter((row) => row.qualifier !== "exact").length;
      expect(stated?.n_edged).toBe(edged);
      expect(stated?.note).toBe(edged === 0 ? null : `edges: ${edged} of ${rows.length}`);
      if (edged > 0) within(truth?.slope, stated?.slope_from, stated?.slope_to);
      else expect([stated?.slope_from, stated?.slope_to]).toEqual([null, null]);
    }),
    { numRuns: 400 },
  );
  expect(told.direction).toBeGreaterThan(10);
  expect(told.open).toBeGreaterThan(10);
});

test("a figure that is only stated as more than a number is no rise or fall by itself, and that is said", () => {
  const stated = (last: number, qualifier: string) => {
    const rows = [50, 52, 54, 56, 58, last].map((value, i) => {
      const edge = i === 5 ? { qualifier, lower: null, upper: null } : { qualifier: "exact" };
      return { region: "a", indicator: "x", year: 2015 + i, value, unit: "percent", ...edge };
    });
    const table = trend(rows);
    return { row: rowsOf(table)[0], found: findingsOf(table).map((one) => [one.code, one.facts]) };
  };
  const over = stated(60, "over");
  expect(over.row).toMatchObject({ verdict: "rising", n_edged: 1, flags: "series.edged", note: "edges: 1 of 6" });
  expect(over.found).toEqual([["series.edged", { edged: 1, used: 6 }]]);
  expect(stated(60, "under").row).toMatchObject({ slope: 2, verdict: "cannot_tell", outcome: null });
  expect(stated(60, "exact").row).toMatchObject({ verdict: "rising", n_edged: 0, flags: null, note: null });
});
