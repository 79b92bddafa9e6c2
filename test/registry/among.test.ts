import { expect, test } from "vitest";
import { amongRegions } from "../../src/registry/among.ts";
import { chinaRegions } from "../../src/registry/china-regions.ts";
import { regionIndex } from "../../src/registry/region-index.ts";

const index = regionIndex(chinaRegions());

test("全市 is what is right above: the counties of a prefecture, the districts of a municipality", () => {
  expect(amongRegions("530623", "全市", index)).toHaveLength(11);
  expect(amongRegions("500113", "全市", index)).toEqual(expect.arrayContaining(["500113", "500101"]));
});

test("全省 holds all of one level in the province, 全国 all of the country", () => {
  const prefectures = amongRegions("530600", "全省", index) ?? [];
  expect(prefectures).toHaveLength(16);
  expect(prefectures.every((code) => code.startsWith("53") && code.endsWith("00"))).toBe(true);
  expect(amongRegions("530000", "全国", index)).toEqual(expect.arrayContaining(["110000", "530000", "650000"]));
});

test("nobody is named for a code that is not known, or where nothing is above", () => {
  expect(amongRegions("999999", "全市", index)).toBeNull();
});
