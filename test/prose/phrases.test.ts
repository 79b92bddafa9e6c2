import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { extractReport } from "../../src/prose/extract-report.ts";
import { loadLexicon } from "../../src/prose/lexicon.node.ts";
import { deepFreeze } from "../deep-freeze.ts";

// A phrase, then a line that begins with = and names every observation it states: indicator=value, with @year where it is
// not 2023 (@null for several years), /body where it matters and ~place where it is not the region itself. All made up.
const folder = path.resolve("test/prose/phrases");
const lexicon = await loadLexicon();
const places = [
  { code: "990100", name: "云栖市" },
  { code: "990121", name: "青禾县" },
  { code: "990122", name: "南坪县" },
  { code: "990103", name: "江湾区" },
];
const known = deepFreeze({ lexicon, region: "990100", year: 2023, places });

const phrases = readdirSync(folder).flatMap((name) =>
  readFileSync(path.join(folder, name), "utf8")
    .trim()
    .split("\n\n")
    .map((part): [string, string, string[]] => {
      const at = part.lastIndexOf("\n=");
      return [
        name.replace(".txt", ""),
        part.slice(0, at),
        part
          .slice(at + 2)
          .split(" ")
          .filter(Boolean)
          .sort(),
      ];
    }),
);

describe("made-up phrases", () => {
  test.each(phrases)("%s: %s", (_, text, expected) => {
    const { observations } = extractReport(text, known);
    const asked = new Set(expected.flatMap((one) => (one.includes("/") ? one.split("=")[0] : [])));
    const found = observations.map((one) => {
      const year = one.year === 2023 ? "" : `@${one.year}`;
      const body = asked.has(one.indicator) ? `/${one.body}` : "";
      return `${one.indicator}=${one.value}${year}${body}${one.place ? `~${one.place}` : ""}`;
    });
    expect(found.sort()).toEqual(expected);
    for (const one of observations) expect(text.slice(one.start, one.end)).toBe(one.as_written);
  });
});
