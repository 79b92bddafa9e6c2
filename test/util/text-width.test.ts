import * as fontkit from "fontkit";
import { describe, expect, test } from "vitest";
import { fontFiles } from "../../src/export/font.node.ts";
import { textWidth } from "../../src/util/text-width.ts";

const SAMPLES = [
  "行政复议案件数",
  "98%以上（2023年）",
  "AVATAR To Wa 12,345.67",
  "Ürümqi – 乌鲁木齐",
  "“不足”60%、约80%；",
  "≥ 5‰ · ①",
];

describe("textWidth", () => {
  test.each(["regular", "bold"] as const)(
    "agrees with the %s font within kerning, never below by more than a pixel",
    (weight) => {
      const font = fontkit.openSync(fontFiles("test", SAMPLES.join(""))[weight]) as unknown as {
        unitsPerEm: number;
        layout(text: string): { advanceWidth: number };
      };
      for (const text of SAMPLES) {
        const drawn = (font.layout(text).advanceWidth / font.unitsPerEm) * 20;
        const measured = textWidth(text, 20, weight === "bold");
        expect(measured).toBeGreaterThan(drawn - 1);
        expect(measured).toBeLessThan(drawn * 1.12 + 2);
      }
    },
  );

  test("counts a character beyond the basic plane as one em", () => {
    expect(textWidth("𠮷", 10)).toBe(10);
  });

  test("gives an empty text no width", () => {
    expect(textWidth("", 12)).toBe(0);
  });
});
