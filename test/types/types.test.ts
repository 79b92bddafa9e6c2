import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("what must compile does, and what must not does not", () => {
  const compiler = "node_modules/typescript-7/bin/tsc";
  expect(execFileSync(process.execPath, [compiler, "-p", "tsconfig.json"], { encoding: "utf8" })).toBe("");
});
