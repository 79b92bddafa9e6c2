import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "../../src/prose/normalise.ts";

const rawOf = (raw: string, from: number, to: number): string => {
  const { starts, ends } = normalise(raw);
  return raw.slice(starts[from], ends[to - 1]);
};

describe("normalise", () => {
  test.each([
    ["full-width digits become plain ones", "受理１２件", "受理12件"],
    ["Kangxi radicals become the characters they show", "⼈⼤⽰⼴", "人大示广"],
    ["traditional characters become simplified ones", "行政復議機關審結案件", "行政复议机关审结案件"],
    ["blanks beside Chinese characters are dropped", "审结 540 余 件", "审结540余件"],
    ["digits that stand alone become one number", "1 2 0 6 件", "1206件"],
    ["groups of thousands become one number", "12 345件,1,234,567元", "12345件,1234567元"],
    ["two numbers with a blank between stay two", "540 33", "540 33"],
    ["pinyin glosses are dropped", "發(fā)布數(shù)據", "发布数据"],
    ["Latin words in brackets stay", "网上办理(APP)", "网上办理(APP)"],
    ["circled numbers are not glued to what follows", "①2021年", "①2021年"],
    ["masked words stay visible", "审结 (略) 件", "审结(略)件"],
  ])("%s", (_, raw, expected) => {
    expect(normalise(raw).text).toBe(expected);
  });

  test("every stretch of the text leads back to the characters it was made from", () => {
    const raw = "全縣共受理 １,２34 件(jiàn)申請";
    const { text } = normalise(raw);
    const at = text.indexOf("受理");
    expect(rawOf(raw, at, at + 2)).toBe("受理");
  });

  test("a plain numeral is found again in the raw text behind any surroundings", () => {
    const noise = fc.array(fc.constantFrom("復", "議", "　", " ", "，", "(fù)", "⼈", "\u200b", "。", "\n"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(noise, fc.integer({ min: 10, max: 999_999 }), noise, (before, number, after) => {
        const raw = `${before.join("")}共${number}件${after.join("")}`;
        const { text } = normalise(raw);
        const at = text.indexOf(`${number}件`);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(rawOf(raw, at, at + String(number).length + 1)).toBe(`${number}件`);
      }),
    );
  });

  test("offsets never go back and never leave the raw text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (raw) => {
        const { text, starts, ends } = normalise(raw);
        expect(starts).toHaveLength(text.length);
        for (let i = 0; i < text.length; i += 1) {
          expect(ends[i]).toBeGreaterThan(starts[i] as number);
          expect(ends[i]).toBeLessThanOrEqual(raw.length);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] as number);
        }
      }),
    );
  });

  test("normalising twice changes nothing more", () => {
    const raw = "二○一四年 ２ ３ 件，審結 １，２３４件";
    const once = normalise(raw).text;
    expect(normalise(once).text).toBe(once);
  });
});
