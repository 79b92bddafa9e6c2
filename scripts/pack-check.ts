import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { BROWSER_CONSUMER, CONSUMER } from "./package/consumer.ts";
import { installInto, type Manifest, type Packed, packInto, project, textFiles } from "./package/packed.ts";

const MOST_BYTES = 8e6;
const NEEDED = [
  "LICENSE",
  "README.md",
  "README.zh-CN.md",
  "data/datapackage.json",
  "dist/bin/main.js",
  "dist/index.js",
  "dist/node.d.ts",
  "dist/fonts/NotoSansSC-Regular.ttf",
  "dist/fonts/OFL.txt",
];
const UNWANTED = /(^|\/)(test|tests|notebooks|scripts|coverage|node_modules)\/|\.test\.|\.tsbuildinfo$|^src\//;

function checkFiles({ size, files }: Packed): string[] {
  const megabytes = (size / 1e6).toFixed(2);
  return [
    ...(size < MOST_BYTES ? [] : [`${megabytes} MB packed; expected below ${MOST_BYTES / 1e6} MB`]),
    ...NEEDED.filter((file) => !files.includes(file)).map((file) => `missing ${file}; is it built?`),
    ...files.filter((file) => UNWANTED.test(file)).map((file) => `unwanted ${file}`),
  ];
}

/** Places of this machine have no business in what others install. */
function checkPaths(installed: string): string[] {
  const places = [project.replace(/[/\\]$/, ""), realpathSync(project), homedir()].filter((place) => place.length > 5);
  const general = /(?:^|["'`\s(=])(?:\/home\/|\/Users\/|[A-Z]:\\\\?Users\\)[\w.-]+/m;
  return textFiles(installed).flatMap((file) => {
    const text = readFileSync(path.join(installed, file), "utf8");
    const place = places.find((one) => text.includes(one)) ?? general.exec(text)?.[0];
    return place === undefined ? [] : [`machine path in ${file}: ${place.trim()}`];
  });
}

/** Packages the built files import without the manifest asking for them; what is bundled imports none but those. */
function checkImports(installed: string): string[] {
  const manifest = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")) as Manifest;
  const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']((?![./]|node:)[^"'\s]+)["']/g;
  return textFiles(path.join(installed, "dist"))
    .filter((file) => file.endsWith(".js") && !file.endsWith(".min.js") && !file.startsWith("bin"))
    .flatMap((file) => {
      const text = readFileSync(path.join(installed, "dist", file), "utf8");
      const names = [...text.matchAll(specifier)].map(([, name = ""]) =>
        name.split("/", name[0] === "@" ? 2 : 1).join("/"),
      );
      const undeclared = names.filter((name) => manifest.dependencies[name] === undefined);
      return undeclared.map((name) => `undeclared ${name} in dist/${file}`);
    });
}

async function checkManifest(): Promise<string[]> {
  const { messages, pkg } = await publint({ pkgDir: project, pack: false, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** Output of a command that fails, as one problem; nothing where it succeeds. */
function run(what: string, folder: string, args: readonly string[]): string[] {
  try {
    execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return [`${what}: ${(stderr + stdout).trim().slice(0, 2000)}`];
  }
}

function checkTypes(folder: string): string[] {
  const compiler = path.join(project, "node_modules/typescript-7/bin/tsc");
  const common = [
    "--strict",
    "--skipLibCheck",
    "--target",
    "es2022",
    "--lib",
    "es2023,dom,dom.iterable",
    "--types",
    "",
  ];
  return [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ].flatMap(([module = "", resolution = ""]) => {
    const options = [...common, "--module", module, "--moduleResolution", resolution, "--outDir", resolution];
    return run(`types (${resolution})`, folder, [compiler, ...options, "consumer.ts", "page.ts"]);
  });
}

/** A page's bundle: fails where anything of Node is reached. */
async function checkBundle(folder: string): Promise<string[]> {
  const entryPoints = [path.join(folder, "page.ts")];
  const options = { entryPoints, bundle: true, write: false, platform: "browser", format: "esm" } as const;
  const result = await build({ ...options, logLevel: "silent" }).catch((error: Error) => error);
  return result instanceof Error ? [`bundle for browsers: ${result.message.slice(0, 2000)}`] : [];
}

const folder = mkdtempSync(path.join(tmpdir(), "pack-check-"));
try {
  const packed = packInto(folder);
  const installed = installInto(folder, packed.archive);
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  writeFileSync(path.join(folder, "consumer.ts"), CONSUMER);
  writeFileSync(path.join(folder, "page.ts"), BROWSER_CONSUMER);
  const problems = [
    ...checkFiles(packed),
    ...checkPaths(installed),
    ...checkImports(installed),
    ...(await checkManifest()),
    ...checkTypes(folder),
    ...run("use in Node", folder, ["nodenext/consumer.js"]),
    ...run("command line", folder, ["node_modules/comparanda/dist/bin/main.js", "--help"]),
    ...(await checkBundle(folder)),
  ];
  for (const problem of problems) console.error(`pack:check: ${problem}`);
  const summary = `${packed.files.length} files, ${(packed.size / 1e6).toFixed(2)} MB packed, ${problems.length} problems`;
  console.log(`pack:check: ${summary}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
