import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** Numbers to two decimals: the last digits differ between machines, no eye sees them. */
const rounded = (text: string) => text.replace(/-?\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100));

/** Names that a renderer counts up, counted from one again. */
function renumbered(text: string): string {
  const ids = [...new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1] as string))];
  return ids.reduce((out, id, i) => out.replaceAll(`"${id}"`, `"id-${i + 1}"`).replaceAll(`#${id})`, `#id-${i + 1})`), text);
}

/**
 * Compares a text with the file of this name. GOLDEN=write makes the file; a difference is written beside it as
 * `*.changed.*`, to be looked at.
 */
export function matchGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const changed = path.replace(/\.(\w+)$/, ".changed.$1");
  const actual = `${renumbered(rounded(text)).trimEnd()}\n`;
  if (process.env.GOLDEN === "write") writeFileSync(path, actual);
  const golden = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (golden === actual) rmSync(changed, { force: true });
  else writeFileSync(changed, actual);
  expect(actual === golden, `${name} differs; look at ${changed}, and accept it with GOLDEN=write`).toBe(true);
}
