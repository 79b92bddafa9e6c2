import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Unpacks the packaged Chromium once a run, into a folder of the run: test files that unpacked it side by side would find
 * each other's half-written browser.
 *
 * @returns what removes it again
 */
export async function setup(): Promise<() => void> {
  if (process.platform !== "linux" || process.arch !== "x64") return () => {};
  const folder = mkdtempSync(join(tmpdir(), "comparanda-chromium-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { default: chromium } = await import("@sparticuz/chromium");
  process.env.PACKAGED_CHROMIUM = await chromium.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  return () => rmSync(folder, { recursive: true, force: true });
}
