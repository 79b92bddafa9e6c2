import { expect, test } from "vitest";
import { gazetteerOf } from "../../src/recipes/extract-places.ts";
import { chinaRegions } from "../../src/registry/china-regions.ts";
import { regionIndex } from "../../src/registry/region-index.ts";

const { namedIn, around, namesakes } = gazetteerOf(regionIndex(chinaRegions()));
const codes = (places: readonly { code: string }[]) => places.map(({ code }) => code);

test.each([
  ["云南省昭通市盐津县2021年报告", ["530623"]],
  ["昭通市2021年报告", ["530600"]],
  ["盐津县报昭通市", ["530623", "530600"]],
  ["没有地名", []],
])("%s names %j", (text, expected) => {
  expect(codes(namedIn(text))).toEqual(expected);
});

test("a county may name its neighbours and what it lies in, and no place far away", () => {
  const near = codes(around("530623"));
  expect(near).toEqual(expect.arrayContaining(["530623", "530624", "530600", "530000"]));
  expect(near).not.toContain("320106");
  expect(codes(around("530600"))).toEqual(expect.arrayContaining(["530623", "530600", "530100"]));
});

test("an unknown region has nothing around it", () => {
  expect(around("990001")).toEqual([]);
});

test("of places of one name those stay that lie in a place the text names", () => {
  expect(namesakes("鼓楼区", "鼓楼区报告").length).toBeGreaterThan(2);
  expect(codes(namesakes("鼓楼区", "福州市鼓楼区报告"))).toEqual(["350102"]);
});
