import * as z from "zod";
import { type Finding, finding } from "../model/finding.ts";
import { KINDS, QUALIFIERS } from "../model/observation.ts";

/** What a person may change in a figure that was read. */
export const CellFields = z.strictObject({
  indicator: z.string().min(1),
  value: z.number(),
  year: z.int().nullable(),
  region: z.string().min(1).nullable(),
  body: z.string().min(1).nullable(),
  kind: z.enum(KINDS),
  qualifier: z.enum(QUALIFIERS),
});
export type CellFields = z.infer<typeof CellFields>;

export const DECISION_ACTIONS = ["accept", "reject", "edit", "clear"] as const;

/** What a person decided on a figure: a line of `decisions.jsonl`. The last one on a figure holds; `clear` takes it back. */
export const Decision = z
  .strictObject({
    cell: z.string().min(1),
    action: z.enum(DECISION_ACTIONS),
    as_written: z.string(),
    old: CellFields,
    new: CellFields.nullable(),
    who: z.string().min(1),
    when: z.iso.datetime(),
    why: z.string().nullable(),
  })
  .refine(
    (decision) => (decision.action === "edit") === (decision.new !== null),
    "edit, and only edit, has new values",
  );
export type Decision = z.infer<typeof Decision>;

export const DECISIONS_FILE = "decisions.jsonl";

/**
 * Which decisions hold, by figure?
 *
 * @param text - the file of decisions, one JSON object a line, in the order in which they were made
 * @returns the last decision on each figure that was not taken back; a line that cannot be read is a finding
 */
export function fromDecisions(text: string): { decisions: Map<string, Decision>; findings: Finding[] } {
  const decisions = new Map<string, Decision>();
  const findings: Finding[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const parsed = Decision.safeParse(jsonOf(line));
    if (!parsed.success) {
      const got = line.slice(0, 80);
      findings.push(finding("error", "decision.invalid", { line: index + 1, got }, { file: DECISIONS_FILE }));
    } else if (parsed.data.action === "clear") decisions.delete(parsed.data.cell);
    else decisions.set(parsed.data.cell, parsed.data);
  });
  return { decisions, findings };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is not a decision either.
    return null;
  }
}
