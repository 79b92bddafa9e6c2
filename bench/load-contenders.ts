/** One way of loading a file, run in a process of its own: prints milliseconds, rows and peak memory as JSON. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { loadTable } from "../src/read/load-table.node.ts";

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
    const name = "@duckdb/node-api";
    const { DuckDBInstance } = await import(name);
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}')`);
    const rows = await (await connection.run("SELECT count(*) FROM t")).getRows();
    return Number(rows[0][0]);
  },
};

const [way = "", file = ""] = process.argv.slice(2);
const run = WAYS[way];
if (run === undefined) throw new Error(`unknown way "${way}"; expected ${Object.keys(WAYS).join(", ")}`);
const start = performance.now();
const rows = await run(file);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, rows, peak: process.resourceUsage().maxRSS / 1024 }));
