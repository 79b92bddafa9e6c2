import { existsSync } from "node:fs";
import path from "node:path";
import { loadLexicon } from "../src/prose/lexicon.node.ts";
import { scoreSet } from "./score-set.ts";

// Scores the extractor on the labelled reports that lie beside the repository, and shows what its confidence is worth.
const shared = path.resolve("../shared");
const sets = ["corpus/dev", "seeds"].filter((set) => existsSync(path.join(shared, set, "gold.jsonl")));
if (sets.length === 0) console.log(`score: no labelled reports in ${shared}, nothing to score`);
const lexicon = await loadLexicon();
for (const set of sets) {
  const { table, calibration } = scoreSet(shared, set, lexicon);
  console.log(`\n${set}\n${table}`);
  console.log("confidence from    figures    with their label");
  for (const { from, n, right } of calibration) {
    const share = n === 0 ? "-" : `${((100 * right) / n).toFixed(1)} %`;
    console.log(`${from.toFixed(2).padStart(15)}${String(n).padStart(11)}${String(right).padStart(10)}  ${share}`);
  }
}
