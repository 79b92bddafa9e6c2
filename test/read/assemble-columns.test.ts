import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/model/table.ts";
import { assemble } from "../../src/read/assemble.ts";
import { assembleColumns } from "../../src/read/assemble-columns.ts";
import { detectLayout } from "../../src/read/detect-layout.ts";
import { kindsOf } from "../../src/read/kinds-of.ts";
import { rawFromRows } from "../../src/read/raw-from-rows.ts";
import { RegionResolver } from "../../src/read/resolve-regions.ts";
import { regionIndex } from "../../src/registry/region-index.ts";
import { worldRegions } from "../../src/registry/world-regions.ts";

const indexes = [regionIndex(worldRegions())];
const HEADINGS = ["region", "year", "indicator", "value", "unit", "qualifier", "numerator", "as_written", "period"];
const row = fc.tuple(
  fc.constantFrom("DEU", "FRA", "Spain", "Atlantis"),
  fc.constantFrom("2019", "2020", "2021"),
  fc.constantFrom("a", "b ", "c"),
  fc.constantFrom("1", "2.5", "12.50", "—", "", "98%以上", "3 p"),
  fc.constantFrom("percent", "case", ""),
  fc.constantFrom("", "exact", "approx"),
  fc.constantFrom("", "7"),
  fc.constantFrom("", "一"),
  fc.constantFrom("", "2020-01/2020-03"),
);

describe("assembleColumns", () => {
  it("gives what assemble gives row by row, wherever it takes a table at all", () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 4, max: HEADINGS.length }),
        (body, width) => {
          const rows = [HEADINGS, ...body].map((cells) => cells.slice(0, width));
          const layout = detectLayout(rows, { indexes, titles: [], fileName: "a.csv" });
          const raw = rawFromRows(rows.slice(layout.bodyStart), kindsOf(layout));
          const resolver = () => new RegionResolver(["DEU", "FRA", "Spain"], indexes, 0.8);
          const how = { file: "a.csv", source: "a.csv", locate: (at: number, column: number) => `${at}:${column}` };
          const whole = assembleColumns(raw, layout, resolver(), how);
          if (whole === null) return;
          taken += 1;
          const single = assemble(raw, layout, resolver(), how);
          expect(rowsOf(whole.observations)).toEqual(rowsOf(single.observations));
          expect([whole.cells, whole.rowsKept]).toEqual([single.cells, single.rowsKept]);
        },
      ),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
