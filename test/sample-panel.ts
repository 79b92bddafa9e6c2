import { INDICATOR_KINDS } from "../src/model/indicator.ts";
import { OBSERVATION_COLUMNS, type Observation } from "../src/model/observation.ts";
import type { Panel } from "../src/model/panel.ts";
import type { Population, Region } from "../src/model/region.ts";
import { fromRows } from "../src/model/table.ts";

/** An observation of a made-up county; only what a test is about has to be given. */
export function observation(given: Partial<Observation> = {}): Observation {
  return {
    region: "A1",
    year: 2020,
    period: null,
    indicator: "cases",
    value: 10,
    lower: null,
    upper: null,
    unit: given.indicator === "loss_rate" ? "percent" : "case",
    qualifier: "exact",
    numerator: null,
    denominator: null,
    body: "whole_region",
    kind: "observation",
    missing: given.value === null ? "not_reported" : null,
    source: "s1",
    locator: null,
    as_written: null,
    note: null,
    reported_by: null,
    ...given,
  };
}

const region = (code: string, level: string, parent: string | null, population: readonly Population[]): Region => ({
  code,
  name: `地区${code}`,
  name_en: `Region ${code}`,
  level,
  parent,
  valid_from: null,
  valid_to: null,
  population,
  note: null,
});

const people = (year: number, value: number, basis = "census"): Population => ({ year, value, basis, source: null });

const indicator = (id: string, more: object = {}) =>
  [
    id,
    {
      id,
      name_zh: `指标${id}`,
      name_en: id,
      unit: "case",
      unit_zh: "件",
      kind: INDICATOR_KINDS[0],
      numerator: null,
      denominator: null,
      direction: "neutral" as const,
      family: "courts",
      definition: "",
      comparability_note: null,
      synonyms_zh: [],
      ...more,
    },
  ] as const;

/** A made-up country of one province, four counties and three indicators: `cases`, `lost`, `loss_rate` = lost / cases. */
export function samplePanel(observations: readonly Observation[], more: Partial<Panel> = {}): Panel {
  const regions = [
    region("A", "province", null, [people(2020, 1_000_000)]),
    region("A1", "county", "A", [people(2020, 200_000), people(2019, 190_000, "resident_year_end")]),
    region("A2", "county", "A", [people(2020, 300_000)]),
    region("A3", "county", "A", [people(2015, 400_000)]),
    region("A4", "county", "A", [people(2020, 100_000, "registered")]),
  ];
  const source = (id: string, published: string) =>
    [id, { id, title: `来源${id}`, publisher: null, published, url: null, note: null }] as const;
  return {
    observations: fromRows(observations, OBSERVATION_COLUMNS),
    regions: new Map(regions.map((one) => [one.code, one])),
    indicators: new Map([
      indicator("cases"),
      indicator("lost"),
      indicator("loss_rate", {
        unit: "percent",
        unit_zh: "%",
        kind: "rate",
        numerator: "lost",
        denominator: "cases",
        direction: "lower_better",
      }),
    ]),
    sources: new Map([source("s1", "2021-03-01"), source("s2", "2022-03-01")]),
    breaks: [],
    findings: [],
    ...more,
  };
}
