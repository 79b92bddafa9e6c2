import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ComparandaError } from "../model/errors.ts";

/** Beside the built files, and in dist of a checkout that is run from its sources. */
const PLACES = ["../embed/vega-embed.min.js", "../../dist/embed/vega-embed.min.js"].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

/** The Chinese words of the script, which its pages must be able to print. */
const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/g;

/**
 * The script of live charts, with the digest a content policy names it by.
 *
 * @throws {@link ComparandaError} `file.missing` where the package is not built
 */
export async function embedScript(verb: string): Promise<{ text: string; digest: string; words: string }> {
  const path = PLACES.find((place) => existsSync(place));
  if (path === undefined) {
    const expected = "the script of live charts; build it with npm run build";
    throw new ComparandaError("file.missing", { verb, path: PLACES[0] as string, expected });
  }
  const text = await readFile(path, "utf8");
  const digest = createHash("sha256").update(text).digest("base64");
  return { text, digest, words: [...new Set(text.match(WIDE) ?? [])].join("") };
}
