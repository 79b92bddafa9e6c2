import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractReport } from "../src/prose/extract-report.ts";
import { loadLexicon } from "../src/prose/lexicon.node.ts";
import { toPrediction } from "../src/prose/to-prediction.ts";

// Extracts the labelled reports beside the repository and prints the scorer's tables; other arguments go to the scorer.
interface Case {
  readonly id: string;
  readonly region_code: string | null;
  readonly year: number | null;
  readonly published: string | null;
}

const shared = path.resolve("../shared");
const sets = ["corpus/dev", "seeds"].map((set) => path.join(shared, set)).filter((folder) => existsSync(folder));
if (sets.length === 0) console.log(`score: no labelled reports in ${shared}, nothing to score`);

const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
const lexicon = await loadLexicon();
const places = existsSync(path.join(shared, "data/regions.csv"))
  ? linesOf(path.join(shared, "data/regions.csv"))
      .slice(1)
      .map((line) => ({ code: line.split(",")[0] as string, name: line.split(",")[1] as string }))
  : [];
const temporary = mkdtempSync(path.join(tmpdir(), "comparanda-score-"));
for (const folder of sets) {
  const predictions = linesOf(path.join(folder, "cases.jsonl")).flatMap((line) => {
    const { id, region_code: region, year, published } = JSON.parse(line) as Case;
    const raw = readFileSync(path.join(folder, `${id}.txt`), "utf8");
    const { observations, statements } = extractReport(raw, { lexicon, region, year, published, places });
    return [...observations, ...statements].map((row) => JSON.stringify(toPrediction(id, row)));
  });
  const file = path.join(temporary, "predictions.jsonl");
  writeFileSync(file, predictions.join("\n"));
  console.log(`\n${path.relative(shared, folder)}`);
  const scorer = path.join(shared, "corpus/score.mjs");
  spawnSync("node", [scorer, "--gold", folder, "--predictions", file, ...process.argv.slice(2)], { stdio: "inherit" });
}
rmSync(temporary, { recursive: true });
