import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildNotebook } from "./notebooks/build-notebook.ts";

// Each notebook as a page that opens from disk: notebooks/dist/NAME.html.
const folder = fileURLToPath(new URL("../notebooks", import.meta.url));
const notebooks = readdirSync(folder).filter((file) => file.endsWith(".html"));
if (notebooks.length === 0) throw new Error("notebooks: no *.html in notebooks/");
rmSync(path.join(folder, "dist"), { recursive: true, force: true });
for (const file of notebooks) {
  const page = await buildNotebook(file);
  console.log(`${path.relative(process.cwd(), page)}  ${(statSync(page).size / 1e6).toFixed(1)} MB`);
}
