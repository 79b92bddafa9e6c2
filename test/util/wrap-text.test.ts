import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../src/util/text-width.ts";
import { wrapText } from "../../src/util/wrap-text.ts";

const PIECES = [
  "行政",
  "复议",
  "\uff0c",
  "。",
  "（",
  "）",
  "《",
  "》",
  "“",
  "”",
  "、",
  "98%",
  " ",
  "rate",
  "of loss",
  "2021年",
  "\uff1b",
];
const prose = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(""));
const bare = (text: string) => text.replaceAll(/\s/g, "");

describe("wrapText", () => {
  test("loses and adds no character but spaces", () => {
    fc.assert(
      fc.property(
        prose,
        fc.integer({ min: 60, max: 300 }),
        (text, width) => bare(wrapText(text, width, 12).join("")) === bare(text),
      ),
    );
  });

  test("keeps every line within the width, as long as a cluster fits", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 13, max: 300 }), (text, width) =>
        wrapText(text, width, 12).every((line) => textWidth(line, 12) <= width),
      ),
    );
  });

  test("starts no line with a closing mark and ends none with an opening one, where runs of marks fit", () => {
    const calm = fc
      .array(fc.constantFrom("行政\uff0c", "复议。", "（县）", "《法》", "“率”", "98%", "rate "), {
        minLength: 1,
        maxLength: 30,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(calm, fc.integer({ min: 90, max: 300 }), (text, width) =>
        wrapText(text, width, 12).every((line) => !/^[\uff0c。）》”%]/.test(line) && !/[（《“]$/.test(line)),
      ),
    );
  });

  test("keeps Latin words and numbers whole", () => {
    expect(wrapText("Loss rate of the administration", 100, 12)).toEqual(["Loss rate of the", "administration"]);
    expect(wrapText("全省败诉率为12.34%左右", 80, 12)).toEqual(["全省败诉率为", "12.34%左右"]);
  });

  test("tears a word that is wider than a line", () => {
    expect(wrapText("https://example.org/a/long/path", 60, 12).length).toBeGreaterThan(2);
  });

  test("breaks at line feeds and gives no line for an empty text", () => {
    expect(wrapText("甲\n乙", 100, 12)).toEqual(["甲", "乙"]);
    expect(wrapText("  ", 100, 12)).toEqual([]);
  });
});
