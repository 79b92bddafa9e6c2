import { existsSync } from "node:fs";
import { type FamilyResult, runVectors } from "./vectors/run.ts";

/** Runs the reference vectors of a folder and prints how many pass: `npm run vectors -- DIR`. */
function main(folder: string | undefined): number {
  if (folder === undefined || !existsSync(folder)) {
    console.error(`vectors: missing folder "${folder ?? ""}"; expected a folder of reference vectors (*.json)`);
    return 1;
  }
  const results = runVectors(folder);
  if (results.length === 0) {
    console.error(`vectors: no *.json in "${folder}"; expected a folder of reference vectors`);
    return 1;
  }
  for (const result of results) {
    if (result.problem !== null) {
      console.error(`vectors: ${result.family}: ${result.problem}`);
      continue;
    }
    console.log(`${result.family}: ${counted([result])}`);
    for (const { id, differences } of result.cases) {
      for (const { key, expected, got } of differences) {
        console.log(`  ${id} ${key}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
      }
    }
  }
  console.log(`total: ${counted(results)}`);
  const failed = results.some(({ cases }) => cases.some(({ state }) => state === "failed"));
  return failed || results.some(({ problem }) => problem !== null) ? 1 : 0;
}

function counted(results: readonly FamilyResult[]): string {
  const states = results.flatMap(({ cases }) => cases.map(({ state }) => state));
  return (["passed", "failed", "not implemented"] as const)
    .map((state) => `${states.filter((each) => each === state).length} ${state}`)
    .join(", ");
}

process.exitCode = main(process.argv[2]);
