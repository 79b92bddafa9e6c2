import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { notebookModule } from "./notebooks/notebook-module.ts";

// Cells are not type-checked by Notebook Kit. The folder has no dot in its name: tsc skips such folders.
const project = fileURLToPath(new URL("..", import.meta.url));
const folder = join(project, "nbcheck");
const notebooks = readdirSync(join(project, "notebooks")).filter((file) => file.endsWith(".html"));
if (notebooks.length === 0) throw new Error("nbcheck: no *.html in notebooks/");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const file of notebooks) {
  const code = notebookModule(readFileSync(join(project, "notebooks", file), "utf8"));
  writeFileSync(join(folder, `${basename(file, ".html")}.ts`), code);
}
const compiler = join(project, "node_modules/typescript-7/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", join(project, "notebooks")], { stdio: "inherit" });
if (status === 0) console.log(`nbcheck: ${notebooks.length} checked`);
process.exitCode = status ?? 1;
