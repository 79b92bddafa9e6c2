import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantity } from "../../src/read/quantity.ts";

const value = (cell: string) => quantity(cell)?.value;

describe("quantity", () => {
  it.each([
    ["1,234", 1234],
    ["1 234 567.5", 1234567.5],
    ["1'234", 1234],
    ["\uff11\uff0c\uff12\uff13\uff14\uff0e\uff15", 1234.5],
    ["\uff0d3.2", -3.2],
    ["\u22125", -5],
    ["\u20134", -4],
    ["+5.2%", 5.2],
    ["1E+05", 100000],
    ["1.2万", 12000],
    ["0.35亿", 35000000],
    ["16.4亿", 1640000000],
    ["12.30", 12.3],
    [".5", 0.5],
    ["3.28M", 3280000],
  ])("reads %s as %d", (cell, expected) => {
    expect(value(cell)).toBe(expected);
  });

  it.each([
    ["98%以上", { value: 98, lower: 98, upper: 100, qualifier: "at_least", unit: "percent" }],
    ["近1600", { value: 1600, lower: null, upper: 1600, qualifier: "under" }],
    ["约1.2万人", { value: 12000, qualifier: "approx", unit: "person" }],
    ["3000多人", { value: 3000, lower: 3000, upper: null, qualifier: "over", unit: "person" }],
    ["1.2万余件", { value: 12000, qualifier: "over", unit: "case" }],
    ["<5", { value: 5, upper: 5, qualifier: "under" }],
    ["≥98%", { lower: 98, upper: 100, qualifier: "at_least" }],
    ["120以内", { upper: 120, qualifier: "at_most" }],
  ])("keeps the edge of %s", (cell, expected) => {
    expect(quantity(cell)).toMatchObject(expected);
  });

  it.each([
    ["123 p", 123, ["p"]],
    ["4.5 b", 4.5, ["b"]],
    ["12*", 12, ["*"]],
    ["12\u00b9", 12, ["1"]],
    ["12[1]", 12, ["1"]],
    ["45.6 % p", 45.6, ["p"]],
  ])("keeps the mark of %s apart from the number", (cell, expected, flags) => {
    expect(quantity(cell)).toMatchObject({ value: expected, flags });
  });

  it.each([
    ["82.5 [81.9-83.1]", 82.5, "[81.9-83.1]"],
    ["82.5 (81.9 to 83.1)", 82.5, "(81.9 to 83.1)"],
    ["12.3 (11.0, 13.6)", 12.3, "(11.0, 13.6)"],
  ])("keeps the interval of %s as a note", (cell, expected, note) => {
    expect(quantity(cell)).toMatchObject({ value: expected, lower: null, upper: null, flags: [note] });
  });

  it.each(["—", "…", "..", ":", "-", "n/a", "", " "])("takes %j for no figure, never for zero", (cell) => {
    expect(quantity(cell)).toMatchObject({ value: null, missing: "not_reported" });
  });

  it("takes the confidential sign of Eurostat for suppressed", () => {
    expect(quantity(": c")).toMatchObject({ value: null, missing: "suppressed", flags: ["c"] });
  });

  it.each(["abc", "1.2.3", "2020-2021", "1,23", "1 2", "½", "0x10", "1e999", "constructor", "toString", "12 (34)"])(
    "does not make a number of %s",
    (cell) => {
      expect(quantity(cell)).toBe(null);
    },
  );

  it("reads a decimal comma where the table uses one, and no other", () => {
    expect(quantity("1.234,5", { decimal: "," })?.value).toBe(1234.5);
    expect(quantity("1.234,5")).toBe(null);
  });

  it("does not scale a cell that names its own 万 by the heading again", () => {
    expect(quantity("1.2万", { exponent: 4 })?.value).toBe(12000);
    expect(quantity("1.2", { exponent: 4 })?.value).toBe(12000);
  });

  it("multiplies 万 and 亿 out to the number nearest to the product", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 9999 }), (whole, part) => {
        const digits = String(part).padStart(4, "0");
        expect(value(`${whole}.${digits}万`)).toBe(whole * 10_000 + part);
        expect(value(`${whole}.${digits}亿`)).toBe((whole * 10_000 + part) * 10_000);
      }),
    );
  });

  it("reads back every number that JavaScript prints", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(value(String(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it("never throws and gives a value or a reason, never both", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9.,% 万亿余约-]{0,12}$/)), (cell) => {
        const read = quantity(cell);
        if (read !== null) expect((read.value === null) !== (read.missing === null)).toBe(true);
        if (read?.value != null) expect(Number.isFinite(read.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
