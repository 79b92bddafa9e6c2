import { fontFile } from "./font.node.ts";

/** Fonts for resvg: ours and no other, so that a picture is the same on every machine. */
export function resvgFonts() {
  return {
    loadSystemFonts: false,
    fontFiles: [fontFile("regular"), fontFile("bold")],
    defaultFontFamily: "Noto Sans SC",
  };
}
