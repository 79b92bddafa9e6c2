import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { ComparandaError } from "../model/errors.ts";

export type FontWeight = "regular" | "bold";

const PACKAGE: Record<FontWeight, string> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};
const SHIPPED: Record<FontWeight, string> = { regular: "NotoSansSC-Regular.ttf", bold: "NotoSansSC-Bold.ttf" };

function fromPackage(weight: FontWeight): string | null {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE[weight]);
  } catch (error) {
    // Not installed is the normal case outside a checkout; anything else is not.
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** Beside the built files, and in dist of a checkout that is run from its sources. */
function shipped(weight: FontWeight): string[] {
  return ["../fonts/", "../../dist/fonts/"].map((folder) =>
    fileURLToPath(new URL(folder + SHIPPED[weight], import.meta.url)),
  );
}

const FOUND = new Map<FontWeight, string>();

/**
 * Where is the font of the pictures?
 *
 * @remarks
 * The whole Noto Sans SC in a checkout; otherwise the subset that is shipped with the package, which has the characters of
 * GB 2312, Latin and punctuation. System fonts are never asked: a picture is the same on every machine.
 *
 * @returns the path of a TTF
 * @throws {@link ComparandaError} `file.missing` where the package is not built
 */
export function fontFile(weight: FontWeight): string {
  const known = FOUND.get(weight);
  if (known !== undefined) return known;
  const candidates = [fromPackage(weight), ...shipped(weight)].filter((path) => path !== null);
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    const expected = "the font shipped with the package; build it with npm run build";
    throw new ComparandaError("file.missing", {
      verb: "fontFile",
      path: candidates.at(-1) ?? SHIPPED[weight],
      expected,
    });
  }
  FOUND.set(weight, path);
  return path;
}
