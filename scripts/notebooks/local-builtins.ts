import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const KIT = /@observablehq\/notebook-kit\/dist\/src\/runtime\//;
const CDN = "https://cdn.jsdelivr.net/npm/";
const DYNAMIC = /import\(\s*(["'])([^"']+)\1\s*\)/g;
const STATIC = /(\bfrom\s*|@import url\()(["'])(https:[^"']+)\2/g;

const installed = createRequire(import.meta.url);

/** `https://cdn…/npm/NAME@1.2.3/+esm` → `NAME`; a path inside the package stays. */
function packagePath(address: string): string {
  const path = address.slice(CDN.length).replace(/\/\+esm$/, "");
  return path.replace(/^((?:@[^/]+\/)?[^/@]+)@[^/]+/, "$1");
}

function isInstalled(specifier: string): boolean {
  // Not `resolve`: several packages have no entry for require.
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return (installed.resolve.paths(name) ?? []).some((folder) => existsSync(join(folder, name, "package.json")));
}

/** The package that is missing behind an import of the kit's runtime, or null where everything is here. */
function missingBehind(source: string, importer: string): string | null {
  if (source.startsWith(CDN)) return isInstalled(packagePath(source)) ? null : packagePath(source);
  if (!source.startsWith(".")) return null;
  const code = readFileSync(join(dirname(importer), source), "utf8");
  const addresses = [...code.matchAll(STATIC)].map((match) => match[3] as string);
  return addresses.map((address) => missingBehind(address, importer)).find((name) => name !== null) ?? null;
}

/**
 * Takes the built-ins of a notebook (Plot, Inputs, d3, htl …) from node_modules instead of a server of others.
 *
 * A built-in whose package is not installed fails when a cell uses it, and says what is missing; it is never fetched.
 */
export function localBuiltins(): Plugin {
  return {
    name: "local-builtins",
    enforce: "pre",
    transform(code, id) {
      const [path = ""] = id.split("?");
      if (!KIT.test(path)) return null;
      return code
        .replace(DYNAMIC, (_whole, _quote, source: string) => {
          const missing = missingBehind(source, path);
          if (missing !== null) return `Promise.reject(new Error("notebook: missing package \\"${missing}\\""))`;
          return `import("${source.startsWith(CDN) ? packagePath(source) : source}")`;
        })
        .replace(STATIC, (_whole, before: string, quote: string, address: string) => {
          return `${before}${quote}${packagePath(address)}${quote}`;
        });
    },
  };
}
