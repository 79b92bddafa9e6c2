import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CsvBytes } from "../../src/read/csv-bytes.ts";
import { cellText, type RawTable } from "../../src/read/raw-table.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function read(
  bytes: Uint8Array,
  width: number,
  kind: "text" | "numeral",
  cuts: readonly number[] = [1 << 20],
): RawTable {
  const scanner = new CsvBytes({ delimiter: 44, skip: 0, kinds: Array(width).fill(kind) });
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = cuts[turn % cuts.length] as number;
    scanner.push(bytes.subarray(at, at + length));
    at += length;
  }
  return scanner.finish(new TextDecoder());
}

const cellsOf = (raw: RawTable) =>
  Array.from({ length: raw.length }, (_, row) => raw.columns.map((column) => cellText(column, row)));

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "1",
    "12.5",
    "007",
    "12.50",
    "-3",
    "-0",
    "北京",
    'a"b',
    "x,y",
    "l\nm",
    "0.1",
    "1e5",
    "123456789012345678",
    ".",
    "-",
    "0.0000001",
    "5 p",
  ),
  fc.string({ unit: "binary", maxLength: 4 }).map((text) => text.replaceAll("\r", "")),
  fc.double().map(String),
);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

describe("CsvBytes", () => {
  it("gives the records of PapaParse wherever the bytes are cut", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        fc.constantFrom("\n", "\r\n"),
        (rows, cuts, newline) => {
          const text = Papa.unparse(rows, { newline });
          const reference = Papa.parse<string[]>(text, { delimiter: ",", newline, skipEmptyLines: true }).data;
          const width = rows[0]?.length ?? 1;
          expect(cellsOf(read(encode(text), width, "text", cuts))).toEqual(reference);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("keeps the text of every numeral that is not printed as JavaScript prints it", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const width = rows[0]?.length ?? 1;
        const raw = read(encode(Papa.unparse(rows, { newline: "\n" })), width, "numeral");
        const reference = Papa.parse<string[]>(Papa.unparse(rows, { newline: "\n" }), {
          delimiter: ",",
          newline: "\n",
          skipEmptyLines: true,
        }).data;
        const trimmed = (cells: readonly (readonly string[])[]) =>
          cells.map((row) => row.map((text) => text.replace(/^ +| +$/g, "")));
        expect(trimmed(cellsOf(raw))).toEqual(trimmed(reference));
      }),
    );
  });

  it("survives any bytes, cut anywhere, within rows no more than there are bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 7 }), (bytes, cut) => {
        const raw = read(bytes, 3, "numeral", [cut]);
        expect(raw.length).toBeLessThanOrEqual(bytes.length);
        for (const column of raw.columns) expect(cellText(column, 0)).toBeTypeOf("string");
      }),
      { numRuns: 1000 },
    );
  });

  it("does not let a quote that never closes swallow the rows after it", () => {
    const raw = read(encode('a,1\n"b,2\nc,3\n'), 2, "text");
    expect(cellsOf(raw)).toEqual([
      ["a", "1"],
      ['"b', "2"],
      ["c", "3"],
    ]);
    expect(raw.malformedQuotes).toBe(1);
  });

  it("remembers rows with too few and too many cells", () => {
    const raw = read(encode("a,1\nb\nc,3,x\n"), 2, "text");
    expect(raw.oddRows.map(({ row, cells }) => [row, cells])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  it("cuts GB18030 on raw bytes", () => {
    const bytes = Uint8Array.from([0xb1, 0xb1, 0xbe, 0xa9, 44, 49, 10]);
    const scanner = new CsvBytes({ delimiter: 44, skip: 0, kinds: ["text", "numeral"] });
    scanner.push(bytes);
    expect(cellsOf(scanner.finish(new TextDecoder("gb18030")))).toEqual([["北京", "1"]]);
  });
});
