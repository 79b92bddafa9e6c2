import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { bundledLicences } from "./bundled-licences.ts";

// The command line in few files: most of its start is the looking up of small modules, its own and of these packages.
// What is only loaded for one kind of work stays where it is.
const BUNDLED = ["arquero", "cli-progress", "cli-table3", "commander", "d3-array", "papaparse", "string-width", "zod"];
const project = fileURLToPath(new URL("..", import.meta.url));
const out = path.join(project, "dist/bin");

rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: project,
  entryPoints: ["src/cli/main.ts"],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  minifySyntax: true,
  external: Object.keys(manifest.dependencies).filter((name) => !BUNDLED.includes(name)),
  // Some of the packages are CommonJS and ask for modules of Node.
  banner: {
    js: 'import { createRequire as bundledRequire } from "node:module"; const require = bundledRequire(import.meta.url);',
  },
  legalComments: "none",
  metafile: true,
});
writeFileSync(path.join(out, "licences.txt"), bundledLicences(metafile));
