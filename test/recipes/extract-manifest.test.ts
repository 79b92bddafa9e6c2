import { expect, test } from "vitest";
import { fromManifest } from "../../src/recipes/extract-manifest.ts";

test("further keys are passed over, null and absent are told apart, the later line holds", () => {
  const known = fromManifest(
    '\uFEFF{"id":"a","region":"某县","region_code":null,"level":"county","year":2021,"published":"2022-03"}\r\n\n{"id":"b"}\n{"id":"b","year":2020}\n',
    "m",
  );
  expect([...known]).toEqual([
    ["a", { level: "county", region: null, year: 2021, published: "2022-03" }],
    ["b", { level: null, year: 2020 }],
  ]);
});

test.each([
  ["{", "m:1"],
  ['{"region_code":"1"}', "id"],
  ['{"id":"a","year":2020.5}', "year"],
  ['{"id":"a","published":"yesterday"}', "published"],
  ['{"id":"a","region_code":530623}', "region_code"],
])("%s is refused by what is wrong with it", (line, expected) => {
  expect(() => fromManifest(line, "m")).toThrow(expected);
});
