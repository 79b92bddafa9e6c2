import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc } from "arquero";
import type { Panel } from "../src/model/panel.ts";
import { type ColumnTable, DictionaryColumn, NumberColumn, numbersOf, tableOf } from "../src/model/table.ts";
import { columnsOf } from "../src/verbs/columns.ts";
import { normalise } from "../src/verbs/normalise.ts";
import { perCapita } from "../src/verbs/per-capita.ts";
import { rank } from "../src/verbs/rank.ts";
import { rate } from "../src/verbs/rate.ts";
import { answer } from "./answer.ts";
import { compareFloor } from "./compare-floor.ts";
import { connectDuck } from "./duckdb.ts";
import { type MadeRows, madeRows } from "./made-rows.ts";
import { agree, type Contestant, measure, report } from "./measure.ts";

/** Scores, ranks and the answer of a table of rates; ranges of ranks, which nobody else computes, are left out. */
function judged(rates: ColumnTable, panel: Panel): number {
  const perHead = perCapita(rates, { by: "numerator", panel });
  const scores = (["z_score", "min_max", "percentile_rank"] as const).map((method) =>
    numbersOf(normalise(rates, { method }), "score"),
  );
  const ranked = numbersOf(rank(rates, { order: "table", draws: 0 }), "rank");
  return answer([numbersOf(rates, "value"), numbersOf(perHead, "value"), ...scores, ranked]);
}

/** The public verbs on a table of counts: its columns are new each time, as they come from a file. */
const withTable = ({ table, regions, indicators }: MadeRows): number => {
  const panel = panelOf(table, regions, indicators);
  return judged(rate(panel.observations), panel);
};

/**
 * The same from a panel, indicator by indicator: of each the figures of every region and year are selected and put in order,
 * with what the region table says of them.
 */
const withPanel = ({ table, regions, indicators }: MadeRows): number => {
  const panel = panelOf(table, regions, indicators);
  return indicators.reduce((total, indicator) => total + judged(rate(panel, { indicator }), panel), 0);
};

function panelOf(table: ColumnTable, regions: MadeRows["regions"], indicators: readonly string[]): Panel {
  const rateOf = (id: string) => ({
    id,
    name_zh: id,
    name_en: id,
    unit: "percent",
    unit_zh: "%",
    kind: "rate" as const,
    numerator: null,
    denominator: null,
    direction: "higher_better" as const,
    family: "made",
    definition: "",
    comparability_note: null,
    synonyms_zh: [],
  });
  const observations = tableOf({ ...columnsOf(table), indicator: copyOf(table, "indicator") });
  const none = { sources: new Map(), breaks: [], findings: [] };
  return { observations, regions, indicators: new Map(indicators.map((id) => [id, rateOf(id)])), ...none };
}

function copyOf(table: ColumnTable, name: string): DictionaryColumn {
  const { codes, values } = table.column(name) as unknown as DictionaryColumn;
  return new DictionaryColumn(codes, values);
}

/** Arquero as its guide has it: derive, join, group, derive. Missing figures are filtered out, because its ranks count them. */
function withArquero(table: ColumnTable, population: ColumnTable): number {
  const rates = table
    .filter("d => d.numerator !== null")
    .derive({ rate: "d => d.numerator / d.denominator * 100" })
    .join_left(population, [
      ["region", "year"],
      ["region", "year"],
    ])
    .derive({ per_head: "d => d.numerator / d.population * 100000" });
  const scored = rates.groupby("indicator", "year").derive({
    z: "d => (d.rate - mean(d.rate)) / stdev(d.rate)",
    range: "d => (d.rate - min(d.rate)) / (max(d.rate) - min(d.rate)) * 100",
  });
  const ranked = scored
    .orderby("rate")
    .derive({ percentile: "() => percent_rank()" })
    .orderby(desc("rate"))
    .derive({ rank: "() => rank()" });
  const names = ["rate", "per_head", "z", "range", "percentile", "rank"];
  return answer(names.map((name) => ranked.array(name) as ArrayLike<number>));
}

const SQL = `CREATE OR REPLACE TABLE compared AS
  WITH rates AS (
    SELECT o.region, o.indicator, o.year, o.numerator / o.denominator * 100 AS rate,
      o.numerator / p.population * 100000 AS per_head
    FROM observations o LEFT JOIN population p USING (region, year)
  )
  SELECT *,
    (rate - avg(rate) OVER w) / stddev_samp(rate) OVER w AS z,
    (rate - min(rate) OVER w) / (max(rate) OVER w - min(rate) OVER w) * 100 AS range,
    percent_rank() OVER (PARTITION BY indicator, year, rate IS NULL ORDER BY rate) AS percentile,
    rank() OVER (PARTITION BY indicator, year, rate IS NULL ORDER BY rate DESC) AS rank
  FROM rates WINDOW w AS (PARTITION BY indicator, year)`;
const CHECK = `SELECT sum(rate) + sum(per_head) + sum(z) + sum(range) + sum(percentile) + sum(rank)
  FROM compared WHERE rate IS NOT NULL`;

async function withDuck(made: MadeRows): Promise<Contestant | null> {
  const duck = await connectDuck();
  if (duck === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "comparanda-bench-"));
  for (const [name, csv] of [
    ["observations", made.csv()],
    ["population", made.populationCsv()],
  ] as const) {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, csv);
    await duck.run(`CREATE TABLE ${name} AS SELECT * FROM read_csv('${path}')`);
  }
  rmSync(folder, { recursive: true });
  let checked = Number.NaN;
  const run = async () => {
    await duck.run(SQL);
    return checked;
  };
  await run();
  checked = await duck.number(CHECK);
  return { name: "DuckDB", run };
}

/** Compare: rate, per-100,000 join, z, min-max, percent rank and rank with ties per indicator and year, over 1 M rows. */
export async function benchCompare(rounds: number): Promise<string> {
  const made = madeRows({ regions: 2500, indicators: 20, years: 20 });
  const population = populationTable(made);
  const duck = await withDuck(made);
  const contestants: Contestant[] = [
    { name: "comparanda", run: () => withTable(made) },
    { name: "from a panel", run: () => withPanel(made) },
    { name: "floor", run: () => answer(compareFloor(made)) },
    { name: "Arquero", run: () => withArquero(made.table, population) },
    ...(duck === null ? [] : [duck]),
  ];
  const measured = await measure(contestants, rounds);
  agree(measured);
  return report("compare, 1 M rows", measured, "≤ 0.45 DuckDB, ≤ 1.6 floor");
}

function populationTable({ regions }: MadeRows): ColumnTable {
  const all = [...regions.values()].flatMap(({ code, population }, i) =>
    population.map((one) => ({ code, i, ...one })),
  );
  return tableOf({
    region: new DictionaryColumn(
      Int32Array.from(all, ({ i }) => i),
      [...regions.keys()],
    ),
    year: new NumberColumn(Float64Array.from(all, ({ year }) => year)),
    population: new NumberColumn(Float64Array.from(all, ({ value }) => value)),
  });
}
