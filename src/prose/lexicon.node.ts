import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Lexicon, lexiconOf } from "./lexicon.ts";

/**
 * Which words and rules does this folder hold?
 *
 * @param folder - a folder of JSON files; without one, `data/lexicon` of this package
 * @returns one lexicon, files joined in the order of their names
 */
export async function loadLexicon(
  folder: string = fileURLToPath(new URL("../../data/lexicon", import.meta.url)),
): Promise<Lexicon> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const parts = await Promise.all(names.map(async (name) => JSON.parse(await readFile(`${folder}/${name}`, "utf8"))));
  return lexiconOf(parts);
}
