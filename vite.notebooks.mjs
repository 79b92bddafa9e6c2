import { fileURLToPath } from "node:url";
import { config, observable } from "@observablehq/notebook-kit/vite";
import { defineConfig, mergeConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { localBuiltins } from "./scripts/notebooks/local-builtins.ts";
import { ownFont } from "./scripts/notebooks/own-font.ts";

const root = fileURLToPath(new URL("notebooks", import.meta.url));
const kit = config();
// Cells take what they need from here: without the kit's aliases for servers, `npm:` and `jsr:` do not build.
kit.resolve.alias = kit.resolve.alias.filter(({ find }) => String(find).includes("observable:"));

/** One notebook, one page that opens from disk: libraries, attachments and the Chinese font are inside. */
export default defineConfig(
  mergeConfig(kit, {
    root,
    plugins: [localBuiltins(), observable({ template: `${root}/page.tmpl` }), viteSingleFile(), ownFont()],
    build: { outDir: "dist", target: "es2022", reportCompressedSize: false },
  }),
);
