import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Metafile } from "esbuild";

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(licen[cs]e|copying|notice)/i;

/**
 * The licences of the packages that went into a bundle, as they ask to be kept beside it.
 *
 * @throws where a package has no licence file: it may not be bundled then
 */
export function bundledLicences({ inputs }: Metafile): string {
  const folders = new Set(Object.keys(inputs).flatMap((input) => PACKAGE.exec(input)?.[1] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const files = readdirSync(folder).filter((file) => LICENCE.test(file));
    if (files.length === 0 || !existsSync(folder)) throw new Error(`${name} ${version} has no licence file`);
    return [`${name} ${version}`, ...files.map((file) => readFileSync(path.join(folder, file), "utf8").trim())];
  });
  return `${texts.map((parts) => parts.join("\n\n")).join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}
