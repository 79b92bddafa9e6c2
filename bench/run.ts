/**
 * Races the verbs against DuckDB, natural Arquero and a floor of bare typed arrays: `npm run bench`, or
 * `npm run bench -- compare trend intervals change ranks extract` for some of them. DUCKDB_FOLDER names a folder with @duckdb/node-api in it.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const asked = process.argv.slice(2);
const benches: Record<string, () => Promise<string>> = {
  compare: async () => (await import("./compare.ts")).benchCompare(ROUNDS),
  trend: async () => (await import("./trend.ts")).benchTrend(ROUNDS),
  intervals: async () => (await import("./intervals.ts")).benchIntervals(ROUNDS),
  change: async () => (await import("./change.ts")).benchChange(ROUNDS),
  ranks: async () => (await import("./ranks.ts")).benchRanks(ROUNDS),
  extract: async () => (await import("./extract.ts")).benchExtract(ROUNDS),
  load: async () => (await import("./load.ts")).benchLoad(),
};
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) throw new Error(`bench: unknown "${unknown}"; expected ${Object.keys(benches).join(", ")}`);
console.log("| work | who | median | ÷ DuckDB | ÷ floor | goal |\n|---|---|---|---|---|---|");
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) console.log(await bench());
}
