import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";
import { ComparandaError } from "../model/errors.ts";

/** One file for each weight of the pictures' type. */
export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

/** The whole fonts, there in a checkout. */
const WHOLE: FontFiles = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};
/** The subset that is shipped: beside the built files, or in dist of a checkout that is run from its sources. */
const SHIPPED: readonly FontFiles[] = ["../fonts/", "../../dist/fonts/"].map((folder) => ({
  regular: fileURLToPath(new URL(`${folder}NotoSansSC-Regular.ttf`, import.meta.url)),
  bold: fileURLToPath(new URL(`${folder}NotoSansSC-Bold.ttf`, import.meta.url)),
}));

function whole(): FontFiles[] {
  const { resolve } = createRequire(import.meta.url);
  try {
    return [{ regular: resolve(WHOLE.regular), bold: resolve(WHOLE.bold) }];
  } catch (error) {
    // Not installed is the normal case outside a checkout; anything else is not.
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return [];
    throw error;
  }
}

/** Fonts that are here, the small one first: it is read in a tenth of the time. */
let found: readonly FontFiles[] | undefined;
const SETS = new Map<string, ReadonlySet<number>>();

function characterSet(path: string): ReadonlySet<number> {
  const known = SETS.get(path);
  if (known !== undefined) return known;
  const set = new Set(fontkit.openSync(path).characterSet);
  SETS.set(path, set);
  return set;
}

/** Controls, separators of lines and selectors of variants: nothing is drawn for them. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Variation_Selector}/u;

function absent(files: FontFiles, text: string): string[] {
  const sets = [characterSet(files.regular), characterSet(files.bold)];
  return [...new Set(text)].filter(
    (character) => !UNSEEN.test(character) && !sets.every((set) => set.has(character.codePointAt(0) as number)),
  );
}

function fonts(verb: string): readonly [FontFiles, ...FontFiles[]] {
  found ??= [...SHIPPED, ...whole()].filter(({ regular, bold }) => existsSync(regular) && existsSync(bold));
  const [first, ...others] = found;
  if (first !== undefined) return [first, ...others];
  const expected = "the font shipped with the package; build it with npm run build";
  throw new ComparandaError("file.missing", { verb, path: (SHIPPED[0] as FontFiles).regular, expected });
}

/**
 * Characters of a text that no font here can draw, each once.
 *
 * @throws {@link ComparandaError} `file.missing` where the package is not built
 */
export function missingGlyphs(verb: string, text: string): string[] {
  const lacking = fonts(verb).map((files) => absent(files, text));
  return lacking.sort((a, b) => a.length - b.length)[0] ?? [];
}

/**
 * Which fonts draw this text? Asked before a picture is written, because a character without a glyph leaves a hole.
 *
 * @remarks
 * The subset shipped with the package has the characters of GB 2312, Latin and punctuation; the whole Noto Sans SC is
 * taken for others where it is installed. System fonts are never asked: a picture is the same on every machine.
 *
 * @param verb - who asks, for the message
 * @param text - all that will be drawn
 * @throws {@link ComparandaError} `glyph.missing` names the characters; `file.missing` where the package is not built
 */
export function fontFiles(verb: string, text: string): FontFiles {
  const files = fonts(verb).find((candidate) => absent(candidate, text).length === 0);
  if (files === undefined) throw new ComparandaError("glyph.missing", { verb, characters: missingGlyphs(verb, text) });
  return files;
}
