import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const BUNDLE = "dist/bin";

test("every piece of the bundled command line loads, those that one verb alone needs as well", () => {
  const pieces = readdirSync(BUNDLE).filter((file) => file.endsWith(".js") && file !== "main.js");
  expect(pieces.length).toBeGreaterThan(20);
  const imports = pieces.map((file) => `await import(${JSON.stringify(`./${BUNDLE}/${file}`)});`).join("\n");
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", imports], { encoding: "utf8" });
  expect(said).toBe("");
});

test.each(["dist/bin", "dist/embed"])("the licences of what is bundled stand in %s", (folder) => {
  const text = readFileSync(`${folder}/licences.txt`, "utf8");
  expect(text).toMatch(/^\S+ \d+\.\d+\.\d+$/m);
  expect(text).toMatch(/permission|copyright/i);
});
