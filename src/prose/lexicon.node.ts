import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { ComparandaError } from "../model/errors.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";

const OWN = fileURLToPath(new URL("../../data/lexicon", import.meta.url));
/** The file that says how totals and rates are made up. */
const ARITHMETIC = "arithmetic.json";

/**
 * Which words and rules does the extractor know?
 *
 * @remarks Those of this package, then those added: a new indicator, or another domain, is a file.
 *
 * @param added - a JSON file, or a folder of them, in the form of `data/lexicon`; none by default
 * @returns one lexicon, files joined in the order of their names
 * @throws {@link ComparandaError} `file.missing`; `file.unreadable` for a file that is no JSON or has no such form
 */
export async function loadLexicon(added?: string): Promise<Lexicon> {
  const files = [...(await filesIn(OWN)), ...(added === undefined ? [] : await filesIn(added))];
  return lexiconIn(files, { verb: "extract", path: added ?? OWN, expected: "words and rules as in data/lexicon" });
}

/**
 * How are totals and rates made up?
 *
 * @param folder - of a package; an `arithmetic.json` in it stands in place of that of this package
 * @returns parts of totals, and counts of rates
 * @throws {@link ComparandaError} `file.unreadable` for a file that is no JSON or has no such form
 */
export async function loadArithmetic(folder: string): Promise<Pick<Lexicon, "sums" | "rates">> {
  const brought = path.join(folder, ARITHMETIC);
  const file = existsSync(brought) ? brought : path.join(OWN, ARITHMETIC);
  return lexiconIn([file], { verb: "check", path: file, expected: "sums and rates as in data/lexicon" });
}

async function filesIn(place: string): Promise<string[]> {
  const found = await stat(place).catch((cause: unknown) => {
    const facts = { verb: "extract", path: place, expected: "a lexicon: a JSON file or a folder of them" };
    throw new ComparandaError("file.missing", facts, { cause });
  });
  if (!found.isDirectory()) return [place];
  const names = (await readdir(place)).filter((name) => name.endsWith(".json")).sort();
  return names.map((name) => path.join(place, name));
}

type Asked = Readonly<Record<"verb" | "path" | "expected", string>>;

async function lexiconIn(files: readonly string[], asked: Asked): Promise<Lexicon> {
  const parts = await Promise.all(files.map((file) => partIn(file, asked)));
  try {
    return lexiconOf(parts);
  } catch (cause) {
    return unreadable(asked, cause);
  }
}

async function partIn(file: string, asked: Asked): Promise<unknown> {
  const text = await readFile(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    return unreadable({ ...asked, path: file }, cause);
  }
}

function unreadable(asked: Asked, cause: unknown): never {
  const [issue] = cause instanceof z.ZodError ? cause.issues : [];
  const got = issue ? `${issue.path.join(".")}: ${issue.message}` : String((cause as Error).message);
  throw new ComparandaError("file.unreadable", { ...asked, got }, { cause });
}
