/** One way of loading a file, run in a process of its own: prints milliseconds, rows and peak memory as JSON. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { loadTable } from "../src/read/load-table.node.ts";
import { connectDuck } from "./duckdb.ts";

const WAYS: Readonly<Record<string, (file: string) => Promise<number>>> = {
  comparanda: async (file) => (await loadTable(file)).account.rowsRead,
  papaparse: (file) =>
    new Promise((resolve, reject) => {
      let rows = -1;
      const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {});
      createReadStream(file).pipe(parser);
      parser.on("data", () => {
        rows += 1;
      });
      parser.on("end", () => resolve(rows));
      parser.on("error", reject);
    }),
  arquero: async (file) => (await import("arquero")).fromCSV(await readFile(file, "utf8")).numRows(),
  duckdb: async (file) => {
    const duck = await connectDuck();
    if (duck === null) throw new Error("DuckDB is not installed");
    await duck.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}')`);
    return duck.number("SELECT count(*) FROM t");
  },
};

const [way = "", file = ""] = process.argv.slice(2);
const run = WAYS[way];
if (run === undefined) throw new Error(`unknown way "${way}"; expected ${Object.keys(WAYS).join(", ")}`);
const start = performance.now();
const rows = await run(file);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, rows, peak: process.resourceUsage().maxRSS / 1024 }));
