import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { fontFaces } from "../../src/export/embed-fonts.node.ts";
import { type FontFiles, fontFiles } from "../../src/export/font.node.ts";
import { ComparandaError } from "../../src/model/errors.ts";
import type { Facts } from "../../src/model/facts.ts";

/** Stands in the page until its text is complete. */
const PLACE = "/* font of the page */";
const INLINED = /data:(?:text\/[a-z-]+|application\/json)(?:;charset=[\w-]+)?;base64,([A-Za-z0-9+/=]+)/g;

/** Texts of the attachments inside a page. */
function attachments(html: string): string {
  return [...html.matchAll(INLINED)]
    .map((match) => Buffer.from(match[1] as string, "base64").toString("utf8"))
    .join("");
}

/** The font cut to a text. What it has no glyph for is left to the reader's system, and said so. */
async function facesFor(text: string, warn: (words: string) => void): Promise<string> {
  try {
    return await fontFaces("notebook", text);
  } catch (error) {
    if (!(error instanceof ComparandaError) || error.code !== "glyph.missing") throw error;
    const { characters } = error.facts as Facts["glyph.missing"];
    warn(error.message);
    return await fontFaces("notebook", [...text].filter((character) => !characters.includes(character)).join(""));
  }
}

/** While writing, the whole font from disk: text and figures may change under the page. */
function servedFaces(): string {
  const files = fontFiles("notebook", "");
  const face = (weight: keyof FontFiles, value: number) => {
    const { pathname } = pathToFileURL(files[weight]);
    return `@font-face{font-family:"Noto Sans SC";font-weight:${value};src:url("/@fs${pathname}") format("truetype")}`;
  };
  return face("regular", 400) + face("bold", 700);
}

/**
 * Puts the font of the package into a page, so that no machine needs a Chinese font to read it.
 *
 * It is cut to what the page can show: the notebook, its attachments and our own modules. Libraries say nothing in Chinese,
 * but carry tables in which a thousand Chinese characters stand for something else.
 */
export function ownFont(): Plugin {
  const texts: string[] = [];
  return {
    name: "own-font",
    enforce: "post",
    transform(code, id) {
      if (!id.includes("/node_modules/")) texts.push(code);
    },
    transformIndexHtml(html, { server }) {
      texts.push(html);
      return [{ tag: "style", children: server === undefined ? PLACE : servedFaces(), injectTo: "head" }];
    },
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        for (const page of Object.values(bundle)) {
          if (page.type !== "asset" || !page.fileName.endsWith(".html")) continue;
          const html = String(page.source);
          if (!html.includes(PLACE)) throw new Error(`notebook: no place for the font in ${page.fileName}`);
          const faces = await facesFor(texts.join("") + attachments(html), (words) => this.warn(words));
          page.source = html.replace(PLACE, () => faces);
        }
      },
    },
  };
}
