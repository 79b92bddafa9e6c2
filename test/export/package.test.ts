import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { toPackage } from "../../src/export/package.node.ts";
import { loadPanel } from "../../src/read/load-panel.node.ts";
import { loadTable } from "../../src/read/load-table.node.ts";
import { escapeText, unescapeText } from "../../src/util/csv-text.ts";

const folder = mkdtempSync(path.join(tmpdir(), "package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bytes = (name: string, file: string) => readFileSync(path.join(folder, name, file), "utf8");
const tables = readdirSync("test/fixtures/tables").filter((name) => !/\.(?:expected|mapping)\.json$|\.md$/.test(name));

describe("toPackage", () => {
  it("load, save, load and save again give the same bytes, by package and by table, for every fixture", async () => {
    for (const table of tables) {
      const { panel } = await loadTable(path.join("test/fixtures/tables", table));
      const first = await toPackage(panel, path.join(folder, "a"));
      await toPackage(await loadPanel(path.join(folder, "a")), path.join(folder, "b"));
      for (const file of first.filter((name) => name.endsWith(".csv")))
        expect(bytes("b", file), `${table} ${file}`).toBe(bytes("a", file));
      const again = await loadTable(path.join(folder, "a", "observations.csv"));
      await toPackage(again.panel, path.join(folder, "c"));
      expect(bytes("c", "observations.csv"), table).toBe(bytes("a", "observations.csv"));
    }
  }, 120_000);

  it("writes no text that a spreadsheet would run, and no number otherwise than it is", async () => {
    const { panel } = await loadTable("test/fixtures/tables/formula-texts.csv");
    await toPackage(panel, path.join(folder, "a"));
    const text = bytes("a", "observations.csv");
    expect(text).toContain("'=cmd|");
    expect(text).toContain(",-5,");
    for (const cell of text.split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
  });

  it("keeps total and aggregate rows beside the observations", async () => {
    const { panel, aggregates } = await loadTable("test/fixtures/tables/two-heading-rows.csv");
    const files = await toPackage(panel, path.join(folder, "d"), { aggregates });
    expect(files).toContain("aggregates.csv");
    expect(bytes("d", "aggregates.csv")).toContain("合计,2021");
    expect(bytes("d", "observations.csv")).not.toContain("合计");
    expect((await loadPanel(path.join(folder, "d"))).observations.totalRows()).toBe(8);
  });

  it("gives every escaped text back", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@\t\r-]?.{0,5}$/)), (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
        expect(escapeText(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
