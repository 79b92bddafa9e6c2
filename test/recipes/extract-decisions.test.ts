import { expect, test } from "vitest";
import { type Decision, fromDecisions } from "../../src/recipes/extract-decisions.ts";

const old = {
  indicator: "x",
  value: 1,
  year: 2021,
  region: "1",
  body: null,
  kind: "observation",
  qualifier: "exact",
} as const;
const one: Decision = {
  cell: "a",
  action: "accept",
  as_written: "1件",
  old,
  new: null,
  who: "张三",
  when: "2024-01-01T00:00:00Z",
  why: null,
};
const lines = (...decisions: object[]) => decisions.map((decision) => `${JSON.stringify(decision)}\n`).join("");

test("the last decision on a figure holds, and one that was taken back does not", () => {
  const { decisions, findings } = fromDecisions(
    lines(one, { ...one, action: "reject" }, { ...one, cell: "b" }, { ...one, cell: "b", action: "clear" }),
  );
  expect([...decisions].map(([cell, { action }]) => [cell, action])).toEqual([["a", "reject"]]);
  expect(findings).toEqual([]);
});

test.each([
  ["no JSON", "{"],
  ["an unknown action", JSON.stringify({ ...one, action: "maybe" })],
  ["an edit without new values", JSON.stringify({ ...one, action: "edit" })],
  ["new values without an edit", JSON.stringify({ ...one, new: old })],
  ["a value that is no number", JSON.stringify({ ...one, action: "edit", new: { ...old, value: "1" } })],
  ["no name", JSON.stringify({ ...one, who: "" })],
])("a line with %s is a finding with its number, and the others hold", (_what, line) => {
  const { decisions, findings } = fromDecisions(`${lines(one)}\n${line}\n`);
  expect(decisions.size).toBe(1);
  expect(findings).toMatchObject([{ code: "decision.invalid", facts: { line: 3 }, severity: "error" }]);
});
