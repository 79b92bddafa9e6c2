import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { scoreSet } from "../../scripts/score-set.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";

// The labelled reports lie beside the repository and are not part of it.
const shared = path.resolve("../shared");
const present = existsSync(path.join(shared, "corpus/dev/gold.jsonl"));
if (!present) console.log(`score: skipped, no labelled reports in ${shared}`);

describe.skipIf(!present)("the bars on labelled reports", () => {
  test.each(["corpus/dev", "seeds"])("%s", async (set) => {
    const { report } = scoreSet(shared, set, await loadLexicon());
    expect(report.overall.precision).toBeGreaterThanOrEqual(0.95);
    expect(report.overall.recall).toBeGreaterThanOrEqual(0.85);
    expect(report.traps.false_positive_rate).toBeLessThanOrEqual(0.03);
    expect(report.evidence_accuracy).toBe(1);
  });
});
