import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escape as lambda } from "arquero";
import { type ColumnTable, numbersOf, rowsOf } from "../src/model/table.ts";
import { mannKendall } from "../src/stats/mann-kendall.ts";
import { olsTrend } from "../src/stats/ols-trend.ts";
import { theilSen } from "../src/stats/theil-sen.ts";
import { trend } from "../src/verbs/trend.ts";
import { answer } from "./answer.ts";
import { connectDuck, type Duck } from "./duckdb.ts";
import { type MadeSeries, madeSeries } from "./made-series.ts";
import { agree, type Contestant, measure, report } from "./measure.ts";
import { trendFloor } from "./trend-floor.ts";

function withVerb(table: ColumnTable): Float64Array[] {
  const trends = trend(table);
  const lines = ["ols_slope", "ols_lower", "ols_upper", "slope", "slope_lower", "slope_upper"];
  return [...lines, "p", "last_change", "index"].map((name) => numbersOf(trends, name));
}

interface Rolled {
  readonly years: number[];
  readonly values: number[];
}

interface Line {
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

/** Arquero as its guide has it: group, roll up, and a function of ours for what it cannot say. */
function withArquero(table: ColumnTable): number {
  const rolled = table
    .filter("d => d.value !== null")
    .groupby("region", "indicator")
    .rollup({
      years: "d => array_agg(d.year)",
      values: "d => array_agg(d.value)",
    })
    .derive({
      ols: lambda(({ years, values }: Rolled) => olsTrend(years, values)),
      sen: lambda(({ years, values }: Rolled) => theilSen(years, values)),
      p: lambda(({ years, values }: Rolled) => mannKendall(years, values).p),
      last: lambda(({ years, values }: Rolled) => {
        const n = years.length;
        return years[n - 2] === (years[n - 1] as number) - 1
          ? (values[n - 1] as number) - (values[n - 2] as number)
          : null;
      }),
      index: lambda(({ values }: Rolled) => ((values.at(-1) as number) / (values[0] as number)) * 100),
    });
  const lines = ["ols", "sen"].flatMap((name) => {
    const all = [...(rolled.array(name) as Iterable<Line>)];
    return [all.map(({ slope }) => slope), all.map(({ lower }) => lower), all.map(({ upper }) => upper)];
  });
  return answer([...lines, ...["p", "last", "index"].map((name) => rolled.array(name) as ArrayLike<number>)]);
}

/** DuckDB has no normal distribution: it gives S and its variance, which is all but one function call of the p. */
const SQL = `CREATE OR REPLACE TABLE trends AS
  WITH known AS (SELECT * FROM series WHERE value IS NOT NULL),
  pairs AS (
    SELECT a.id, median((b.value - a.value) / (b.year - a.year)) AS sen, sum(sign(b.value - a.value)) AS s
    FROM known a JOIN known b ON a.id = b.id AND b.year > a.year GROUP BY a.id
  ),
  ties AS (
    SELECT id, sum(t * (t - 1) * (2 * t + 5)) AS weight
    FROM (SELECT id, value, count(*) AS t FROM known GROUP BY id, value) GROUP BY id
  ),
  lines AS (
    SELECT id, regr_slope(value, year) AS ols, count(*) AS n,
      arg_max(value, year) / arg_min(value, year) * 100 AS index, max(year) AS last_year, arg_max(value, year) AS last_value
    FROM known GROUP BY id
  )
  SELECT lines.id, ols, sen, index, s, (n * (n - 1) * (2 * n + 5) - weight) / 18 AS variance,
    last_value - k.value AS last_change
  FROM lines JOIN pairs USING (id) JOIN ties USING (id)
  LEFT JOIN known k ON k.id = lines.id AND k.year = last_year - 1`;

async function withDuck({ table, years }: MadeSeries): Promise<Contestant | null> {
  const duck: Duck | null = await connectDuck();
  if (duck === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "comparanda-bench-"));
  const path = join(folder, "series.csv");
  const lines = rowsOf(table).map(({ year, value }, i) => `${Math.floor(i / years)},${year},${value ?? ""}`);
  writeFileSync(path, `id,year,value\n${lines.join("\n")}\n`);
  await duck.run(`CREATE TABLE series AS SELECT * FROM read_csv('${path}')`);
  rmSync(folder, { recursive: true });
  return {
    name: "DuckDB",
    run: async () => {
      await duck.run(SQL);
      return Number.NaN;
    },
  };
}

/** Trend: least squares, Theil–Sen, Mann–Kendall p, last change and index of 90,000 series of twelve years. */
export async function benchTrend(rounds: number): Promise<string> {
  const made = madeSeries(90_000, 12);
  const duck = await withDuck(made);
  const measured = await measure(
    [
      { name: "comparanda", run: () => answer(withVerb(made.table)) },
      { name: "floor", run: () => answer(trendFloor(made)) },
      { name: "Arquero", run: () => withArquero(made.table) },
      ...(duck === null ? [] : [duck]),
    ],
    rounds,
  );
  // DuckDB stops short of p, so that its sum is another.
  agree(measured.filter(({ name }) => name !== "DuckDB"));
  return report("trend, 90,000 series", measured, "≤ 0.35 DuckDB, ≤ 1.6 floor");
}
