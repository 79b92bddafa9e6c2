import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ComparandaError } from "../model/errors.ts";
import type { Panel } from "../model/panel.ts";
import { fromPackage } from "./from-package.ts";

async function readText(path: string, expected: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const missing =
      (cause as NodeJS.ErrnoException).code === "ENOENT" || (cause as NodeJS.ErrnoException).code === "ENOTDIR";
    if (missing) throw new ComparandaError("file.missing", { verb: "loadPanel", path, expected }, { cause });
    const got = String((cause as NodeJS.ErrnoException).code);
    throw new ComparandaError("file.unreadable", { verb: "loadPanel", path, got, expected }, { cause });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const facts = {
      verb: "loadPanel",
      path,
      got: "bytes that are not UTF-8",
      expected: "UTF-8, as data packages have it",
    };
    throw new ComparandaError("file.unreadable", facts, { cause });
  }
}

/**
 * Loads a folder that holds a Frictionless Data Package: observations with regions, indicators, populations and sources.
 *
 * @remarks
 * Only `observations` (with region, year, indicator, value) must be there. Cells, rows and keys that are wrong come as
 * findings with file and row; all rows are kept.
 *
 * @param folder - the folder with `datapackage.json`, or the path of that file
 * @returns a panel; every verb takes it
 * @throws {@link ComparandaError} `file.missing`, `file.unreadable`, `package.invalid`, `column.missing`
 */
export async function loadPanel(folder: string): Promise<Panel> {
  const path = basename(folder) === "datapackage.json" ? folder : join(folder, "datapackage.json");
  const expected = (file: string) =>
    file === "datapackage.json" ? "a folder with datapackage.json" : "a resource that datapackage.json names";
  return fromPackage((file) => readText(join(dirname(path), file), expected(file)), path);
}
