import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layout } from "../../src/charts/layout.ts";
import { type Box, textBox } from "../../src/charts/placed.ts";
import { rankedDots } from "../../src/charts/ranked-dots.ts";
import { sideBySide } from "../../src/charts/side-by-side.ts";
import type { Description } from "../../src/charts/spec.ts";
import type { ComparandaError } from "../../src/model/errors.ts";
import { MISSING_REASONS, QUALIFIERS } from "../../src/model/observation.ts";
import { SAMPLES, sampleRow } from "./samples.ts";

const name = fc.oneof(
  fc
    .array(fc.constantFrom("云", "南", "自", "治", "县", "族"), { minLength: 2, maxLength: 18 })
    .map((parts) => parts.join("")),
  fc
    .array(fc.constantFrom("Wa", "Autonomous", "County", "and", "Blang"), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.join(" ")),
);
const figure = fc.record({
  name,
  value: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 4 }),
  qualifier: fc.constantFrom(...QUALIFIERS),
  missing: fc.constantFrom(...MISSING_REASONS),
  body: fc.constantFrom("whole_region", "courts"),
});
const rowsOf = (figures: readonly { value: number | null; missing: string }[]) =>
  figures.map((one, i) => sampleRow({ ...one, region: String(i), missing: one.value === null ? one.missing : null }));

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function flaws(description: Description): string[] {
  const { texts, width, height } = layout(description);
  const boxes = texts.map((text) => ({ words: text.text, box: textBox(text) }));
  const out = boxes.filter(({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height);
  const pairs = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => meet(a.box, b.box))
      .map((b) => `${a.words} on ${b.words}`),
  );
  return [...out.map(({ words }) => `${words} is outside`), ...pairs];
}

describe("layout", () => {
  test("keeps all texts apart and inside, whatever names, values and width", () => {
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 480, max: 1200 }),
        fc.constantFrom("zh-CN", "en"),
        (figures, width, language) => {
          expect(
            flaws(rankedDots(rowsOf(figures), { width, language, benchmark: { value: 60, label: "全国平均" } })),
          ).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("keeps panels side by side apart as well", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(figure, figure, figure), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 860, max: 1400 }),
        (triples, width) => {
          const rows = [0, 1, 2].flatMap((at) =>
            rowsOf(triples.map((triple) => ({ ...(triple[at] as (typeof triples)[0][0]), name: triple[0].name }))).map(
              (row) => ({ ...row, indicator: `i${at}` }),
            ),
          );
          expect(flaws(sideBySide(rows, { width }))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("wraps long titles, notes and sources inside the picture", () => {
    const long = "很长的说明文字\uff0c".repeat(40);
    const description = rankedDots(SAMPLES["ranked-dots"], {
      title: long,
      takeaway: long,
      subtitle: long,
      note: long,
      source: long,
      width: 480,
    });
    expect(flaws(description)).toEqual([]);
  });

  test("gives all panels the same width, top and height", () => {
    const { panels } = layout(sideBySide(SAMPLES["side-by-side"], { width: 900 }));
    expect(new Set(panels.map((panel) => `${panel.width} ${panel.top} ${panel.height}`)).size).toBe(1);
  });

  test("refuses a width that leaves no room, and says what would", () => {
    const narrow = sideBySide(SAMPLES["side-by-side"], { width: 330 });
    expect(() => layout(narrow)).toThrowError(expect.objectContaining({ code: "number.invalid" }) as ComparandaError);
  });
});
