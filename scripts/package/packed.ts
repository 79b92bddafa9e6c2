import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const project = fileURLToPath(new URL("../..", import.meta.url));

/** What `npm pack` made: the archive, its size in bytes and the paths inside. */
export interface Packed {
  readonly archive: string;
  readonly size: number;
  readonly files: readonly string[];
}

/** Packs what is built, without building: the check must see what would be published now. */
export function packInto(folder: string): Packed {
  const options = ["pack", "--json", "--ignore-scripts", "--offline", "--pack-destination", folder];
  const printed = execFileSync("npm", options, { cwd: project, encoding: "utf8", shell: process.platform === "win32" });
  const answer = JSON.parse(printed) as unknown;
  // npm 10 and 11 give a list, later ones a record by name.
  const [entry] = Object.values(
    answer as Record<string, { filename: string; size: number; files: { path: string }[] }>,
  );
  if (entry === undefined) throw new Error(`pack:check: npm pack gave nothing: ${printed.slice(0, 200)}`);
  const files = entry.files.map((file) => file.path);
  return { archive: path.join(folder, path.basename(entry.filename)), size: entry.size, files };
}

/**
 * Lays out a project that has installed the archive: the package unpacked, and its dependencies, and no others, linked.
 *
 * @returns folder of the installed package
 */
export function installInto(folder: string, archive: string): string {
  const modules = path.join(folder, "node_modules");
  const installed = path.join(modules, "comparanda");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", archive, "-C", installed, "--strip-components=1"]);
  const manifest = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")) as Manifest;
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(path.join(project, "node_modules", name), path.join(modules, name), "junction");
  }
  return installed;
}
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Files under a folder that are read as text, as paths from there. */
export function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(js|ts|json|csv|md|txt)$|LICENSE$/.test(file),
  );
}
