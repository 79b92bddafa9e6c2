import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const project = fileURLToPath(new URL("../..", import.meta.url));
const notebooks = readdirSync(join(project, "notebooks")).filter((file) => file.endsWith(".html"));
if (notebooks.length === 0) throw new Error("notebooks: no *.html in notebooks/");
rmSync(join(project, "notebooks/dist"), { recursive: true, force: true });
// One build a notebook: only a page of its own can have everything inside.
for (const file of notebooks) {
  await build({
    configFile: join(project, "vite.notebooks.mjs"),
    logLevel: "warn",
    build: { emptyOutDir: false, rolldownOptions: { input: join(project, "notebooks", file) } },
  });
  const { size } = statSync(join(project, "notebooks/dist", file));
  console.log(`notebooks/dist/${file}  ${(size / 1e6).toFixed(1)} MB`);
}
