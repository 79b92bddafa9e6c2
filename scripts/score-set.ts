import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractReport } from "../src/prose/extract-report.ts";
import type { Extracted } from "../src/prose/extraction.ts";
import type { Lexicon } from "../src/prose/lexicon.ts";
import { type Prediction, toPrediction } from "../src/prose/to-prediction.ts";
import { gazetteerOf } from "../src/recipes/extract-places.ts";
import { chinaRegions } from "../src/registry/china-regions.ts";
import { regionIndex } from "../src/registry/region-index.ts";

interface Case {
  readonly id: string;
  readonly region_code: string | null;
  readonly year: number | null;
  readonly published: string | null;
}

/** The part of the scorer's answer that we hold to bars. */
export interface ScoreReport {
  readonly overall: { readonly precision: number; readonly recall: number };
  readonly traps: { readonly false_positive_rate: number };
  readonly evidence_accuracy: number;
}

export interface ScoredSet {
  readonly report: ScoreReport;
  /** The scorer's tables as it prints them. */
  readonly table: string;
  /** How often figures of each confidence are right. */
  readonly calibration: readonly { readonly from: number; readonly n: number; readonly right: number }[];
}

const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

/** Extracts one labelled set, with the places a report may name as the product knows them, and has it scored. Doubtful figures are scored for the calibration only. */
export function scoreSet(shared: string, set: string, lexicon: Lexicon): ScoredSet {
  const folder = path.join(shared, set);
  const { around } = gazetteerOf(regionIndex(chinaRegions()));
  const figures: { id: string; row: Extracted; counts: boolean }[] = [];
  for (const line of linesOf(path.join(folder, "cases.jsonl"))) {
    const { id, region_code: region, year, published } = JSON.parse(line) as Case;
    const raw = readFileSync(path.join(folder, `${id}.txt`), "utf8");
    const { observations, statements, needsReview } = extractReport(raw, {
      lexicon,
      region,
      year,
      published,
      places: around(region),
    });
    figures.push(...[...observations, ...statements].map((row) => ({ id, row, counts: true })));
    figures.push(...needsReview.map((row) => ({ id, row, counts: false })));
  }
  const temporary = mkdtempSync(path.join(tmpdir(), "comparanda-score-"));
  const file = path.join(temporary, "predictions.jsonl");
  const predictions = figures.filter(({ counts }) => counts).map(({ id, row }) => toPrediction(id, row));
  writeFileSync(file, predictions.map((one) => JSON.stringify(one)).join("\n"));
  const score = (...more: string[]): string =>
    execFileSync("node", [path.join(shared, "corpus/score.mjs"), "--gold", folder, "--predictions", file, ...more], {
      encoding: "utf8",
    });
  const result = {
    report: JSON.parse(score("--json")) as ScoreReport,
    table: score(),
    calibration: calibrate(folder, figures),
  };
  rmSync(temporary, { recursive: true });
  return result;
}

interface Label extends Pick<Prediction, "case" | "indicator" | "value" | "year" | "kind"> {
  readonly alt?: readonly string[];
}

const BANDS = [0, 0.4, 0.6, 0.75, 0.85, 0.92];

/** Figures of each band of confidence that have their label, by indicator, value and year. */
function calibrate(folder: string, figures: readonly { id: string; row: Extracted }[]): ScoredSet["calibration"] {
  const labels = linesOf(path.join(folder, "gold.jsonl")).map((line) => JSON.parse(line) as Label);
  const isRight = ({ id, row }: { id: string; row: Extracted }): boolean =>
    labels.some(
      (label) =>
        label.case === id &&
        label.kind === "observation" &&
        (label.indicator === row.indicator || (label.alt ?? []).includes(row.indicator)) &&
        label.value === row.value &&
        (label.year ?? null) === row.year,
    );
  const levels = figures.filter(({ row }) => row.kind === "observation");
  return BANDS.map((from, i) => {
    const band = levels.filter(({ row }) => row.confidence >= from && row.confidence < (BANDS[i + 1] ?? 2));
    return { from, n: band.length, right: band.filter(isRight).length };
  });
}
