/**
 * How long does a CSV file take to become a panel, beside PapaParse alone, Arquero's reader and DuckDB where it is there?
 *
 *   tsx bench/load.ts [rows ...]      default 100000 1000000 5000000
 *
 * Each way runs in a process of its own, one after the other in several rounds; printed are medians, their ratio to the
 * first reference that is there (DuckDB, or else PapaParse with nothing kept), and peak memory.
 */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { chinaRegions } from "../src/registry/china-regions.ts";

const FOLDER = path.resolve("out/bench");
const ROUNDS = 3;
/** Arquero's reader takes more memory than most machines have beyond this. */
const MOST_FOR_ARQUERO = 1_000_000;

interface Run {
  readonly milliseconds: number;
  readonly rows: number;
  readonly peak: number;
}

function generated(rows: number): string {
  const file = path.join(FOLDER, `load-${rows}.csv`);
  if (existsSync(file)) return file;
  const places = chinaRegions().places.filter(({ current, level }) => current && level === "county");
  const output = openSync(file, "w");
  writeSync(output, "region,name,level,year,indicator,value,unit,qualifier,numerator,denominator,source\n");
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  let lines: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const place = places[Math.floor(row / 400) % places.length] as (typeof places)[number];
    const [numerator, denominator] = [Math.floor(random() * 1000), 1000 + Math.floor(random() * 100_000)];
    const value = Math.round((numerator / denominator) * 1e6) / 1e4;
    lines.push(
      `${place.code},${place.name},county,${2000 + (row % 20)},indicator_${Math.floor(row / 20) % 20},${value},percent,exact,${numerator},${denominator},source_${row % 97}\n`,
    );
    if (lines.length === 20_000 || row === rows - 1) {
      writeSync(output, lines.join(""));
      lines = [];
    }
  }
  closeSync(output);
  return file;
}

function run(script: string, way: string, file: string): Run | null {
  const { stdout, status } = spawnSync(process.execPath, [script, way, file], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? (JSON.parse(stdout) as Run) : null;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

function compare(script: string, rows: number): void {
  const file = generated(rows);
  const ways = ["comparanda", "papaparse", "duckdb", ...(rows <= MOST_FOR_ARQUERO ? ["arquero"] : [])];
  const runs = new Map<string, Run[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ways) {
      const done = run(script, way, file);
      if (done !== null) runs.get(way)?.push(done);
    }
  }
  const times = new Map(
    [...runs]
      .filter(([, done]) => done.length > 0)
      .map(([way, done]) => [way, median(done.map(({ milliseconds }) => milliseconds))]),
  );
  const reference = times.has("duckdb") ? "duckdb" : "papaparse";
  console.log(`\n${rows.toLocaleString("en")} rows; ${reference} = 1`);
  for (const [way, done] of runs) {
    const time = times.get(way);
    if (time === undefined) {
      console.log(`  ${way.padEnd(12)} not installed, or failed`);
      continue;
    }
    const ratio = time / (times.get(reference) as number);
    const peak = Math.max(...done.map((one) => one.peak));
    console.log(
      `  ${way.padEnd(12)} ${ratio.toFixed(2).padStart(6)}  ${Math.round(time).toString().padStart(7)} ms  ${Math.round(peak).toString().padStart(5)} MB  ${done[0]?.rows} rows`,
    );
  }
}

mkdirSync(FOLDER, { recursive: true });
const script = path.join(FOLDER, "load-contenders.mjs");
buildSync({
  entryPoints: ["bench/load-contenders.ts"],
  outfile: script,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
});
const asked = process.argv.slice(2).map(Number);
for (const rows of asked.length > 0 ? asked : [100_000, 1_000_000, 5_000_000]) compare(script, rows);
