import * as fontkit from "fontkit";
import { ComparandaError } from "../model/errors.ts";
import { type FontWeight, fontFile } from "./font.node.ts";

const SETS = new Map<FontWeight, ReadonlySet<number>>();

function characterSet(weight: FontWeight): ReadonlySet<number> {
  const known = SETS.get(weight);
  if (known !== undefined) return known;
  const font = fontkit.openSync(fontFile(weight));
  const set = new Set(font.characterSet);
  SETS.set(weight, set);
  return set;
}

/**
 * Can the font draw all of these characters? Asked before a picture is written, because a missing one leaves a hole.
 *
 * @throws {@link ComparandaError} `glyph.missing` names the characters
 */
export function checkGlyphs(verb: string, text: string): void {
  const regular = characterSet("regular");
  const bold = characterSet("bold");
  const absent = [...new Set(text)].filter((character) => {
    const code = character.codePointAt(0) as number;
    return code >= 32 && !(regular.has(code) && bold.has(code));
  });
  if (absent.length > 0) throw new ComparandaError("glyph.missing", { verb, characters: absent });
}
