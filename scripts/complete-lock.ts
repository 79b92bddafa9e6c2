/**
 * Completes package-lock.json: npm locks only the platform packages it could describe, and `npm ci` then stops with
 * `Missing: … from lock file`. Adds each absent optional dependency with version, os, cpu and libc. Run after adding a package.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

interface Entry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  [key: string]: unknown;
}
interface Manifest {
  version?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  license?: string;
  engines?: Record<string, string>;
}

/** A registry may not know a package of another platform; its name then says what it is for (`cli-linux-x64-musl`). */
function fromName(name: string): Manifest {
  const parts = name.split(/[/-]/);
  const among = (known: readonly string[]) => parts.filter((part) => known.includes(part));
  return {
    os: among(["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"]),
    cpu: among(["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"]),
    ...(parts.includes("musl") && { libc: ["musl"] }),
  };
}

function describe(name: string, version: string): Manifest {
  const shown = spawnSync("npm", ["view", `${name}@${version}`, "--json"], { encoding: "utf8" });
  return shown.status === 0 ? (JSON.parse(shown.stdout) as Manifest) : fromName(name);
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };
const present = (owner: string, name: string): boolean =>
  `${owner}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;

let added = 0;
for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (owner === "" || present(owner, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const { os, cpu, libc, license, engines } = describe(name, version);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu && { cpu }),
      ...(entry.dev && { dev: true }),
      ...(libc && { libc: [libc].flat() }),
      ...(license && { license }),
      optional: true,
      ...(os && { os }),
      ...(engines && { engines }),
    };
    added += 1;
  }
}
const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
