import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guideOf, runGuide } from "../../scripts/run-guide.ts";

const folder = "docs/verbs";
const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");

test("every page is listed, Chinese first and English beside it", () => {
  const list = readFileSync(`${folder}/README.md`, "utf8");
  expect(pages.length).toBeGreaterThan(10);
  for (const name of pages) {
    expect(list).toContain(`(${name})`);
    const [title, , chinese, , english] = readFileSync(`${folder}/${name}`, "utf8").split("\n");
    expect(title).toMatch(/^# \p{Script=Han}+ · [A-Z]/u);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).toMatch(/^["A-Z]/);
  }
});

test.each(pages)("the example of %s prints what the page says", async (name) => {
  const { code, output } = guideOf(readFileSync(`${folder}/${name}`, "utf8"));
  expect(output).not.toBe("");
  expect(await runGuide(code)).toBe(output);
});
