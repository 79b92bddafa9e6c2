import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../src/util/nearest.ts";

test("a slip of the keys finds its word first, and words far behind are left out", () => {
  expect(nearest("yaer", ["year", "per", "level"])).toEqual(["year"]);
  expect(nearest("朝杨区", ["朝阳区", "海淀区"], 3)).toEqual(["朝阳区"]);
  expect(nearest("山东", ["山东省", "广东省", "云南省"], 3)).toEqual(["山东省"]);
  expect(nearest("北京", ["广州", "深圳"])).toEqual([]);
});

test("a known word is nearest to itself, and nothing is suggested that is not known", () => {
  const words = fc.uniqueArray(fc.string({ minLength: 3, maxLength: 12 }), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.nat(), (known, at) => {
      const word = known[at % known.length] as string;
      const found = nearest(word, known, 3);
      expect(found.every((one) => known.includes(one))).toBe(true);
      expect(found.map((one) => one.toLowerCase())).toContain(word.toLowerCase());
    }),
  );
});
