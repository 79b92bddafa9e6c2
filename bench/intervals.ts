import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escape as lambda } from "arquero";
import { NumberColumn, tableOf } from "../src/model/table.ts";
import { poissonInterval } from "../src/stats/poisson-interval.ts";
import { poissonIntervals } from "../src/stats/poisson-intervals.ts";
import { randomFrom } from "../src/stats/random.ts";
import { normalWidth } from "../src/stats/special/normal-quantile.ts";
import { wilsonInterval } from "../src/stats/wilson-interval.ts";
import { wilsonIntervals } from "../src/stats/wilson-intervals.ts";
import { answer } from "./answer.ts";
import { connectDuck } from "./duckdb.ts";
import { agree, type Contestant, measure, report } from "./measure.ts";

interface Counts {
  readonly events: Float64Array;
  readonly population: Float64Array;
}

function madeCounts(length: number): Counts {
  const random = randomFrom(11);
  const population = Float64Array.from({ length }, () => 1 + Math.floor(random.uniform() * 5000));
  const events = population.map((people) => Math.floor(random.uniform() * random.uniform() * (people + 1)));
  return { events, population };
}

function withStatistics({ events, population }: Counts): Float64Array[] {
  const [wilson, poisson] = [wilsonIntervals(events, population), poissonIntervals(events)];
  return [wilson.lower, wilson.upper, poisson.lower, poisson.upper];
}

/** Exact limits below ten events, looked up. */
const EXACT = Array.from({ length: 10 }, (_, events) => poissonInterval(events));

function floor({ events, population }: Counts): Float64Array[] {
  const z = normalWidth(0.95);
  const columns = Array.from({ length: 4 }, () => new Float64Array(events.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [wilsonLower, wilsonUpper, poissonLower, poissonUpper] = columns;
  for (let i = 0; i < events.length; i += 1) {
    const x = events[i] as number;
    const n = population[i] as number;
    const spread = z * z + z * Math.sqrt(z * z + 4 * x * (1 - x / n));
    wilsonLower[i] = (2 * x * x) / (n * (2 * x + spread));
    wilsonUpper[i] = (2 * x + spread) / (2 * (n + z * z));
    if (x < 10) {
      poissonLower[i] = EXACT[x]?.lower as number;
      poissonUpper[i] = EXACT[x]?.upper as number;
    } else {
      poissonLower[i] = x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3;
      poissonUpper[i] = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * Math.sqrt(x + 1))) ** 3;
    }
  }
  return columns;
}

interface Row {
  readonly events: number;
  readonly population: number;
}

/** Arquero with a function per row, as its guide has it. */
function withArquero({ events, population }: Counts): number {
  const table = tableOf({ events: new NumberColumn(events), population: new NumberColumn(population) }).derive({
    wilson: lambda((row: Row) => wilsonInterval(row.events, row.population)),
    poisson: lambda((row: Row) => poissonInterval(row.events)),
  });
  let total = 0;
  for (const name of ["wilson", "poisson"]) {
    for (const { lower, upper } of table.array(name) as Iterable<{ lower: number; upper: number }>)
      total += lower + upper;
  }
  return total;
}

const z = normalWidth(0.95);
const SQL = `CREATE OR REPLACE TABLE limits AS
  WITH spread AS (
    SELECT *, ${z * z} + ${z} * sqrt(${z * z} + 4 * events * (1 - events / population)) AS spread FROM counts
  )
  SELECT 2 * events * events / (population * (2 * events + spread)) AS wilson_lower,
    (2 * events + spread) / (2 * (population + ${z * z})) AS wilson_upper,
    CASE WHEN e.lower IS NOT NULL THEN e.lower
      ELSE s.events * pow(1 - 1 / (9 * s.events) - ${z} / (3 * sqrt(s.events)), 3) END AS poisson_lower,
    CASE WHEN e.upper IS NOT NULL THEN e.upper
      ELSE (s.events + 1) * pow(1 - 1 / (9 * (s.events + 1)) + ${z} / (3 * sqrt(s.events + 1)), 3) END AS poisson_upper
  FROM spread s LEFT JOIN exact e USING (events)`;

async function withDuck({ events, population }: Counts): Promise<Contestant | null> {
  const duck = await connectDuck();
  if (duck === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "comparanda-bench-"));
  const path = join(folder, "counts.csv");
  writeFileSync(path, `events,population\n${Array.from(events, (x, i) => `${x},${population[i]}`).join("\n")}\n`);
  await duck.run(
    `CREATE TABLE counts AS SELECT events::DOUBLE AS events, population::DOUBLE AS population FROM read_csv('${path}')`,
  );
  rmSync(folder, { recursive: true });
  const exact = EXACT.map(({ lower, upper }, x) => `(${x}::DOUBLE, ${lower}::DOUBLE, ${upper}::DOUBLE)`).join(", ");
  await duck.run(`CREATE TABLE exact AS SELECT * FROM (VALUES ${exact}) t(events, lower, upper)`);
  await duck.run(SQL);
  const checked = await duck.number(
    "SELECT sum(wilson_lower) + sum(wilson_upper) + sum(poisson_lower) + sum(poisson_upper) FROM limits",
  );
  return {
    name: "DuckDB",
    run: async () => {
      await duck.run(SQL);
      return checked;
    },
  };
}

/** Intervals: Wilson of a million proportions, Poisson (exact below ten, Byar from ten) of a million counts. */
export async function benchIntervals(rounds: number): Promise<string> {
  const counts = madeCounts(1_000_000);
  const duck = await withDuck(counts);
  const measured = await measure(
    [
      { name: "comparanda", run: () => answer(withStatistics(counts)) },
      { name: "floor", run: () => answer(floor(counts)) },
      { name: "Arquero", run: () => withArquero(counts) },
      ...(duck === null ? [] : [duck]),
    ],
    rounds,
  );
  agree(measured);
  return report("intervals, 1 M rows", measured, "≤ 0.9 DuckDB, ≤ 1.3 floor");
}
