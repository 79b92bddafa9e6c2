import fc from "fast-check";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { rank } from "../../src/verbs/rank.ts";

interface Ranked {
  region: string;
  value: number | null;
  rank: number | null;
  rank_from: number | null;
  rank_to: number | null;
  n_reported: number;
  n_total: number;
}
const ranked = (rows: Iterable<object>, options = {}) =>
  rowsOf(rank(rows, { draws: 500, ...options })) as never as Ranked[];
const cells = fc.array(
  fc.record({ region: fc.uuid(), value: fc.option(fc.integer({ min: 0, max: 9 })), year: fc.constantFrom(2020, 2021) }),
);

test("rank gives tied regions the same, lowest rank", () => {
  const rows = [3, 9, 9, 1, 4].map((value, i) => ({ region: `r${i}`, value }));
  expect(ranked(rows).map((row) => [row.value, row.rank])).toEqual([
    [9, 1],
    [9, 1],
    [4, 3],
    [3, 4],
    [1, 5],
  ]);
});

test("a missing value never ranks, stands last, and is counted among those who should report", () => {
  const rows = [null, 5, null, 7].map((value, i) => ({ region: `r${i}`, value }));
  expect(ranked(rows).map((row) => [row.region, row.rank, row.n_reported, row.n_total])).toEqual([
    ["r3", 1, 2, 4],
    ["r1", 2, 2, 4],
    ["r0", null, 2, 4],
    ["r2", null, 2, 4],
  ]);
});

test("lower is better where the indicator says so", () => {
  const rows = [8, 2].map((value) => ({ region: `r${value}`, value, direction: "lower_better" }));
  expect(ranked(rows)[0]).toMatchObject({ region: "r2", rank: 1 });
  expect(ranked(rows, { better: "higher" })[0]).toMatchObject({ region: "r8", rank: 1 });
});

test("years, levels and bodies are ranked apart", () => {
  const rows = [
    { region: "a", value: 1, year: 2020, body: "courts" },
    { region: "b", value: 2, year: 2020, body: "courts" },
    { region: "a", value: 3, year: 2021, body: "courts" },
    { region: "a", value: 4, year: 2021, body: "government" },
  ];
  expect(ranked(rows).map((row) => row.rank)).toEqual([1, 2, 1, 1]);
});

test("an open edge makes a range of places, not a point", () => {
  const rows = [
    { region: "a", value: 98, qualifier: "at_least", lower: 98, upper: 100 },
    { region: "b", value: 99, qualifier: "exact" },
    { region: "c", value: 97, qualifier: "exact" },
    { region: "d", value: 99.5, qualifier: "exact" },
  ];
  const range = Object.fromEntries(ranked(rows).map((row) => [row.region, [row.rank_from, row.rank_to]]));
  expect(range).toEqual({ a: [1, 3], b: [2, 3], c: [4, 4], d: [1, 2] });
});

test("overlapping intervals make ranges, distant ones do not", () => {
  const row = (region: string, value: number, half: number) => ({
    region,
    value,
    interval_lower: value - half,
    interval_upper: value + half,
  });
  const range = Object.fromEntries(
    ranked([row("a", 20, 2), row("b", 19, 2), row("c", 5, 1)], { draws: 5000 }).map((one) => [
      one.region,
      [one.rank_from, one.rank_to],
    ]),
  );
  expect(range).toEqual({ a: [1, 2], b: [1, 2], c: [3, 3] });
});

test("where only some figures have intervals nobody gets a range, and that is found", () => {
  const rows = [
    { region: "a", value: 3, interval_lower: 2, interval_upper: 4 },
    { region: "b", value: 5, interval_lower: null, interval_upper: null },
  ];
  const table = rank(rows);
  expect(rowsOf(table).map((row) => row.rank_from)).toEqual([null, null]);
  expect(findingsOf(table)).toMatchObject([{ code: "interval.missing", facts: { regions: 1 } }]);
});

test("a column that is not there is named with the nearest one", () => {
  expect(() => rank([{ region: "a", rate: 3 }], { by: "rates" })).toThrow(
    'rank: missing column "rates"; the table has region, rate; did you mean "rate"?',
  );
});

test("the order of rows is irrelevant", () => {
  fc.assert(
    fc.property(cells, (rows) => {
      const places = (list: typeof rows) => new Map(ranked(list).map((row) => [row.region, row.rank]));
      expect(places(rows.toReversed())).toEqual(places(rows));
    }),
  );
});

test("a missing value never ranks, every present one does, and the range holds the rank", () => {
  fc.assert(
    fc.property(cells, (rows) => {
      const table = ranked(rows);
      expect(table).toHaveLength(rows.length);
      for (const row of table) {
        expect(row.rank === null).toBe(row.value === null);
        if (row.rank === null) continue;
        expect(row.rank_from).toBeLessThanOrEqual(row.rank);
        expect(row.rank_to).toBeGreaterThanOrEqual(row.rank);
        expect(row.rank_to).toBeLessThanOrEqual(row.n_reported);
      }
    }),
  );
});

test("the input is not changed", () => {
  const rows = Object.freeze([Object.freeze({ region: "a", value: 1 }), Object.freeze({ region: "b", value: null })]);
  expect(ranked(rows)).toHaveLength(2);
});
