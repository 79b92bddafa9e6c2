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
    // The dev server hands out the kit's runtime as it is, so that local-builtins sees it.
    optimizeDeps: {
      exclude: ["observable:runtime", "@observablehq/notebook-kit"],
      entries: ["../src/index.ts"],
      include: [
        "@observablehq/inputs",
        "@observablehq/notebook-kit > @observablehq/runtime",
        "d3",
        "htl",
        "vega-embed",
      ],
    },
    build: {
      outDir: "dist",
      target: "es2022",
      reportCompressedSize: false,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  }),
);
