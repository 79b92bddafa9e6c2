import { expect, test } from "vitest";
import { cellKind } from "../../src/read/cell-kind.ts";
import { headerRows } from "../../src/read/header-rows.ts";

test.each([
  ["2022年受理", "text"],
  ["2023败诉率", "text"],
  ["2022年度收案", "text"],
  ["2022", "year"],
  ["2022年", "year"],
  ["2022人", "number"],
  ["2022件", "number"],
  ["近9.2", "number"],
  ["9%以上", "number"],
  ["…", "sign"],
  ["济南市", "text"],
])("a cell of %s is a %s", (text, kind) => {
  expect(cellKind(text)).toBe(kind);
});

test("headings of a year and a name below a title and a line of units are found", () => {
  const rows = [
    ["2023年各市行政复议情况", "", ""],
    ["单位：件、%", "", ""],
    ["地区", "2022年受理", "2022年纠错率"],
    ["济南市", "1,204", "8.1"],
    ["青岛市", "985", "近9.2"],
  ];
  expect(headerRows(rows)).toEqual({ titles: [0, 1], headings: [2], bodyStart: 3, section: null });
});
