import { expect, test } from "vitest";
import { OBSERVATION_COLUMNS } from "../../src/model/observation.ts";
import type { ColumnTable } from "../../src/model/table.ts";
import { columnMeaning, meaningOf } from "../../src/recipes/column-meanings.ts";
import { change } from "../../src/verbs/change.ts";
import { compare } from "../../src/verbs/compare.ts";
import { compose } from "../../src/verbs/compose.ts";
import { converge } from "../../src/verbs/converge.ts";
import { inequality } from "../../src/verbs/inequality.ts";
import { normalise } from "../../src/verbs/normalise.ts";
import { peers } from "../../src/verbs/peers.ts";
import { perCapita } from "../../src/verbs/per-capita.ts";
import { rank } from "../../src/verbs/rank.ts";
import { rate } from "../../src/verbs/rate.ts";
import { sensitivity } from "../../src/verbs/sensitivity.ts";
import { smooth } from "../../src/verbs/smooth.ts";
import { trend } from "../../src/verbs/trend.ts";
import { observation, samplePanel } from "../sample-panel.ts";

const panel = samplePanel(
  [2019, 2020].flatMap((year) =>
    ["A1", "A2", "A4"].flatMap((region, i) => [
      observation({ region, year, value: 40 + i }),
      observation({ region, year, indicator: "loss_rate", value: 10 + i, numerator: 10 + i, denominator: 100 }),
    ]),
  ),
);
const rates = () => rate(panel, { indicator: "loss_rate" });
const index = { id: "index", children: [{ indicator: "loss_rate" }] };
const where = { year: 2020, draws: 3 };

/** Every table a verb makes: each of its columns may be written beside a figure. */
const TABLES: Record<string, () => ColumnTable> = {
  rate: rates,
  perCapita: () => perCapita(panel, { indicator: "cases" }),
  normalise: () => normalise(rates(), { method: "min_max" }),
  rank: () => rank(rates()),
  compare: () => compare(rates(), { to: { value: 10 } }),
  trend: () => trend(rates()),
  change: () => change(rates()),
  smooth: () => smooth(rates()),
  inequality: () => inequality(rates()),
  converge: () => converge(rates()),
  compose: () => compose(panel, index, where).table,
  sensitivity: () => sensitivity(panel, index, where).table,
  "sensitivity scenarios": () => sensitivity(panel, index, where).scenarios,
  "sensitivity ranks": () => sensitivity(panel, index, where).ranks,
  peers: () => peers(panel, { region: "A1", by: "sameParent" }),
};

test.each(Object.keys(TABLES))("every column of %s has a meaning in both languages", (name) => {
  const columns = TABLES[name]?.().columnNames() ?? [];
  expect(columns.length).toBeGreaterThan(3);
  expect(columns.filter((column) => meaningOf(column) === null)).toEqual([]);
});

test("every column of the observations has one too", () => {
  expect(Object.keys(OBSERVATION_COLUMNS).filter((column) => meaningOf(column) === null)).toEqual([]);
});

test("a column of somebody else's is called what it is called", () => {
  expect(meaningOf("toString")).toBeNull();
  expect(columnMeaning("toString")).toEqual({ zh: "toString", en: "toString" });
});
