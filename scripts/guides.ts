/** Runs the example of every page in docs/verbs and writes what it prints below it: `npm run guides`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { guideOf, runGuide, withOutput } from "./run-guide.ts";

const folder = "docs/verbs";
const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
if (pages.length === 0) throw new Error(`no page in ${folder}`);
for (const name of pages) {
  const path = `${folder}/${name}`;
  const page = readFileSync(path, "utf8");
  writeFileSync(path, withOutput(page, await runGuide(guideOf(page).code)));
}
console.log(`${pages.length} pages`);
