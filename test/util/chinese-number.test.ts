import fc from "fast-check";
import { expect, test } from "vitest";
import { chineseNumber } from "../../src/util/chinese-number.ts";

const DIGITS = "零一二三四五六七八九";

/** Writes a whole number below ten thousand in Chinese characters. */
function written(value: number): string {
  if (value === 0) return "零";
  const places = ["千", "百", "十", ""];
  let out = "";
  [...String(value).padStart(4, "0")].forEach((digit, i) => {
    if (digit !== "0") out += `${DIGITS[Number(digit)]}${places[i]}`;
    else if (out !== "" && !out.endsWith("零")) out += "零";
  });
  return out.replace(/零$/, "");
}

test("every whole number below a hundred million reads back as written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (myriads, rest) => {
      const tail = rest > 0 && rest < 1000 ? `零${written(rest)}` : rest > 0 ? written(rest) : "";
      const text = myriads > 0 ? `${written(myriads)}万${tail}` : written(rest);
      expect(chineseNumber(text)).toBe(myriads * 10_000 + rest);
    }),
  );
});

test.each([
  ["十五", 15],
  ["两千", 2000],
  ["一百零三", 103],
  ["二〇二三", 2023],
  ["三亿", 300_000_000],
])("%s is %d", (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});

test.each(["", "一是", "百百", "十千", "三五百"])("%s is no number", (text) => {
  expect(chineseNumber(text)).toBeNull();
});
