import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaRegions } from "../../src/registry/china-regions.ts";
import { matchRegion } from "../../src/registry/match-region.ts";
import { regionIndex } from "../../src/registry/region-index.ts";
import { worldRegions } from "../../src/registry/world-regions.ts";

const china = regionIndex(chinaRegions());
const world = regionIndex(worldRegions());
const code = (text: string, options = {}) => matchRegion(text, china, options).code;
const country = (text: string) => matchRegion(text, world).code;

describe("matchRegion in China", () => {
  it.each([
    "530623",
    "530623000000",
    "530623000",
    "盐津县",
    "盐津",
    "盐 津 县",
    "鹽津縣",
    "Yanjin County",
    "云南省昭通市盐津县",
    "532124",
  ])("finds one identity under %s", (text) => {
    expect(code(text)).toBe("530623");
  });

  it.each([
    ["5306", "530600"],
    ["53", "530000"],
    ["雲南", "530000"],
    ["Shaanxi", "610000"],
    ["内蒙古自治区", "150000"],
    ["全国", "100000"],
  ])("knows %s as %s", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it.each([
    ["巴县", "500113"],
    ["510222", "500113"],
    ["510219", "500113"],
    ["华亭县", "620881"],
    ["620824", "620881"],
    ["襄樊市", "420600"],
  ])("follows the former %s to the place of today", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it.each(["鼓楼区", "朝阳", "城关区", "西安区"])("does not choose between the places called %s", (text) => {
    const match = matchRegion(text, china);
    expect(match.code).toBe(null);
    expect(match.candidates.length).toBeGreaterThan(1);
  });

  it("chooses by what the place lies in", () => {
    expect(code("鼓楼区", { parent: "南京市" })).toBe("320106");
    expect(code("鼓楼区", { parent: "350100" })).toBe("350102");
    expect(code("朝阳", { parent: "北京" })).toBe("110105");
    expect(code("辽宁省朝阳市")).toBe("211300");
  });

  it("suggests at most three known names for an unknown one and matches none of them", () => {
    const match = matchRegion("朝杨区", china);
    expect(match.code).toBe(null);
    expect(match.suggestions).toContain("朝阳区");
    expect(match.suggestions.length).toBeLessThanOrEqual(3);
  });

  it("matches nothing below the certainty asked for", () => {
    expect(code("suijiang", { least: 0.8 })).toBe("530626");
    expect(code("suijiang", { least: 0.9 })).toBe(null);
  });

  it("finds every current place by its code and by its full name with its parent", () => {
    const places = chinaRegions().places.filter((place) => place.current);
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        expect(code(place.code)).toBe(place.code);
        if (place.parent !== null && place.level === "county")
          expect(code(place.name, { parent: place.parent })).toBe(place.code);
      }),
      { numRuns: 300 },
    );
  });

  it("gives every former code an identity that is not former, where it has a successor", () => {
    for (const place of chinaRegions().places.filter(({ current, successor }) => !current && successor !== null)) {
      expect(china.identity(place).code).not.toBe("");
      expect(china.place(place.successor as string)?.current, place.code).toBe(true);
    }
  });
});

describe("matchRegion in the world", () => {
  it.each(["CN", "CHN", "156", "China", "中国"])("finds China under %s", (text) => {
    expect(country(text)).toBe("CHN");
  });

  it.each([
    ["Korea, Rep.", "KOR"],
    ["Cote d'Ivoire", "CIV"],
    ["Türkiye", "TUR"],
    ["EL", "GRC"],
    ["Deutschland", "DEU"],
    ["4", "AFG"],
    ["Niger", "NER"],
    ["Nigeria", "NGA"],
  ])("knows %s as %s", (text, expected) => {
    expect(country(text)).toBe(expected);
  });

  it("tells aggregates from countries", () => {
    for (const text of ["WLD", "World", "EU27_2020", "Euro area", "High income"])
      expect(matchRegion(text, world).place?.level, text).toBe("aggregate");
  });

  it("knows NUTS codes by their form", () => {
    expect(matchRegion("DE21", world)).toMatchObject({ code: "DE21", way: "nuts_code" });
    expect(matchRegion("ITALY", world).way).not.toBe("nuts_code");
  });
});

it("matchRegion never throws and is never more than certain", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (text) => {
      for (const index of [china, world]) {
        const { certainty } = matchRegion(text, index, { suggest: false });
        expect(certainty).toBeGreaterThanOrEqual(0);
        expect(certainty).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});
