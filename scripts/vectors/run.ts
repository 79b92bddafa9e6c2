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
  const found = differencesOf(answer, expected, tolerance);
  return { id, state: found.length === 0 ? "passed" : "failed", differences: found };
}

/** What an adapter says; an error is an answer too, and which one it is decides whether it may stand. */
function answerOf(adapter: Adapter, input: Json, args: Json): Json | Error | null {
  try {
    return adapter(input, args);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function differencesOf(answer: Json | Error, expected: Json, tolerance: number): Difference[] {
  if (answer instanceof Error) {
    // A caller's mistake is a refusal; any other error is a defect of ours, whatever was expected.
    const refusal = answer instanceof ComparandaError && expected.error === true;
    return refusal ? [] : [{ key: "error", expected, got: answer.message }];
  }
  return expected.error === true ? plausible(answer) : differences(expected, answer, tolerance);
}

/** Sizes of the input: they are known where the statistic is not. */
const SIZES = new Set(["n", "count", "sum", "total_count", "total_pop"]);

/** Where an error is expected, the answer has to give a reason or nothing but missing numbers. */
function plausible(answer: Json): Difference[] {
  if (typeof answer.reason === "string" && answer.reason !== "") return [];
  const holds = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(holds) : typeof value === "number" && Number.isFinite(value);
  return Object.entries(answer)
    .filter(([key, value]) => !SIZES.has(key) && holds(value))
    .map(([key, got]) => ({ key, expected: "a refusal", got }));
}
