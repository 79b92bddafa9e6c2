import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extractReport } from "../src/prose/extract-report.ts";
import { loadLexicon } from "../src/prose/lexicon.node.ts";
import { measure } from "./measure.ts";

/** Reports of one's own, or the samples, which hold a trap in every line. */
const FOLDER = process.env.REPORTS ?? fileURLToPath(new URL("../test/fixtures/reports", import.meta.url));
/** So much text a round. */
const BYTES = 2_000_000;
const LENGTHS = [1, 16];

/** Report prose to figures, a core: each report by itself, and sixteen times in one text. */
export async function benchExtract(rounds: number): Promise<string> {
  const lexicon = await loadLexicon();
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  const texts = names.map((name) => readFileSync(join(FOLDER, name), "utf8"));
  const work = LENGTHS.map((length) => {
    // Paragraphs said before are left out, so each copy says a letter of its own.
    const long = texts.map((text) =>
      Array.from({ length }, (_, i) => text.replace(/。/g, `${String.fromCharCode(0x4e00 + 37 * i)}。`)).join("\n"),
    );
    const bytes = long.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const times = Math.ceil(BYTES / bytes);
    const run = () => {
      let figures = 0;
      for (let time = 0; time < times; time += 1)
        for (const text of long) figures += extractReport(text, { lexicon, year: 2022 }).observations.length;
      return figures;
    };
    return { name: `${length} × a report`, run, bytes: bytes * times };
  });
  const measured = await measure(work, rounds);
  const speed = (i: number, time: number): string => ((work[i]?.bytes ?? 0) / 1000 / time).toFixed(1);
  return measured
    .map(({ name, time }, i) => `| report text | ${name} | ${speed(i, time)} MB/s | – | – | ≥ 5 MB/s |`)
    .join("\n");
}
