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
  /** Why the file could not be run; null where it could. */
  readonly problem: string | null;
}

/** Runs every reference file of a folder through our functions. */
export function runVectors(folder: string): FamilyResult[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().map((name) => {
    const file = vectorFile(readFileSync(join(folder, name), "utf8"));
    if (typeof file === "string") return { family: name, cases: [], problem: file };
    const { family, cases } = file;
    return { family, cases: cases.map((each) => runCase(each, adapters[family])), problem: null };
  });
}

/** The file, or what is wrong with it. */
function vectorFile(text: string): VectorFile | string {
  let content: unknown;
  try {
    content = decoded(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return `invalid JSON: ${error.message}`;
    throw error;
  }
  const named = isObject(content) && typeof content.family === "string" && Array.isArray(content.cases);
  return named ? (content as unknown as VectorFile) : "missing family or cases; expected one family of vectors";
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function runCase(vector: VectorCase, adapter: Adapter | undefined): CaseResult {
  const { id = "(no id)", input, args, expected, tolerance = 0 } = isObject(vector) ? vector : {};
  if (!isObject(input) || !isObject(expected)) {
    return {
      id,
      state: "failed",
      differences: [{ key: "case", expected: "an input and an expected answer", got: vector }],
    };
  }
  const answer = adapter === undefined ? null : answerOf(adapter, input, args ?? {});
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

/** Where an error is expected, the answer has to give a reason for a missing number, or nothing but missing ones. */
function plausible(answer: Json): Difference[] {
  const holds = (value: unknown, test: (each: unknown) => boolean): boolean =>
    Array.isArray(value) ? value.some((each) => holds(each, test)) : test(value);
  const known = (value: unknown) => typeof value === "number" && Number.isFinite(value);
  const { reason, ...rest } = answer;
  const lacking = Object.values(rest).some((value) => holds(value, (each) => each === null));
  if (typeof reason === "string" && reason !== "" && lacking) return [];
  return Object.entries(rest)
    .filter(([key, value]) => !SIZES.has(key) && holds(value, known))
    .map(([key, got]) => ({ key, expected: "a refusal", got }));
}
