import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What the benchmarks need of a DuckDB connection. */
export interface Duck {
  readonly run: (sql: string) => Promise<unknown>;
  readonly number: (sql: string) => Promise<number>;
}

interface Api {
  readonly DuckDBInstance: {
    create: (path: string) => Promise<{ connect: () => Promise<Connection> }>;
  };
}
interface Connection {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRows: () => unknown[][] }>;
}

/**
 * Connects to DuckDB in memory, where it is installed: beside the project or in the folder that DUCKDB_FOLDER names
 * (`npm i --prefix FOLDER @duckdb/node-api`). It is no dependency of the project: 70 MB for a comparison.
 */
export async function connectDuck(): Promise<Duck | null> {
  const folder = process.env.DUCKDB_FOLDER ?? ".";
  let path: string;
  try {
    path = createRequire(join(resolve(folder), "package.json")).resolve("@duckdb/node-api");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw cause;
    console.log(
      "DuckDB is not installed: left out (npm i --prefix FOLDER @duckdb/node-api, then DUCKDB_FOLDER=FOLDER)",
    );
    return null;
  }
  const { DuckDBInstance } = (await import(pathToFileURL(path).href)) as Api;
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    run: (sql) => connection.run(sql),
    number: async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]),
  };
}
