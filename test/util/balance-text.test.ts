import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceText } from "../../src/util/balance-text.ts";
import { textWidth } from "../../src/util/text-width.ts";
import { wrapText } from "../../src/util/wrap-text.ts";

const text = fc
  .array(fc.constantFrom("行政", "机关", "、", "98%", " rate ", "of"), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(""));

test("balanceText takes as many lines as wrapText, none wider than the space", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 60, max: 300 }), (words, width) => {
      const lines = balanceText(words, width, 12);
      expect(lines).toHaveLength(wrapText(words, width, 12).length);
      expect(Math.max(0, ...lines.map((line) => textWidth(line, 12)))).toBeLessThanOrEqual(width);
    }),
  );
});

test("balanceText leaves a text that fits on one line", () => {
  expect(balanceText("败诉率", 100, 12)).toEqual(["败诉率"]);
});
