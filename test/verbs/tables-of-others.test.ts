import fc from "fast-check";
import { expect, test } from "vitest";
import { REFUSED } from "../../src/model/refusals.ts";
import type { Source } from "../../src/model/source.ts";
import { asTable, rowsOf } from "../../src/model/table.ts";
import { findingsOf } from "../../src/model/table-findings.ts";
import { change } from "../../src/verbs/change.ts";
import { compare } from "../../src/verbs/compare.ts";
import { compose } from "../../src/verbs/compose.ts";
import { converge } from "../../src/verbs/converge.ts";
import { inequality } from "../../src/verbs/inequality.ts";
import { normalise } from "../../src/verbs/normalise.ts";
import { perCapita } from "../../src/verbs/per-capita.ts";
import { rank } from "../../src/verbs/rank.ts";
import { rate } from "../../src/verbs/rate.ts";
import { COMPARISON_COLUMNS, select } from "../../src/verbs/select.ts";
import { smooth } from "../../src/verbs/smooth.ts";
import { trend } from "../../src/verbs/trend.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const COUNTED = [{ region: "a", year: 2020, value: 1, numerator: 1, denominator: 2 }];

const count = fc.option(fc.integer({ min: 0, max: 400 }));
const counted = fc.array(
  fc.record({
    region: fc.constantFrom("A1", "A2", "A3", "A4"),
    year: fc.integer({ min: 2014, max: 2021 }),
    numerator: count,
    denominator: count,
  }),
  { minLength: 1, maxLength: 20 },
);

test("a table of counts gets rates: a figure or a reason in every row, inside its limits, rows and columns kept", () => {
  fc.assert(
    fc.property(counted, fc.nat(50), (rows, minimumCases) => {
      const table = rate(deepFreeze(rows.map((row, i) => ({ ...row, i }))), { minimumCases });
      expect(table.columnNames().slice(0, 5)).toEqual(["region", "year", "numerator", "denominator", "i"]);
      rowsOf(table).forEach((row, i) => {
        const given = rows[i] as (typeof rows)[number];
        expect(row).toMatchObject({ ...given, i });
        expect(row.missing === null).toBe(row.value !== null);
        const [x, n] = [given.numerator ?? Number.NaN, given.denominator ?? Number.NaN];
        if (x <= n && n > 0 && n >= minimumCases) {
          expect(row).toMatchObject({ value: (x / n) * 100, kind: "derived", interval_method: "wilson" });
          expect(row.interval_lower).toBeLessThanOrEqual(row.value as number);
          expect(row.interval_upper).toBeGreaterThanOrEqual(row.value as number);
        } else expect(row).toMatchObject({ value: null, interval_lower: null, interval_method: null });
        if (n === 0 && !Number.isNaN(x)) expect(row).toMatchObject({ missing: "not_applicable" });
      });
      const refused = findingsOf(table).filter(({ code }) => code === "cases.few" || code === "denominator.zero");
      const flagged = rowsOf(table).filter((row) => /cases\.few|denominator\.zero/.test(String(row.flags)));
      expect(refused.length).toBe(flagged.length);
    }),
  );
});

test("rates of a panel are those of a table of the same counts", () => {
  const cell = ({ region, year }: { region: string; year: number }) => `${region}${year}`;
  fc.assert(
    fc.property(fc.uniqueArray(counted, { maxLength: 1 }), ([rows = []]) => {
      const unique = [...new Map(rows.map((row) => [cell(row), row])).values()].filter(
        ({ numerator, denominator }) => numerator !== null && denominator !== null && numerator <= denominator,
      );
      if (!unique.some(({ denominator }) => denominator !== 0)) return;
      const observations = unique.map((row) => observation({ ...row, indicator: "loss_rate", value: null }));
      const ofPanel = new Map(
        rowsOf(rate(samplePanel(observations), { indicator: "loss_rate" })).map((row) => [cell(row as never), row]),
      );
      for (const row of rowsOf(rate(unique))) {
        const { value, interval_lower, interval_upper, missing } = ofPanel.get(cell(row as never)) ?? {};
        expect({ value, interval_lower, interval_upper, missing }).toEqual({
          value: row.value,
          interval_lower: row.interval_lower,
          interval_upper: row.interval_upper,
          missing: row.missing,
        });
      }
    }),
  );
});

