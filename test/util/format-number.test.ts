import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatNumber } from "../../src/util/format-number.ts";

describe("formatNumber", () => {
  test.each([
    [0, "0"],
    [-0.0000000000001, "−0.0000000000001"],
    [-3.25, "−3.25"],
    [1234567, "1,234,567"],
    [99.96, "99.96"],
  ])("prints %d as %s", (value, text) => {
    expect(formatNumber(value, "en", value < 0 && value > -1e-9 ? { digits: 13 } : { digits: 2 })).toBe(text);
  });

  test("prints a negative number that rounds to zero without a sign", () => {
    expect(formatNumber(-0.001, "zh-CN", { digits: 1 })).toBe("0");
    expect(formatNumber(-0.001, "zh-CN", { digits: 1, least: 1 })).toBe("0.0");
  });

  test("takes 万 from 100,000 on and 亿 from 100 million on, for all numbers of an axis alike", () => {
    expect([0, 50_000, 250_000].map((value) => formatNumber(value, "zh-CN", { upTo: 250_000 }))).toEqual([
      "0",
      "5万",
      "25万",
    ]);
    expect(formatNumber(50_000_000, "zh-CN", { upTo: 1.5e8 })).toBe("0.5亿");
    expect(formatNumber(90_000, "zh-CN", { upTo: 90_000 })).toBe("90,000");
    expect(formatNumber(250_000, "en", { upTo: 250_000 })).toBe("250,000");
  });

  test("never prints an exponent", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        (value) => !/[eE]/.test(formatNumber(value, "zh-CN")),
      ),
    );
  });
});
