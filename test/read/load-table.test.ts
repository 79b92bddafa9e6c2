import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadTable } from "../../src/read/load-table.node.ts";
import { summary } from "./fixtures.ts";

const FOLDER = "test/fixtures/tables";
const files = readdirSync(FOLDER).filter((name) => !/\.(?:expected|mapping)\.json$|\.md$/.test(name));

describe("loadTable reads each fixture as its expectation says", () => {
  it("there are fixtures", () => {
    expect(files.length).toBeGreaterThan(30);
  });
  for (const file of files) {
    it(file, async () => {
      const expected = JSON.parse(readFileSync(path.join(FOLDER, `${file}.expected.json`), "utf8"));
      expect(summary(await loadTable(path.join(FOLDER, file)))).toEqual(expected);
    });
  }
});
