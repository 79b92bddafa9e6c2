import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractReport } from "../src/prose/extract-report.ts";
import { loadLexicon } from "../src/prose/lexicon.node.ts";
import { toPrediction } from "../src/prose/to-prediction.ts";

const shared = path.resolve("../shared");
if (!existsSync(shared)) {
  console.log(`score: no labelled reports at ${shared}; nothing to score`);
  process.exit(0);
}
const lexicon = await loadLexicon();
const only = process.argv.find((argument) => argument.startsWith("--cases="))?.slice(8).split(",");
for (const gold of ["corpus/dev", "seeds"]) {
  const folder = path.join(shared, gold);
  const rows: object[] = [];
  for (const line of readFileSync(path.join(folder, "cases.jsonl"), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const one = JSON.parse(line) as { id: string; region_code: string | null; level: string | null; year: number | null };
    if (only && !only.includes(one.id)) continue;
    const raw = readFileSync(path.join(folder, `${one.id}.txt`), "utf8");
    const { observations, statements } = extractReport(raw, { lexicon, region: one.region_code, level: one.level, year: one.year });
    rows.push(...[...observations, ...statements].map((row) => toPrediction(one.id, row)));
  }
  const temporary = mkdtempSync(path.join(tmpdir(), "comparanda-score-"));
  const file = path.join(temporary, "predictions.jsonl");
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  console.log(`\n== ${gold}`);
  const options = process.argv.slice(2).filter((argument) => !argument.startsWith("--cases="));
  console.log(execFileSync("node", [path.join(shared, "corpus/score.mjs"), "--gold", folder, "--predictions", file, ...options], { encoding: "utf8" }));
  rmSync(temporary, { recursive: true });
}
