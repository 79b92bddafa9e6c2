import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { matcherOf } from "../../src/prose/matcher.ts";
import { quantityAt } from "../../src/prose/quantity.ts";
import { type Token, tokensOf } from "../../src/prose/token.ts";

const matcher = matcherOf(await loadLexicon());
const tokens = (text: string): Token[] => tokensOf(text, 0, text.length, matcher);
const quantities = (text: string) => tokens(text).flatMap(({ quantity }) => quantity ?? []);

describe("quantities", () => {
  test.each([
    ["办理123件", 123, "exact", null, null],
    ["达320余万人次", 3_200_000, "over", 3_200_000, null],
    ["挽回5721万余元", 57_210_000, "over", 57_210_000, null],
    ["挽回13.94亿元", 1_394_000_000, "exact", null, null],
    ["近1600名", 1600, "under", null, 1600],
    ["约3万件", 30_000, "approx", null, null],
    ["逾9700万元", 97_000_000, "over", 97_000_000, null],
    ["不少于20次", 20, "at_least", 20, null],
    ["达98%以上", 98, "at_least", 98, 100],
    ["不超过5%", 5, "at_most", null, 5],
    ["不足40家", 40, "under", null, 40],
    ["两千余件", 2000, "over", 2000, null],
    ["三成", 30, "exact", null, null],
    ["百分之五", 5, "exact", null, null],
    ["三十余场次", 30, "over", 30, null],
  ])("%s", (text, value, qualifier, lower, upper) => {
    expect(quantities(text)).toMatchObject([{ value, qualifier, lower, upper }]);
  });

  test("a range keeps its edges", () => {
    expect(quantities("每年60-70件")).toMatchObject([{ lower: 60, upper: 70, range: true }]);
  });

  test("two shares glued together are two", () => {
    expect(quantities("为24.68%24%").map(({ value }) => value)).toEqual([24.68, 24]);
  });

  test("a ratio is its quotient", () => {
    expect(quantities("复议诉讼比为2.5:1")).toMatchObject([{ value: 2.5, units: ["ratio"] }]);
  });

  test("ten thousands are exact for every decimal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (hundredths) => {
        const text = `${(hundredths / 100).toFixed(2)}万元`;
        expect(quantityAt(text, 0, matcher)?.value).toBe(hundredths * 100);
      }),
    );
  });
});

describe("numbers that count nothing", () => {
  test.each([
    "第711号",
    "中发〔2021〕33号",
    "2023年11月3日",
    "12348热线",
    "09:42",
    "《纲要(2021-2025年)》",
    "第二十条第(五)项",
    "一是推进",
    "“1+4+N”模式",
    "2.3.1版",
  ])("%s is no quantity with a measure word", (text) => {
    expect(quantities(text).filter(({ units }) => units.length > 0)).toEqual([]);
  });
});

describe("times", () => {
  const time = (text: string) => tokens(text).find((token) => token.time)?.time;
  test.each([
    ["2023年度", { year: 2023 }],
    ["二○一四年", { year: 2014 }],
    ["20201月1日至202012月31日", { year: 2020 }],
    ["\n12014年案件", { year: 2014 }],
    ["2021,全县", { year: 2021 }],
    ["2018年至2022年", { year: null, several: true }],
    ["近5年来", { several: true }],
    ["1-10月", { months: "01/10" }],
    ["2024年上半年", { year: 2024 }],
    ["前三季度", { months: "01/09" }],
  ])("%s", (text, expected) => {
    expect(time(text)).toMatchObject(expected);
  });
});
