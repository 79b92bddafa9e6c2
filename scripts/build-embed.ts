import { existsSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundledLicences } from "./bundled-licences.ts";

// The script of pages with live charts: vega-embed, the interpreter and our few lines, in one file without imports.
const require = createRequire(import.meta.url);
const entry = fileURLToPath(new URL("../src/export/embed-client.ts", import.meta.url));
const out = fileURLToPath(new URL("../dist/embed/vega-embed.min.js", import.meta.url));
const sources = [entry, fileURLToPath(import.meta.url), require.resolve("../package.json")];

if (!existsSync(out) || sources.some((source) => statSync(source).mtimeMs > statSync(out).mtimeMs)) {
  const result = await build({
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    platform: "browser",
    legalComments: "none",
    metafile: true,
  });
  writeFileSync(path.join(path.dirname(out), "licences.txt"), bundledLicences(result.metafile));
  const [bytes] = Object.values(result.metafile.outputs).map((output) => output.bytes);
  console.log(`${path.relative(process.cwd(), out)} ${((bytes ?? 0) / 1e6).toFixed(2)} MB`);
}
