import { type Finding, finding } from "../model/finding.ts";
import type { Extracted, Extraction, Gap } from "./extraction.ts";
import { frameOf, type KnownOfReport } from "./frame.ts";
import { joinLines } from "./join-lines.ts";
import { joinRows } from "./join-rows.ts";
import type { Lexicon } from "./lexicon.ts";
import { matcherOf } from "./matcher.ts";
import { type NormalText, normalise } from "./normalise.ts";
import { type ReadBlocks, readBlocks } from "./read-blocks.ts";
import type { Frame } from "./scene.ts";
import { blocksOf } from "./segment.ts";
import { settle } from "./settle.ts";
import { tabRows } from "./space-rows.ts";
import { toExtracted, writtenAt } from "./to-extracted.ts";

export interface ExtractOptions extends KnownOfReport {
  readonly lexicon: Lexicon;
  /** Id of the document, for the column `source`; null by default. */
  readonly source?: string | null;
  /** A figure below this confidence is left for a person to decide; 0.6 by default. */
  readonly threshold?: number;
}

const THRESHOLD = 0.6;

/**
 * Which figures does this report state, of which indicator, year and body, and where exactly?
 *
 * @remarks
 * Unit: as in the table of indicators; percent is 0–100, 万 and 亿 are multiplied out.
 * Missing: what the text does not say (body, year, region) is null; a number in doubt goes to `needsReview`; a figure that
 * is masked, or told only against another, is a gap with its reason.
 * Promises: pure; `raw.slice(start, end)` contains the numeral; one observation per indicator, year, period, body and
 * place; printed values are never repaired.
 *
 * @param raw - the text of one report
 * @param options - the lexicon, and what is known from outside
 * @example
 * ```ts @import.meta.vitest
 * const { lexiconOf } = await import("./lexicon.ts")
 * const lexicon = lexiconOf([
 *   {
 *     scopes: [{ id: "reconsideration", words: ["行政复议案件"] }],
 *     indicators: [
 *       { id: "received", unit: "case", rules: [{ id: "verb", scope: ["reconsideration"], words: ["新收"] }] },
 *     ],
 *     measures: { 件: ["case"] },
 *   },
 * ])
 * const raw = "2023年,全县新收行政复议案件１２３件。"
 * const [one] = extractReport(raw, { lexicon, year: 2023 }).observations
 * expect(one).toMatchObject({ indicator: "received", value: 123, year: 2023, as_written: "１２３件" })
 * expect(raw.slice(one.start, one.end)).toBe("１２３件")
 * ```
 */
export function extractReport(raw: string, options: ExtractOptions): Extraction {
  const matcher = matcherOf(options.lexicon);
  const normal = joinLines(joinRows({ ...normalise(tabRows(raw)), raw }));
  const frame = frameOf(options, normal.text);
  const { blocks, repeated } = blocksOf(normal);
  const read = readBlocks(normal.text, blocks, frame, matcher);
  const figures = read.found.map((found) => toExtracted(found, normal, frame.year, options.source ?? null));
  const settled = settle(figures, options.threshold ?? THRESHOLD);
  const setAside = [
    ...settled.setAside,
    ...read.asides.map(({ reason, start, end }) => ({ reason, ...writtenAt(normal, start, end) })),
  ].sort((a, b) => a.start - b.start);
  const gaps = [...maskedGaps(read, normal, frame), ...relativeGaps(settled.statements, settled.observations)];
  return { ...settled, setAside, gaps, findings: findingsOf(repeated, settled.needsReview, frame) };
}

function maskedGaps(read: ReadBlocks, normal: NormalText, frame: Frame): Gap[] {
  return read.masked.map(({ indicator, unit, body, year, start, end }) => ({
    indicator,
    unit,
    region: frame.region,
    year,
    body,
    missing: "redacted",
    ...writtenAt(normal, start, end),
  }));
}

/** 低于全省1.2个百分点, and the level is nowhere said. */
function relativeGaps(statements: readonly Extracted[], observations: readonly Extracted[]): Gap[] {
  return statements
    .filter((one) => one.kind === "benchmark" && one.unit === "point")
    .filter((one) => !observations.some((other) => other.indicator === one.indicator && other.year === one.year))
    .map(({ indicator, region, year, body, as_written, start, end }) => {
      return { indicator, unit: "percent", region, year, body, missing: "relative_only", as_written, start, end };
    });
}

function findingsOf(repeated: number, doubtful: readonly Extracted[], frame: Frame): Finding[] {
  const findings: Finding[] = [];
  if (repeated > 0) findings.push(finding("note", "report.repeated", { lines: repeated }, { region: frame.region }));
  for (const one of doubtful) {
    const { region, indicator, year, as_written } = one;
    const facts = { value: one.value, confidence: one.confidence };
    findings.push(finding("warning", "figure.doubtful", facts, { region, indicator, year, evidence: as_written }));
  }
  return findings;
}
