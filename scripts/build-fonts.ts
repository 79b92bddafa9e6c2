import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

// The subset that is shipped: GB 2312, Latin with marks, punctuation and number forms. Licence: OFL 1.1, kept beside it.
const require = createRequire(import.meta.url);
const FAMILY = path.dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
const OUT = fileURLToPath(new URL("../dist/fonts/", import.meta.url));
const WEIGHTS = { Regular: "400Regular/NotoSansSC_400Regular.ttf", Bold: "700Bold/NotoSansSC_700Bold.ttf" };
/** Ranges beyond GB 2312: Latin, punctuation, arrows, letterlike and number forms, operators, enclosed numbers, shapes. */
const RANGES: readonly [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2010, 0x205e],
  [0x20ac, 0x20ac],
  [0x2100, 0x22ff],
  [0x2460, 0x24ff],
  [0x25a0, 0x25ff],
  [0x3000, 0x303f],
  [0x3220, 0x3229],
  [0xff01, 0xff5e],
  [0xffe0, 0xffe5],
];

/** All characters of GB 2312, read off its two-byte codes. */
function gb2312(): string {
  const decoder = new TextDecoder("gb18030");
  let text = "";
  for (let high = 0xa1; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) text += decoder.decode(Uint8Array.of(high, low));
  }
  return text.replace(/[\ue000-\uf8ff\ufffd]/gu, "");
}

function characters(): string {
  const more = RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  );
  return [...new Set(gb2312() + more.join(""))].join("");
}

function isFresh(out: string, sources: readonly string[]): boolean {
  return existsSync(out) && sources.every((source) => statSync(source).mtimeMs <= statSync(out).mtimeMs);
}

mkdirSync(OUT, { recursive: true });
for (const [weight, file] of Object.entries(WEIGHTS)) {
  const source = path.join(FAMILY, file);
  const out = path.join(OUT, `NotoSansSC-${weight}.ttf`);
  if (isFresh(out, [source, fileURLToPath(import.meta.url)])) continue;
  const subset = await subsetFont(readFileSync(source), characters(), { targetFormat: "truetype" });
  writeFileSync(out, subset);
  console.log(`${path.relative(process.cwd(), out)} ${(subset.length / 1e6).toFixed(2)} MB`);
}
copyFileSync(path.join(FAMILY, "LICENSE_FONT"), path.join(OUT, "OFL.txt"));
