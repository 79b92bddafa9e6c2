import { existsSync } from "node:fs";
import {
  appendFile,
  chmod,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ComparandaError } from "../model/errors.ts";

/** Marks a folder as written by us, and lists what is in it: only such a folder is ever replaced. */
const MANIFEST = "comparanda.json";

/** Puts one file into the folder being written; the name may have folders in it. */
export type WriteFile = (name: string, content: string | Uint8Array) => Promise<void>;

export interface WriteFolderOptions {
  /** Files that others add to the folder, such as decisions: they stay when it is replaced. */
  readonly keep?: readonly string[];
}

async function ownedOrEmpty(folder: string, keep: readonly string[]): Promise<"absent" | "empty" | "ours" | "foreign"> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    // No folder: a file of that name is somebody's; nothing there, or nothing that could be, is found out on writing.
    return existsSync(folder) ? "foreign" : "absent";
  }
  if (names.length === 0) return "empty";
  if (!names.includes(MANIFEST)) return "foreign";
  const written = JSON.parse(await readFile(join(folder, MANIFEST), "utf8")) as { files: string[] };
  const known = new Set([MANIFEST, ...keep, ...written.files.map((file) => file.split("/")[0] as string)]);
  return names.every((name) => known.has(name)) ? "ours" : "foreign";
}

/**
 * Refuses a folder that holds files of somebody else, or that cannot be written: asked before long work whose result is
 * to go there.
 *
 * @throws {@link ComparandaError} `folder.occupied`, `folder.unwritable`
 */
export async function requireReplaceable(
  target: string,
  keep: readonly string[] = [],
): Promise<"absent" | "empty" | "ours"> {
  const state = await ownedOrEmpty(resolve(target), keep);
  if (state === "foreign") throw new ComparandaError("folder.occupied", { verb: "writeFolder", path: target });
  await rm(await besideFolder(target), { recursive: true });
  return state;
}

/**
 * Makes a new hidden folder beside a folder that is to be written; its parents are made too.
 *
 * @throws {@link ComparandaError} `folder.unwritable`
 */
async function besideFolder(target: string): Promise<string> {
  const goal = resolve(target);
  try {
    await mkdir(dirname(goal), { recursive: true });
    return await mkdtemp(join(dirname(goal), `.${basename(goal)}-`));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new ComparandaError(
      "folder.unwritable",
      { verb: "writeFolder", path: target, got: code ?? message },
      { cause },
    );
  }
}

/**
 * Writes a folder whole or not at all.
 *
 * @remarks
 * Files go to a temporary folder beside the target, which takes the target's name when all are there. A folder that is
 * there already is replaced only if it is empty or holds nothing but what was written by this function before, and the
 * files to keep.
 *
 * @param target - the folder to make
 * @param fill - writes the files, or adds to the end of them piece by piece; where it throws, nothing is left behind
 * @returns names of the files written, sorted
 * @throws {@link ComparandaError} `folder.occupied`, `folder.unwritable`
 */
export async function writeFolder(
  target: string,
  fill: (write: WriteFile, append: WriteFile) => Promise<void>,
  { keep = [] }: WriteFolderOptions = {},
): Promise<string[]> {
  const goal = resolve(target);
  const state = await requireReplaceable(target, keep);
  const temporary = await besideFolder(target);
  const files = new Set<string>();
  const folders = new Set<string>();
  const put =
    (how: typeof writeFile | typeof appendFile): WriteFile =>
    async (name, content) => {
      const path = join(temporary, name);
      if (!folders.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
      folders.add(dirname(path));
      await how(path, content);
      files.add(name);
    };
  try {
    await fill(put(writeFile), put(appendFile));
    const written = [...files].sort();
    // A temporary folder is made for its owner alone; what is handed on is for all who may read here.
    await chmod(temporary, 0o755);
    await writeFile(
      join(temporary, MANIFEST),
      `${JSON.stringify({ writtenBy: "comparanda", files: written }, null, 2)}\n`,
    );
    if (state !== "absent") {
      for (const name of keep) await carryOver(join(goal, name), join(temporary, name));
      const old = await besideFolder(target);
      await rename(goal, join(old, "old"));
      await rename(temporary, goal);
      await rm(old, { recursive: true });
    } else await rename(temporary, goal);
    return written;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** The same file under a second name: what is added to it while the folder is replaced is not lost. */
async function carryOver(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    // Not every file system knows second names.
    await copyFile(from, to);
  }
}
