import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadPanel } from "../../src/read/load-panel.node.ts";
import { checkPackage } from "../../src/recipes/check-package.node.ts";
import { observation, samplePanel } from "../sample-panel.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
});
afterEach(() => rm(folder, { recursive: true }));

const panel = samplePanel([
  observation({ indicator: "cases", value: 10 }),
  observation({ indicator: "lost", value: 12 }),
  observation({ indicator: "loss_rate", value: 90 }),
]);

test("how totals are made up comes from the package, and parts above their total are found", async () => {
  const sums = [{ total: ["cases"], parts: ["lost", "won"], complete: false }];
  await writeFile(join(folder, "arithmetic.json"), JSON.stringify({ sums }));
  const codes = (await checkPackage(panel, folder)).map(({ code }) => code);
  expect(codes).toContain("sum.contradicted");
});

test("a rate against counts that stand elsewhere is told once", async () => {
  const found = (await checkPackage(panel, folder)).filter(({ code }) => code === "rate.contradicted");
  expect(found).toMatchObject([{ severity: "warning", region: "A1", indicator: "loss_rate" }]);
});

test("an arithmetic that does not hold is refused with its path", async () => {
  await writeFile(join(folder, "arithmetic.json"), '{"sums":[{"total":"cases"}]}');
  const refused = expect.objectContaining({
    code: "file.unreadable",
    message: expect.stringContaining("arithmetic.json"),
  });
  await expect(checkPackage(panel, folder)).rejects.toEqual(refused);
});

test("on the real data no cell is told twice for one reason, and findings stand in order of severity", async () => {
  const found = await checkPackage(await loadPanel("data"), "data");
  const keys = found.map(({ code, region, year, indicator, row }) => `${code} ${region} ${year} ${indicator} ${row}`);
  expect(new Set(keys).size).toBe(keys.length);
  const severities = found.map(({ severity }) => ["error", "warning", "note"].indexOf(severity));
  expect(severities).toEqual([...severities].sort());
});
