import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const built = existsSync("dist/fonts") && existsSync("dist/index.js");
if (!built) console.warn("the package is not checked: run npm run build first");

describe.skipIf(!built)("the packed package", () => {
  it("is small, complete, free of machine paths and usable in Node, TypeScript and pages", () => {
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, "scripts/pack-check.ts"], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/pack:check: [1-9]\d* files, [\d.]+ MB packed, 0 problems/);
    expect(status).toBe(0);
  }, 180_000);
});
