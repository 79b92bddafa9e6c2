import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { toCsv } from "../../src/export/csv.ts";
import { csvMetadata } from "../../src/export/csv-metadata.ts";

const read = (csv: string) => Papa.parse<string[]>(csv.slice(1).trimEnd(), { newline: "\r\n", delimiter: "," }).data;

describe("toCsv", () => {
  test("begins with a byte order mark and keeps codes, Chinese and missing cells", () => {
    const csv = toCsv([
      { region: "010203", name: "盐津县", value: 48.74 },
      { region: "530623", name: "甲,乙", value: null },
    ]);
    expect(csv).toBe('\ufeffregion,name,value\r\n010203,盐津县,48.74\r\n530623,"甲,乙",\r\n');
  });

  test("lets no text begin like a formula, in cells and in heads", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r");
    fc.assert(
      fc.property(start, fc.string({ maxLength: 8 }), (sign, rest) => {
        const rows = read(toCsv([{ [`${sign}head`]: `${sign}${rest}` }]));
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test("leaves negative numbers numbers", () => {
    expect(read(toCsv([{ value: -2.5, text: "-2.5" }]))[1]).toEqual(["-2.5", "'-2.5"]);
  });

  test("gives any other text back as it was", () => {
    const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("a", '"', ",", "\n", "率", " ", ";") });
    fc.assert(
      fc.property(text, (cell) => {
        expect(read(toCsv([{ a: "x", b: cell, c: "y" }]))[1]).toEqual(["x", cell, "y"]);
      }),
    );
  });
});

test("csvMetadata says what the columns are and that empty is missing", () => {
  const rows = [{ region: "530623", value: 1, note: null }];
  expect(csvMetadata(rows, { title: "T", source: "S", units: { value: "case" } })).toEqual({
    title: "T",
    source: "S",
    note: null,
    encoding: "utf-8",
    missing: "",
    rows: 1,
    columns: [
      { name: "region", type: "string", unit: null },
      { name: "value", type: "number", unit: "case" },
      { name: "note", type: "string", unit: null },
    ],
  });
});
