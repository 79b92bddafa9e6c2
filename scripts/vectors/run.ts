import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ComparandaError } from "../../src/model/errors.ts";
import { adapters } from "./adapters.ts";
import { type Adapter, decoded, type Json, type VectorCase, type VectorFile } from "./case.ts";
import { type Difference, differences } from "./difference.ts";

/** How one case went. */
export interface CaseResult {
  readonly id: string;
  readonly state: "passed" | "failed" | "not implemented";
  readonly differences: readonly Difference[];
}

export interface FamilyResult {
  readonly family: string;
  readonly cases: readonly CaseResult[];
}

/** Runs every reference file of a folder through our functions. */
export function runVectors(folder: string): FamilyResult[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => {
    const { family, cases } = decoded(JSON.parse(readFileSync(join(folder, name), "utf8"))) as VectorFile;
    return { family, cases: cases.map((each) => runCase(each, adapters[family])) };
  });
}

function runCase(vector: VectorCase, adapter: Adapter | undefined): CaseResult {
  const { id, input, args = {}, expected, tolerance } = vector;
  const answer = adapter === undefined ? null : answerOf(adapter, input, args);
  if (answer === null) return { id, state: "not implemented", differences: [] };
  const found =
    expected.error === true
      ? plausible(answer)
      : answer === "refused"
        ? [{ key: "error", expected: Object.keys(expected).join(", "), got: "refused" }]
        : differences(expected, answer, tolerance);
  return { id, state: found.length === 0 ? "passed" : "failed", differences: found };
}

/** A caller's mistake is an answer too; any other exception is a defect and must be seen. */
function answerOf(adapter: Adapter, input: Json, args: Json): Json | "refused" | null {
  try {
    return adapter(input, args);
  } catch (error) {
    if (error instanceof ComparandaError) return "refused";
    throw error;
  }
}

/** Where an error is expected, every number of the answer has to be missing. */
function plausible(answer: Json | "refused"): Difference[] {
  if (answer === "refused") return [];
  const holds = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(holds) : typeof value === "number" && Number.isFinite(value);
  const { reason, value = Object.values(answer) } = answer;
  return holds(value) ? [{ key: "error", expected: "refusal", got: reason ?? answer }] : [];
}
