import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestAt, wordIndex } from "../../src/prose/word-index.ts";

const letters = (most: number) => fc.string({ unit: fc.constantFrom("行", "政", "复", "a"), maxLength: most });
const words = fc.uniqueArray(letters(4).filter((text) => text !== ""));

describe("longestAt", () => {
  it("finds the longest entry that stands at a place, and none where none does", () => {
    fc.assert(
      fc.property(words, letters(12), fc.nat(12), (texts, text, at) => {
        const index = wordIndex(texts.map((one) => ({ text: one })));
        const standing = texts.filter((one) => text.startsWith(one, at)).sort((a, b) => b.length - a.length);
        expect(longestAt(index, text, at)?.text).toBe(standing[0]);
      }),
    );
  });

  it("finds nothing in an empty index", () => {
    expect(longestAt(wordIndex([]), "行政复议", 0)).toBeNull();
  });
});