test("a table of counts is divided by the people of a panel: a figure or a reason in every row", () => {
  const panel = samplePanel([]);
  fc.assert(
    fc.property(counted, fc.constantFrom(1000, 100_000), fc.nat(20), (rows, per, minimumCases) => {
      const table = perCapita(deepFreeze(rows), { panel, by: "numerator", per, minimumCases });
      rowsOf(table).forEach((row, i) => {
        const given = rows[i] as (typeof rows)[number];
        expect(row).toMatchObject({ region: given.region, year: given.year, unit: `per_${per}` });
        expect(row.missing === null).toBe(row.value !== null);
        if (row.value === null) return;
        const people = panel.regions.get(given.region)?.population.find(({ year }) => year === row.basis_year);
        expect(row.denominator).toBe(people?.value);
        expect(row.value).toBeCloseTo(((given.numerator as number) / (people?.value as number)) * per, 9);
        expect(row.interval_lower).toBeLessThanOrEqual(row.value as number);
        expect(row.interval_upper).toBeGreaterThanOrEqual(row.value as number);
      });
    }),
  );
});

test("a table without a panel to divide by, or without its columns, is refused by name", () => {
  const rows = [{ region: "A1", year: 2020, deaths: 3 }];
  expect(() => perCapita(rows, { by: "deaths" } as never)).toThrow("invalid panel");
  expect(() => perCapita(rows, { panel: samplePanel([]) })).toThrow('perCapita: missing column "value"');
  expect(() => rate(rows)).toThrow('rate: missing column "numerator"');
});

test("too few cases are seen all the same where that is allowed, and the row says so", () => {
  const rows = [{ region: "A1", year: 2020, numerator: 3, denominator: 11 }];
  const shown = { flags: expect.stringContaining("cases.few"), note: "allow: cases.few" };
  const options = { minimumCases: 20, allow: ["cases.few"] };
  const rated = rate(rows, options);
  expect(rowsOf(rated)).toMatchObject([{ value: (3 / 11) * 100, missing: null, ...shown }]);
  const divided = perCapita(rows, { panel: samplePanel([]), by: "numerator", ...options });
  expect(rowsOf(divided)).toMatchObject([{ value: 1.5, missing: null, ...shown }]);
  for (const table of [rated, divided]) expect(findingsOf(table).map(({ code }) => code)).toContain("refusal.allowed");
});

test("an override of something nobody refuses is a mistake of the caller, in every verb", () => {
  const rows = [{ region: "a", year: 2020, value: 1, numerator: 1, denominator: 2 }];
  const panel = samplePanel([observation()]);
  const allow = ["cases.fwe"];
  const calls: Record<string, () => unknown> = {
    rate: () => rate(rows, { allow }),
    perCapita: () => perCapita(panel, { indicator: "cases", allow }),
    normalise: () => normalise(rows, { method: "rank", allow }),
    compare: () => compare(rows, { to: { value: 1 }, allow }),
    rank: () => rank(rows, { allow }),
    smooth: () => smooth(rows, { allow }),
    inequality: () => inequality(rows, { allow }),
    trend: () => trend(rows, { allow }),
    change: () => change(rows, { allow }),
    converge: () => converge(rows, { allow }),
    compose: () => compose(panel, { id: "i", children: [{ indicator: "loss_rate" }] }, { year: 2020, allow }),
  };
  for (const [verb, call] of Object.entries(calls)) {
    expect(call).toThrow(`${verb}: invalid allow: got "cases.fwe"; expected ${REFUSED.join(" | ")}`);
  }
});

