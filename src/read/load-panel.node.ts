import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ComparandaError } from "../model/errors.ts";
import type { Finding } from "../model/finding.ts";
import type { Panel } from "../model/panel.ts";
import type { ColumnTable } from "../model/table.ts";
import { fromDescriptor, RESOURCES, type ResourceName, resourcePaths } from "./data-package.ts";
import { toPanel } from "./panel.ts";
import { readResource } from "./resource.ts";

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
 * @throws {@link ComparandaError} `file.missing`, `file.unreadable`, `package.invalid`
 */
export async function loadPanel(folder: string): Promise<Panel> {
  const isFile = basename(folder) === "datapackage.json";
  const path = isFile ? folder : join(folder, "datapackage.json");
  const descriptor = fromDescriptor(await readText(path, "a folder with datapackage.json"), path);
  const tables: Partial<Record<ResourceName, ColumnTable>> = {};
  const findings: Finding[] = [];
  const readAll = async (name: string) =>
    Promise.all(
      resourcePaths(descriptor, name, path).map(async (file) => ({
        file,
        text: await readText(join(path, "..", file), "a resource that datapackage.json names"),
      })),
    );
  for (const name of Object.keys(RESOURCES) as ResourceName[]) {
    if (name === "statements") continue;
    const files = await readAll(name);
    if (name === "observations") files.push(...(await readAll("statements")));
    if (files.length === 0) continue;
    const read = readResource(files, RESOURCES[name]);
    tables[name] = read.table;
    findings.push(...read.findings);
  }
  return toPanel(withRequired(tables, path), findings);
}

function withRequired(
  tables: Partial<Record<ResourceName, ColumnTable>>,
  path: string,
): Partial<Record<ResourceName, ColumnTable>> & { observations: ColumnTable } {
  const { observations } = tables;
  if (observations === undefined) {
    throw new ComparandaError("package.invalid", { path, got: "no observations", expected: "a path of observations" });
  }
  return { ...tables, observations };
}
