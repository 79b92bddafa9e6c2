import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const project = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds one notebook into one page. Only a page of its own can have everything inside, so each is built alone.
 *
 * @param file - name in `notebooks/`
 * @param folder - where the page goes, under the same name
 * @returns path of the page
 */
export async function buildNotebook(file: string, folder = join(project, "notebooks/dist")): Promise<string> {
  await build({
    configFile: join(project, "vite.notebooks.mjs"),
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: false, rolldownOptions: { input: join(project, "notebooks", file) } },
  });
  return join(folder, file);
}