test("figures come once for each region, year and body, in that order, with a value or a reason", () => {
  const one = fc.record({
    region: fc.constantFrom("A2", "A1", "A4"),
    year: fc.integer({ min: 2018, max: 2021 }),
    body: fc.constantFrom("whole_region", "courts", null),
    value: fc.option(fc.integer({ min: 0, max: 9 })),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 25 }), (drawn) => {
      const panel = samplePanel([observation({ region: "A3" }), ...drawn.map((row) => observation(row))]);
      const table = select(panel, { indicator: "cases", body: "all" });
      expect(table.columnNames()).toEqual(Object.keys(COMPARISON_COLUMNS));
      const keys = rowsOf(table).map(({ region, year, body }) => `${region} ${year} ${body ?? ""}`);
      expect(keys).toEqual([...new Set(keys)].sort());
      for (const row of rowsOf(table)) expect(row.missing === null).toBe(row.value !== null);
    }),
  );
});

test("rows that a table filters out are not compared", () => {
  const panel = samplePanel([observation({ value: 1 }), observation({ region: "A2", value: 2 })]);
  const observations = panel.observations.filter("d => d.value > 1");
  expect(rowsOf(select({ ...panel, observations }, { indicator: "cases" }))).toMatchObject([
    { region: "A2", value: 2 },
  ]);
});

test("a panel of plain rows needs no column it has nothing to say in", () => {
  const rows = [
    { region: "A1", year: 2020, indicator: "cases", value: 8 },
    { region: "A2", year: 2020, indicator: "cases", value: null },
  ];
  const table = select(samplePanel([], { observations: asTable(rows) }), { indicator: "cases" });
  expect(rowsOf(table)).toMatchObject([
    { region: "A1", value: 8, unit: "case", missing: null },
    { region: "A2", value: null, missing: "not_reported" },
  ]);
});

test("figures of sources that count in another way are refused beside those that do not", () => {
  const plain = samplePanel([
    observation({ region: "A1", value: 5 }),
    observation({ region: "A2", value: 7 }),
    observation({ region: "A4", value: 90, source: "s2" }),
  ]);
  const s2 = { ...(plain.sources.get("s2") as Source), definition: "with carried-over cases" };
  const panel = {
    ...plain,
    sources: new Map([...plain.sources, ["s2", s2]]),
  };
  const figures = select(panel, { indicator: "cases" });
  const ranked = rank(figures);
  expect(rowsOf(ranked).map(({ region, rank: place, missing }) => [region, place, missing])).toEqual([
    ["A2", 1, null],
    ["A1", 2, null],
    ["A4", null, "not_comparable"],
  ]);
  expect(findingsOf(ranked)).toMatchObject([
    { code: "definition.mixed", facts: { indicators: ["—", "with carried-over cases"], taken: "—" } },
  ]);
  const allowed = rowsOf(rank(figures, { allow: ["definition.mixed"] }));
  expect(allowed[0]).toMatchObject({ region: "A4", rank: 1, note: "allow: definition.mixed" });
});

test.each([
  ["rank", "better", () => rank(COUNTED, { better: "lowest" as never })],
  ["rank", "ties", () => rank(COUNTED, { ties: "midle" as never })],
  ["rank", "confidence", () => rank(COUNTED, { confidence: 95 })],
  ["normalise", "method", () => normalise(COUNTED, { method: "minmax" as never })],
  ["compare", "to", () => compare(COUNTED, {} as never)],
  ["compare", "to", () => compare(COUNTED, { to: "nation" as never })],
  ["compare", "to", () => compare(COUNTED, { to: { area: "a" } as never })],
  ["trend", "confidence", () => trend(COUNTED, { confidence: 2 })],
  ["smooth", "family", () => smooth(COUNTED, { family: "gauss" as never })],
  ["asTable", "input", () => rate({} as never)],
])("%s names the option %s that cannot be", (verb, argument, call) => {
  expect(call).toThrow(`${verb}: invalid ${argument}: got `);
});

test("a panel asked for no indicator says which there are", () => {
  expect(() => select(samplePanel([]), {} as never)).toThrow('select: unknown indicator "undefined"');
});
